using System.Globalization;
using SpreadCheetah;

namespace CarbonComp.Formats;

/// <summary>Writes workbooks row by row, so that memory does not grow with the sheet.</summary>
public static class XlsxSheet
{
    // Some readers find a cell by its address only, and blanks around a text are part of it.
    private static readonly SpreadCheetahOptions Options = new()
    {
        CompressionLevel = SpreadCheetahCompressionLevel.Fastest, WriteCellReferenceAttributes = true, PreserveStringWhitespace = true,
    };

    /// <summary>Writes a workbook of one sheet, whole or not at all.</summary>
    /// <param name="path">The xlsx file.</param>
    /// <param name="sheet">The sheet's name, at most 31 characters, none of them <c>/ \ * ? [ ]</c>.</param>
    /// <param name="rows">Cells from the first column on: numbers stay numbers, null and empty text leave the cell empty, anything else is
    /// written as text.</param>
    /// <param name="count">The number of rows, for progress; 0 reports no progress.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between rows; the file is then as it was.</param>
    /// <exception cref="DataException">A number that a workbook cannot hold (not finite), or more columns than a sheet has.</exception>
    /// <exception cref="ArgumentException">The name of the sheet.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, string sheet, IEnumerable<IEnumerable<object?>> rows, int count = 0,
        IProgress<double>? progress = null, CancellationToken cancellation = default) => Write(path, [(sheet, rows)], count, progress, cancellation);

    /// <summary>Writes a workbook of several sheets, whole or not at all.</summary>
    /// <param name="path">The xlsx file.</param>
    /// <param name="sheets">Names and rows of the sheets, in their order.</param>
    /// <param name="count">The number of rows of all sheets, for progress; 0 reports no progress.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between rows; the file is then as it was.</param>
    /// <exception cref="DataException">A number that a workbook cannot hold (not finite), or more columns than a sheet has.</exception>
    /// <exception cref="ArgumentException">The name of a sheet.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<(string Name, IEnumerable<IEnumerable<object?>> Rows)> sheets, int count = 0,
        IProgress<double>? progress = null, CancellationToken cancellation = default) => AtomicFile.Write(path, stream =>
    {
        // Waits for each step, so that the caller's rows are computed on the caller's thread.
        using var workbook = Spreadsheet.CreateNewAsync(stream, Options, cancellation).AsTask().GetAwaiter().GetResult();
        var written = 0;
        foreach (var (name, rows) in sheets)
        {
            workbook.StartWorksheetAsync(name, token: cancellation).AsTask().GetAwaiter().GetResult();
            foreach (var row in rows)
            {
                cancellation.ThrowIfStopped();
                var cells = Cells(row, column => $"{Path.GetFileName(path)}, sheet {name}, cell {XlsxRows.ColumnName(column)}{workbook.NextRowNumber}");
                workbook.AddRowAsync(cells, cancellation).AsTask().GetAwaiter().GetResult();
                if (count > 0) progress?.Report(Math.Min(1, (double)++written / count));
            }
        }
        workbook.FinishAsync(cancellation).AsTask().GetAwaiter().GetResult();
    });

    private static List<DataCell> Cells(IEnumerable<object?> values, Func<int, string> place)
    {
        List<DataCell> cells = [];
        foreach (var value in values)
        {
            if (cells.Count == XlsxRows.MostColumns)
                throw new DataException(place(cells.Count), $"a sheet has {XlsxRows.MostColumns} columns. Write csv.");
            if (value is double number && !double.IsFinite(number))
                throw new DataException(place(cells.Count), $"a workbook cannot hold {number}. Leave the cell empty.");
            cells.Add(value switch
            {
                int whole => new(whole),
                double real => new(real),
                _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? new(text) : default,
            });
        }
        return cells;
    }
}
