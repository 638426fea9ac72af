using System.Globalization;
using CsvHelper;

namespace CarbonComp;

/// <summary>Writing tables to files that spreadsheets and statistics programs read.</summary>
public static class TableFile
{
    /// <summary>Writes a table as CSV: a heading line with names and units, then a line a row.</summary>
    /// <remarks>UTF-8, comma, decimal point, numbers with every digit that distinguishes them. A byte order mark lets Excel recognise UTF-8. The
    /// folder is made where it is missing; the file appears at once and whole (<see cref="AtomicFile"/>).</remarks>
    /// <exception cref="DataException">A value that has no form in CSV.</exception>
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
                    csv.WriteField(Text(column.Values.GetValue(row), column, row, path));
                csv.EndRecord();
            }
        });

    private static string Text(object? value, Column column, int row, string path) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        double number when !double.IsFinite(number) => throw new DataException($"{Path.GetFileName(path)}, row {row + 1}, {column.Heading}",
            $"{number.ToString(CultureInfo.InvariantCulture)} is not written. Leave out what has no value."),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
