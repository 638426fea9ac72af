using System.Globalization;
using System.Text;
using CsvHelper;

namespace CarbonComp;

/// <summary>Writing tables to files that spreadsheets and statistics programs read.</summary>
public static class TableFile
{
    /// <summary>Writes a table as CSV: a heading line with names and units, then a line a row.</summary>
    /// <remarks>UTF-8, comma, decimal point, numbers with every digit that distinguishes them. What has no value (not a number, null) is an empty cell;
    /// what has no bound is <c>INF</c> or <c>-INF</c>, the words of Table Schema, which a <see cref="DataPackage"/> reads again. The folder is made
    /// where it is missing; the file appears at once and whole (<see cref="AtomicFile"/>). Beside it, <c>payments.resource.json</c> describes
    /// <c>payments.csv</c> as a tabular data resource: title, and of each column the type, the unit and the status of the values.</remarks>
    /// <param name="table">The table.</param>
    /// <param name="path">The file.</param>
    /// <param name="byteOrderMark">Whether the file begins with a byte order mark, by which Excel recognises UTF-8; null: where it holds more than ASCII.
    /// </param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="DataException">A file with the name of the description is there already and describes something else.</exception>
    public static void WriteCsv(this ITabular table, string path, bool? byteOrderMark = null)
    {
        var columns = table.ToColumns();
        ResourceFile.RequirePlace(path);
        columns.WriteCsv(path, byteOrderMark);
        ResourceFile.Write(path, new DataResource([.. columns.All.Select(c => Described(c, table.Status))]) { Title = table.Caption });
    }

    /// <summary>Writes columns as CSV, without a description: columns have no status.</summary>
    /// <inheritdoc cref="WriteCsv(ITabular, string, bool?)" path="/param"/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteCsv(this Columns table, string path, bool? byteOrderMark = null) =>
        AtomicFile.Write(path, stream =>
        {
            var mark = byteOrderMark ?? table.All.Any(c => !Ascii.IsValid(c.Heading)
                || c.Values is string?[] texts && texts.Any(t => t is not null && !Ascii.IsValid(t)));
            using var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = mark }, leaveOpen: true);
            foreach (var column in table.All) csv.WriteField(column.Heading);
            csv.EndRecord();
            for (var row = 0; row < table.RowCount; row++)
            {
                foreach (var column in table.All)
                    csv.WriteField(Text(column.Values.GetValue(row)));
                csv.EndRecord();
            }
        });

    private static Field Described(Column column, ValueStatus status)
    {
        var type = column.Values.GetType().GetElementType();
        var kind = type == typeof(double) ? FieldType.Number : type == typeof(int) || type == typeof(long) ? FieldType.Integer
            : type == typeof(bool) ? FieldType.Boolean : FieldType.Text;
        return new(column.Heading, kind, column.Unit, kind == FieldType.Number || column.Unit is not null ? status : null, Required: false);
    }

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
