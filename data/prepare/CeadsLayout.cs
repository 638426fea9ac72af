using CarbonComp.Formats;

namespace CarbonComp.Prepare;

/// <summary>The layout of the CEADs multi-regional tables, with one final use instead of five. Unit: 10 000 yuan.</summary>
internal static class CeadsLayout
{
    public static void Write(string folder, SampleTable sample)
    {
        var rows = Rows(sample);
        XlsxSheet.Write(Path.Combine(folder, "ceads.xlsx"), "Table", rows);
        Damaged("text-in-a-cell", 6, 5, "12,4 (?)");
        Damaged("number-changed", 6, 5, 1e7);
        Damaged("heading-shifted", 4, 12, "01");

        void Damaged(string name, int row, int column, object value)
        {
            var damaged = rows.Select(r => r.ToArray()).ToList();
            damaged[row - 1][column - 1] = value;
            XlsxSheet.Write(Path.Combine(folder, $"ceads-{name}.xlsx"), "Table", damaged);
        }
    }

    private static List<object[]> Rows(SampleTable sample)
    {
        var table = sample.Table;
        var rows = new List<object[]>
        {
            Row("Multi-regional input-output table"),
            Row("", "", "", sample.Each(j => sample.Begins(j) ? sample.Region(j) : ""), sample.EachRegion(r => table.Regions.Labels[r])),
            Row("", "", "", sample.Each(sample.Sector), sample.EachRegion(_ => "Rural households"), "Exports", "Output"),
            Row("", "", "", sample.Each(j => $"{sample.Number(j):00}"), sample.EachRegion(_ => "FU101"), "EX", "GO"),
        };
        rows.AddRange(sample.Each(i => Row(sample.Begins(i) ? sample.Region(i) : "", sample.Sector(i), $"{sample.Number(i):00}",
            sample.Each(j => table.Intermediate[i, j] / 1e4), sample.EachRegion(r => table.FinalUse[i, r] / 1e4), table.Exports[i] / 1e4,
                table.Output[i] / 1e4)));
        rows.Add(Row("", "Imports", "IM", table.ImportedInputs.Select(v => v / 1e4)));
        rows.Add(Row("", "Value added", "VA001", table.ValueAdded.Select(v => v / 1e4)));
        rows.Add(Row("", "Total input", "TI", table.Output.Select(v => v / 1e4)));
        rows.Add(Row("", "Emissions", "CO2 (Mt)", sample.Each(j => sample.Emissions[sample.Region(j), sample.Sector(j)] / 1e6)));
        return rows;
    }

    private static object[] Row(params object[] cells) => Cells.Flat(cells);
}
