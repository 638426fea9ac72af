namespace CarbonComp;

/// <summary>The reduction cost of the same units by seven estimators: how far it depends on the estimator.</summary>
public sealed record ReductionCostComparison : Tabular
{
    private readonly IReadOnlyList<(string Name, IReductionCostEstimate By)> estimates;

    private ReductionCostComparison(IReadOnlyList<(string Name, IReductionCostEstimate By)> estimates, ShadowPriceEnd end) =>
        (this.estimates, End) = (estimates, end);

    /// <summary>Estimates by data envelopment analysis in four ways, the quadratic form, the slacks-based measure and by-production.</summary>
    /// <param name="units">The units.</param>
    /// <param name="withCause">The same units with the input that causes emissions, for by-production.</param>
    /// <param name="causingInput">The name of that input, such as <c>energy</c>.</param>
    /// <param name="end">The end of each price's interval that is compared.</param>
    /// <exception cref="AbatementException">Data that an estimator refuses.</exception>
    public static ReductionCostComparison Estimate(ProductionUnits units, ProductionUnits withCause, string causingInput,
        ShadowPriceEnd end = ShadowPriceEnd.Upper) => new([.. ReductionCostEstimators.All(causingInput).Select(e =>
            (e.Name, e.Estimate(e.Name == ReductionCostEstimators.ByProductionName ? withCause : units)))], end);

    /// <summary>The end of each price's interval that is compared.</summary>
    public ShadowPriceEnd End { get; }

    /// <summary>The names of the estimators.</summary>
    public IReadOnlyList<string> Estimators => [.. estimates.Select(e => e.Name)];

    /// <summary>The costs by each estimator, named after it, money for t CO2.</summary>
    /// <exception cref="AbatementException">A unit whose data do not determine the price.</exception>
    public IReadOnlyList<LabelledVector> Costs => [.. estimates.Select(e => e.By.ShadowPrices.At(End).Named(e.Name))];

    /// <summary>The whole estimate by one of the estimators.</summary>
    /// <param name="estimator">Its name.</param>
    /// <exception cref="AbatementException">No such estimator; the message lists those there are.</exception>
    public IReductionCostEstimate this[string estimator] => estimates.FirstOrDefault(e => e.Name == estimator).By
        ?? throw new AbatementException($"There is no estimator \"{estimator}\". There are: {string.Join("; ", Estimators)}.");

    /// <summary>The costs by one of the estimators, named after it.</summary>
    /// <inheritdoc cref="this"/>
    public LabelledVector Cost(string estimator) => this[estimator].ShadowPrices.At(End).Named(estimator);

    /// <inheritdoc/>
    public override string Caption => $"Reduction cost by estimator, {End.ToString().ToLowerInvariant()} end ({Costs[0].Unit})";

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(estimates.Select(e => e.By.Status));

    /// <summary>One row an estimator: efficient units, lowest, median and highest price, and how many prices are not unique.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, estimates.Zip(Costs, (e, cost) => (e.Name, e.By, Sorted: cost.Values.Order().ToArray())))
        .With("estimator", r => r.Name).With("efficient units", r => r.By.Efficient.Count).With("lowest", r => r.Sorted[0])
        .With("median", r => r.Sorted[r.Sorted.Length / 2]).With("highest", r => r.Sorted[^1])
        .With("different prices", r => r.Sorted.Select(v => Math.Round(v)).Distinct().Count())
        .With("without a single price", r => r.By.ShadowPrices.Intervals.Count(v => !v.IsSingle));
}
