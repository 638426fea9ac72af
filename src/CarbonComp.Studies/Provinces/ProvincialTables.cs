using System.Collections.Concurrent;

namespace CarbonComp.Studies;

/// <summary>The table between provinces of each year: constructed, unless another was put in its place.</summary>
public sealed class ProvincialTables
{
    private readonly ProvincialConstruction construction;
    private readonly ConcurrentDictionary<int, MultiRegionalTable> constructed;
    private readonly Dictionary<int, (MultiRegionalTable Table, string Classification)> given;

    /// <summary>The constructed tables of all years.</summary>
    /// <param name="accounts">The accounts of the provinces.</param>
    public ProvincialTables(ProvincialAccounts accounts) : this(accounts, new(accounts), new(), []) { }

    private ProvincialTables(ProvincialAccounts accounts, ProvincialConstruction construction,
        ConcurrentDictionary<int, MultiRegionalTable> constructed, Dictionary<int, (MultiRegionalTable, string)> given) =>
        (Accounts, this.construction, this.constructed, this.given) = (accounts, construction, constructed, given);

    /// <summary>The accounts of the provinces.</summary>
    public ProvincialAccounts Accounts { get; }

    /// <summary>The table of a year.</summary>
    /// <param name="year">A year of the accounts.</param>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public MultiRegionalTable this[int year] => given.TryGetValue(Accounts.Known(year), out var own) ? own.Table
        : constructed.GetOrAdd(year, y => construction.Table(y).Table);

    /// <summary>The classification of the sectors of a year's table, in <c>data/concordances</c>.</summary>
    /// <param name="year">A year of the accounts.</param>
    public string Classification(int year) => given.TryGetValue(Accounts.Known(year), out var own) ? own.Classification
        : Accounts.NationalTables.Classification(year);

    /// <summary>The same tables with another one for a year, such as CEADs' by survey.</summary>
    /// <remarks>
    /// Provinces are recognised by name in either language and put in the case's order; some may be missing. Sectors are recognised by name in either
    /// language as those of a national table, or of the thirty, nine or seven; forty-two by number too. Imports that compete are taken out in proportion.
    /// </remarks>
    /// <param name="year">A year of the accounts.</param>
    /// <param name="table">The table.</param>
    /// <param name="sectors">From the table's sectors to those of a classification in <c>data/concordances</c>; not needed where they are recognised.</param>
    /// <exception cref="AxisException">A region that is no province, or unknown sectors; the message names them.</exception>
    /// <exception cref="InputOutputException">A table that does not balance.</exception>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public ProvincialTables With(int year, MultiRegionalTable table, Concordance? sectors = null)
    {
        return new(Accounts, construction, constructed, new(given) { [Accounts.Known(year)] = new ProvincialTable(Accounts).Of(year, table, sectors) });
    }

    /// <summary>Whether a year's table is the case's own construction.</summary>
    /// <param name="year">A year of the accounts.</param>
    public bool IsConstructed(int year) => !given.ContainsKey(year);

    /// <summary>The provinces of a year's table: all, unless a table of fewer was given.</summary>
    /// <param name="year">A year of the accounts.</param>
    public RegionAxis Regions(int year) => given.TryGetValue(year, out var own) ? own.Table.Regions : Accounts.Provinces;

    /// <summary>A remark on the tables that results rest on, and what of them was observed.</summary>
    /// <param name="years">Years of the accounts; all if none is named.</param>
    public Remark Note(params IReadOnlyList<int> years)
    {
        int[] all = [.. years.Count == 0 ? Accounts.Years : years], made = [.. all.Where(IsConstructed)], others = [.. all.Except(made)];
        FormattableString own = $"""
            {(made.Length == 1 ? "The table" : "The tables")} between provinces of {made} {(made.Length == 1 ? "is" : "are")} constructed from the nation's,
            customs, expenditure, and what provinces supplied themselves in 2007: no trade between two provinces was observed.
            """;
        if (others.Length == 0) return new("Tables.", own);
        string[] without = [.. others.Select(y => (Year: y, Missing: Accounts.Provinces.Labels.Except(Regions(y).Labels).ToArray()))
            .Where(y => y.Missing.Length > 0).Select(y => Invariant($"{y.Year} without {string.Join(", ", y.Missing)}"))];
        var status = ValueStatuses.Weakest(others.Select(y => this[y].Status));
        var (subject, verb, which) = others.Length == 1 ? ("The table", "is", "the given one") : ("The tables", "are", "the given ones");
        FormattableString observed = $"""
            {subject} between provinces of {others} {verb} {which}
            ({status.Caption()}{(without.Length == 0 ? "" : $"; {string.Join("; ", without)}")}).
            Emissions stay constructed where an inventory's sector had to be divided, and so does all that is computed with them.
            """;
        return new("Tables.", made.Length == 0 ? observed : $"{new Remark("", observed).Text} {new Remark("", own).Text}");
    }

    /// <summary>The source of a figure: where emissions and tables come from.</summary>
    /// <param name="years">Years of the accounts; all if none is named.</param>
    public string Source(params IReadOnlyList<int> years)
    {
        int[] all = [.. years.Count == 0 ? Accounts.Years : years], made = [.. all.Where(IsConstructed)];
        string[] tables = [.. made.Length == 0 ? [] : new[] { $"constructed from the nation's and customs' {string.Join(", ", made)}" },
            .. made.Length == all.Length ? [] : new[] { $"given {string.Join(", ", all.Except(made))}" }];
        return $"emissions: CEADs inventories {string.Join(", ", all.Select(ProvincialAccounts.InventoryYear).Distinct())}; "
            + $"tables between provinces: {string.Join("; ", tables)}";
    }
}
