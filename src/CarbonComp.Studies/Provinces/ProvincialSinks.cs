namespace CarbonComp.Studies;

/// <summary>Sinks of China's provinces by what counts as one: land, what crops fix, what grass takes up (<c>docs/methods.md#crops</c>).</summary>
/// <remarks>All are flows of one year. With crops and grass they are gross: harvest and grazing give most of it back.</remarks>
/// <param name="accounts">Land by province.</param>
/// <param name="crops">Harvests, and the coefficients of crops and grass.</param>
public sealed class ProvincialSinks(ProvincialAccounts accounts, ProvincialCrops crops)
{
    private const string Crop = "crops";
    private const string Cropland = "cultivated land";
    private const string Grassland = "grassland";

    /// <summary>The harvests.</summary>
    public ProvincialCrops Crops => crops;

    /// <summary>What is counted, in a few words.</summary>
    public static string NameOf(SinkChoice choice) => choice switch
    {
        SinkChoice.Land => "land",
        SinkChoice.LandAndCrops => "land and crops",
        _ => "land, crops and grass",
    };

    /// <summary>What is counted, in words.</summary>
    public static string Describe(SinkChoice choice) => choice switch
    {
        SinkChoice.Land => "land cover by satellite with one coefficient a class",
        SinkChoice.LandAndCrops => "land cover by satellite, with what crops fix in place of cropland",
        _ => "land cover by satellite, with what crops fix in place of cropland and net productivity of grassland",
    };

    /// <summary>Uptake by province and land class, t CO2; crops stand in place of cropland where they are counted.</summary>
    /// <param name="year">A year of the accounts.</param>
    /// <param name="choice">What counts as a sink.</param>
    /// <param name="coefficients">As for <see cref="ProvincialCrops.Fixation"/>.</param>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public LabelledMatrix Of(int year, SinkChoice choice, CropCoefficients? coefficients = null)
    {
        if (choice == SinkChoice.Land) return accounts.Sinks(year).Named("sinks of land");
        var plain = BudgetCoefficients.Consistent;
        var land = accounts.Sinks(year, choice == SinkChoice.LandCropsAndGrass ? plain.With(Grassland, crops.Grass) : plain).In(Unit.TonneCO2);
        var fixedByCrops = crops.Fixation(year, coefficients).AsCarbonDioxide.For(accounts.Provinces);
        var classes = accounts.Package["land-classes"];
        var cultivated = classes.Texts("land_class").Zip(classes.Texts("absorption_class")).Where(c => c.Second == Cropland).Select(c => c.First).ToHashSet();
        return LabelledMatrix.OfColumns($"sinks of {NameOf(choice)}", "sink",
            [.. land.Columns.Labels.Where(c => !cultivated.Contains(c)).Select(c => land.Column(c).Named(c)), fixedByCrops.Named(Crop)]);
    }

    /// <summary>Uptake by province, t CO2.</summary>
    /// <inheritdoc cref="Of"/>
    public LabelledVector Total(int year, SinkChoice choice, CropCoefficients? coefficients = null) => Of(year, choice, coefficients).RowSums();
}
