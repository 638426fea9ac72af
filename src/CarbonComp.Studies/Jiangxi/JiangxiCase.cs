namespace CarbonComp.Studies;

/// <summary>The eleven cities of Jiangxi as JX studies them, with energy, land and price levels constructed from printed facts and statistics.</summary>
public sealed class JiangxiCase : BudgetCase
{
    private JiangxiCase(JiangxiConstruction construction, IReadOnlyDictionary<int, BudgetYear> years, BudgetCoefficients coefficients)
        : base(construction.Package, years, coefficients) => Construction = construction;

    /// <summary>The case with a construction of its own.</summary>
    /// <param name="construction">Energy, land and prices.</param>
    /// <param name="coefficients">Factors of energy, respiration and land; <see cref="JiangxiCoefficients.AsPrinted"/> if none are given.</param>
    public static JiangxiCase Of(JiangxiConstruction construction, BudgetCoefficients? coefficients = null) => new(construction,
        YearsOf(construction.Package).ToDictionary(year => year, year => Constructed(construction, year)),
        coefficients ?? JiangxiCoefficients.AsPrinted);

    /// <summary>Reads and checks the case.</summary>
    /// <param name="folder">The folder <c>data/jiangxi-2010-2020</c>.</param>
    /// <exception cref="DataException">A table, a year or a city is missing, or a number is impossible; the message names file and row.</exception>
    public static JiangxiCase Load(string folder) => Of(new JiangxiConstruction(DataPackage.Load(folder)));

    /// <inheritdoc cref="BudgetCase.With"/>
    public new JiangxiCase With(BudgetCoefficients coefficients) => Recounted(coefficients);

    /// <summary>How energy, land and price levels were made.</summary>
    public JiangxiConstruction Construction { get; }

    /// <summary>Every number that the source prints.</summary>
    public PublishedNumbers Published => PublishedNumbers.From(Package["published"]);

    /// <summary>Land of the province by class in the Third National Land Survey, at the end of 2019.</summary>
    public LabelledVector LandSurvey => Package["land-survey"].Vector("value", Package["land-survey"].CategoryAxis("class"), "class").Named("land survey");

    /// <summary>The survey's class that each class of the satellite counts as.</summary>
    public IReadOnlyDictionary<string, string> SurveyClasses => Package["land-classes"].Texts("land_class").Zip(Package["land-classes"].Texts("class"))
        .ToDictionary(c => c.First, c => c.Second);

    private protected override string LandTable => "land-cover";

    private protected override IReadOnlyDictionary<string, string[]> ConstructedFrom { get; } = new Dictionary<string, string[]>
    {
        ["energy use"] = ["published", "city-emissions", "provincial-emissions", "economy"], ["land by class"] = ["published", "land-cover",
            "regions"], ["price level"] = ["published", "economy"],
    };

    private static BudgetYear Constructed(JiangxiConstruction from, int year) => BudgetYear.Of(from.Package, from.Package["regions"].RegionAxis(), year,
        from.Energy(year), from.Land(year).Balanced, from.PriceLevel(year), ValueStatus.Constructed);

    private static int[] YearsOf(DataPackage package)
    {
        var faults = new Faults(package.Name);
        var years = BudgetChecks.Economy(package, faults);
        faults.ThrowIfAny();
        return years;
    }

    private protected override JiangxiCase Recounted(BudgetCoefficients coefficients) => new(Construction, YearInputs, coefficients);
}
