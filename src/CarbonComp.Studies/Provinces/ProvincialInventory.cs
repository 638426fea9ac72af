using System.Collections.Concurrent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>How the emissions of data/china-provinces by sector are made from CEADs' totals by province.</summary>
/// <param name="accounts">The accounts of the provinces.</param>
public sealed class ProvincialInventory(ProvincialAccounts accounts)
{
    private const string Urban = "UrbanHouseholds", Rural = "RuralHouseholds";

    private readonly DataPackage package = accounts.Package;
    private readonly ConcurrentDictionary<int, LabelledMatrix> activities = new();
    private readonly CategoryAxis categories = new("sector", [.. accounts.Sectors.Codes, Urban, Rural]);

    /// <summary>The inventories by sector that a province's total is divided by: 2017's up to then, else 2019's.</summary>
    private static int ReferenceYear(int year) => year <= 2017 ? 2017 : 2019;

    /// <summary>Emissions of the provinces that have an inventory, rows as in emissions.csv and household-emissions.csv.</summary>
    /// <param name="households">Households, or else the seven sectors.</param>
    public IEnumerable<(int Year, string Region, string Sector, double Tonnes, string Status)> Rows(bool households)
    {
        var wanted = households ? [Urban, Rural] : accounts.Sectors.Codes;
        foreach (var year in accounts.Years)
            foreach (var province in accounts.Inventoried)
            {
                var known = Known(year, province);
                var emitted = known ?? Divided(year, province).Emissions;
                foreach (var sector in wanted)
                    yield return (year, province.Name, sector, Math.Round(emitted[sector]), known is null ? "constructed" : "statistic");
            }
    }

    /// <summary>A province's total divided among sectors and households as Beijing, Tianjin and Hebei together suggest.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="province">A province with an inventory.</param>
    /// <returns>t CO2, and the province's intensity over the reference's.</returns>
    public (LabelledVector Emissions, double Factor) Divided(int year, Region province)
    {
        var reference = ReferenceYear(year);
        var inventories = package["reference-emissions"].Where("year", Text(reference));
        var regions = accounts.Provinces.Where(p => inventories.Texts("region").Contains(p.Name)).ToArray();
        var emitted = inventories.Matrix("value", new RegionAxis(regions), categories).In(Unit.TonneCO2).ColumnSums();
        var activity = Activity(reference == 2019 ? 2020 : reference).ForRows(new RegionAxis(regions)).ColumnSums();
        return InventoryDownscaling.BySector(Total(year, province), Of(Activity(year), province), emitted, activity);
    }

    /// <summary>The province's total, t CO2.</summary>
    private double Total(int year, Region province) => package["emission-totals"].Where("year", Text(ProvincialAccounts.InventoryYear(year)))
        .Where("region", province.Name).Vector("value", new RegionAxis(province)).In(Unit.TonneCO2).Total;

    private LabelledVector? Known(int year, Region province)
    {
        var (inventories, known) = (package["reference-emissions"], Text(ProvincialAccounts.InventoryYear(year)));
        return inventories.Texts("year").Contains(known) && inventories.Texts("region").Contains(province.Name)
            ? inventories.Where("year", known).Where("region", province.Name).Vector("value", categories).In(Unit.TonneCO2) : null;
    }

    /// <summary>What emissions follow: value added by sector, urban and rural residents; shares of the nation, so that prices of one year
    /// are not those of another.</summary>
    private LabelledMatrix Activity(int year)
    {
        if (activities.TryGetValue(year, out var known)) return known;
        var (valueAdded, residents) = (new ProvincialConstruction(accounts).ValueAdded(year).Values, accounts.Population(year).Values);
        var urban = residents.PointwiseMultiply(accounts.UrbanShare.In(Unit.One).Values);
        var columns = Enumerable.Range(0, accounts.Sectors.Count).Select(valueAdded.Column)
            .Select(c => c / valueAdded.RowSums().Sum()).Append(urban / residents.Sum()).Append((residents - urban) / residents.Sum());
        return activities[year] = new("activity", accounts.Provinces, categories, Matrix<double>.Build.DenseOfColumnVectors(columns), Unit.One,
            ValueStatus.Constructed);
    }

    private static LabelledVector Of(LabelledMatrix activity, Region province) =>
        new(activity.Name, activity.Columns, activity.Values.Row(activity.Rows.IndexOf(province.Code)), activity.Unit, activity.Status);

    private static string Text(int year) => Invariant($"{year}");
}
