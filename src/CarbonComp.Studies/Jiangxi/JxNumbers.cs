namespace CarbonComp.Studies;

/// <summary>Numbers that JX prints, with their rounding, and numbers that follow from them and public statistics.</summary>
/// <remarks>Masses in Mt as printed, areas in ha.</remarks>
internal sealed class JxNumbers
{
    // The factors are what the source reckons with: they count as exact.
    private readonly Dictionary<string, RoundedNumber> satellite;

    public JxNumbers(JiangxiCase study)
    {
        (Study, Published) = (study, study.Published);
        satellite = new[] { study.FirstYear, study.LastYear }.SelectMany(year => SatelliteAbsorption(year) is var a
            ? a.Axis.Labels.Select(city => (Key: $"{city} {year}", Value: (RoundedNumber)a[city])) : [])
            .ToDictionary(p => p.Key, p => p.Value);
    }

    public JiangxiCase Study { get; }

    public PublishedNumbers Published { get; }

    /// <summary>A printed number in its row's unit.</summary>
    public RoundedNumber this[string id] => Published[id].Number is { } number ? new(number.Value, number.HalfUnit)
        : throw new CarbonCompException($"{id} is a statement, not a number.");

    public double EnergyFactor => this["s211-energy-factor"].Value;

    public double Respiration => this["s211-respiration"].Value;

    /// <summary>t a hectare and year; positive where it absorbs.</summary>
    public double Absorbs(string landClass) => -this[$"s212-coefficient-{landClass}"].Value;

    public double Forest => Absorbs("forest-land");

    public double Population(int year, string city) => Study.Population(year).In(Unit.Person)[city];

    public double Population(int year) => Study.Population(year).In(Unit.Person).Total;

    /// <summary>10^4 yuan at current prices.</summary>
    public double Gdp(int year, string city) => Study.Gdp(year).In("10^4 yuan")[city];

    /// <summary>GDP of the province in 10^4 yuan, as it was published.</summary>
    public double Gdp(int year) => Study.Package["province"].Where("year", $"{year}") is var row ? row.Numbers("gdp")[0] * row.UnitOf("gdp")
        .To(Unit.Parse("10^4 yuan")) : 0;

    public RoundedNumber Emissions(int year) => this[year == 2010 ? "s41-emissions-2010" : "s41-emissions-2020"];

    /// <summary>Energy of the province, Mtce: printed emissions less breathing over the factor.</summary>
    public RoundedNumber Energy(int year) => (Emissions(year) - Respiration * Population(year) / 1e6) / EnergyFactor;

    /// <summary>Emissions of a city with this energy, Mt.</summary>
    public RoundedNumber EmissionsOf(RoundedNumber energy, int year, string city) => energy * EnergyFactor + Respiration * Population(year, city) / 1e6;

    public RoundedNumber Nanchang2010 => this["s41-nanchang-intensity-2010"] * Gdp(2010, "Nanchang") / 1e6;

    public RoundedNumber Nanchang2020 => this["s41-nanchang-share"] / 100 * Emissions(2020);

    public RoundedNumber Yingtan2020 => EmissionsOf(this["s41-yingtan-energy"], 2020, "Yingtan");

    public RoundedNumber Shangrao2020 => EmissionsOf(this["s433-shangrao-intensity"] * this["s433-shangrao-gdp"] * 1e9 / 1e4 / 1e6, 2020, "Shangrao");

    /// <summary>Emissions of 2020 that follow from print and statistics, by city.</summary>
    public IReadOnlyDictionary<string, RoundedNumber> Emissions2020 => new Dictionary<string, RoundedNumber>
    {
        ["Nanchang"] = Nanchang2020, ["Ganzhou"] = this["s41-ganzhou-2020"], ["Yingtan"] = Yingtan2020, ["Shangrao"] = Shangrao2020,
    };

    /// <summary>What of 2010 follows, by city.</summary>
    public IReadOnlyDictionary<string, RoundedNumber> Emissions2010 => new Dictionary<string,
        RoundedNumber> { ["Nanchang"] = Nanchang2010, ["Ganzhou"] = this["s41-ganzhou-2010"] };

    /// <summary>Absorption of a city whose share is printed, Mt; that of 2010 moved back as satellite land cover changed.</summary>
    public RoundedNumber? Absorption(int year, string city)
    {
        var id = $"s42-share-{Id(city)}";
        if (!Published.Has(id)) return null;
        var now = this[id] / 100 * this["s42-absorption-2020"];
        return year == 2020 ? now : now * satellite[$"{city} {year}"] / satellite[$"{city} 2020"];
    }

    /// <summary>More than a city can absorb, Mt: all its land forest.</summary>
    public double MostAbsorption(string city) => Study.Package["regions"].Vector("area", Study.Regions).In("ha")[city] * Forest / 1e6;

    /// <summary>ECC from these emissions of the city, at current prices.</summary>
    public RoundedNumber Contribution(int year, string city, RoundedNumber emissions) => Gdp(year, city) / Gdp(year) / (emissions / Emissions(year));

    /// <summary>Absorption of forest land, Mt: what arbor forests absorb over their printed share.</summary>
    public RoundedNumber ForestAbsorption => this["s42-arbor-absorption"] / (this["s42-arbor-share"] / 100);

    /// <summary>The province, ha: forest that absorbs this much, over its printed share.</summary>
    public RoundedNumber Area => ForestAbsorption * 1e6 / Forest / (this["s33-forest-share"] / 100);

    /// <summary>The province, ha: construction land's increase over the share that it is of the area.</summary>
    public RoundedNumber AreaByConstruction => ConstructionIncrease / (this["s33-construction-share"] / 100);

    public RoundedNumber ConstructionIncrease => this["s41-construction-2020"] - this["s41-construction-2010"];

    /// <summary>Absorption lost 2010 to 2020, Mt, by the printed changes of areas.</summary>
    public RoundedNumber AbsorptionLost => (this["s33-decrease-cultivated-land"] * Absorbs("cultivated-land") + this["s33-decrease-forest-land"] * Forest
        + this["s33-decrease-unused-land"] * Absorbs("unused-land")
        - this["s33-increase-grassland"] * Absorbs("grassland") - this["s33-increase-water"] * Absorbs("water")) / 1e6;

    /// <summary>Changes of the six classes, gains less losses, ha: nothing where they belong together.</summary>
    public RoundedNumber Closure => this["s33-increase-grassland"] + this["s33-increase-water"] + ConstructionIncrease
        - this["s33-decrease-cultivated-land"] - this["s33-decrease-forest-land"] - this["s33-decrease-unused-land"];

    public static string Id(string city) => city.ToLowerInvariant().Replace('\'', '-');

    private LabelledVector SatelliteAbsorption(int year)
    {
        var mapping = Study.Package["land-classes"];
        var seen = mapping.CategoryAxis("land_class");
        var cover = Study.Package["land-cover"].Where("year", $"{year}").Matrix("value", Study.Regions, seen);
        return CarbonAbsorption.Compute(cover, JiangxiCoefficients.AsPrinted,
            mapping.Texts("land_class").Zip(mapping.Texts("class")).ToDictionary(p => p.First, p => p.Second == "Forest land" ? "forest" : p.Second)).RowSums();
    }
}
