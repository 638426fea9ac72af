using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats.Tests;

/// <summary>Names come along beside the codes, in every layout that has them; a damaged one never costs the table.</summary>
public class NamesTests
{
    // What stands in the cells of damaged headings: errors, numbers, other codes and names, line breaks, the separator of axes.
    private static readonly string[] Texts =
        ["", " ", "#REF!", "12.5", "c1", "C2", "R3", "r1", "Coal", "coal", " Coal\n mining ", "煤炭", "石油 · 天然气", "a · b", "—"];

    [Fact]
    [Trait("size", "large")]
    public void No_text_found_beside_codes_merges_two_or_hides_a_code() =>
        Prop.ForAll(Gen.Elements(Texts).ListOf(24).Select(l => l.ToArray()).ToArbitrary(), texts =>
        {
            var industries = Wiod(rows => rows[3] = [.. rows[3].Select((cell, c) => c is >= 4 and < 28 ? texts[c - 4] : cell)]);
            Codes(industries.Sectors, "c1", "c2", "c3");
            Codes(industries.Categories, "c37", "c38", "c39", "c41", "c42");
            using var folder = new TemporaryFolder();
            var line = 0;
            foreach (var (name, text) in WorldSample.Eora())
                File.WriteAllText(folder.File(name), name.StartsWith("labels", StringComparison.Ordinal)
                    ? string.Join('\n', text.Split('\n').Select(l => l.Contains('\t') ? texts[line++].ReplaceLineEndings(" ") + l[l.IndexOf('\t')..] : l))
                        : text);
            var countries = EoraTable.Read(folder.Path).Table;
            Codes(countries.Regions, "R1", "R2", "R3");
            foreach (var table in new[] { industries, countries })
            {
                WideTable.WriteCsv(table, folder.File("own.csv"));
                var back = WideTable.ReadCsv(folder.File("own.csv"), new() { Tolerance = 1 }).Table;
                Assert.Equal(table.Regions.Labels.Concat(table.Sectors.Labels), back.Regions.Labels.Concat(back.Sectors.Labels));
            }
        }).QuickCheckThrowOnFailure();

