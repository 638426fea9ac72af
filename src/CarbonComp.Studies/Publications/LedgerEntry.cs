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
/// <param name="Verdict">Reproduced, contradicted or not checkable.</param>
/// <param name="Reason">How it was recomputed, why it differs, or what is missing.</param>
public sealed record LedgerEntry(
    string Id, string Section, string Item, string Region, string Counterpart, string Printed, string Unit,
    string Recomputed, Verdict Verdict, string Reason)
{
    /// <summary>Of which year; null where the source speaks of one year only or of none.</summary>
    public int? Year { get; init; }
}
