using System.Globalization;
using System.Text.Json;

namespace CarbonComp.Data;

// How the cells of a field are read: what stands for no value, the form of numbers, dates and truth values, and what values there may be.
internal sealed record FieldForm(Field Field, NumberForm Numbers, DateForm? Dates, IReadOnlySet<string> Missing, string[] True, string[] False,
    string TextFormat)
{
    private static readonly string[] DefaultTrue = ["true", "True", "TRUE", "1"], DefaultFalse = ["false", "False", "FALSE", "0"];

    private static readonly string[] TextFormats = ["default", "email", "uri", "uuid", "binary"];

    public FieldConstraints Constraints { get; private init; } = FieldConstraints.None;

    private bool OnlyEmptyIsMissing { get; } = Missing.Count == 1 && Missing.Contains("");

    // Whether nothing but its type is declared of the values.
    public bool IsPlain => ReferenceEquals(Numbers, NumberForm.Plain) && TextFormat == "default" && Constraints.Rules.Count == 0;

    public bool IsMissing(string cell) => OnlyEmptyIsMissing ? cell.Length == 0 : Missing.Contains(cell);

    public static FieldForm Read(DescriptorObject entry, Field field, IReadOnlySet<string> missing)
    {
        var dates = DateForm.Read(entry, field.Type);
        var format = entry.OptionalText("format") ?? "default";
        if (dates is null && format != "default" && !(field.Type == FieldType.Text && TextFormats.Contains(format)))
            throw entry.Unread("format", field.Type == FieldType.Text ? $"A string has {string.Join(", ", TextFormats)}."
                : "This type has no formats. Take it out.");
        var numbers = field.IsNumeric ? NumberForm.Read(entry, field.Type == FieldType.Number) : NumberForm.Plain;
        string[] Words(string property, string[] usual) => field.Type == FieldType.Boolean && entry.OptionalList(property) is { } list
            ? [.. list.Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : throw new DataException(entry.Place,
                $"\"{property}\" must list texts. Correct datapackage.json there."))] : usual;
        var form = new FieldForm(field, numbers, dates, missing, Words("trueValues", DefaultTrue), Words("falseValues", DefaultFalse),
            field.Type == FieldType.Text ? format : "default");
        if (form.True.FirstOrDefault(form.False.Contains) is { } both)
            throw new DataException(entry.Place, $"\"{both}\" is listed among trueValues and falseValues. Leave it in one of them.");
        return form with { Constraints = FieldConstraints.Read(entry, form) };
    }

    // What the schema, or the field itself, lists as standing for no value; null where neither says anything.
    public static HashSet<string>? MissingValues(DescriptorObject entry) => entry.OptionalList("missingValues") is not { } list ? null
        : [.. list.Select(v => (v.ValueKind == JsonValueKind.Object && v.TryGetProperty("value", out var value) ? value
            : v) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()! : throw new DataException(entry.Place, "\"missingValues\" must list texts, or objects with a text as their \"value\". "
                + "Correct datapackage.json there."))];

    // The cell as text in the form that is kept: truth values as true and false, dates in ISO 8601. Throws what is wrong.
    public string Text(string cell, Func<string, Exception> wrong) => Field.Type switch
    {
        FieldType.Boolean => True.Contains(cell) ? "true" : False.Contains(cell) ? "false"
            : throw wrong($"\"{Shown(cell)}\" is neither true nor false. Write {string.Join(", ", True)}, or {string.Join(", ", False)}."),
        FieldType.Text when !Fits(cell) => throw wrong($"\"{Shown(cell)}\" is not of the format {TextFormat} that the field declares. Correct it."),
        _ when Dates is { } dates => dates.InIso(cell)
            ?? throw wrong($"\"{Shown(cell)}\" is not a {Field.Type.ToString().ToLowerInvariant()} in the form of the field. "
            + $"Write it as {dates.Shown}."),
        _ => cell,
    };

    // The number of a cell; not a number for texts. Throws what is wrong.
    public double Number(string cell, Unit? unit, Func<string, Exception> wrong) => Field.Type switch
    {
        FieldType.Number => Real(Numbers.Bare(cell, unit, wrong), wrong),
        FieldType.Integer => Whole(Numbers.Bare(cell, unit, wrong), wrong),
        FieldType.Year => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9999 ? year
            : throw wrong($"\"{Shown(cell)}\" is not a year. Write its four digits and nothing else: 2020."),
        _ => double.NaN,
    };

    // What two cells have in common that hold the same value.
    public static string Key(string text, double number) => double.IsNaN(number) ? text : number.ToString("R", CultureInfo.InvariantCulture);

    // A value that the descriptor gives for the field, as a number or text of JSON or in the field's own form.
    public (string Text, double Number) Cast(JsonElement value, string place, string property)
    {
        Exception Wrong(string message) => new DataException(place, $"\"{property}\" does not fit the field: {message}");
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False && Field.Type == FieldType.Boolean) return (value.GetRawText(), double.NaN);
        if (value.ValueKind == JsonValueKind.Number && Field.Type != FieldType.Boolean)
            return Field.Type == FieldType.Text ? (value.GetRawText(), double.NaN) : (value.GetRawText(), value.GetDouble());
        if (value.ValueKind != JsonValueKind.String) throw Wrong("it is neither a number nor a text.");
        var text = Text(value.GetString()!, Wrong);
        return (text, Number(text, Field.Unit, Wrong));
    }

    internal static string Shown(string cell) => cell.Length > 40 ? cell[..40] + "…" : cell;

    private double Real(string cell, Func<string, Exception> wrong)
    {
        // The words of the standard for what has no bound.
        if (cell is "INF" or "+INF") return double.PositiveInfinity;
        if (cell == "-INF") return double.NegativeInfinity;
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var read = double.TryParse(Numbers.InPlainDigits(cell), plain, CultureInfo.InvariantCulture, out var number);
        if (read && double.IsFinite(number)) return number;
        if (read || cell.Trim('-', '+').ToUpperInvariant() is "NAN" or "INF" or "INFINITY" or "NA" or "N/A")
            throw wrong($"\"{Shown(cell)}\" is not a finite number. Leave out what has no value, or list it among the missingValues; never fill it. "
                + "INF and -INF stand for what has no bound.");
        throw wrong($"\"{Shown(cell)}\" is not a number. {Numbers.Advice}");
    }

    private double Whole(string cell, Func<string, Exception> wrong)
    {
        const long exact = 9007199254740992; // 2^53: beyond it doubles skip whole numbers
        return long.TryParse(Numbers.InPlainDigits(cell), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && whole is >= -exact and <= exact ? whole
            : throw wrong($"\"{Shown(cell)}\" is not a whole number{(whole == 0 ? "" : " that is read exactly, which are those up to 2^53")}. "
                + (Numbers == NumberForm.Plain
                ? "Write digits only, without spaces or thousands separators; "
                + "for figures with decimals declare the field as number in datapackage.json." : Numbers.Advice));
    }

    private bool Fits(string cell) => TextFormat switch
    {
        "email" => cell.IndexOf('@') is var at and > 0 && at < cell.Length - 1 && cell.IndexOf('@', at + 1) < 0 && !cell.Contains(' '),
        "uri" => Uri.TryCreate(cell, UriKind.Absolute, out _),
        "uuid" => Guid.TryParseExact(cell, "D", out _),
        "binary" => Convert.TryFromBase64String(cell, new byte[cell.Length], out _),
        _ => true,
    };
}
