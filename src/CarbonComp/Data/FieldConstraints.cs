using System.Text.Json;
using System.Text.RegularExpressions;

namespace CarbonComp.Data;

// What the values of a field must be, as "constraints" and "categories" say. Absent values are not asked.
internal sealed record FieldConstraints(IReadOnlyList<(Func<string, double, bool> Holds, string Demand)> Rules, bool Unique)
{
    private static readonly string[] Known = ["required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength",
        "pattern", "enum"];

    private static readonly Dictionary<string, (Func<int, bool> Holds, string Words)> Bounds = new()
    {
        ["minimum"] = (order => order >= 0, "at least"), ["maximum"] = (order => order <= 0, "at most"),
        ["exclusiveMinimum"] = (order => order > 0, "more than"), ["exclusiveMaximum"] = (order => order < 0, "less than"),
    };

    public static FieldConstraints None { get; } = new([], false);

    // What must hold and does not; null where all does.
    public string? Fault(string text, double number)
    {
        foreach (var (holds, demand) in Rules)
            if (!holds(text, number)) return demand;
        return null;
    }

    public static FieldConstraints Read(DescriptorObject entry, FieldForm form)
    {
        var rules = new List<(Func<string, double, bool>, string)>();
        if (entry.OptionalList("categories") is { } categories)
            rules.Add(OneOf(categories.Select(c => c.ValueKind == JsonValueKind.Object && c.TryGetProperty("value", out var value) ? value : c), "categories",
                entry, form));
        if (!entry.Has("constraints")) return rules.Count == 0 ? None : new(rules, false);
        var constraints = entry.Object("constraints");
        if (constraints.Properties.FirstOrDefault(p => !Known.Contains(p)) is { } unknown)
            throw constraints.Unread(unknown, $"Known constraints are {string.Join(", ", Known)}.");
        foreach (var (property, (holds, words)) in Bounds)
            if (constraints.OptionalValue(property) is { } bound) rules.Add(Bound(bound, property, holds, words, constraints, form));
        if (constraints.OptionalWhole("minLength") is { } least) rules.Add(Length("minLength", t => t >= least, Invariant($"at least {least}"), constraints,
            form));
        if (constraints.OptionalWhole("maxLength") is { } most) rules.Add(Length("maxLength", t => t <= most, Invariant($"at most {most}"), constraints, form));
        if (constraints.OptionalCharacters("pattern") is { } pattern) rules.Add(Matching(pattern, constraints, form));
        if (constraints.OptionalList("enum") is { } allowed) rules.Add(OneOf(allowed, "enum", constraints, form));
        return new(rules, constraints.OptionalTruth("unique") ?? false);
    }

    private static (Func<string, double, bool>, string) Bound(JsonElement bound, string property, Func<int, bool> holds, string words,
        DescriptorObject constraints, FieldForm form)
    {
        if (form.Field.Type is FieldType.Text or FieldType.Boolean) throw constraints.Unread(property, "It is for numbers, years, dates and times.");
        var (text, number) = form.Cast(bound, constraints.Place, property);
        return ((cell, value) => holds(double.IsNaN(number) ? string.CompareOrdinal(cell, text) : value.CompareTo(number)),
            $"{property} asks for {words} {text}");
    }

    private static (Func<string, double, bool>, string) Length(string property, Func<int, bool> holds, string words, DescriptorObject constraints,
        FieldForm form) =>
        form.Field.Type != FieldType.Text ? throw constraints.Unread(property, "It is for strings.")
            : ((cell, _) => holds(cell.EnumerateRunes().Count()), $"{property} asks for {words} characters");

    private static (Func<string, double, bool>, string) Matching(string pattern, DescriptorObject constraints, FieldForm form)
    {
        if (form.Field.Type != FieldType.Text) throw constraints.Unread("pattern", "It is for strings.");
        try
        {
            var whole = new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            return ((cell, _) => whole.IsMatch(cell), $"pattern asks for {pattern}");
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            throw constraints.Unread("pattern", $"\"{pattern}\" is not a regular expression of XML Schema: {wrong.Message}");
        }
    }

    private static (Func<string, double, bool>, string) OneOf(IEnumerable<JsonElement> values, string property, DescriptorObject place, FieldForm form)
    {
        string[] keys = [.. values.Select(v => form.Cast(v, place.Place, property)).Select(v => FieldForm.Key(v.Text, v.Number))];
        var allowed = new HashSet<string>(keys, StringComparer.Ordinal);
        return ((cell, value) => allowed.Contains(FieldForm.Key(cell, value)), $"{property} allows {Listing.Of(keys)}");
    }
}
