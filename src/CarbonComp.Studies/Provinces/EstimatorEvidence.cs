namespace CarbonComp.Studies;

/// <summary>What speaks for and against the estimators of the reduction cost, in one year of the case.</summary>
/// <remarks>
/// A payment needs one price for a tonne, and one that says what a tonne less costs. So the table counts how many prices are one number, and how many are
/// a fixed fraction of the province's own carbon productivity. Of the slacks-based measure these are many: where the weights of the input and of emissions
/// are at their lower bounds, <c>v·x0 = 1</c> and <c>u_b·b0 = ρ/2</c>, so <c>u_g·y0 = 3ρ/2</c> and the price is a third of own productivity, whatever others
/// do (<c>docs/methods.md#sbm</c>, one input).
/// </remarks>
public sealed record EstimatorEvidence : Tabular
{
    private readonly IReadOnlyList<Row> rows;

    private EstimatorEvidence(int year, IReadOnlyList<Row> rows) => (Year, this.rows) = (year, rows);

    internal static EstimatorEvidence Of(ChinaProvinces china, ProvincialCompensation compensation, int year)
    {
        var (added, emissions) = (china.SectorValueAdded(year), china.EmitterEmissions(year));
        var productivity = compensation.Costs(year, "carbon productivity");
        return new(year, [.. ProvincialCompensation.Estimators.Select(name =>
        {
            var (upper, lower) = (compensation.Costs(year, name), compensation.Costs(year, name, ShadowPriceEnd.Lower));
            // Where nothing is emitted there is nothing to price.
            var priced = productivity.Values.Enumerate().Zip(upper.Values.Enumerate(), lower.Values.Enumerate()).Where(c => c.First > 0).ToArray();
            var single = priced.Count(c => c.Second - c.Third <= 1e-6 * c.Second);
            var common = priced.GroupBy(c => Math.Round(c.Second / c.First, 6)).MaxBy(g => g.Count())!;
            var cells = (double)priced.Length;
            var total = ((emissions * upper).Sum() / added.Sum()).In(Unit.One).Value;
            // A sector whose prices are all alike has no order.
            var ordered = upper.Columns.Labels.Where(s => upper.Column(s).Values is var v && v.Maximum() > v.Minimum()).ToArray();
            var withOwn = ordered.Select(s => RankCorrelation.Of(upper.Column(s), productivity.Column(s)).Coefficient).Order().ToArray();
            var withSize = ordered.Max(s => Math.Abs(RankCorrelation.Of(upper.Column(s), added.Column(s)).Coefficient));
            var zero = priced.Count(c => Math.Round(c.Second / c.First, 6) == 0) / cells;
            return new Row(name, single / cells, zero, common.Key, common.Count() / cells, withOwn[withOwn.Length / 2], withSize, total, upper.Status);
        })]);
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <inheritdoc/>
    public override string Caption => Invariant($"Estimators of the reduction cost, {Year}, prices of every sector of every province");

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(rows.Select(r => r.Status));

    /// <summary>The share of prices that are one number, not an interval.</summary>
    /// <exception cref="CarbonCompException">No such estimator.</exception>
    public double OneNumber(string estimator) => Find(estimator).OneNumber;

    /// <summary>The share of prices that are zero: where the frontier is flat, or the fitted one is held from falling.</summary>
    /// <inheritdoc cref="OneNumber"/>
    public double Zero(string estimator) => Find(estimator).Zero;

    /// <summary>The share of prices that are one and the same fraction of the province's own carbon productivity.</summary>
    /// <inheritdoc cref="OneNumber"/>
    public double AtOneFraction(string estimator) => Find(estimator).AtFraction;

    /// <summary>The rank correlation of prices and own carbon productivity over provinces, the median of the sectors.</summary>
    /// <inheritdoc cref="OneNumber"/>
    public double WithProductivity(string estimator) => Find(estimator).WithProductivity;

    /// <summary>The rank correlation of prices and value added over provinces, the largest of the sectors, without its sign.</summary>
    /// <inheritdoc cref="OneNumber"/>
    public double WithSize(string estimator) => Find(estimator).WithSize;

    /// <summary>All emissions at these prices, as a share of value added.</summary>
    /// <inheritdoc cref="OneNumber"/>
    public double OfValueAdded(string estimator) => Find(estimator).OfValueAdded;

    /// <summary>One row an estimator.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, rows, Status).With("reduction cost", r => r.Name)
        .With("prices that are one number (%)", r => 100 * r.OneNumber).With("prices that are zero (%)", r => 100 * r.Zero)
        .With("commonest fraction of own productivity", r => r.Fraction)
        .With("prices at that fraction (%)", r => 100 * r.AtFraction).With("ρ with own productivity (median of sectors)", r => r.WithProductivity)
        .With("|ρ| with size (largest of sectors)", r => r.WithSize).With("all emissions at these prices (% of value added)", r => 100 * r.OfValueAdded);

    private Row Find(string estimator) => rows.FirstOrDefault(r => r.Name.Equals(estimator, StringComparison.OrdinalIgnoreCase))
        ?? throw new CarbonCompException($"There is no estimator \"{estimator}\". There are: {string.Join(", ", rows.Select(r => r.Name))}.");

    private sealed record Row(string Name, double OneNumber, double Zero, double Fraction, double AtFraction, double WithProductivity, double WithSize,
        double OfValueAdded, ValueStatus Status);
}
