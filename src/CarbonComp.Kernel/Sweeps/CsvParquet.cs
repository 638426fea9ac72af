using System.Globalization;
using CarbonComp.Kernel.Notebooks;
using CsvHelper;
using Parquet;
using Parquet.Schema;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>A csv file with a heading as Parquet: whole numbers, numbers or texts, by all values of a column; an empty cell has no value.</summary>
internal static class CsvParquet
{
    private static readonly CsvReaderOptions Form = new() { HasHeader = false, MalformedData = CsvMalformedDataHandling.Throw };

    /// <summary>Writes <c>table.parquet</c> beside <c>table.csv</c>, and returns its path.</summary>
    /// <exception cref="NotebookException">No table; the message names file and line.</exception>
    public static string Convert(string path)
    {
        var target = Path.ChangeExtension(path, ".parquet");
        if (target == path)
            throw new NotebookException($"{path} is Parquet already. Name csv files.");
        var rows = Rows(path);
        WholeFile.Write(target, stream => Write(rows, stream).GetAwaiter().GetResult());
        return target;
    }

    private static List<string[]> Rows(string path)
    {
        try
        {
            using var csv = CsvReader.FromText(File.ReadAllText(path), Form);
            var rows = new List<string[]>();
            while (csv.Read())
            {
                rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
                if (rows[^1].Length != rows[0].Length)
                    throw new NotebookException(string.Create(CultureInfo.InvariantCulture,
                        $"{path}, row {rows.Count}: {rows[^1].Length} cells under {rows[0].Length} names of columns."));
            }
            if (rows.Count == 0 || rows[0].Any(string.IsNullOrWhiteSpace))
                throw new NotebookException($"{path}: the first row must name every column.");
            if (rows[0].GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw new NotebookException($"{path}: two columns are named {twice.Key}.");
            return rows;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path} cannot be read: {e.Message}", e);
        }
        catch (CsvFormatException e)
        {
            throw new NotebookException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {e.LineNumber}: {e.Message}"), e);
        }
    }

    private static async Task Write(List<string[]> rows, Stream stream)
    {
        string?[][] columns = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Skip(1).Select(row => row[i].Length == 0 ? null : row[i]).ToArray())];
        DataField[] fields = [.. columns.Select((column, i) => FieldOf(rows[0][i], column))];
        await using var parquet = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        using var group = parquet.CreateRowGroup();
        foreach (var (field, column) in fields.Zip(columns))
        {
            if (field.ClrType == typeof(long))
                await group.WriteAsync<long>(field, column.Select(Whole).ToArray());
            else if (field.ClrType == typeof(double))
                await group.WriteAsync<double>(field, column.Select(Number).ToArray());
            else
                await group.WriteAsync(field, (IReadOnlyCollection<string?>)column);
        }
    }

    private static DataField FieldOf(string name, string?[] column)
    {
        var values = column.OfType<string>().ToList();
        if (values.Count == 0)
            return new DataField<string>(name);
        // A code such as 0113 or a number with more digits than fit stays as it is written.
        return values.All(value => Whole(value)?.ToString(CultureInfo.InvariantCulture) == value) ? new DataField<long?>(name)
            : values.All(value => Number(value) is { } number && double.IsFinite(number) && !IsCode(value)) ? new DataField<double?>(name)
            : new DataField<string>(name);
    }

    private static bool IsCode(string value) => value.Length > 1 && value[0] == '0' && char.IsAsciiDigit(value[1]);

    private static long? Whole(string? value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
