namespace CarbonComp.Prepare;

/// <summary>The layout of the OECD's ICIO: one heading, one label column, <c>COUNTRY_sector</c>. Unit: million US dollars.</summary>
internal static class OecdLayout
{
    public static void Write(string folder, SampleTable world)
    {
        var table = world.Table;
        string Label(int i) => $"{world.Country(i)}_S{world.Number(i)}";
        var zeros = Enumerable.Repeat("0", world.Regions + 1);
        File.WriteAllText(Path.Combine(folder, "oecd-icio.csv"),
            Cells.Line(",", "", world.Each(Label), world.EachRegion(r => SampleTable.CountryOf(r) + "_HFCE"), "OUT")
            + string.Concat(world.Each(i => Cells.Line(",", Label(i), world.Each(j => table.Intermediate[i, j] / 1e6),
                world.EachRegion(r => table.FinalUse[i, r] / 1e6), table.Output[i] / 1e6)))
            + Cells.Line(",", "VA", table.ValueAdded.Select(v => v / 1e6), zeros)
            + Cells.Line(",", "OUT", table.Output.Select(v => v / 1e6), zeros));
    }

    /// <summary>Two years in an archive; Hebei is China here, of which a quarter is in an export processing zone.</summary>
    public static void WriteZip(string folder, SampleTable world)
    {
        var table = world.Table;
        (string Name, int Region, double Share)[] parts = [("BJ", 0, 1), ("TJ", 1, 1), ("CN1", 2, 0.75), ("CN2", 2, 0.25), ("ROW", 3, 1)];
        var sectors = table.Sectors.Count;
        IEnumerable<T> Each<T>(Func<(string Name, int Region, double Share), int, T> value) =>
            parts.SelectMany(p => Enumerable.Range(0, sectors).Select(s => value(p, s)));
        var uses = new[] { "HFCE", "DPABR", "DIRP" };
        string User(int r) => r == 2 ? "CHN" : SampleTable.CountryOf(r);
        var zeros = Enumerable.Repeat("0", uses.Length * world.Regions + 1);
        string Year(double scale) => Cells.Line(",", "", Each((p, s) => $"{p.Name}_S{s + 1}"),
                world.EachRegion(r => uses.Select(u => $"{User(r)}_{u}")).SelectMany(u => u), "OUT")
            + string.Concat(Each((row, s) => Cells.Line(",", $"{row.Name}_S{s + 1}", Each((p, t) =>
                    scale * table.Intermediate[row.Region * sectors + s, p.Region * sectors + t] * row.Share * p.Share / 1e6),
                world.EachRegion(r => new[] { scale * table.FinalUse[row.Region * sectors + s, r] * row.Share / 1e6, 0, 0 }).SelectMany(u => u),
                scale * table.Output[row.Region * sectors + s] * row.Share / 1e6)))
            + Cells.Line(",", "TLS", Each((p, t) => scale * 0.1 * table.ValueAdded[p.Region * sectors + t] * p.Share / 1e6), zeros)
            + Cells.Line(",", "VA", Each((p, t) => scale * 0.9 * table.ValueAdded[p.Region * sectors + t] * p.Share / 1e6), zeros)
            + Cells.Line(",", "OUT", Each((p, t) => scale * table.Output[p.Region * sectors + t] * p.Share / 1e6), zeros);
        Cells.Zip(Path.Combine(folder, "oecd-2016-2020.zip"), ("2019.csv", Year(0.5)), ("2020.csv", Year(1)));
    }
}
