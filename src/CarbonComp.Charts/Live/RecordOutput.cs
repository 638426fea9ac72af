using System.Globalization;
using System.Text.Json.Nodes;

namespace CarbonComp.Charts;

// Results as the output from which a sweep collects them.
internal static class RecordOutput
{
    public const string MimeType = "application/vnd.carboncomp.record+json";

    public sealed record Entry(string? Row, string? Column, double? Number, string? Text, string? Unit, string? Status);

    public static void Show(string name, IReadOnlyList<Entry> entries)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var units = entries.Select(e => e.Unit).Where(u => !string.IsNullOrEmpty(u)).Distinct().ToArray();
        Page.Show(new Dictionary<string, string>
        {
            [MimeType] = new JsonObject { ["name"] = name, ["values"] = new JsonArray([.. entries.Select(Json)]) }.ToJsonString(),
            ["text/plain"] = FormattableString.Invariant($"Recorded: {name}, {entries.Count} {(entries.Count == 1 ? "value" : "values")}")
                + (units is [var unit] ? $", {unit}" : ""),
        });
    }

    public static IReadOnlyList<Entry> Of(ITabular result)
    {
        var status = result.Status.ToString().ToLowerInvariant();
        if (result is LabelledMatrix matrix)
            return [.. matrix.Rows.Labels.SelectMany((row, i) => matrix.Columns.Labels.Select((column, j) =>
                new Entry(row, column, matrix.Values[i, j], null, matrix.Unit.Symbol, status)))];
        var columns = result.ToColumns().All;
        var (labels, used) = Labels(columns);
        var values = columns.Skip(used).ToArray();
        return [.. Enumerable.Range(0, labels.Length).SelectMany(i => values.Select(column =>
        {
            var (number, text) = Value(column.Values.GetValue(i));
            return new Entry(labels[i], values.Length > 1 ? column.Name : null, number, text, number is null ? null : column.Unit?.Symbol, status);
        }))];
    }

    // The first column, with as many of the next as it takes to tell the rows apart; numbers of rows where nothing does.
    private static (string[] Labels, int Used) Labels(IReadOnlyList<Column> columns)
    {
        var names = columns.TakeWhile(c => c.Values is not double[]).ToArray();
        var count = columns.Count == 0 ? 0 : columns[0].Values.Length;
        for (var used = 1; used <= names.Length && used < columns.Count; used++)
        {
            string[] labels = [.. Enumerable.Range(0, count).Select(i => string.Join(" / ", names.Take(used).Select(c => Plain(c.Values.GetValue(i)))))];
            if (labels.Distinct().Count() == count) return (labels, used);
        }
        return ([.. Enumerable.Range(1, count).Select(i => i.ToString(CultureInfo.InvariantCulture))], 0);
    }

    private static (double? Number, string? Text) Value(object? value) => value switch
    {
        null => (null, null),
        double or float or int or long or uint or short or byte or decimal => (Convert.ToDouble(value, CultureInfo.InvariantCulture), null),
        _ => (null, Plain(value)),
    };

    private static string Plain(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static JsonObject Json(Entry entry)
    {
        var json = new JsonObject();
        Add("row", entry.Row);
        Add("column", entry.Column);
        if (entry.Number is { } number)
            json["value"] = double.IsFinite(number) ? JsonValue.Create(number)
                : JsonValue.Create(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
        Add("text", entry.Text);
        Add("unit", entry.Unit);
        Add("status", entry.Status);
        return json;

        void Add(string key, string? text)
        {
            if (!string.IsNullOrEmpty(text)) json[key] = text;
        }
    }
}
