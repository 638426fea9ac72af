namespace CarbonComp.Interactive;

/// <summary>Unit and status of some columns, as their headings, the frame or the caller say.</summary>
/// <remarks>
/// A unit comes from the heading, else from a column <c>unit</c> (a unit a row, as in data packages), else from the caller; a caller who
/// names another than the frame does is refused. The status is the caller's, or the weakest that headings and a column <c>status</c> name.
/// What nobody says is a fault, never a guess.
/// </remarks>
/// <param name="Unit">The unit that all numbers are converted to.</param>
/// <param name="Status">The status of them together.</param>
/// <param name="Factor">The factor of a number, by column and row.</param>
internal sealed record FrameMeasure(Unit Unit, ValueStatus Status, Func<int, int, double> Factor)
{
    public static FrameMeasure? Of(FrameContent frame, IReadOnlyList<FrameColumn> columns, string? unit, ValueStatus? status, Faults faults)
    {
        var (measured, origin) = (Units(frame, columns, unit, faults), StatusOf(frame, columns, status, faults));
        return measured is { } found && origin is { } known ? new(found.Unit, known, found.Factor) : null;
    }

    private static (Unit Unit, Func<int, int, double> Factor)? Units(FrameContent frame, IReadOnlyList<FrameColumn> columns, string? given, Faults faults)
    {
        var stated = given is null ? null : Parse(given, "the unit that is given", faults);
        if (given is not null && stated is null) return null;
        if (columns.Any(c => c.Parsed.Unit is not null))
        {
            var silent = columns.Where(c => c.Parsed.Unit is null).Select(c => $"\"{c.Heading}\"").ToArray();
            if (silent.Length > 0 && stated is null)
            {
                faults.Add($"no unit in the heading of {Faults.Shorten(silent, s => s)}, but in others. Write it there as in \"name (tce)\".");
                return null;
            }
            var units = columns.Select(c => (Place: $"column \"{c.Heading}\"", Unit: c.Parsed.Unit ?? stated!)).ToArray();
            return Common(units, stated, faults) is { } unit ? (unit, (column, _) => units[column].Unit.To(unit)) : null;
        }
        if (frame.Find("unit") is { } byRow && !columns.Contains(byRow) && byRow.Cells.Length > 0)
        {
            var labels = byRow.Labels();
            int[] missing = [.. Enumerable.Range(0, labels.Length).Where(row => labels[row] is null)];
            faults.AddRows(missing, rows => $"column \"unit\" names none in {rows}. Give one.");
            var read = labels.OfType<string>().Distinct().Select(text =>
                (Place: $"column \"unit\" with \"{text}\"", Unit: Parse(text, "column \"unit\"", faults))).ToArray();
            if (missing.Length > 0 || read.Any(r => r.Unit is null)) return null;
            return Common([.. read.Select(r => (r.Place, r.Unit!))], stated, faults) is { } unit ? (unit, (_, row) => Unit.Parse(labels[row]!).To(unit)) : null;
        }
        if (stated is null)
        {
            faults.Add($"nothing says what \"{columns[0].Heading}\" is measured in. "
                + "Give the unit, as in unit: \"100 million yuan\" (\"1\" for a pure number).");
            return null;
        }
        return (stated, (_, _) => 1);
    }

    /// <summary>The first of the units, where all measure the same and none contradicts what the caller says.</summary>
    private static Unit? Common((string Place, Unit Unit)[] units, Unit? stated, Faults faults)
    {
        var (first, wrong) = (stated ?? units[0].Unit, false);
        foreach (var (place, unit) in units)
        {
            if (unit.Dimension == first.Dimension && (stated is null || unit.Factor == stated.Factor)) continue;
            faults.Add(stated is null ? $"{place} is in {unit}, others are in {first}: they measure different things. Read them one by one."
                : $"{place} is in {unit}, but {stated} is given. Leave the unit out, or correct the one that is wrong.");
            wrong = true;
        }
        return wrong ? null : stated ?? first;
    }

    private static ValueStatus? StatusOf(FrameContent frame, IReadOnlyList<FrameColumn> columns, ValueStatus? given, Faults faults)
    {
        if (given is not null) return given;
        var known = columns.Select(c => c.Parsed.Status).ToList();
        if (frame.Find("status") is { } byRow && !columns.Contains(byRow))
        {
            var labels = byRow.Labels();
            int[] unknown = [.. Enumerable.Range(0, labels.Length).Where(row => Word(labels[row]) is null)];
            faults.AddRows(unknown, rows => $"column \"status\" is not statistic, paper, constructed or illustrative in {rows}. "
                + "Correct it, or give the status.");
            if (unknown.Length > 0) return null;
            // Rows that name their status speak for headings that do not.
            if (labels.Length > 0) known = [.. known.Where(k => k is not null), .. labels.Distinct().Select(Word)];
        }
        if (known.All(k => k is not null)) return ValueStatuses.Weakest(known.Select(k => k!.Value));
        faults.Add($"nothing says where \"{columns[known.FindIndex(k => k is null)].Heading}\" comes from. "
            + "Give the status, as in status: ValueStatus.Statistic.");
        return null;
    }

    private static ValueStatus? Word(string? text)
    {
        try { return text is null ? null : ValueStatuses.Parse(text); }
        catch (CarbonCompException) { return null; }
    }

    private static Unit? Parse(string symbol, string place, Faults faults)
    {
        try { return Unit.Parse(symbol); }
        catch (UnitException wrong)
        {
            faults.Add($"{place}: {wrong.Message}");
            return null;
        }
    }
}
