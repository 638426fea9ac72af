using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Energy use and land of Jiangxi's eleven cities, which JX prints in part only: made from public statistics and the facts that
/// the text prints.</summary>
/// <remarks>
/// <para>Energy. The province: its printed emissions over 1.87 t a tce, less breathing in 2010; 2015, of which nothing is printed,
/// by the ratio of energy to the inventory of emissions, the geometric mean of the ratios around it. The cities: known ones as
/// <see cref="EnergyFacts"/> says, the others by <see cref="EnergyDownscaling"/>; 2015 carries over the corrections of 2010 and 2020.</para>
/// <para>Land. The province's classes from the printed shares, areas and changes, its whole area such that the absorption
/// of 2020 is the printed one; 2015 halfway between. The cities: satellite land cover balanced (RAS) to the cities' areas and these classes.</para>
/// <para>Budgets, coefficients, zones, payers and all else that the text prints are not used; <see cref="JiangxiHoldOuts"/> holds them
/// against the result.</para>
/// </remarks>
/// <param name="package">The package <c>data/jiangxi-2010-2020</c>.</param>
/// <param name="industryShare">Share of industry in the energy use, 0 to 1; where none is given the printed industry's energy over the province's.</param>
public sealed class JiangxiConstruction(DataPackage package, double? industryShare = null)
{
    private const int First = 2010, Middle = 2015, Last = 2020;

    private static readonly CategoryAxis Classes = new("land class", "Cultivated land", "Forest land", "Grassland", "Water", "Construction land",
        "Unused land");

    private readonly RegionAxis cities = package["regions"].RegionAxis();
    private readonly PublishedNumbers published = PublishedNumbers.From(package["published"]);

    // The factors as the source adds them: mass for mass, whatever it is a mass of.
    private readonly double perTce = PublishedNumbers.From(package["published"])["s211-energy-factor"].Number!.Value;
    private readonly double perPerson = PublishedNumbers.From(package["published"])["s211-respiration"].Number!.Value;

    /// <summary>The package that it is made from.</summary>
    public DataPackage Package => package;

    private static readonly Dictionary<string, string> ForEnergy = new()
    {
        ["s211-energy-factor"] = "emissions to energy",
        ["s211-respiration"] = "breathing, taken off emissions",
        ["s41-energy"] = "energy of the province in 2020",
        ["s41-emissions-2010"] = "energy of the province in 2010",
        ["s5-industry"] = "share of industry in the first guess",
        ["s41-nanchang-intensity-2010"] = "emissions of Nanchang in 2010",
        ["s41-nanchang-share"] = "emissions of Nanchang in 2020",
        ["s41-nanchang-intensity-2020"] = "prices of 2020 in those of 2010",
        ["s41-yingtan-energy"] = "energy of Yingtan in 2020",
        ["s41-ganzhou-energy-share-2010"] = "energy of Ganzhou in 2010",
        ["s41-ganzhou-energy-share-2020"] = "energy of Ganzhou in 2020",
        ["s433-shangrao-gdp"] = "energy of Shangrao in 2020",
        ["s433-shangrao-intensity"] = "energy of Shangrao in 2020",
    };

    private static readonly Dictionary<string, string> ForLand = new()
    {
        ["s42-absorption-2020"] = "area of the province",
        ["s33-forest-share"] = "forest land in 2020",
        ["s33-cropland-share"] = "cultivated land in 2020",
        ["s41-construction-2020"] = "construction land in 2020",
        ["s33-construction-2010"] = "construction land in 2010",
        ["s42-grassland-share"] = "grassland in 2020, by its absorption",
        ["s33-decrease-cultivated-land"] = "cultivated land in 2010",
        ["s33-decrease-forest-land"] = "forest land in 2010",
        ["s33-decrease-unused-land"] = "unused land in 2010",
        ["s33-increase-grassland"] = "grassland in 2010",
        ["s33-increase-water"] = "water in 2010",
    };

    /// <summary>The printed facts that the construction uses, by their names in <c>published.csv</c>, with what for.</summary>
    public static IReadOnlyDictionary<string, string> Used { get; } = ForEnergy.Concat(ForLand).ToDictionary();

    /// <summary>The printed facts that energy use and price levels are made from.</summary>
    public Table EnergyFacts() => Facts("Printed facts that energy use and price levels are made from", ForEnergy);

    /// <summary>The printed facts that land is made from.</summary>
    public Table LandFacts() => Facts("Printed facts that land is made from", ForLand);

