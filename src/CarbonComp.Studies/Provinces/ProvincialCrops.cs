namespace CarbonComp.Studies;

/// <summary>Crops of China's thirty-one provinces in six years, and the coefficients that make carbon of them: <c>data/crops</c>.</summary>
/// <param name="package">The package <c>data/crops</c>.</param>
/// <exception cref="DataException">A table or a value is missing; the message names file and row.</exception>
public sealed class ProvincialCrops(DataPackage package)
{
    private const int Last = 2018;

    /// <summary>Reads the package.</summary>
    /// <exception cref="DataException">A missing or damaged package.</exception>
    public static ProvincialCrops Load(string folder) => new(DataPackage.Load(folder));

    /// <summary>The tables.</summary>
    public DataPackage Package => package;

    /// <summary>The provinces.</summary>
    public RegionAxis Provinces { get; } = package["regions"].RegionAxis();

    /// <summary>The crops.</summary>
    public CategoryAxis Crops { get; } = CategoryAxis.Of("crop", package["crops"].Texts("code").Zip(package["crops"].Texts("name"), (code, name) =>
        (code, name, "")));

    /// <summary>Coefficients of seventeen crops; two crops have none.</summary>
    public CropCoefficients Coefficients { get; } = Named(package, "coefficients");

    /// <summary>Coefficients of eight crops as studies in China use them.</summary>
    public CropCoefficients ChineseCoefficients { get; } = Named(package, "coefficients-southwest");

    /// <summary>Carbon that a hectare of grass takes up in a year.</summary>
    public Quantity Grass { get; } = new(package["grass"].Value("productivity", "t C/ha"), Unit.TonneCarbonPerHectare, package["grass"].StatusOf("value"));

    /// <summary>The year whose harvest is used for a year: 2018 for those after it.</summary>
    public static int HarvestYear(int year) => Math.Min(year, Last);

    /// <summary>Output by province and crop; constructed where another year stands in.</summary>
    /// <exception cref="DataException">A year before 2018 that the package does not have.</exception>
    public LabelledMatrix Output(int year)
    {
        var output = package["harvests"].Where("year", Invariant($"{HarvestYear(year)}")).Matrix("output", Provinces, Crops);
        return year == HarvestYear(year) ? output
            : new(Invariant($"{output.Name}, {HarvestYear(year)} for {year}"), output.Rows, output.Columns, output.Values, output.Unit,
                ValueStatus.Constructed);
    }

    /// <summary>Carbon fixed by crops, by province and crop.</summary>
    /// <param name="year">As for <see cref="Output"/>.</param>
    /// <param name="coefficients"><see cref="Coefficients"/> if none are given.</param>
    public CropFixation Fixation(int year, CropCoefficients? coefficients = null) => CropFixation.Of(Output(year), coefficients ?? Coefficients);

    // By the names of crops, not their codes.
    private static CropCoefficients Named(DataPackage package, string table)
    {
        var names = package["crops"].Texts("code").Zip(package["crops"].Texts("name")).ToDictionary(c => c.First, c => c.Second);
        var coefficients = CropCoefficients.From(package[table]);
        return new(coefficients.Source, coefficients.All.Select(c => c with { Crop = names[c.Crop] }));
    }
}
