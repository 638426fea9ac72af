namespace CarbonComp.Studies;

/// <summary>One printed number or statement and what its recomputation says.</summary>
/// <param name="Id">The row of the case's published numbers.</param>
/// <param name="Section">Where it is printed.</param>
/// <param name="Item">What it is.</param>
/// <param name="Region">Of which region; may be empty.</param>
/// <param name="Counterpart">Towards which region; may be empty.</param>
/// <param name="Printed">As printed.</param>
/// <param name="Unit">The unit it is to be read in.</param>
/// <param name="Recomputed">The recomputed number or statement, in the same unit; empty where there is none.</param>
/// <param name="Verdict">What the recomputation says of it.</param>
/// <param name="Reason">How it was recomputed, why it differs, or what is missing.</param>
public sealed record LedgerEntry(
    string Id, string Section, string Item, string Region, string Counterpart, string Printed, string Unit,
    string Recomputed, Verdict Verdict, string Reason)
{
    /// <summary>Of which year; null where the source speaks of one year only or of none.</summary>
    public int? Year { get; init; }

    /// <summary>The row that this one copies or restates; empty where it says something of its own.</summary>
    public string Restates { get; init; } = "";

    /// <summary>The row under which its check is counted: its own, or the first of those that one comparison decides together.</summary>
    public string Check { get; init; } = Id;

    /// <summary>What would check an entry that cannot be checked; empty where a verdict was reached.</summary>
    public string WouldCheck { get; init; } = "";

    /// <summary>Whether a comparison decided it.</summary>
    public bool IsDecided => Verdict is Verdict.Reproduced or Verdict.ReproducedByAnotherRoute or Verdict.Contradicted;
}
