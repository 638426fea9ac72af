using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>How the emissions of data/bth-2020 are made from CEADs' inventories of provinces and cities; 2019 stands for 2020.</summary>
/// <param name="bth">The case's package.</param>
/// <param name="published">The inventories of all provinces.</param>
public sealed class BthInventory(DataPackage bth, ProvincialInventories published)
{
    /// <summary>Sources that follow people and services; mining, manufacturing and energy supply take up the cities' totals.</summary>
    public static IReadOnlyList<string> Diffuse { get; } = ["Agriculture", "Construction", "TradeAccommodationCatering", "OtherServices", "UrbanHouseholds",
        "RuralHouseholds"];

    private const int Year = 2019;

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

    /// <summary>The inventories of all other provinces, by the seven sectors and households.</summary>
    public LabelledVector Rest()
    {
        var others = new RegionAxis(published.Inventories.Regions.Where(r => r.Name != "China" && !Provinces.Contains(r.Name)));
        var (bySector, households) = (published.Emissions(Year, "7", others).ColumnSums(), published.Inventories.Households(Year, others).ColumnSums());
        return new("emissions", categories, categories.Codes.Select(c => bySector.Axis.Contains(c) ? bySector[c]
            : households[c == "UrbanHouseholds" ? "Urban" : "Rural"]), Unit.TonneCO2, bySector.Status);
    }

    /// <summary>Emissions of the thirteen cities and the rest of China, rows as in emissions.csv and household-emissions.csv.</summary>
    /// <param name="households">Households, or else the seven sectors.</param>
    public IEnumerable<(string Region, string Sector, double Tonnes, string Status)> Rows(bool households)
    {
        var (hebei, rest) = (Hebei().Emissions, Rest());
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
