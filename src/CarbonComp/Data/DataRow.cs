namespace CarbonComp.Data;

/// <summary>A row of a table: its line, its cells, and for each field the number with unit and status.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Texts">The cells as written.</param>
/// <param name="Numbers">The cells as numbers; NaN where empty or text.</param>
/// <param name="Units">The numbers' units; null for what is no measured number.</param>
/// <param name="Statuses">The numbers' statuses; null for what is no measured number.</param>
internal sealed record DataRow(int Line, string[] Texts, double[] Numbers, Unit?[] Units, ValueStatus?[] Statuses)
{
    public bool IsEmpty(int position) => Texts[position].Length == 0;

    /// <summary><c>economy.csv, line 5 (Tangshan), field gdp</c>.</summary>
    public string Place(string file, string label, string? field) =>
        $"{file}, line {Line}" + (label.Length > 0 ? $" ({label})" : "") + (field is null ? "" : $", field {field}");
}
