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
}
