using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>The reproduction ledger: every printed number of a source beside its recomputation.</summary>
/// <param name="Title">The source.</param>
/// <param name="Entries">One entry for each printed number, in the order of the source.</param>
/// <param name="Status">Printed numbers are the paper's; a comparison with other data has the weakest status of that data.</param>
public sealed record Ledger(string Title, IReadOnlyList<LedgerEntry> Entries, ValueStatus Status = ValueStatus.Paper) : Tabular
{
    /// <inheritdoc/>
    public override string Caption => $"{Title}: {string.Join(", ", Shown.Select(v => $"{Count(v)} {Words(v)}"))}"
        + (IndependentChecks > 0 ? $"; {Independent}" : "");

    /// <summary>Sets recomputations against published numbers: one entry for each number, in the order of the source.</summary>
    /// <param name="title">The source.</param>
    /// <param name="published">Its numbers.</param>
    /// <param name="recomputed">What was recomputed, each at most once.</param>
    /// <param name="otherwise">What is said of a number that was not.</param>
    /// <param name="opened">What is added to those that nothing decides; nothing where none is given.</param>
    /// <exception cref="CarbonCompException">Something is recomputed twice, or is not published.</exception>
    internal static Ledger Of(string title, PublishedNumbers published, IReadOnlyList<Recomputation> recomputed, Func<PublishedNumber, Recomputation> otherwise,
        Func<Recomputation, Recomputation>? opened = null)
    {
        if (recomputed.GroupBy(r => r.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new CarbonCompException($"{twice.Key} is recomputed twice.");
        if (recomputed.FirstOrDefault(r => published.All.All(p => p.Id != r.Id)) is { } unknown)
            throw new CarbonCompException($"{unknown.Id} is recomputed but not published.");
        var found = recomputed.ToDictionary(r => r.Id);
        Recomputation Result(PublishedNumber row, int depth = 0) => found.TryGetValue(row.Id, out var own) ? own
            : row.Restates.Length == 0 ? otherwise(row)
            : depth > published.All.Count ? throw new CarbonCompException($"{row.Id} restates itself.")
            : Result(published[row.Restates], depth + 1).For(published[row.Restates], row);
        var checks = SharedChecks.Of(published, recomputed);
        return new(title, [.. published.All.Select(p => (Number: p, Result: Result(p)))
            .Select(r => (r.Result.Decides || opened is null ? r.Result : opened(r.Result)).Against(r.Number) with { Check = checks[r.Number.Id] })]);
    }

    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>What a section is about; sections that are not named here stand by their number.</summary>
    internal IReadOnlyDictionary<string, string> Topics { get; init; } = new Dictionary<string, string>();

    /// <summary>The number of entries with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(Verdict verdict) => Entries.Count(e => e.Verdict == verdict);

    /// <summary>The number of comparisons behind the verdicts: rows that restate others are left out, rows that one comparison decides count once.</summary>
    /// <remarks>Two numbers that are each computed from the other are one comparison, however many rows print them.</remarks>
    public int IndependentChecks => Checks.Count();

    /// <summary>The number of comparisons with a verdict; one that contradicts any of its rows is a contradiction.</summary>
    /// <param name="verdict">The verdict.</param>
    public int CountChecks(Verdict verdict) => Checks.Count(v => v == verdict);

    /// <summary>The verdicts, each with its rows, the independent checks behind them, and how many of these are of numbers.</summary>
    public Table Summary() => Table.OfRows($"{Entries.Count} printed numbers and statements, {Independent}",
        Enum.GetValues<Verdict>(), Status).With("verdict", Words).With("rows", Count)
        .With("independent checks", v => Compared(v, Checks)).With("of them numbers", v => Compared(v, Numeric));

    /// <summary>The entries that say something of their own: those that copy or restate others are left out.</summary>
    public Ledger Once() => this with { Entries = [.. Entries.Where(e => e.Restates.Length == 0).DistinctBy(e => (e.Check, e.Verdict))] };

    /// <summary>The entries of a verdict alone.</summary>
    /// <param name="verdict">The verdict.</param>
    public Ledger Of(Verdict verdict) => this with { Entries = [.. Entries.Where(e => e.Verdict == verdict)] };

    /// <summary>The entries of a section alone, or of its parts: <c>4.2</c> has 4.2.1 to 4.2.4.</summary>
    /// <param name="section">Section or table.</param>
    public Ledger In(string section) => this with { Entries = [.. Entries.Where(e => e.Section.StartsWith(section, StringComparison.Ordinal))] };

    /// <summary>The entries of an item alone.</summary>
    /// <param name="item">A part of what it is: "flow range".</param>
    public Ledger About(string item) => this with { Entries = [.. Entries.Where(e => e.Item.Contains(item, StringComparison.OrdinalIgnoreCase))] };

    /// <summary>The numbers: printed, recomputed, and why.</summary>
    public Table Numbers() => Brief([.. Entries.Where(e => e.Unit.Length > 0)]);

    /// <summary>The statements: printed, what follows from the source's numbers and rules, and why.</summary>
    public Table Statements() => Brief([.. Entries.Where(e => e.Unit.Length == 0)]);

    /// <summary>What would check the entries that cannot be checked, most entries first.</summary>
    public Table Missing()
    {
        var missing = Entries.Where(e => e.Verdict == Verdict.NotCheckable).GroupBy(e => e.WouldCheck.Length > 0 ? e.WouldCheck : e.Reason.Split(';')[0])
            .OrderByDescending(g => g.Count()).ToArray();
        return Table.OfRows("What would check the entries that cannot be checked", missing, Status).With("entries", g => g.Count())
            .With("sections", g => string.Join(", ", g.Select(e => e.Section).Distinct())).With("what would check them", g => g.Key);
    }

    /// <summary>A section × verdict table of the number of entries.</summary>
    public LabelledMatrix BySection()
    {
        var sections = Entries.GroupBy(e => e.Section).ToArray();
        string Named(string section) => Topics.TryGetValue(section, out var topic) ? $"{section} {topic}" : section;
        return new("printed numbers and statements", new CategoryAxis("section", sections.Select(s => Named(s.Key))),
            new CategoryAxis("verdict", Enum.GetValues<Verdict>().Select(Words)),
            Matrix<double>.Build.Dense(sections.Length, Enum.GetValues<Verdict>().Length, (i, j) => sections[i].Count(e => e.Verdict == (Verdict)j)),
                Unit.Parse("count"), Status);
    }

    /// <inheritdoc/>
    public override Columns ToColumns() => new([
        Text("section", e => e.Section), Text("item", e => e.Item), Text("region", e => e.Region), .. Given("counterpart", e => e.Counterpart),
            .. Given("year", e => $"{e.Year}"),
        Text("printed", e => e.Printed), Text(Beside, e => e.Recomputed), Text("unit", e => e.Unit),
        Text("verdict", e => Words(e.Verdict)),
        Text("reason", e => e.Reason), .. Given("what would check it", e => e.WouldCheck), Text("id", e => e.Id),
        .. Given("counts with", e => e.Restates.Length > 0 ? e.Restates : e.Check == e.Id ? "" : e.Check)]);

    private string Beside => Status == ValueStatus.Paper ? "recomputed" : "these data";

    private IEnumerable<Verdict> Shown => Enum.GetValues<Verdict>().Where(v => Count(v) > 0);

    private string Independent => $"{IndependentChecks} independent {(IndependentChecks == 1 ? "check" : "checks")}";

    // Nothing is compared in the other verdicts.
    private static double? Compared(Verdict verdict, IEnumerable<Verdict> checks) =>
        verdict is Verdict.NotCheckable or Verdict.Given ? null : checks.Count(v => v == verdict);

    private IEnumerable<Verdict> Numeric => (this with { Entries = [.. Entries.Where(e => e.Unit.Length > 0)] }).Checks;

    private IEnumerable<Verdict> Checks => Entries.Where(e => e.IsDecided && e.Restates.Length == 0).GroupBy(e => e.Check).Select(g => g.Max(e => e.Verdict));

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.NotCheckable => "not checkable",
        Verdict.ReproducedByAnotherRoute => "reproduced by another route",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    private Table Brief(LedgerEntry[] entries)
    {
        Column Of(string name, Func<LedgerEntry, string> text) => new(name, entries.Select(text).ToArray());
        Column[] unit = entries.All(e => e.Unit.Length == 0) ? [] : [Of("unit", e => e.Unit)];
        return new((this with { Entries = entries }).Caption, new Columns([
            Of("section", e => e.Section),
            Of("item", e => (e.Region.Length == 0 ? e.Item : $"{e.Item}: {e.Region}{(e.Counterpart.Length == 0 ? "" : $" – {e.Counterpart}")}")
                + (e.Year is { } year && !e.Item.Contains($"{year}", StringComparison.Ordinal) ? $" {year}" : "")),
            Of("printed", e => e.Printed), Of(Beside, e => e.Recomputed), .. unit, Of("why", e => e.Reason)]), Status);
    }

    // A source that speaks of no counterparts or years has no column of them.
    private Column[] Given(string name, Func<LedgerEntry, string> text) => Entries.Any(e => text(e).Length > 0) ? [Text(name, text)] : [];

    private Column Text(string name, Func<LedgerEntry, string> text) => new(name, Entries.Select(text).ToArray());
}
