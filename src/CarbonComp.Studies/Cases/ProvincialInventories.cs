using System.Collections.Concurrent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Emissions of China's provinces by sector of the national input–output tables, from published inventories.</summary>
/// <remarks>
/// An inventory has 45 sectors, a national table 41 or 42. A sector that reaches into several sectors of the table is divided by what these pay for
/// fuels, as <c>data/concordances</c> says line by line; processes are those of cement. Sums are kept: every province has the total of its
/// inventory. A year without a national table takes the proportions of the nearest one.
/// </remarks>
public sealed class ProvincialInventories
{
    private readonly NationalTables tables;
    private readonly ConcurrentDictionary<(int Year, string Classification, string Provinces), LabelledMatrix> divided = new();

    internal ProvincialInventories(EmissionInventories inventories, NationalTables tables) => (Inventories, this.tables) = (inventories, tables);

    /// <summary>Reads the packages.</summary>
    /// <param name="data">The folder <c>data</c>, with <c>inventories</c>, <c>national-tables</c> and <c>concordances</c>.</param>
    /// <exception cref="DataException">A package is missing or damaged.</exception>
    public static ProvincialInventories Load(string data) => new(InventoryPackage.Load(Path.Combine(data, "inventories")), NationalTables.Load(data));

    /// <summary>The inventories as published, of thirty provinces and the nation.</summary>
    public EmissionInventories Inventories { get; }

    /// <summary>Scope 1 by province and sector.</summary>
    /// <param name="year">A year that has inventories.</param>
    /// <param name="classification">The sectors: <c>30</c>, <c>9</c> or <c>7</c>, or one with links that the nearest table leads to.</param>
    /// <param name="provinces">The provinces, by name or code; none means all that have an inventory.</param>
    /// <returns>t CO2; constructed, for sectors are divided.</returns>
    /// <exception cref="EmissionsException">A province or year without an inventory.</exception>
    /// <exception cref="InputOutputException">No such classification, or one that the year's table does not lead to.</exception>
    public LabelledMatrix Emissions(int year, string classification = "7", RegionAxis? provinces = null)
    {
        provinces ??= new(Inventories.Regions.Where(r => r.Name != "China"));
        return divided.GetOrAdd((year, classification, string.Join('|', provinces.Codes)), _ => Divide(year, classification, provinces));
    }

    private LabelledMatrix Divide(int year, string classification, RegionAxis provinces)
    {
        var nearest = tables.Nearest(year, classification);
        var (own, table, concordances) = (tables.Classification(nearest), tables[nearest], tables.Concordances);
        // What each sector buys of coal, oil, gas and their products, domestic and imported.
        var bought = concordances.FuelSuppliers(own).Select(table.Sectors.IndexOf).Select(i => table.Intermediate.Row(i) + table.ImportedIntermediate.Row(i));
        var fuels = new LabelledVector("fuel purchases", table.Sectors, bought.Aggregate((a, b) => a + b), Unit.Yuan, table.Status);
        var output = new LabelledVector("output", table.Sectors, table.Output, Unit.Yuan, table.Status);
        var to = concordances.Between(own, classification);
        LabelledVector[] rows = [.. provinces.Select(p => TableAggregation.Aggregate(
            concordances.Emissions(Inventories[p.Name, year], own, fuels, output), to).RowSums().Named(p.Name))];
        return new("emissions", provinces, concordances.Sectors(classification), Matrix<double>.Build.DenseOfRowVectors(rows.Select(r => r.Values)),
            Unit.TonneCO2, ValueStatuses.Weakest(rows.Select(r => r.Status)));
    }
}
