using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests.Emissions;

/// <summary>How the constructed tables of data/bth-2020 are made from its public figures.</summary>
internal sealed class BthInventory(DataPackage bth)
{
    /// <summary>Sources that follow people and services; mining, manufacturing and energy supply take up the cities' totals.</summary>
    public static readonly string[] Diffuse = ["Agriculture", "Construction", "TradeAccommodationCatering", "OtherServices", "UrbanHouseholds", "RuralHouseholds"];

    private readonly RegionAxis cities = bth["regions"].RegionAxis();
    private readonly SectorAxis sectors = bth["sectors"].SectorAxis();
    private readonly CategoryAxis categories = bth["provincial-emissions"].CategoryAxis("sector");

    public DownscaledInventory Hebei()
    {
        var hebei = new RegionAxis(cities.Where((_, i) => bth["regions"].Texts("province")[i] == "Hebei"));
        var economy = bth["economy"].Where("region", hebei);
        var (population, urban) = (economy.Vector("population", hebei).Values, economy.Vector("urban_share", hebei).In("1").Values);
        Vector<double> Proxy(string category) => category switch
        {
            "Agriculture" => economy.Vector("value_added_primary", hebei).Values,
            "Mining" or "Manufacturing" or "Energy" or "Construction" => economy.Vector("value_added_secondary", hebei).Values,
            "TradeAccommodationCatering" or "OtherServices" => economy.Vector("value_added_tertiary", hebei).Values,
            "UrbanHouseholds" => population.PointwiseMultiply(urban),
            "RuralHouseholds" => population.PointwiseMultiply(1 - urban),
            _ => throw new ArgumentOutOfRangeException(nameof(category), category, "no proxy"),
        };
        var proxies = new LabelledMatrix("proxies", hebei, categories,
            Matrix<double>.Build.DenseOfColumnVectors(categories.Codes.Select(Proxy)), Unit.One, ValueStatus.Statistic);
        return InventoryDownscaling.Of(proxies, LatestTotals(hebei), Province("Hebei"), Diffuse);
    }

    /// <summary>Emissions of the thirteen cities and the rest of China, rows as in emissions.csv.</summary>
    public IEnumerable<(string Region, string Sector, double Tonnes, string Status)> Rows(bool households)
    {
        var hebei = Hebei().Emissions;
        var rest = bth["provinces"].Given("emissions").RegionAxis();
        var wanted = households ? categories.Codes.Except(sectors.Codes) : sectors.Codes;
        foreach (var city in cities.Append(new Region("rest", "Rest of China")))
            foreach (var sector in wanted)
                yield return city.Name switch
                {
                    "Beijing" or "Tianjin" => (city.Name, sector, Math.Round(Province(city.Name)[sector]), "statistic"),
                    "Rest of China" => (city.Name, sector, Math.Round(Inventory(rest).ColumnSums()[sector]), "statistic"),
                    _ => (city.Name, sector, Math.Round(hebei[city.Name, sector]), "constructed"),
                };
    }

    /// <summary>Energy use of the three provinces by sector and fuel, rows as in energy.csv.</summary>
    public IEnumerable<(string Region, string Sector, string Fuel, double Tce)> Energy()
    {
        var fuels = EmissionFactors.Ipcc2006.Fuels;
        foreach (var province in new[] { "Beijing", "Tianjin", "Hebei" })
        {
            var emissions = bth["fuel-emissions"].Where("region", province).Where("sector", sectors).Where("fuel", fuels).Matrix("value", sectors, fuels);
            var energy = EnergyEmissions.EnergyOf(emissions, EmissionFactors.Ipcc2006);
            foreach (var sector in sectors)
                foreach (var fuel in fuels.Labels)
                    yield return (province, sector.Code, fuel, Math.Round(energy[sector.Code, fuel]));
        }
    }

    private LabelledMatrix Inventory(RegionAxis provinces) =>
        bth["provincial-emissions"].Where("year", "2019").Where("region", provinces).Matrix("value", provinces, categories).In(Unit.TonneCO2);

    private LabelledVector Province(string name) =>
        bth["provincial-emissions"].Where("year", "2019").Where("region", name).Vector("value", categories).In(Unit.TonneCO2);

    /// <summary>Each city's total in the last year that has one.</summary>
    private LabelledVector LatestTotals(RegionAxis hebei)
    {
        var table = bth["city-emissions"];
        return new("city totals", hebei, hebei.Select(city => table.Where("region", city.Name).Numbers("value").Last()), table.UnitOf("value"), ValueStatus.Statistic);
    }
}
