namespace CarbonComp.Studies;

/// <summary>Compensation between provinces in the first and the last year, by several estimators of the reduction cost.</summary>
public sealed record CompensationByEstimator : Tabular
{
    private readonly Concordance groups;
    private readonly IReadOnlyList<(string Name, CompensationYears Years)> all;

    internal CompensationByEstimator(Concordance groups, IReadOnlyList<(string Name, CompensationYears Years)> all) => (this.groups, this.all) = (groups, all);

    /// <summary>By how many times the volume grows from the first to the last year, by the estimator with the least and with the most growth.</summary>
    public (double Least, double Most) Growth => (all.Min(e => GrowthOf(e.Years)), all.Max(e => GrowthOf(e.Years)));

    /// <summary>The estimators by which the East pays the West more than the West pays the East in the last year.</summary>
    public IReadOnlyList<string> EastPaysWest => [.. all.Where(e => Share(e.Years, "East", "West") > Share(e.Years, "West", "East")).Select(e => e.Name)];

    internal Concordance Groups => groups;

    // Payments between provinces in the last year by estimate: rows pay, columns are paid.
    internal IReadOnlyList<LabelledMatrix> LastPayments => [.. all.Select(e => e.Years[Last].Horizontal.Payments)];

    /// <inheritdoc/>
    public override string Caption => Invariant($"{First} to {Last} by estimator of the reduction cost");

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(all.Select(e => e.Years.Status));

    /// <summary>One row an estimator: growth of the volume and of payments between provinces, shares of East and West,
    /// and who pays and receives most.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, all, Status)
        .With("reduction cost", e => e.Name).With(Invariant($"volume, {Last} over {First}"), e => GrowthOf(e.Years))
        .With(Invariant($"between provinces, {Last} over {First}"), e => Paid(e.Years, Last) / Paid(e.Years, First))
        .With("East to West (%)", e => Share(e.Years, "East", "West")).With("West to East (%)", e => Share(e.Years, "West", "East"))
        .With("pays most", e => e.Years[Last].Horizontal.Net.ArgMax()).With("receives most", e => e.Years[Last].Horizontal.Net.ArgMin());

    private int First => all[0].Years.Years[0];

    private int Last => all[0].Years.Years[^1];

    private double GrowthOf(CompensationYears years) => years[Last].Volume / years[First].Volume;

    private static double Paid(CompensationYears years, int year) => years[year].Horizontal.Netted().Paid.Total;

    private double Share(CompensationYears years, string from, string to) => 100 * years[Last].Horizontal.Network().Share(groups, from, to);
}
