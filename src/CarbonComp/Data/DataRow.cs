namespace CarbonComp.Data;

// A row of a table: its line (counted from 1) and its cells as written. For each field there is the number (NaN for text and empty cells) with
// its unit and status (null for all but measured numbers).
internal sealed record DataRow(int Line, string[] Texts, double[] Numbers, Unit?[] Units, ValueStatus?[] Statuses)
{
    // The file, where the table lies in several.
    public string? Part { get; init; }

    // Where each cell stands in a sheet (C5), for tables that do not come from lines of text; null for those.
    public IReadOnlyList<string>? Addresses { get; init; }

    public bool IsEmpty(int position) => Texts[position].Length == 0;

    // "economy.csv, line 5 (Tangshan), field gdp"
    public string Place(string file, string label, string? field, int position) => Addresses is not null
        ? $"{file}, {(position < 0 ? Invariant($"row {Line}") : $"cell {Addresses[position]}")}" + (label.Length > 0 ? $" ({label})" : "")
        : Invariant($"{Part ?? file}, line {Line}") + (label.Length > 0 ? $" ({label})" : "") + (field is null ? "" : $", field {field}");
}
