using System.Globalization;
using System.IO.Compression;

namespace CarbonComp.Formats.Tests;

/// <summary>Made-up tables in the layouts of the world tables.</summary>
internal static class WorldSample
{
    public static readonly MultiRegionalTable Closed = Close(RandomTable.Build(3, 3, 7).Table);

    /// <summary>The closed table with names beside its codes.</summary>
    public static MultiRegionalTable ClosedWithNames =>
        Named(Closed, new(Closed.Regions.Select(r => new Region(r.Code, $"Region {r.Code}", $"地区{r.Code}"))),
            new(Closed.Sectors.Select(s => new Sector(s.Code, $"Sector {s.Code}", $"部门{s.Code}"))));

    public static MultiRegionalTable Named(MultiRegionalTable t, RegionAxis regions, SectorAxis sectors) =>
        new(regions, sectors, t.Intermediate, t.FinalUseByCategory,
        t.Exports, t.ImportedInputs, t.ValueAdded, t.Output, t.Status,
        CategoryAxis.Of("final use", t.Categories.Codes.Select(c => (c, $"all of {c}", $"全部{c}"))), t.CompetitiveImports, t.Error, t.Unit);

    /// <summary>Without trade abroad: what was exported is used by the first region.</summary>
    private static MultiRegionalTable Close(MultiRegionalTable t)
    {
        var y = t.FinalUse.Clone();
        y.SetColumn(0, y.Column(0) + t.Exports);
        var z = t.Exports * 0;
        return new(t.Regions, t.Sectors, t.Intermediate, y, z, z, t.Output - t.Intermediate.ColumnSums(), t.Output, ValueStatus.Statistic);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>OECD: the second region in two zones, of a quarter and three quarters.</summary>
    public static string Oecd() => Oecd(u => $"{u}_HFCE", 0, "OUT", "TLS", "VA");

    /// <summary>The same with China's own rows and columns, of zeros, as the editions with zones have them, and with both codes of purchases abroad.</summary>
    public static string OecdWithZones()
    {
        string[][] cells = [.. Oecd().TrimEnd('\n').Split('\n').Select(l => l.Split(','))];
        string[] Wide(string[] row, Func<int, string> own, Func<string, string> abroad) => [.. row[..4], .. Enumerable.Range(1, 3).Select(own), .. row[4..^1],
            .. new[] { "AUS", "CHN", "ROW" }.SelectMany(u => new[] { abroad($"{u}_DPABR"), abroad($"{u}_DIRP") }), row[^1]];
        var lines = cells.Select((row, r) => Wide(row, s => r == 0 ? $"CHN_S{s}" : "0", name => r == 0 ? name : "0")).ToList();
        lines.InsertRange(4, Enumerable.Range(1, 3).Select(s => (string[])[$"CHN_S{s}", .. Enumerable.Repeat("0", lines[0].Length - 1)]));
        return string.Concat(lines.Select(l => string.Join(',', l) + "\n"));
    }

    /// <summary>OECD's edition of 2016: final use before its country, a column of discrepancies (1 of each sector), value added and taxes in one row,
    /// no column of output.</summary>
    public static string Oecd2016() => Oecd(u => $"HFCE_{u}", 1, "DISC", "VA+TAXSUB");

    private static string Oecd(Func<string, string> use, double discrepancy, string last, params string[] added)
    {
        var t = Closed;
        (string Name, int Region, double Share)[] parts = [("AUS", 0, 1), ("CN1", 1, 0.25), ("CN2", 1, 0.75), ("ROW", 2, 1)];
        string[] users = ["AUS", "CHN", "ROW"];
        string Line(string label, Func<int, double, double> z, Func<int, double> y, double output) => string.Join(',',
            [label, .. from p in parts from s in Enumerable.Range(0, 3) select Number(z(p.Region * 3 + s, p.Share)),
                .. users.Select((_, u) => Number(y(u))), Number(output)]);
        var lines = new List<string> {
            string.Join(',', ["", .. from p in parts from s in Enumerable.Range(1, 3) select $"{p.Name}_S{s}", .. users.Select(use), last]) };
        foreach (var (name, region, share) in parts)
            for (var s = 0; s < 3; s++)
            {
                var i = region * 3 + s;
                lines.Add(Line($"{name}_S{s + 1}", (j, part) => t.Intermediate[i, j] * share * part,
                    u => t.FinalUse[i, u] * share, last == "OUT" ? t.Output[i] * share : discrepancy * share));
            }
        // What the discrepancy adds to a row, value added adds to its column.
        for (var k = 0; k < added.Length; k++)
            lines.Add(Line(added[k], (j, part) => (t.ValueAdded[j] + discrepancy) * (added.Length == 1 ? 1 : k == 0 ? 0.1 : 0.9) * part, _ => 0, 0));
        lines.Add(Line("OUT", (j, part) => (t.Output[j] + discrepancy) * part, u => t.FinalUse.Column(u).Sum(), 0));
        return string.Join('\n', lines) + "\n";
    }

    public static IReadOnlyDictionary<string, string> Eora()
    {
        var t = Closed;
        string Grid(int rows, int columns, Func<int, int, double> value) =>
            string.Concat(Enumerable.Range(0, rows).Select(i => string.Join('\t', Enumerable.Range(0, columns).Select(j => Number(value(i, j)))) + "\n"));
        string Labels(string kind, string[] names) => string.Concat(from r in Enumerable.Range(1, 3) from n in names select $"Region {r}\tR{r}\t{kind}\t{n}\n");
        return new Dictionary<string, string>
        {
            // The last row and column is ROW: it buys 2 of each sector and sells 1 to each.
            ["Eora26_2015_bp_T.txt"] = Grid(10, 10, (i, j) => i == 9 ? j == 9 ? 0 : 1 : j == 9 ? 2 : t.Intermediate[i, j]),
            ["Eora26_2015_bp_FD.txt"] = Grid(10, 4, (i, j) => i == 9 || j == 3 ? 0 : t.FinalUse[i, j]),
            ["Eora26_2015_bp_VA.txt"] = Grid(2, 10, (i, j) => j == 9 ? 0 : (t.ValueAdded[j] + 1) / 2),
            ["labels_T.txt"] = Labels("Industries", ["S1", "S2", "S3"]) + "Discrepancy\tROW\tIndustries\tTOTAL\n",
            ["labels_FD.txt"] = Labels("Final Demand", ["Household"]) + "Discrepancy\tROW\tFinal Demand\tTOTAL\n",
            ["Eora26_2015_bp_Q.txt"] = Grid(2, 10, (q, j) => j == 9 ? 0 : (q + 1) * (j + 1)),
            ["Eora26_2015_bp_QY.txt"] = Grid(2, 4, (q, u) => u == 3 ? 0 : (q + 1) * 10 * (u + 1)),
            ["labels_Q.txt"] = "I-GHG-CO2 emissions (Gg)\tTotal\t\nI-GHG-CH4 emissions (Gg)\tTotal\t\n",
        };
    }

    /// <summary>EXIOBASE; as coefficients where the release has no flows.</summary>
    public static IReadOnlyDictionary<string, string> Exiobase(bool coefficients = false)
    {
        var t = Closed;
        string Heads(string labels, int count, Func<int, string> region, Func<int, string> name) =>
            $"region{labels}\t{string.Join('\t', Enumerable.Range(0, count).Select(region))}\n"
            + $"sector{labels}\t{string.Join('\t', Enumerable.Range(0, count).Select(name))}\n";
        string Sectors(string labels) => Heads(labels, 9, i => $"R{i / 3 + 1}", i => $"S{i % 3 + 1}");
        string Uses(string labels) => Heads(labels, 3, u => $"R{u + 1}", _ => "households");
        string Rows(int columns, Func<int, int, double> value) =>
            string.Concat(Enumerable.Range(0, 9)
                .Select(i => $"R{i / 3 + 1}\tS{i % 3 + 1}\t" + string.Join('\t', Enumerable.Range(0, columns).Select(j => Number(value(i, j)))) + "\n"));
        return new Dictionary<string, string>
        {
            [$"IOT_2015_ixi/{(coefficients ? "A" : "Z")}.txt"] = Sectors("\t") + "region\tsector" + new string('\t', 9) + "\n"
                + Rows(9, (i, j) => !coefficients ? t.Intermediate[i, j] : t.Output[j] == 0 ? 0 : t.Intermediate[i, j] / t.Output[j]),
            ["IOT_2015_ixi/Y.txt"] = Uses("\t") + Rows(3, (i, u) => t.FinalUse[i, u]),
            ["IOT_2015_ixi/x.txt"] = "region\tsector\tindout\n" + Rows(1, (i, _) => t.Output[i]),
            ["IOT_2015_ixi/air/F.txt"] = Sectors("") + "stressor" + new string('\t', 9) + "\nCO2\t" + string.Join('\t', Enumerable.Range(1, 9)) + "\n",
            ["IOT_2015_ixi/air/F_Y.txt"] = Uses("") + "CO2\t10\t20\t30\n",
        };
    }

    /// <summary>WIOD csv: whole numbers, with rows that miss their output by a few millions.</summary>
    public static IReadOnlyDictionary<string, string> WiodCsv()
    {
        var t = Closed;
        string[] labels = [.. Enumerable.Range(0, 9).Select(i => $"R{i / 3 + 1}.c{i % 3 + 1}")];
        double Z(int i, int j) => Math.Round(100 * t.Intermediate[i, j]);
        double Y(int i, int u) => Math.Round(100 * t.FinalUse[i, u]);
        double X(int i) => Enumerable.Range(0, 9).Sum(j => Z(i, j)) + Enumerable.Range(0, 3).Sum(u => Y(i, u)) + i % 4 * 7;
        double Added(int j) => X(j) - Enumerable.Range(0, 9).Sum(i => Z(i, j));
        string Text(IEnumerable<string> heading, Func<int, IEnumerable<string>> cells) =>
            string.Join(',', ["", .. heading]) + "\n" + string.Concat(labels.Select((label, i) => string.Join(',', [label, .. cells(i)]) + "\n"));
        return new Dictionary<string, string>
        {
            ["wiot_2009_Z.csv.gz"] = Text(labels, i => Enumerable.Range(0, 9).Select(j => Number(Z(i, j)))),
            ["wiot_2009_FD.csv.gz"] = Text(["R1.c37", "R2.c37", "R3.c37"], i => Enumerable.Range(0, 3).Select(u => Number(Y(i, u)))),
            ["wiot_2009_xva.csv.gz"] = "label,country,industry,x,va\n"
                + string.Concat(labels.Select((label, i) => $"{label},R{i / 3 + 1},c{i % 3 + 1},{Number(X(i))},{Number(Added(i))}\n")),
        };
    }

    /// <summary>FIGARO's matrix; by product where a prefix of codes is given.</summary>
    public static string Figaro(string prefix = "")
    {
        var (t, uses) = (Closed, (string[])["P3_S13", "P3_S14", "P3_S15", "P51G", "P5M"]);
        string[] areas = ["AT", "DE", "FIGW1"], sectors = [.. Enumerable.Range(0, 9).Select(i => $"{areas[i / 3]}_{prefix}{"ABC"[i % 3]}{i % 3 + 1}")];
        string Line(string label, Func<int, double> z, Func<int, int, double> y) => string.Join(',', [label,
            .. Enumerable.Range(0, 9).Select(j => Number(z(j))), .. areas.SelectMany((_, r) => uses.Select((_, u) => Number(y(r, u))))]) + "\n";
        return string.Join(',', ["rowLabels", .. sectors, .. areas.SelectMany(a => uses.Select(u => $"{a}_{u}"))]) + "\n"
            // Households use what is used and 2 more, which inventories lose.
            + string.Concat(sectors.Select((s, i) => Line(s, j => t.Intermediate[i, j], (r, u) => u == 1 ? t.FinalUse[i, r] + 2 : u == 4 ? -2 : 0)))
            + string.Concat(new[] { "D21X31", "OP_RES", "OP_NRES", "D1", "D29X39", "B2A3G" }.Select((v, k) =>
                Line($"W2_{v}", j => t.ValueAdded[j] * (k is 1 or 2 ? 0 : 0.25), (_, u) => u == 1 ? k : 0)));
    }

    /// <summary>The same flow by flow.</summary>
    public static string FigaroFlat(string row = "rowIi")
    {
        string[][] cells = [.. Figaro().TrimEnd('\n').Split('\n').Select(l => l.Split(','))];
        static string Split(string label) => string.Join(',', label.Split('_', 2));
        return $"icioiRow,icioiCol,refArea,{row},counterpartArea,colIi,obsValue\n" + string.Concat(from r in cells[1..]
            from c in Enumerable.Range(1, r.Length - 1) select $"{r[0]},{cells[0][c]},{Split(r[0])},{Split(cells[0][c])},{r[c]}\n");
    }

    /// <summary>WIOD's release of 2016: the geometry of 2013 with other codes.</summary>
    public static IReadOnlyList<object?[]> Wiod2016() => [.. WiodWorkbook().Select((row, r) => (object?[])[.. row.Select((cell, c) => Renamed(cell, r, c))])];

    private static object? Renamed(object? cell, int r, int c)
    {
        string[] codes = ["A01", "B", "C10-C12"], uses = ["CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN"];
        if (r == 2 && c is >= 4 and < 28) return c < 13 ? codes[(c - 4) % 3] : uses[(c - 13) % 5];
        if (r == 4 && c == 28) return "TOT";
        if (r == 2 && c == 28) return "GO";
        if (r is > 5 and < 15 && c == 0) return codes[(r - 6) % 3];
        if (r >= 15 && c == 2) return "TOT";
        return r >= 15 && c == 0 ? new[] { "II_fob", "TXSP", "EXP_adj", "VA", "IntTTM", "GO" }[r - 15] : r >= 15 && c == 3 ? $"r{r + 50}" : cell;
    }

    /// <summary>The Asian Development Bank's: a heading row lower, blanks where nothing flows, ToT as the code of output.</summary>
    public static IReadOnlyList<object?[]> Adb(object? nothing = null)
    {
        var rows = WiodWorkbook().ToList();
        rows.Insert(2, [null]);
        return [.. rows.Select((row, r) => (object?[])[.. row.Select((cell, c) => cell switch
        {
            0.0 when c < 28 => nothing ?? " ",
            "c37" or "c38" or "c39" or "c41" or "c42" when r == 6 => "F" + (Array.IndexOf(["c37", "c38", "c39", "c41", "c42"], cell) + 1),
            "Total output" => null,
            null when (r, c) is (5, 28) or (6, 28) => r == 5 ? "ToT" : "r69",
            "International Transport Margins" => cell,
            null when c == 3 && row[1] is "International Transport Margins" => "trs",
            _ => cell,
        })])];
    }

    public static void Zip(string path, IReadOnlyDictionary<string, string> files)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, text) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    public static IEnumerable<object?[]> WiodWorkbook()
    {
        var t = Closed;
        string[] categories = ["c37", "c38", "c39", "c41", "c42"];
        // Early years write ROM for Romania, ROU later.
        string[] countries = ["AUS", "ROM", "RoW"];
        var codes = Enumerable.Range(0, 9).Select(i => (countries[i / 3], $"c{i % 3 + 1}"))
            .Concat(from r in countries from c in categories select (r, c)).ToArray();
        yield return ["World Input-Output Table for 2000"];
        yield return ["3 countries, in current prices"];
        yield return ["(industry-by-industry)", null, null, null, .. codes.Select(c => c.Item2), null];
        yield return ["(millions of US$)", null, null, null, .. codes.Select(c => $"name of {c.Item2}"), "Total output"];
        yield return [null, null, null, null, .. codes.Select(c => c.Item1), null];
        yield return [null, null, null, null, .. codes.Select(c => c.Item2), null];
        for (var i = 0; i < 9; i++)
            yield return [codes[i].Item2, "name", codes[i].Item1, codes[i].Item2, .. Enumerable.Range(0, 9).Select(j => (object)t.Intermediate[i, j]),
                .. from r in Enumerable.Range(0, 3) from c in Enumerable.Range(0, 5)
                    select (object)(c == 0 ? t.FinalUse[i, r] + 2 : c == 4 ? -2.0 : 0.0), t.Output[i]];
        object?[] Below(string? code, string name, Func<int, double> value) =>
            [null, name, code == "r60" ? "TOT"
                : null, code, .. Enumerable.Range(0, 9).Select(j => (object)value(j)), .. new object?[16].Select(_ => (object)0.0)];
        yield return Below("r60", "Total intermediate consumption", j => t.Intermediate.Column(j).Sum());
        yield return Below("r99", "taxes less subsidies on products", j => t.ValueAdded[j] * 0.125);
        yield return Below("r61", "Cif/ fob adjustments on exports", j => t.ValueAdded[j] * 0.0625);
        yield return Below("r64", "Value added at basic prices", j => t.ValueAdded[j] * 0.75);
        yield return Below(null, "International Transport Margins", j => t.ValueAdded[j] * 0.0625);
        yield return Below("r69", "Output at basic prices", j => t.Output[j]);
    }
}
