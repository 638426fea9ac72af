namespace CarbonComp;

/// <summary>The reproduction ledger: every printed number of a source beside its recomputation.</summary>
/// <param name="Title">The source.</param>
/// <param name="Entries">One entry a printed number, in the order of the source.</param>
[TypeFormatterSource(typeof(TabularFormatterSource))]
public sealed record Ledger(string Title, IReadOnlyList<LedgerEntry> Entries) : ITabular
{
    /// <inheritdoc/>
    public string Caption => $"{Title}: {Count(Verdict.Reproduced)} reproduced, {Count(Verdict.Contradicted)} contradicted, {Count(Verdict.NotCheckable)} not checkable";

    /// <summary>Printed numbers are the paper's.</summary>
    public ValueStatus Status => ValueStatus.Paper;

    /// <summary>How many entries have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(Verdict verdict) => Entries.Count(e => e.Verdict == verdict);

    /// <summary>The entries of a verdict alone.</summary>
    /// <param name="verdict">The verdict.</param>
    public Ledger Of(Verdict verdict) => this with { Entries = [.. Entries.Where(e => e.Verdict == verdict)] };

    /// <summary>The entries of a section alone, or of its parts: <c>4.2</c> has 4.2.1 to 4.2.4.</summary>
    /// <param name="section">Section or table.</param>
    public Ledger In(string section) => this with { Entries = [.. Entries.Where(e => e.Section.StartsWith(section, StringComparison.Ordinal))] };

    /// <summary>How many entries of each verdict each section has.</summary>
    public Table BySection()
    {
        var sections = Entries.GroupBy(e => e.Section).ToArray();
        int[] Counts(Verdict verdict) => [.. sections.Select(s => s.Count(e => e.Verdict == verdict))];
        return new(Caption, new Columns(
            new Column("section", sections.Select(s => s.Key).ToArray()),
            new Column("reproduced", Counts(Verdict.Reproduced)),
            new Column("contradicted", Counts(Verdict.Contradicted)),
            new Column("not checkable", Counts(Verdict.NotCheckable))), Status);
    }

    /// <inheritdoc/>
    public Columns ToColumns() => new(
        Text("section", e => e.Section), Text("item", e => e.Item), Text("region", e => e.Region), Text("counterpart", e => e.Counterpart),
        Text("printed", e => e.Printed), Text("recomputed", e => e.Recomputed), Text("unit", e => e.Unit),
        Text("verdict", e => e.Verdict switch { Verdict.NotCheckable => "not checkable", var v => v.ToString().ToLowerInvariant() }),
        Text("reason", e => e.Reason), Text("id", e => e.Id));

    /// <inheritdoc/>
    public override string ToString() => TableText.Render(this);

    private Column Text(string name, Func<LedgerEntry, string> text) => new(name, Entries.Select(text).ToArray());
}
