using CarbonComp.Formats;

namespace CarbonComp.Prepare;

/// <summary>The layout of GLORIA: supply and use along one axis, without headings, and the workbook that names them. Unit: thousand US dollars.</summary>
/// <remarks>Each industry makes its own product alone, so that industries by industries are the table again; a third region, DYE, is empty.</remarks>
internal static class GloriaLayout
{
    public static void Write(string folder, SampleTable world)
    {
        var (table, s, regions) = (world.Table, world.Table.Sectors.Count, world.Regions + 1);
        // Along the axis: region, industries and then products; the last region is empty.
        (int Index, bool IsProduct) Place(int k) => k / (2 * s) < world.Regions ? (k / (2 * s) * s + k % s, k / s % 2 == 1) : (-1, false);
        string Grid(int rows, int columns, Func<int, int, double> value) => string.Concat(Enumerable.Range(0, rows).Select(r =>
            Cells.Line(",", Enumerable.Range(0, columns).Select(c => value(r, c)))));
        var n = 2 * regions * s;
        double Transaction(int r, int c) => (Place(r), Place(c)) is var ((i, isProduct), (j, toProduct)) && i >= 0 && j >= 0
            ? isProduct && !toProduct ? table.Intermediate[i, j] / 1e6 : !isProduct && toProduct && i == j ? table.Output[i] / 1e6 : 0 : 0;
        string Name(string part) => $"20240101_120secMother_AllCountries_002_{part}-Results_2020_059_Markup001(full).csv";
        Cells.Zip(Path.Combine(folder, "GLORIA_MRIOs_59_2020.zip"), (Name("T"), Grid(n, n, Transaction)),
            (Name("Y"), Grid(n, regions, (r, u) => Place(r) is (>= 0, true) and var (i, _) && u < world.Regions ? table.FinalUse[i, u] / 1e6 : 0)),
            (Name("V"), Grid(regions, n, (v, c) => Place(c) is (>= 0, false) and var (j, _) && j / s == v ? table.ValueAdded[j] / 1e6 : 0)));
        Cells.Zip(Path.Combine(folder, "GLORIA_SatelliteAccounts_059_2020.zip"),
            (Name("TQ"), Grid(1, n, (_, c) => Place(c) is (>= 0, false) and var (j, _) ? j + 1 : 0)), (Name("YQ"), Grid(1, regions, (_, _) => 0)));
        object?[] Row(params object?[] cells) => cells;
        XlsxSheet.Write(Path.Combine(folder, "GLORIA_ReadMe_059.xlsx"),
        [
            ("Regions", [Row("Lfd_Nr", "Region_acronyms", "Region_names"), .. Enumerable.Range(0, world.Regions).Select(r =>
                Row(r + 1, SampleTable.CountryOf(r), table.Regions.Labels[r])), Row(regions, "DYE", "Democratic Yemen")]),
            ("Sectors", [Row("Lfd_Nr", "Sector_names"), .. table.Sectors.Labels.Select((name, k) => Row(k + 1, name))]),
            ("Value added and final demand", [Row("Lfd_Nr", "Value_added_names", "Final_demand_names"), Row(1, "Value added", "All uses")]),
            ("Satellites", [Row("Lfd_Nr", "Sat_head_indicator", "Sat_indicator", "Sat_unit"), Row(1, "Emissions (constructed)", "co2", "kilotonnes")]),
        ]);
    }
}
