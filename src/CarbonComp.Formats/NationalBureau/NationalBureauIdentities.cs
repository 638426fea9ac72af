using static CarbonComp.Formats.NationalBureauCodes;

namespace CarbonComp.Formats;

/// <summary>Holds every total of a table by the Bureau against its parts.</summary>
internal sealed class NationalBureauIdentities
{
    private readonly NationalBureauRow[] domestic;
    private readonly NationalBureauRow[]? imported;
    private readonly IReadOnlyDictionary<string, NationalBureauRow> below;
    private readonly IReadOnlyDictionary<string, int> columnOf;
    private readonly string[] uses;
    private readonly NationalBureauHeading heading;
    private readonly double tolerance;
    private readonly RowSource rows;
    private readonly Faults faults;
    private readonly bool whole;

    public NationalBureauIdentities(NationalBureauRow[] domestic, NationalBureauRow[]? imported, IReadOnlyDictionary<string, NationalBureauRow> below,
        IReadOnlyDictionary<string, int> columnOf, string[] uses, NationalBureauHeading heading, double tolerance, RowSource rows, Faults faults)
    {
        (this.domestic, this.imported, this.below, this.columnOf, this.uses) = (domestic, imported, below, columnOf, uses);
        (this.heading, this.tolerance, this.rows, this.faults) = (heading, tolerance, rows, faults);
        whole = domestic.Concat(imported ?? []).Concat(below.Values).SelectMany(r => r.Values).All(v => double.IsNaN(v) || v == Math.Floor(v));
    }

    public void Require()
    {
        foreach (var row in domestic.Concat(imported ?? [])) Row(row);
        foreach (var column in Sectors) Column(column);
        // Totals of the columns after the sectors, where the row of intermediate inputs has them.
        foreach (var column in columnOf.Values.Where(c => !double.IsNaN(below[IntermediateInput].Values[c])))
            Agree(below[IntermediateInput], column, "the total of the column", domestic.Concat(imported ?? []).Select(r => r.Values[column]));
    }

    private IEnumerable<int> Sectors => Enumerable.Range(heading.FirstColumn, heading.Sectors);

    private void Row(NationalBureauRow row)
    {
        double Of(string code) => columnOf.TryGetValue(code, out var c) ? row.Values[c] : 0;
        double[] inner = [.. Sectors.Select(c => row.Values[c])];
        Agree(row, columnOf.GetValueOrDefault(IntermediateUse, -1), "intermediate use", inner);
        foreach (var (code, parts) in NationalBureauCodes.Sums)
            if (columnOf.TryGetValue(code, out var at) && parts.All(columnOf.ContainsKey))
                Agree(row, at, $"the sum of {string.Join(", ", parts)}", parts.Select(Of));
        Agree(row, columnOf[Output], imported is null ? "all uses less imports" : "all uses",
            [.. inner, .. uses.Select(Of), Of(Exports), imported is null ? -Of(Imports) : 0, Of(Error)]);
    }

    private void Column(int column)
    {
        Agree(below[IntermediateInput], column, "intermediate inputs", domestic.Concat(imported ?? []).Select(r => r.Values[column]));
        Agree(below[ValueAddedTotal], column, "the components of value added", NationalBureauCodes.ValueAdded.Select(v => below[v.Code].Values[column]));
        Agree(below[TotalInput], column, "intermediate inputs and value added",
            [below[IntermediateInput].Values[column], below[ValueAddedTotal].Values[column]]);
        Agree(below[TotalInput], column, "the output of the row", [domestic[column - heading.FirstColumn].Values[columnOf[Output]]]);
    }

    private void Agree(NationalBureauRow row, int column, string what, IEnumerable<double> parts)
    {
        if (column < 0) return;
        var (printed, sum, turnover, count) = (row.Values[column], 0.0, 0.0, 0);
        foreach (var part in parts) (sum, turnover, count) = (sum + part, turnover + Math.Abs(part), count + 1);
        // Numbers that are rounded to a unit may each be off by half of it.
        var rounding = whole ? 0.5 * (count + 1) : 1e-6;
        if (Math.Abs(printed - sum) <= tolerance * Math.Max(turnover, Math.Abs(printed)) + rounding) return;
        faults.Add(rows.Place(row.Row, column), $"{heading.Codes[column]} is {printed:G12}, for {what} the cells give {sum:G12}. "
            + "Correct the row or the column.");
    }
}
