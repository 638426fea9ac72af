using System.Globalization;
using CsvHelper;

namespace CarbonComp;

/// <summary>Writing tables to files that spreadsheets and statistics programs read.</summary>
public static class TableFile
{
    /// <summary>Writes a table as CSV: a heading line with names and units, then a line a row.</summary>
    /// <remarks>UTF-8, comma, decimal point, numbers with every digit that distinguishes them. What has no value (not a number, null) is an empty cell;
    /// what has no bound is <c>INF</c> or <c>-INF</c>, the words of Table Schema, which a <see cref="DataPackage"/> reads again. A byte order mark lets
    /// Excel recognise UTF-8. The folder is made where it is missing; the file appears at once and whole (<see cref="AtomicFile"/>).</remarks>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteCsv(this ITabular table, string path, bool byteOrderMark = false) =>
        table.ToColumns().WriteCsv(path, byteOrderMark);

    /// <inheritdoc cref="WriteCsv(ITabular, string, bool)"/>
    public static void WriteCsv(this Columns table, string path, bool byteOrderMark = false) =>
        AtomicFile.Write(path, stream =>
        {
            using var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = byteOrderMark }, leaveOpen: true);
            foreach (var column in table.All) csv.WriteField(column.Heading);
            csv.EndRecord();
            for (var row = 0; row < table.RowCount; row++)
            {
                foreach (var column in table.All)
                    csv.WriteField(Text(column.Values.GetValue(row)));
                csv.EndRecord();
            }
        });

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        double.NaN => "",
        double.PositiveInfinity => "INF",
        double.NegativeInfinity => "-INF",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