    private static void Codes(Axis axis, params string[] codes)
    {
        Assert.Equal(codes, axis.Codes);
        Assert.Equal(Enumerable.Range(0, codes.Length), codes.Select(axis.IndexOf));
        Assert.Equal(codes.Length, axis.Labels.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Wiod_workbooks_name_their_industries()
    {
        var t = Wiod(_ => { });
        Assert.Equal(["c1", "c2", "c3"], t.Sectors.Codes);
        Assert.Equal(["name of c1", "name of c2", "name of c3"], t.Sectors.Labels);
        Assert.Equal(("c42", "inventories"), (t.Categories.Codes[4], t.Categories.Labels[4]));
    }

    [Theory]
    [InlineData("#REF!", "name of c1")] // The industry has its name in two other countries.
    [InlineData("name of c2", "name of c1")]
    [InlineData(null, "name of c1")]
    public void A_damaged_name_of_one_block_does_not_count(string? cell, string expected) =>
        Assert.Equal(expected, Wiod(rows => rows[3][4] = cell).Sectors.Labels[0]);

    [Fact]
    public void Two_industries_of_one_name_are_called_by_their_codes()
    {
        var t = Wiod(rows => rows[3] = [.. rows[3].Select(c => c is "name of c2" ? "name of c1" : c)]);
        Assert.Equal(["c1", "c2", "name of c3"], t.Sectors.Labels);
        Assert.Equal(1, t.Sectors.IndexOf("c2"));
    }

    [Theory]
    [InlineData("code,name\nc1,\"Agriculture, Hunting\"\nc2,采矿业\nc9,Nowhere\n", "Agriculture, Hunting|采矿业|c3", false)]
    [InlineData("code,name\nc1,Mining\nc2,Mining\nc3,c1\n", "c1|c2|c3", false)]
    [InlineData("", "c1|c2|c3", false)]
    [InlineData("code,name\nc1,Agriculture\nc2,\"Mining\nc3,Food\n", null, true)]
    [InlineData("code,name\nc1,Agriculture\nc2,\u0001\n", "Agriculture|c2|c3", true)]
    public void Wiods_csv_form_takes_names_from_the_list_beside_it(string list, string? expected, bool noted)
    {
        using var folder = new TemporaryFolder();
        var sample = FormatSample.All.Single(f => f.Name == "wiod csv");
        sample.Write(folder.Path);
        File.WriteAllText(folder.File("industries.csv"), list);
        var reading = WiodTable.ReadCsv(folder.Path, 2009);
        Assert.Equal(["c1", "c2", "c3"], reading.Table.Sectors.Codes);
        if (expected is not null) Assert.Equal(expected.Split('|'), reading.Table.Sectors.Labels);
        Assert.Equal(noted, reading.Notes.Any(n => n.Contains("industries.csv", StringComparison.Ordinal)));
        Assert.Equal(["households"], reading.Table.Categories.Labels);
    }

    [Theory]
    [InlineData("Region 2\t", "Region 2\t", "Region 1|Region 2|Region 3")]
    [InlineData("Region 2\t", "中国\t", "Region 1|中国|Region 3")]
    [InlineData("Region 2\t", "Region 1\t", "R1|R2|Region 3")]
    [InlineData("Region 2\t", "r3\t", "Region 1|R2|Region 3")]
    [InlineData("Region 2\t", "\t", "Region 1|R2|Region 3")]
    public void Eora_names_its_countries(string was, string now, string expected)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, text) in WorldSample.Eora()) File.WriteAllText(folder.File(name), text.Replace(was, now, StringComparison.Ordinal));
        var t = EoraTable.Read(folder.Path).Table;
        Assert.Equal(["R1", "R2", "R3"], t.Regions.Codes);
        Assert.Equal(expected.Split('|'), t.Regions.Labels);
        Assert.Equal(2, t.Regions.IndexOf("R3"));
    }

    [Fact]
    public void Oecds_final_uses_have_codes_and_names()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("2018.csv"), WorldSample.Oecd());
        var uses = OecdTable.ReadCsv(folder.File("2018.csv")).Table.Categories;
        Assert.Equal(("HFCE", "household final consumption expenditure", 0), (uses.Codes[0], uses.Labels[0], uses.IndexOf("hfce")));
    }

    [Theory]
    [InlineData(false, false)] // The table is Chinese, a list has both.
    [InlineData(false, true)] // The table is Chinese, an English version lists the same codes.
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Ceads_has_both_languages_where_the_workbook_has_them(bool english, bool version)
    {
        using var folder = new TemporaryFolder();
        CeadsSample sample = new(3, 2) { English = english }, other = sample with { English = !english };
        IEnumerable<object?[]> List(string word, string local, int count) =>
            [["No.", "名称", "Name"], .. Enumerable.Range(1, count).Select(k => new object?[] { k, $"{local}{k}", $"{word} {k}" })];
        if (version) Workbook.Write(folder.File("c.xlsx"), (english ? "Table_2018_English Version" : "Table_2018", sample.Rows()),
            (english ? "Table_2018" : "Table_2018_English Version", other.Rows()));
        else Workbook.Write(folder.File("c.xlsx"), ("Sector ", List("Sector", "部门", 2)), ("Province", List("Province", "省", 3)), ("Table_2018", sample.Rows()));
        var t = CeadsTable.Read(folder.File("c.xlsx"), version && english ? "Table_2018_English Version" : "Table_2018").Table;
        Assert.Equal(english ? ["Province 1", "Province 2", "Province 3"] : ["省1", "省2", "省3"], t.Regions.Codes);
        Assert.Equal(["Province 1 省1", "Province 2 省2", "Province 3 省3"], t.Regions.Select(r => $"{r.Name} {r.LocalName}"));
        Assert.Equal(["1 Sector 1 部门1", "2 Sector 2 部门2"], Shown(t.Sectors));
        Assert.Equal(("FU101", "rural households"), (t.Categories.Codes[0], t.Categories.Labels[0]));
        WideTable.WriteXlsx(t, folder.File("own.xlsx"));
        Assert.True(SameTable.Equal(t, WideTable.ReadXlsx(folder.File("own.xlsx")).Table));
    }

    [Fact]
    public void Line_breaks_and_spaces_do_not_hide_a_counterpart()
    {
        using var folder = new TemporaryFolder();
        var rows = new CeadsSample(2, 2) { English = true }.Rows().Select(row => row.Select(c => c is "Sector 2" ? "Sector\n 2" : c).ToArray());
        Workbook.Write(folder.File("c.xlsx"), ("Sector ", [[2, "部门2 ", "sector  2"]]), ("Table", rows));
        Assert.Equal(["1 Sector 1 ", "2 Sector 2 部门2"], Shown(CeadsTable.Read(folder.File("c.xlsx")).Table.Sectors));
    }

    [Theory]
    [InlineData("Sector ", 1, "Sector 1", "Sector 2")] // The second name is the first's: neither counts, the table's own names stay.
    [InlineData("Sector ", 1, null, null)]
    [InlineData("Notes", 0, null, null)]
    public void A_damaged_list_of_names_leaves_those_of_the_table(string sheet, int from, string? now, string? was)
    {
        using var folder = new TemporaryFolder();
        object?[][] list = [["No.", "行业", "Sector"], [1, "部门1", "Sector 1"], [2, "部门2", "Sector 2"]];
        foreach (var row in list.Skip(from)) row[2] = Equals(row[2], was) || was is null ? now : row[2];
        Workbook.Write(folder.File("c.xlsx"), (sheet, list), ("Table", new CeadsSample(2, 2).Rows()));
        var t = CeadsTable.Read(folder.File("c.xlsx")).Table;
        Assert.Equal(["1", "2"], t.Sectors.Codes);
        Assert.Equal(now is null ? ["部门1", "部门2"] : ["1", "2"], t.Sectors.Labels);
        Assert.Equal([0, 1], new[] { "部门1", "部门2" }.Select(t.Sectors.IndexOf));
    }

    [Fact]
    public void A_version_that_lists_other_codes_names_nothing()
    {
        using var folder = new TemporaryFolder();
        Workbook.Write(folder.File("c.xlsx"), ("Table_2018", new CeadsSample(3, 2).Rows()),
            ("Table_2018_English Version", new CeadsSample(3, 3) { English = true }.Rows()));
        var t = CeadsTable.Read(folder.File("c.xlsx")).Table;
        Assert.Equal(["省1 省1 ", "省2 省2 ", "省3 省3 ", "1 部门1 ", "2 部门2 "], Shown(t.Regions).Concat(Shown(t.Sectors)));
    }

    [Fact]
    public void Ceads_names_in_both_languages_survive_its_layout()
    {
        using var folder = new TemporaryFolder();
        var closed = WorldSample.ClosedWithNames;
        var table = new MultiRegionalTable(closed.Regions, closed.Sectors, closed.Intermediate,
            Matrix<double>.Build.Dense(9, 15, (i, u) => closed.FinalUse[i, u / 5] / 5), closed.Exports,
            closed.ImportedInputs, closed.ValueAdded, closed.Output, closed.Status,
            CategoryAxis.Of("final use",
                [("FU101", "rural", "农村居民"), ("FU102", "urban", ""), ("FU103", "government", ""), ("FU201", "fixed", "固定资本"), ("FU202", "inventories", "")]));
        CeadsTable.WriteXlsx(table, folder.File("c.xlsx"));
        var t = CeadsTable.Read(folder.File("c.xlsx")).Table;
        Assert.Equal(table.Regions.Select(r => $"{r.Name} {r.Name} {r.LocalName}"), Shown(t.Regions)); // The layout has no codes of provinces.
        Assert.Equal(table.Sectors.Select((s, i) => $"{i + 1} {s.Name} {s.LocalName}"), Shown(t.Sectors)); // Its sectors are numbered.
        Assert.Equal(table.Categories.LocalNames, t.Categories.LocalNames);
    }

    [Fact]
    public void Final_uses_that_are_named_by_their_codes_survive_the_layout_of_Ceads()
    {
        using var folder = new TemporaryFolder();
        var closed = WorldSample.ClosedWithNames;
        var table = new MultiRegionalTable(closed.Regions, closed.Sectors, closed.Intermediate,
            Matrix<double>.Build.Dense(9, 15, (i, u) => closed.FinalUse[i, u / 5] / 5), closed.Exports,
            closed.ImportedInputs, closed.ValueAdded, closed.Output, closed.Status, new CategoryAxis("final use", "FU101", "FU102", "FU103", "FU201", "FU202"));
        CeadsTable.WriteXlsx(table, folder.File("c.xlsx"));
        var t = CeadsTable.Read(folder.File("c.xlsx")).Table;
        Assert.Equal(table.Categories.Codes, t.Categories.Codes);
        Assert.Equal(table.Regions.Labels, t.Regions.Labels);
        var unit = table.Unit.To(t.Unit);
        Assert.True((table.FinalUseByCategory * unit - t.FinalUseByCategory).Enumerate()
            .Max(Math.Abs) < 1e-9 * unit * table.FinalUseByCategory.Enumerate().Max(Math.Abs));
    }

    [Fact]
    public void A_users_own_layout_may_have_a_row_of_names()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("own.csv"), """
            sector;north_a;north_b;north_fd;x
            ;农业;工业;居民消费;
            north_a;1;2;7;10
            north_b;2;2;6;10
            wages;7;6;0;0
            """.ReplaceLineEndings("\n"));
        var t = WideTable.ReadCsv(folder.File("own.csv"), new()
        {
            Unit = Unit.Yuan, Status = ValueStatus.Illustrative, Separator = ';', LabelSeparator = '_',
            RegionRow = 1, LabelRow = 1, NameRow = 2, FirstRow = 3, RegionColumn = 1,
            LabelColumn = 1, FirstColumn = 2, Categories = ["fd"], Columns = new Dictionary<string,
            TableBlock> { ["x"] = TableBlock.Output }, Rows = new Dictionary<string, TableBlock> { ["wages"] = TableBlock.ValueAdded },
        }).Table;
        Assert.Equal(["a 农业 ", "b 工业 ", "fd 居民消费 "], Shown(t.Sectors).Concat(Shown(t.Categories)));
    }

    [Fact]
    public void A_line_break_in_a_name_is_refused_when_it_is_written()
    {
        using var folder = new TemporaryFolder();
        var table = WorldSample.Named(WorldSample.Closed,
            new(WorldSample.Closed.Regions.Select(r => new Region(r.Code, r.Code + "\nline"))), WorldSample.Closed.Sectors);
        foreach (var write in new[] { () => WideTable.WriteCsv(table, folder.File("t")),
            () => WideTable.WriteXlsx(table, folder.File("t")), () => TidyTable.WriteCsv(table, folder.File("t")) })
            Assert.Contains("line break", Assert.Throws<DataException>(write).Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static IEnumerable<string> Shown(Axis axis) =>
        Enumerable.Range(0, axis.Count).Select(i => $"{axis.Codes[i]} {axis.Labels[i]} {axis.LocalNames[i]}");

    private static MultiRegionalTable Wiod(Action<object?[][]> damage)
    {
        using var folder = new TemporaryFolder();
        var rows = WorldSample.WiodWorkbook().ToArray();
        damage(rows);
        Workbook.Write(folder.File("wiot00.xlsx"), ("WIOT_2000", rows));
        return WiodTable.ReadXlsx(folder.File("wiot00.xlsx")).Table;
    }
}
