using CarbonComp.Formats;

namespace CarbonComp.Prepare;

/// <summary>The layouts of WIOD's 2013 release: three csv files a year in whole millions, and the published workbook. Unit: million US dollars.</summary>
internal static class WiodLayout
{
    public static void WriteCsv(string folder, SampleTable world)
    {
        var table = world.Table;
        double Whole(double value) => Math.Round(value / 1e6);
        string Label(int i) => $"{world.Country(i)}.c{world.Number(i)}";
        double Added(int j) => Whole(table.Output[j]) - world.Each(i => Whole(table.Intermediate[i, j])).Sum();
        string Grid(IEnumerable<string> heading, Func<int, IEnumerable<double>> cells) =>
            Cells.Line(",", "", heading) + string.Concat(world.Each(i => Cells.Line(",", Label(i), cells(i).Select(Whole))));
        Cells.Gzip(Path.Combine(folder, "wiot_2020_Z.csv.gz"), Grid(world.Each(Label), i => world.Each(j => table.Intermediate[i, j])));
        Cells.Gzip(Path.Combine(folder, "wiot_2020_FD.csv.gz"),
            Grid(world.EachRegion(r => SampleTable.CountryOf(r) + ".c37"), i => world.EachRegion(r => table.FinalUse[i, r])));
        Cells.Gzip(Path.Combine(folder, "wiot_2020_xva.csv.gz"), "label,country,industry,x,va\n" + string.Concat(world.Each(i =>
            Cells.Line(",", Label(i), world.Country(i), $"c{world.Number(i)}", Whole(table.Output[i]), Added(i)))));
    }

    public static void WriteXlsx(string folder, SampleTable world)
    {
        var table = world.Table;
        object[] Row(params object[] cells) => Cells.Flat(cells);
        object[] Below(string name, string code, Func<int, double> value) => Row("", name, "", code, world.Each(j => value(j) / 1e6));
        var codes = world.Each(j => $"c{world.Number(j)}").ToArray();
        List<object[]> rows =
        [
            Row("World Input-Output Table for 2020"), Row("4 countries, in current prices"),
            Row("(industry-by-industry)", "", "", "", codes, world.EachRegion(_ => "F1")),
            Row("(millions of US$)", "", "", "", world.Each(world.Sector), world.EachRegion(_ => "Households"), "Total output"),
            Row("", "", "", "", world.Each(world.Country), world.EachRegion(SampleTable.CountryOf)),
            Row("", "", "", "", codes, world.EachRegion(_ => "c37")),
            .. world.Each(i => Row("", world.Sector(i), world.Country(i), codes[i], world.Each(j => table.Intermediate[i, j] / 1e6),
                world.EachRegion(r => table.FinalUse[i, r] / 1e6), table.Output[i] / 1e6)),
            Below("Total intermediate consumption", "r60", j => table.Intermediate.Column(j).Sum()),
            Below("taxes less subsidies on products", "r99", j => table.ValueAdded[j] / 10),
            Below("Value added at basic prices", "r64", j => table.ValueAdded[j] * 9 / 10),
            Below("Output at basic prices", "r69", j => table.Output[j]),
        ];
        XlsxSheet.Write(Path.Combine(folder, "wiot20_row.xlsx"), "WIOT_2020", rows);
    }

    private static readonly string[] Industries = ["A01", "B", "C10-C33", "D35", "F", "H", "M_N"];

    /// <summary>The binary workbook of the release of 2016: codes of ISIC in the first row and column of headings.</summary>
    public static void WriteXlsb(string folder, SampleTable world)
    {
        var table = world.Table;
        string Industry(int i) => Industries[world.Number(i) - 1];
        object[] Below(string code, string name, int number, Func<int, double> value) =>
            Cells.Flat(new object[] { code, name, "TOT", $"r{number}", world.Each(j => value(j) / 1e6) });
        Xlsb.Write(Path.Combine(folder, "WIOT2020_Nov16_ROW.xlsb"), "2020", Heads(world, Industry, "CONS_h", "c57", "GO", "TOT", "c62").Concat(
        [
            .. world.Each(i => Row(world, i, Industry(i), $"c{world.Number(i)}")),
            Below("II_fob", "Total intermediate consumption", 65, j => table.Intermediate.Column(j).Sum()),
            Below("TXSP", "taxes less subsidies on products", 66, j => table.ValueAdded[j] / 10),
            Below("VA", "Value added at basic prices", 70, j => table.ValueAdded[j] * 9 / 10),
            Below("GO", "Output at basic prices", 73, j => table.Output[j]),
        ]).ToList());
    }

    /// <summary>The workbook of the Asian Development Bank: WIOD's of 2013 a row lower, with a legend and blanks where nothing flows.</summary>
    public static void WriteAdb(string folder, SampleTable world)
    {
        var table = world.Table;
        object[] Below(string name, string code, Func<int, double> value) =>
            Cells.Flat(new object[] { "", name, "ToT", code, world.Each(j => value(j) / 1e6), world.EachRegion(_ => " ") });
        var heads = Heads(world, i => $"c{world.Number(i)}", "F1", "F1", "", "ToT", "r69");
        heads.Insert(2, [""]);
        XlsxSheet.Write(Path.Combine(folder, "ADB-MRIO-2020.xlsx"), "ADB MRIO 2020", heads.Concat(
        [
            .. world.Each(i => Row(world, i, "", $"c{world.Number(i)}")),
            Below("Total intermediate consumption", "r60", j => table.Intermediate.Column(j).Sum()),
            Below("taxes less subsidies on products", "r99", j => table.ValueAdded[j] / 10),
            Below("Value added at basic prices", "r64", j => table.ValueAdded[j] * 9 / 10),
            Below("Output at basic prices", "r69", j => table.Output[j]),
        ]));
    }

    private static List<object[]> Heads(SampleTable world, Func<int, string> code, string use, string number, params string[] output) =>
    [
        Cells.Flat(new object[] { "World Input-Output Table for 2020" }), Cells.Flat(new object[] { "4 countries, in current prices" }),
        Cells.Flat(new object[] { "(industry-by-industry)", "", "", "", world.Each(code), world.EachRegion(_ => use), output[0] }),
        Cells.Flat(new object[] { "(millions of US$)", "", "", "", world.Each(world.Sector), world.EachRegion(_ => "Households"), "Output" }),
        Cells.Flat(new object[] { "", "", "", "", world.Each(world.Country), world.EachRegion(SampleTable.CountryOf), output[1] }),
        Cells.Flat(new object[] { "", "", "", "", world.Each(i => $"c{world.Number(i)}"), world.EachRegion(_ => number), output[2] }),
    ];

    private static object[] Row(SampleTable world, int i, string code, string number) => Cells.Flat(new object[] { code, world.Sector(i), world.Country(i),
        number, world.Each(j => world.Table.Intermediate[i, j] / 1e6), world.EachRegion(r => world.Table.FinalUse[i, r] / 1e6), world.Table.Output[i] / 1e6 });
}
