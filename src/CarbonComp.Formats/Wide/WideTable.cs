using System.Globalization;
using CsvHelper;

namespace CarbonComp.Formats;

/// <summary>Wide tables, a row and a column a sector of a region, in csv and xlsx: any layout in, the library's own out.</summary>
/// <remarks>
/// The library's own layout. Row 1: unit, status, then the region of each column. Row 2: "region", "sector", then the
/// sector's code, <c>use:</c> and a category of final use, or <c>exports</c>, <c>competitive imports</c>, <c>error</c>,
/// <c>output</c>. In the rows below, region and sector, or <c>imported inputs</c> and <c>value added</c>. Labels are codes; where names
/// say more, rows <c>region name</c>, <c>region local name</c>, <c>sector name</c>, <c>sector local name</c>, <c>use name</c>, <c>use local name</c>
/// stand below the headings.
/// Numbers have every digit that distinguishes them, in the table's unit.
/// </remarks>
public static class WideTable
{
    internal const string UsePrefix = "use:";

    internal static IReadOnlyDictionary<string, TableBlock> OwnColumns { get; } = new Dictionary<string, TableBlock>
    {
        ["exports"] = TableBlock.Exports, ["competitive imports"] = TableBlock.CompetitiveImports, ["error"] = TableBlock.Error, ["output"] = TableBlock.Output,
    };

    internal static IReadOnlyDictionary<string, TableBlock> OwnRows { get; } = new Dictionary<string, TableBlock>
    {
        ["imported inputs"] = TableBlock.ImportedInputs, ["value added"] = TableBlock.ValueAdded,
    };

    /// <summary>Reads a csv file, plain or gzip.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layout">How it lies; none means the library's own layout.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The file does not fit the layout: line and column, what is wrong, what to do.</exception>
    public static TableReading ReadCsv(string path, WideLayout? layout = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var rows = CsvRows.Open(path, layout?.Separator ?? ',', layout?.Encoding ?? TextEncoding.Default);
        return WideReader.Read(rows, layout ?? new(), progress, cancellation);
    }

    /// <summary>Reads a sheet of a workbook.</summary>
    /// <param name="path">The xlsx file.</param>
    /// <param name="layout">How it lies; none means the library's own layout.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The file does not fit the layout: sheet and cell, what is wrong, what to do.</exception>
    public static TableReading ReadXlsx(string path, WideLayout? layout = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var rows = XlsxRows.Open(path, XlsxRows.Choose(path, layout?.Sheet));
        return WideReader.Read(rows, layout ?? new(), progress, cancellation);
    }

    /// <summary>Writes a csv file in the library's own layout, whole or not at all.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">A code that the layout uses for something else, or a line break in a name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteCsv(MultiRegionalTable table, string path)
    {
        RefuseCodes(table, path);
        AtomicFile.Write(path, stream =>
        {
            using var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
            foreach (var (labels, values) in Rows(table))
            {
                foreach (var label in labels) csv.WriteField(label);
                foreach (var value in values) csv.WriteField(value.ToString(CultureInfo.InvariantCulture));
                csv.EndRecord();
            }
        });
    }

    /// <summary>Writes a workbook of one sheet, "Table", in the library's own layout; row by row, whole or not at all.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The xlsx file.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between rows; the file is then as it was.</param>
    /// <exception cref="DataException">A code that the layout uses for something else, a line break in a name, or more columns than a sheet has
    /// (16,384).</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteXlsx(MultiRegionalTable table, string path, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        RefuseCodes(table, path);
        if (table.Axis.Count + table.FinalUseByCategory.ColumnCount + 6 > 16_384)
            throw new DataException(Path.GetFileName(path), $"{table.Axis.Count} sectors of all regions are more columns than a sheet has. Write csv.");
        XlsxSheet.Write(path, "Table", Rows(table).Select(r => r.Labels.Cast<object?>().Concat(r.Values.Select(v => (object?)v))),
            table.Axis.Count + NameKind.Needed(table).Count + 4, progress, cancellation);
    }

    private static IEnumerable<(IEnumerable<string> Labels, IEnumerable<double> Values)> Rows(MultiRegionalTable t)
    {
        var (n, c, s) = (t.Axis.Count, t.Categories.Count, t.Sectors.Count);
        var uses = t.FinalUseByCategory.ColumnCount;
        yield return ([t.Unit.Symbol, t.Status.ToString().ToLowerInvariant(), .. Enumerable.Range(0, n).Select(i => t.Regions.Codes[i / s]),
            .. Enumerable.Range(0, uses).Select(u => t.Regions.Codes[u / c]), "", "", "", ""], []);
        yield return (["region", "sector", .. Enumerable.Range(0, n).Select(i => t.Sectors.Codes[i % s]),
            .. Enumerable.Range(0, uses).Select(u => UsePrefix + t.Categories.Codes[u % c]), "exports", "competitive imports", "error", "output"], []);
        foreach (var kind in NameKind.Needed(t))
            yield return (["", kind.Label,
                .. Enumerable.Range(0, n)
                .Select(i => kind.Of switch { NameKind.Bearer.Region => kind.Name(t, i / s), NameKind.Bearer.Sector => kind.Name(t, i % s), _ => "" }),
                .. Enumerable.Range(0, uses)
                    .Select(u => kind.Of switch { NameKind.Bearer.Region => kind.Name(t, u / c), NameKind.Bearer.Use => kind.Name(t, u % c), _ => "" }),
                    "", "", "", ""], []);
        for (var i = 0; i < n; i++)
            yield return ([t.Regions.Codes[i / s], t.Sectors.Codes[i % s]],
                [.. t.Intermediate.Row(i), .. t.FinalUseByCategory.Row(i), t.Exports[i], t.CompetitiveImports[i], t.Error[i], t.Output[i]]);
        var none = Enumerable.Repeat(0.0, uses + 4);
        yield return (["", "imported inputs"], t.ImportedInputs.Concat(none));
        yield return (["", "value added"], t.ValueAdded.Concat(none));
    }

    private static void RefuseCodes(MultiRegionalTable table, string path)
    {
        WritableLabels.Require(table, path);
        if (table.Sectors.Codes.FirstOrDefault(c => OwnColumns.ContainsKey(c.ToLowerInvariant())
            || OwnRows.ContainsKey(c.ToLowerInvariant()) || c.StartsWith(UsePrefix, StringComparison.OrdinalIgnoreCase)) is { } code)
            throw new DataException(Path.GetFileName(path),
                $"a sector has the code \"{code}\", which the layout uses for a block of the table. Give the sector another code.");
    }
}