    private Table Facts(string caption, IReadOnlyDictionary<string, string> used)
    {
        var rows = used.Select(u => (Fact: published[u.Key], For: u.Value)).ToArray();
        return Table.OfRows(caption, rows, ValueStatus.Paper).With("JX", r => r.Fact.Section).With("fact", r => r.Fact.Item)
            .With("region", r => r.Fact.Region).With("year", r => $"{r.Fact.Year}").With("printed", r => $"{r.Fact.Printed} {r.Fact.Unit}")
            .With("used for", r => r.For);
    }

    /// <summary>Share of industry in the energy use, as the first guess takes it.</summary>
    public double IndustryShare => industryShare ?? Printed("s5-industry") * 1e6 / Total(Last);

    /// <summary>Energy use of the province, tce.</summary>
    /// <param name="year">2010, 2015 or 2020.</param>
    public double Total(int year) => year switch
    {
        First => (Printed("s41-emissions-2010") * 1e6 - perPerson * Population(First).Total) / perTce,
        Last => Printed("s41-energy") * 1e6 / perTce,
        // The last inventory is of 2019; it stands for 2020.
        Middle => Inventory("2015") * Math.Sqrt(Total(First) / Inventory("2010") * (Total(Last) / Inventory("2019"))),
        _ => throw Unknown(year),
    };

    /// <summary>Energy use of the cities, tce.</summary>
    /// <param name="year">2010, 2015 or 2020.</param>
    public LabelledVector Energy(int year) => year switch
    {
        Middle => EnergyDownscaling.Divide(EnergyDownscaling.CarryOver(FirstGuess(Middle), (Energy(First), FirstGuess(First)),
            (Energy(Last), FirstGuess(Last))),
            Total(Middle), new Dictionary<string, double>()),
        First or Last => EnergyDownscaling.Divide(FirstGuess(year), Total(year), Known(year)),
        _ => throw Unknown(year),
    };

    /// <summary>Energy use of the cities by where it comes from: a printed fact, or its share in what is left.</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledMatrix EnergyByOrigin(int year)
    {
        var (energy, printed) = (Energy(year), year == Middle ? [] : Known(year).Keys.ToArray());
        return new("energy use", cities, new CategoryAxis("origin", "from printed facts", "from inventories and GDP"),
            Matrix<double>.Build.Dense(cities.Count, 2,
            (i, origin) => printed.Contains(cities[i].Name) == (origin == 0) ? energy[i] : 0), energy.Unit, energy.Status);
    }

    /// <summary>Shares by the inventories of the cities, the last there is for each, and GDP.</summary>
    /// <param name="year">2010, 2015 or 2020.</param>
    public LabelledVector FirstGuess(int year)
    {
        var table = package["city-emissions"];
        var latest = cities.Select(city =>
        {
            var own = table.Where("region", city.Name);
            var years = own.Numbers("year");
            return own.Numbers("value")[Enumerable.Range(0, years.Count).Last(i => years[i] <= year)];
        });
        return EnergyDownscaling.FirstGuess(new("inventory", cities, latest, table.UnitOf("value"), table.Status), Gdp(year), IndustryShare);
    }

    /// <summary>Price level in that of 2010, from the printed emissions per GDP of Nanchang at constant prices; 2015 between.</summary>
    /// <param name="year">2010, 2015 or 2020.</param>
    public double PriceLevel(int year) => year switch
    {
        First => 1,
        Middle => Math.Sqrt(PriceLevel(Last)),
        Last => Gdp(Last).In(Unit.Yuan)["Nanchang"] / 1e4 * Printed("s41-nanchang-intensity-2020") / NanchangEmissions(),
        _ => throw Unknown(year),
    };

    /// <summary>The province's land by class, ha.</summary>
    /// <param name="year">2010, 2015 or 2020.</param>
    public LabelledVector ProvincialLand(int year) => new("area", Classes, year switch
    {
        Last => Land2020(),
        First => Land2020() + Vector<double>.Build.Dense([Printed("s33-decrease-cultivated-land"), Printed("s33-decrease-forest-land"),
            -Printed("s33-increase-grassland"),
            -Printed("s33-increase-water"), Printed("s33-construction-2010") - Printed("s41-construction-2020"), Printed("s33-decrease-unused-land")]),
        Middle => (ProvincialLand(First).Values + ProvincialLand(Last).Values) / 2,
        _ => throw Unknown(year),
    }, Unit.Parse("ha"), ValueStatus.Constructed);

