using System.Globalization;

namespace CarbonComp.Studies;

/// <summary>The result of computing a printed number again.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Number">The number, in the printed unit; null for a statement or where nothing can be computed.</param>
/// <param name="Statement">The statement; null for a number.</param>
/// <param name="Reason">How it was computed, why it differs, or what is missing.</param>
/// <param name="Uncertainty">How far the number can move because its printed inputs are rounded.</param>
/// <param name="Decides">Whether it can contradict: false where an input of the source is missing and something near it stands in.</param>
public sealed record Recomputation(string Id, double? Number, string? Statement, string Reason, double Uncertainty = 0, bool Decides = true)
{
    /// <summary>A number.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="number">In the printed unit.</param>
    /// <param name="reason">How it was computed.</param>
    /// <param name="uncertainty">How far it can move because its printed inputs are rounded.</param>
    public static Recomputation Of(string id, double number, string reason, double uncertainty = 0) => new(id, number, null, reason, uncertainty);

    /// <summary>A number that is known to within the rounding of what it was computed from.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="number">In the printed unit.</param>
    /// <param name="reason">How it was computed.</param>
    internal static Recomputation Of(string id, RoundedNumber number, string reason) => Of(id, number.Value, reason, number.Within);

    /// <summary>A statement.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="statement">What follows from the source's own numbers and rules.</param>
    /// <param name="reason">How it follows.</param>
    public static Recomputation Saying(string id, string statement, string reason) => new(id, null, statement, reason);

    /// <summary>Nothing that decides: an input is missing. A number that something near it gives may stand beside.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="missing">What is missing.</param>
    /// <param name="near">The number that something near the missing input gives.</param>
    public static Recomputation Open(string id, string missing, double? near = null) => new(id, near, null, missing, 0, false);

    /// <summary>The same, with what constructed data give beside it; they decide nothing.</summary>
    /// <param name="constructed">What they give.</param>
    public Recomputation Beside(HoldOutTest constructed) => this with
    {
        Reason = $"{Reason}; the constructed data, which are not observed, {(constructed.Agrees ? "agree" : "do not agree")}: {constructed.Ours}",
    };

    /// <summary>The entry of the ledger.</summary>
    /// <param name="published">The row it recomputes.</param>
    public LedgerEntry Against(PublishedNumber published)
    {
        var agrees = Number is { } number ? published.Agrees(number, Uncertainty)
            : Statement is not null && string.Equals(Statement, published.Printed, StringComparison.OrdinalIgnoreCase);
        var verdict = !Decides ? Verdict.NotCheckable : agrees ? Verdict.Reproduced : Verdict.Contradicted;
        // A further digit shows a difference, also from a bound; a count has none.
        var printed = published.Number?.Decimals ?? 0;
        var bound = published.Relation is not ("=" or "about");
        var decimals = agrees && !bound || Number is { } n && printed == 0 && n == Math.Round(n) ? printed : printed + 1;
        // Grouped as the source groups its digits.
        var format = published.Printed.Contains(',', StringComparison.Ordinal) ? "N" : "F";
        string Digits(double value) => value.ToString($"{format}{Math.Min(decimals, 4)}", CultureInfo.InvariantCulture);
        // Where only the rounding of its inputs lets a number agree, it says how far that reaches.
        var shown = Number is { } value ? Digits(value) + (Decides && agrees && !bound && !published.Agrees(value) ? $" ± {Digits(Uncertainty)}" : "")
            : Statement ?? "";
        return new(published.Id, published.Section, published.Item, published.Region, published.Counterpart,
            published.Relation is "=" ? published.Printed : $"{published.Relation} {published.Printed}", published.Unit, shown, verdict,
                Reason) { Year = published.Year };
    }
}
