namespace CarbonComp.InputOutput;

/// <summary>How much of a product regions supply themselves, calibrated on tables that show it (docs/methods.md#construction).</summary>
/// <remarks>The model is that of <see cref="RegionalPurchaseCoefficient.SupplyDemandPool"/>, <c>min(supply, demand)·λ_r^δ_i</c>. δ_i is the value, in steps of
/// 0.01 from 0 to 0.99, with the least <c>Σ_r |model − observed|</c> over the regions. So large suppliers count most, and one odd table moves little.</remarks>
public sealed record SelfSupplyCalibration : Tabular
{
    private const int Steps = 100;

    private SelfSupplyCalibration(LabelledVector deltas, IReadOnlyList<string> regions) => (Deltas, Regions) = (deltas, regions);

    /// <summary>δ of each product.</summary>
    public LabelledVector Deltas { get; }

    /// <summary>The regions that it was calibrated on.</summary>
    public IReadOnlyList<string> Regions { get; }

    /// <inheritdoc/>
    public override string Caption => $"Self-supply calibrated on {Regions.Count} regions";

    /// <inheritdoc/>
    public override ValueStatus Status => Deltas.Status;

    /// <summary>Calibrates δ by product.</summary>
    /// <param name="observed">What each region supplies itself, regions × products, a sum of money; below zero counts as zero.</param>
    /// <param name="supply">Output less exports abroad, of the same axes.</param>
    /// <param name="demand">What the region uses of the nation's product, its own among it, of the same axes.</param>
    /// <param name="size">Each region's share of the nation's output, from 0 to 1.</param>
    /// <exception cref="AxisException">Other regions or products.</exception>
    public static SelfSupplyCalibration Of(LabelledMatrix observed, LabelledMatrix supply, LabelledMatrix demand, LabelledVector size)
    {
        var (own, most, shares) = (observed.In(supply.Unit).Values.PointwiseMaximum(0), Most(observed, supply, demand),
            size.For(observed.Rows).In(Unit.One).Values);
        double Missed(int product, double delta) => Enumerable.Range(0, own.RowCount).Sum(r =>
            Math.Abs(most[r, product] * LocationQuotients.Lambda(shares[r], 1, delta) - own[r, product]));
        var deltas = Enumerable.Range(0, own.ColumnCount).Select(i => Enumerable.Range(0, Steps).Select(step => step / (double)Steps).MinBy(d => Missed(i, d)));
        return new(new("self-supply δ", observed.Columns, Vector<double>.Build.DenseOfEnumerable(deltas), Unit.One, ValueStatus.Constructed),
            observed.Rows.Labels);
    }

    /// <summary>What regions supply themselves by the model, in the unit of supply.</summary>
    /// <inheritdoc cref="Of"/>
    public LabelledMatrix Estimate(LabelledMatrix supply, LabelledMatrix demand, LabelledVector size)
    {
        Deltas.Axis.Require(supply.Columns, supply.Name);
        var (most, shares, deltas) = (Most(supply, supply, demand), size.For(supply.Rows).In(Unit.One).Values, Deltas.Values);
        return new("own supply", supply.Rows, supply.Columns, most.MapIndexed((r, i, m) => m * LocationQuotients.Lambda(shares[r], 1, deltas[i]),
            Zeros.Include), supply.Unit, ValueStatus.Constructed);
    }

    /// <summary>One row a product: δ.</summary>
    public override Columns ToColumns() => new([new Column("product", Deltas.Axis.Labels.ToArray()), new Column("δ", Deltas.Values.ToArray())]);

    private static Matrix<double> Most(LabelledMatrix like, LabelledMatrix supply, LabelledMatrix demand)
    {
        like.Rows.Require(demand.Rows, demand.Name);
        like.Columns.Require(demand.Columns, demand.Name);
        like.Rows.Require(supply.Rows, supply.Name);
        like.Columns.Require(supply.Columns, supply.Name);
        return supply.Values.PointwiseMinimum(demand.In(supply.Unit).Values).PointwiseMaximum(0);
    }
}
