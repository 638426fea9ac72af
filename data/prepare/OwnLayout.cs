using CarbonComp.Formats;
using SpreadCheetah;

namespace CarbonComp.Prepare;

/// <summary>A workbook as people make one: merged headings, a title with the unit, a note below, emissions in a second sheet.</summary>
internal static class OwnLayout
{
    public static void Write(string folder, SampleTable sample)
    {
        using var stream = File.Create(Path.Combine(folder, "own-table.xlsx"));
        Write(stream, sample).GetAwaiter().GetResult();
    }

    private static async Task Write(Stream stream, SampleTable sample)
    {
        var (table, sectors) = (sample.Table, sample.Table.Sectors.Count);
        await using var workbook = await Spreadsheet.CreateNewAsync(stream, new() { WriteCellReferenceAttributes = true });
        await workbook.StartWorksheetAsync("flows");
        foreach (var row in Rows(sample)) await workbook.AddRowAsync([.. row.Select(Cell)]);
        for (var r = 0; r < sample.Regions; r++)
        {
            workbook.MergeCells($"{Column(3 + r * sectors)}3:{Column(2 + (r + 1) * sectors)}3");
            workbook.MergeCells($"A{5 + r * sectors}:A{4 + (r + 1) * sectors}");
        }
        await workbook.StartWorksheetAsync("emissions");
        await workbook.AddRowAsync([new DataCell("Emissions, Mt CO2")]);
        await workbook.AddRowAsync([.. Cells.Flat("", Enumerable.Range(0, sectors).Select(sample.Sector)).Select(Cell)]);
        for (var r = 0; r < sample.Regions; r++)
            await workbook.AddRowAsync([.. Cells.Flat(table.Regions.Labels[r], Enumerable.Range(r * sectors, sectors).Select(i =>
                sample.Emissions[sample.Region(i), sample.Sector(i)] / 1e6)).Select(Cell)]);
        await workbook.FinishAsync();
    }

    private static IEnumerable<object[]> Rows(SampleTable sample)
    {
        var table = sample.Table;
        yield return ["Four regions, constructed. Unit: 10^4 yuan"];
        yield return [];
        yield return Cells.Flat("", "", sample.Each(j => sample.Begins(j) ? sample.Region(j) : ""), sample.EachRegion(r => table.Regions.Labels[r]));
        yield return Cells.Flat("", "", sample.Each(sample.Sector), sample.EachRegion(_ => "Final use"), "Exports", "Total output");
        for (var i = 0; i < sample.Count; i++)
            yield return Cells.Flat(sample.Begins(i) ? sample.Region(i) : "", sample.Sector(i), Enumerable.Range(0, sample.Count)
                .Select(j => table.Intermediate[i, j] / 1e4), sample.EachRegion(r => table.FinalUse[i, r] / 1e4), table.Exports[i] / 1e4,
                table.Output[i] / 1e4);
        yield return Cells.Flat("", "Imported inputs", table.ImportedInputs.Select(v => v / 1e4));
        yield return Cells.Flat("", "Value added", table.ValueAdded.Select(v => v / 1e4));
        yield return Cells.Flat("", "Total input", table.Output.Select(v => v / 1e4));
        yield return ["Note: made from the constructed table of thirteen cities."];
    }

    private static DataCell Cell(object value) => value switch
    {
        double number => new(number),
        string { Length: > 0 } text => new(text),
        _ => default,
    };

    private static string Column(int number) => number > 26 ? $"{(char)('A' + (number - 1) / 26 - 1)}{(char)('A' + (number - 1) % 26)}"
        : $"{(char)('A' + number - 1)}";
}
