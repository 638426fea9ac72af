namespace CarbonComp.InputOutput;

/// <summary>How a sub-national table was constructed: what was assumed, how far balancing moved the start, and whether the result balances.</summary>
/// <param name="Assumptions">The choices.</param>
/// <param name="Trade">For each product the trade matrix before and after balancing.</param>
/// <param name="Validation">The check of the finished table.</param>
public sealed record ConstructionReport(IReadOnlyList<Assumption> Assumptions, IReadOnlyList<BalancedMatrix> Trade, TableReport Validation) : Tabular
{
    /// <summary>All trade that balancing moved, as a share of all trade before it.</summary>
    public double MeanAbsoluteMove =>
        Trade.Sum(t => t.Start.Total) is var before and not 0 ? Trade.Sum(t => t.MeanAbsoluteMove * t.Start.Total) / before : 0;

    /// <summary>Share of its demand that each region (rows) supplies itself by product (columns), as the location quotients have it.</summary>
    public LabelledMatrix SelfSupplyBefore => SelfSupply("self-supply before balancing", t => t.Start);

    /// <summary>Share of its demand that each region (rows) supplies itself by product (columns), in the finished table.</summary>
    public LabelledMatrix SelfSupplyAfter => SelfSupply("self-supply", t => t.Balanced);

    /// <inheritdoc/>
    public override string Caption => Invariant(
        $"Construction of the table: balancing moved {MeanAbsoluteMove:P1} of all trade; worst row residual {Validation.WorstRow.Relative:G2}, "
        + $"column {Validation.WorstColumn.Relative:G2} of turnover");

    /// <inheritdoc/>
    public override ValueStatus Status => Validation.Status;

    /// <summary>The trade flows that balancing moved most, over all products, largest change first.</summary>
    public Table MovedMost(int count = 20)
    {
        var moves = Trade.SelectMany(t => t.MovedMost(count).Select(m => (Product: t.Start.Name, Move: m)))
            .OrderByDescending(m => Math.Abs(m.Move.Change)).Take(count).ToArray();
        return Table.OfRows($"The {moves.Length} trade flows that balancing moved most", moves, Status).With("product", m => m.Product)
            .With("from", m => m.Move.Row).With("to", m => m.Move.Column).With("before", m => m.Move.Start, Currency)
            .With("after", m => m.Move.Balanced, Currency).With("relative change", m => m.Move.Relative, Unit.One);
    }

    /// <summary>The assumptions as a table.</summary>
    public Table AssumptionTable() => Table.OfRows("What was assumed", Assumptions, Status).With("subject", a => a.Subject)
        .With("choice", a => a.Choice).With("basis", a => a.Basis);

    /// <summary>One row per product: trade, self-supply before and after, iterations, what is left, what was moved, the flow that moved most.</summary>
    public override Columns ToColumns()
    {
        double Local(LabelledMatrix m) => m.Total == 0 ? 0 : m.Values.Diagonal().Sum() / m.Total;
        return Table.OfRows(Caption, Trade).With("product", t => t.Start.Name).With("deliveries", t => t.Balanced.Total, Currency)
            .With("self-supply before", t => 100 * Local(t.Start), Unit.Percent).With("self-supply after", t => 100 * Local(t.Balanced), Unit.Percent)
            .With("moved share", t => 100 * t.MeanAbsoluteMove, Unit.Percent).With("iterations", t => t.Iterations)
            .With("flow moved most", t => t.MovedMost(1) is [var m] ? Invariant($"{m.Row} → {m.Column} ({100 * m.Relative:+0;−0} %)") : "");
    }

    private Unit Currency => Trade[0].Start.Unit;

    private LabelledMatrix SelfSupply(string name, Func<BalancedMatrix, LabelledMatrix> which)
    {
        var regions = Trade[0].Start.Columns;
        var demand = Trade.Select(t => which(t).Values.ColumnSums()).ToArray();
        return new(name, regions, new CategoryAxis("sector", Trade.Select(t => t.Start.Name)), Matrix<double>.Build.Dense(regions.Count, Trade.Count,
            (r, i) => demand[i][r] == 0 ? 0 : which(Trade[i]).Values[r, r] / demand[i][r]), Unit.One, Status);
    }
}
