using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>How the emissions of data/bth-2020 are made from CEADs' inventories of provinces and cities; 2019 stands for 2020.</summary>
/// <param name="bth">The case's package.</param>
public sealed class BthInventory(DataPackage bth)
{
    /// <summary>Sources that follow people and services; mining, manufacturing and energy supply take up the cities' totals.</summary>
    public static IReadOnlyList<string> Diffuse { get; } = ["Agriculture", "Construction", "TradeAccommodationCatering", "OtherServices", "UrbanHouseholds",
        "RuralHouseholds"];

    private static readonly string[] Provinces = ["Beijing", "Tianjin", "Hebei"];

    private readonly RegionAxis cities = bth["regions"].RegionAxis();
    private readonly SectorAxis sectors = bth["sectors"].SectorAxis();
    private readonly CategoryAxis categories = bth["provincial-emissions"].CategoryAxis("sector");

    /// <summary>Hebei's inventory divided among its eleven cities.</summary>
    public DownscaledInventory Hebei()
    {
        var hebei = new RegionAxis(cities.Where((_, i) => bth["regions"].Texts("province")[i] == "Hebei"));
        return InventoryDownscaling.Of(Activity(bth["economy"].Where("region", hebei), hebei), LatestTotals(hebei), Province("Hebei"), Diffuse);
    }

    /// <summary>The total of the provinces that have an inventory divided among sectors with the intensities of Beijing, Tianjin and Hebei.</summary>
    public (LabelledVector Emissions, double Factor) Rest()
    {
        var counted = bth["provinces"].Given("emissions");
        var total = counted.Numbers("emissions").Sum() * counted.UnitOf("emissions").To(Unit.TonneCO2);
        var emitted = Provinces.Select(p => Province(p).Values).Aggregate((a, b) => a + b);
        return InventoryDownscaling.BySector(total, Activity(counted, counted.RegionAxis()).ColumnSums(),
            new("emissions", categories, emitted, Unit.TonneCO2, ValueStatus.Statistic), Activity(bth["economy"], cities).ColumnSums());
    }

    /// <summary>Emissions of the thirteen cities and the rest of China, rows as in emissions.csv and household-emissions.csv.</summary>
    /// <param name="households">Households, or else the seven sectors.</param>
    public IEnumerable<(string Region, string Sector, double Tonnes, string Status)> Rows(bool households)
    {
        var (hebei, rest) = (Hebei().Emissions, Rest().Emissions);
        var wanted = households ? categories.Codes.Except(sectors.Codes) : sectors.Codes;
        foreach (var city in cities.Append(new Region("rest", "Rest of China")))
            foreach (var sector in wanted)
                yield return city.Name switch
                {
                    "Beijing" or "Tianjin" => (city.Name, sector, Math.Round(Province(city.Name)[sector]), "statistic"),
                    "Rest of China" => (city.Name, sector, Math.Round(rest[sector]), "constructed"),
                    _ => (city.Name, sector, Math.Round(hebei[city.Name, sector]), "constructed"),
                };
    }

    /// <summary>What emissions follow: value added of the industry, urban and rural population. Only proportions within a column are used.</summary>
    private LabelledMatrix Activity(DataTable economy, RegionAxis regions)
    {
        var (population, urban) = (economy.Vector("population", regions).Values, economy.Vector("urban_share", regions).In("1").Values);
        Vector<double> Of(string category) => category switch
        {
            "Agriculture" => economy.Vector("value_added_primary", regions).Values,
            "Mining" or "Manufacturing" or "Energy" or "Construction" => economy.Vector("value_added_secondary", regions).Values,
            "TradeAccommodationCatering" or "OtherServices" => economy.Vector("value_added_tertiary", regions).Values,
            "UrbanHouseholds" => population.PointwiseMultiply(urban),
            "RuralHouseholds" => population.PointwiseMultiply(1 - urban),
            _ => throw new ArgumentOutOfRangeException(nameof(category), category, "no proxy"),
        };
        return new("activity", regions, categories, Matrix<double>.Build.DenseOfColumnVectors(categories.Codes.Select(Of)), Unit.One, ValueStatus.Statistic);
    }

    private LabelledVector Province(string name) =>
        bth["provincial-emissions"].Where("year", "2019").Where("region", name).Vector("value", categories).In(Unit.TonneCO2);

    /// <summary>Each city's total in the last year that has one.</summary>
    private LabelledVector LatestTotals(RegionAxis hebei)
    {
        var table = bth["city-emissions"];
        return new("city totals", hebei, hebei.Select(city => table.Where("region", city.Name).Numbers("value").Last()), table.UnitOf("value"),
            ValueStatus.Statistic);
    }
}