    /// <summary>Land of the cities by class before and after balancing.</summary>
    /// <param name="year">2010, 2015 or 2020.</param>
    public BalancedMatrix Land(int year)
    {
        var (cover, province) = (Cover(year).In("ha"), ProvincialLand(year));
        var areas = package["regions"].Vector("area", cities).In("ha");
        return Ras.Balance(cover, new("area", cities, areas.Values * (province.Total / areas.Total), areas.Unit, areas.Status), province);
    }

    /// <summary>Satellite land cover in the classes of the source.</summary>
    private LabelledMatrix Cover(int year)
    {
        var mapping = package["land-classes"];
        var satellite = mapping.CategoryAxis("land_class");
        var cover = package["land-cover"].Where("year", $"{year}").Matrix("value", cities, satellite);
        return TableAggregation.Aggregate(cover, sectors: Concordance.Of(satellite, Classes, mapping.Texts("land_class").Zip(mapping.Texts("class"))));
    }

    private Vector<double> Land2020()
    {
        var absorbs = package["absorption"].Vector("value", new CategoryAxis("class", package["absorption"].Texts("class")));
        double PerHectare(string name) => absorbs.Axis.Contains(name) ? absorbs[name] : 0; // construction land absorbs nothing
        var (forest, cropland, construction) = (Printed("s33-forest-share") / 100, Printed("s33-cropland-share") / 100, Printed("s41-construction-2020"));
        var absorbed = Printed("s42-absorption-2020") * 1e6;
        var grassland = Printed("s42-grassland-share") / 100 * absorbed / PerHectare("Grassland");
        // What is left is water and unused land, in the proportion in which the satellite sees them.
        var seen = Cover(Last).ColumnSums();
        var waterShare = seen["Water"] / (seen["Water"] + seen["Unused land"]);
        var rest = waterShare * PerHectare("Water") + (1 - waterShare) * PerHectare("Unused land");
        // absorbed = A·(λ_f·f + λ_c·c) + λ_g·grass + λ_rest·(A·(1 − f − c) − construction − grass), solved for A.
        var area = (absorbed - PerHectare("Grassland") * grassland + rest * (construction + grassland))
            / (PerHectare("Forest land") * forest + PerHectare("Cultivated land") * cropland + rest * (1 - forest - cropland));
        var left = area * (1 - forest - cropland) - construction - grassland;
        return Vector<double>.Build.Dense([area * cropland, area * forest, grassland, left * waterShare, construction, left * (1 - waterShare)]);
    }

    private Dictionary<string, double> Known(int year) => year == First
        ? new()
        {
            ["Ganzhou"] = Printed("s41-ganzhou-energy-share-2010") / 100 * Total(First),
            ["Nanchang"] = EnergyOf(Printed("s41-nanchang-intensity-2010") * Gdp(First).In(Unit.Yuan)["Nanchang"] / 1e4, "Nanchang", First),
        }
        : new()
        {
            ["Yingtan"] = Printed("s41-yingtan-energy") * 1e6,
            ["Ganzhou"] = Printed("s41-ganzhou-energy-share-2020") / 100 * Total(Last),
            ["Nanchang"] = EnergyOf(NanchangEmissions(), "Nanchang", Last),
            ["Shangrao"] = Printed("s433-shangrao-intensity") * Printed("s433-shangrao-gdp") * 1e9 / 1e4,
        };

    private double NanchangEmissions() => Printed("s41-nanchang-share") / 100 * (perTce * Total(Last) + perPerson * Population(Last).Total);

    private double EnergyOf(double emissions, string city, int year) => (emissions - perPerson * Population(year)[city]) / perTce;

    private double Printed(string id) => Used.ContainsKey(id) ? published[id].Number!.Value
        : throw new CarbonCompException($"{id} is not among the facts that the construction says it uses.");

    private double Inventory(string year) => package["provincial-emissions"].Value(year, Unit.TonneCO2);

    private LabelledVector Gdp(int year) => package["economy"].Where("year", $"{year}").Vector("gdp", cities);

    private LabelledVector Population(int year) => package["economy"].Where("year", $"{year}").Vector("population", cities).In(Unit.Person);

    private static CarbonCompException Unknown(int year) =>
        new($"{year} cannot be constructed: there is land cover and an economy of {First}, {Middle} and {Last} only.");
}
