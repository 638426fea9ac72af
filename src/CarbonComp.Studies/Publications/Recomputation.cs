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
    // A number that agrees only within a wider band than this share of itself confirms nothing.
    private const double CoarsestBand = 0.05;

    /// <summary>Whether the number or statement follows from another formula or other data than the source says it does.</summary>
    public bool AnotherRoute { get; init; }

    /// <summary>Whether the source takes it as given, so that there is nothing to compute.</summary>
    public bool IsGiven { get; init; }

    /// <summary>What would check a row that nothing decides.</summary>
    public string WouldCheck { get; init; } = "";

    /// <summary>Another row that the same comparison decides, so that both count once; empty where there is none.</summary>
    public string SharesCheckWith { get; init; } = "";

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
    /// <param name="wouldCheck">What would check it.</param>
    public static Recomputation Open(string id, string missing, double? near = null, string wouldCheck = "") =>
        new(id, near, null, missing, 0, false) { WouldCheck = wouldCheck };

    /// <summary>Nothing to compute: an input, a definition or a description of data.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="reason">What the source does with it.</param>
    public static Recomputation Given(string id, string reason) => new(id, null, null, reason) { IsGiven = true };

    /// <summary>A bound: a number beyond it is contradicted, one within it stays open.</summary>
    /// <param name="row">The printed row.</param>
    /// <param name="least">The smallest that it can be, in the row's unit.</param>
    /// <param name="most">The largest that it can be.</param>
    /// <param name="reason">How the bound follows.</param>
    /// <param name="wouldCheck">What would check a number within the bound.</param>
    internal static Recomputation Within(PublishedNumber row, double least, double most, string reason, string wouldCheck)
    {
        var printed = row.Number ?? throw new CarbonCompException($"{row.Id} is a statement, not a number.");
        string Say(string side, double bound) => $"{side} {bound.ToString($"F{Math.Min(printed.Decimals, 2)}", CultureInfo.InvariantCulture)}";
        return printed.Value + printed.HalfUnit < least ? Saying(row.Id, Say("at least", least), reason)
            : printed.Value - printed.HalfUnit > most ? Saying(row.Id, Say("at most", most), reason)
            : Open(row.Id, reason, null, wouldCheck);
    }

    /// <summary>The same, following by another formula or from other data than the source says.</summary>
    internal Recomputation ByAnotherRoute() => this with { AnotherRoute = true };

    /// <summary>The same, decided by the comparison that decides another row too.</summary>
    /// <param name="id">The other row.</param>
    internal Recomputation Sharing(string id) => this with { SharesCheckWith = id };

    /// <summary>The same of a row that copies or restates this one.</summary>
    /// <param name="original">The row that this recomputes.</param>
    /// <param name="copy">The row that restates it.</param>
    internal Recomputation For(PublishedNumber original, PublishedNumber copy)
    {
        var factor = original.Unit == copy.Unit || original.Unit.Length == 0 || copy.Unit.Length == 0 ? 1
            : Unit.Parse(original.Unit).To(Unit.Parse(copy.Unit));
        // What is given can be said otherwise in another place.
        if (IsGiven && (original.Number is { } number ? !copy.Agrees(number.Value * factor) : original.Printed != copy.Printed))
            return new(copy.Id, original.Number?.Value * factor, original.Number is null ? original.Printed : null,
                $"{original.Section} has {original.Printed}");
        return this with { Id = copy.Id, Number = Number * factor, Uncertainty = Uncertainty * factor, Reason = $"as {original.Section}: {Reason}" };
    }

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
        var bound = published.Relation is not ("=" or "about");
        var banded = Number is { } near && Decides && agrees && !bound && !published.Agrees(near);
        var coarse = banded && Uncertainty > CoarsestBand * Math.Abs(Number!.Value);
        var verdict = IsGiven ? Verdict.Given : !Decides || coarse ? Verdict.NotCheckable : !agrees ? Verdict.Contradicted
            : AnotherRoute ? Verdict.ReproducedByAnotherRoute : Verdict.Reproduced;
        // A further digit shows a difference, also from a bound; a count has none.
        var printed = published.Number?.Decimals ?? 0;
        var decimals = agrees && !bound && !banded || Number is { } n && printed == 0 && n == Math.Round(n) ? printed : printed + 1;
        // Grouped as the source groups its digits.
        var format = published.Printed.Contains(',', StringComparison.Ordinal) ? "N" : "F";
        string Digits(double value) => value.ToString($"{format}{Math.Min(decimals, 4)}", CultureInfo.InvariantCulture);
        // Where only the rounding of its inputs lets a number agree, it says how far that reaches.
        var shown = Number is { } value ? Digits(value) + (banded ? $" ± {Digits(Uncertainty)}" : "")
            : Statement ?? "";
        return new(published.Id, published.Section, published.Item, published.Region, published.Counterpart,
            published.Relation is "=" ? published.Printed : $"{published.Relation} {published.Printed}", published.Unit, shown, verdict,
                coarse ? $"{Reason}; it agrees, but only because its inputs are rounded so coarsely" : Reason)
        {
            Year = published.Year, Restates = published.Restates,
            WouldCheck = verdict != Verdict.NotCheckable ? "" : coarse ? "the inputs with more digits" : WouldCheck,
        };
    }
}
