namespace CarbonComp.Formats;

/// <summary>The multi-regional input–output tables of the Asian Development Bank (ADB MRIO), xlsx: 63 to 73 economies × 35 sectors, million
/// US dollars.</summary>
/// <remarks>
/// Workbooks in the manner of WIOD's release of 2013, a heading row lower: rows of names, economies and codes above the numbers, columns of them
/// before. Sectors are <c>c1</c>–<c>c35</c>, final uses <c>F1</c>–<c>F5</c>; below are <c>r60</c>, the total of inputs, and <c>r69</c>, output, which are
/// checked, and <c>r99</c>, <c>r61</c>–<c>r64</c> and <c>trs</c> (international transport margins), which all become value added. A sheet of legends is
/// passed over. Blank cells, which the workbooks have where nothing flows, are zero, and the notes count them.
/// </remarks>
public static class AdbTable
{
    private static readonly Dictionary<string, string> FinalUses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["F1"] = "households", ["F2"] = "non-profit institutions serving households", ["F3"] = "government", ["F4"] = "gross fixed capital formation",
        ["F5"] = "changes in inventories and valuables",
    };

    /// <summary>Reads the workbook of a year.</summary>
    /// <param name="path">The xlsx file, such as <c>ADB-MRIO62-2023_August 2024.xlsx</c>.</param>
    /// <param name="sheet">The sheet; none means the only one beside a legend.</param>
    /// <param name="rounding">The largest residual of a row or column that rounding explains, million US dollars; those of rows go into the
    /// error column.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">A workbook of another form, or damaged: sheet, cell, what to do.</exception>
    public static TableReading ReadXlsx(string path, string? sheet = null, double rounding = 1, ValueStatus status = ValueStatus.Statistic,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var rows = WiodSheet.Open(path, sheet);
        var layout = WiodSheet.Layout(rows, FinalUses);
        return WideReader.Read(rows, layout with
        {
            Status = status, Rounding = rounding, EmptyIsZero = true, OutputIsGiven = true,
            Description = layout.Description with { Year = WiodSheet.Year(path) },
            RequiredRows = [(TableBlock.ValueAdded, "r64")],
        }, progress, cancellation);
    }
}
