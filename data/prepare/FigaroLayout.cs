namespace CarbonComp.Prepare;

/// <summary>The two layouts of FIGARO: a matrix with labels <c>AREA_sector</c>, and a row a flow. Unit: million euro.</summary>
internal static class FigaroLayout
{
    private static readonly string[] Uses = ["P3_S13", "P3_S14", "P3_S15", "P51G", "P5M"];
    private static readonly string[] Industries = ["A01", "B", "C", "D35", "F", "H", "M_N"];

    public static void Write(string folder, SampleTable world)
    {
        var table = world.Table;
        static string Area(string country) => country == "ROW" ? "FIGW1" : country;
        string Sector(int i) => $"{Area(world.Country(i))}_{Industries[world.Number(i) - 1]}";
        string[] columns = [.. world.Each(Sector), .. world.EachRegion(r => Uses.Select(u => $"{Area(SampleTable.CountryOf(r))}_{u}")).SelectMany(u => u)];
        var rows = world.Each(i => (Label: Sector(i), Cells: (double[])[.. world.Each(j => table.Intermediate[i, j] / 1e6),
                .. world.EachRegion(r => Uses.Select(u => u == "P3_S14" ? table.FinalUse[i, r] / 1e6 : 0)).SelectMany(u => u)]))
            .Concat(new[] { ("W2_D21X31", 0.1), ("W2_OP_RES", 0), ("W2_OP_NRES", 0), ("W2_D1", 0.5), ("W2_D29X39", 0.1), ("W2_B2A3G", 0.3) }.Select(v =>
                (Label: v.Item1, Cells: (double[])[.. table.ValueAdded.Select(x => v.Item2 * x / 1e6), .. new double[columns.Length - world.Count]])))
            .ToArray();
        File.WriteAllText(Path.Combine(folder, "matrix_eu-ic-io_ind-by-ind_24ed_2020.csv"),
            Cells.Line(",", "rowLabels", columns) + string.Concat(rows.Select(r => Cells.Line(",", r.Label, r.Cells))));
        static string Split(string label) => string.Join(',', label.Split('_', 2));
        Cells.Zip(Path.Combine(folder, "figaro-flat.zip"), ("flat_eu-ic-io_ind-by-ind_24ed_2020.csv",
            "icioiRow,icioiCol,refArea,rowIi,counterpartArea,colIi,obsValue\n" + string.Concat(rows.SelectMany(r => columns.Select((c, k) =>
                Cells.Line(",", r.Label, c, Split(r.Label), Split(c), r.Cells[k]))))));
    }
}
