namespace CarbonComp.Studies.Tests;

/// <summary>The thirteen cities and the rest of China, constructed as a notebook does.</summary>
internal static class BthStudy
{
    public static BeijingTianjinHebei Case { get; } = BeijingTianjinHebei.Load(CaseFolder.Path("bth-2020"));

    public static DataPackage Package => Case.Package;

    public static RegionAxis Cities => Case.Cities;

    public static NationalTable National => Case.National;

    public static RegionalControls Controls => Case.Controls;

    public static LabelledMatrix Distances { get; } = Case.Distances(decay: 1);

    public static (MultiRegionalTable Table, ConstructionReport Report) Construct(ConstructionOptions? options = null) =>
        SubnationalTable.Construct(National, Controls, Distances, (options ?? new()) with { Rest = options is { Rest: null } ? null
            : BeijingTianjinHebei.RestOfChina });
}
