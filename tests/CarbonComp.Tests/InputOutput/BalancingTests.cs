using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class BalancingTests
{
    private static LabelledMatrix Matrix(double[,] values) => new("flows", Rows(values.GetLength(0)), Columns(values.GetLength(1)),
        Matrix<double>.Build.DenseOfArray(values), Unit.Yuan, ValueStatus.Illustrative);

    private static CategoryAxis Rows(int count) => new("row", Enumerable.Range(1, count).Select(i => $"row {i}"));

    private static CategoryAxis Columns(int count) => new("column", Enumerable.Range(1, count).Select(i => $"column {i}"));

    private static LabelledVector RowTotals(params double[] v) => new("row totals", Rows(v.Length), v, Unit.Yuan, ValueStatus.Illustrative);

    private static LabelledVector ColumnTotals(params double[] v) => new("column totals", Columns(v.Length), v, Unit.Yuan, ValueStatus.Illustrative);

    [Fact]
    public void Gras_matches_the_reference_with_a_column_that_has_no_positive_cell()
    {
        var start = Matrix(new double[,] { { 7, 3, 5, -3 }, { 2, 9, 8, 0 }, { -2, 0, 2, 0 } });
        var balanced = Gras.Balance(start, RowTotals(15, 26, -1), ColumnTotals(9, 16, 17, -2));
        double[,] expected = { { 8.424341, 3.375237, 5.200422, -2 }, { 3.000998, 12.624763, 10.374239, 0 }, { -2.425339, 0, 1.425339, 0 } };
        Assert.True((balanced.Balanced.Values - Matrix<double>.Build.DenseOfArray(expected)).Enumerate().Max(Math.Abs) < 1e-5,
            balanced.Balanced.Values.ToString());
    }

    [Fact]
    public void Gras_meets_any_totals_that_signs_allow_and_keeps_them() => Prop.ForAll(
        Gen.Choose(2, 6).Zip(Gen.Choose(2, 6)).Zip(Gen.Choose(0, int.MaxValue - 1)).ToArbitrary(), sample =>
    {
        var ((rows, columns), seed) = sample;
        var random = new Random(seed);
        double Cell() => random.NextDouble() * 10 * (random.NextDouble() < 0.25 ? -1 : 1);
        var start = new double[rows, columns];
        for (var i = 0; i < rows; i++) for (var j = 0; j < columns; j++) start[i, j] = Cell();
        // Totals of the same signs scaled cell by cell are always possible.
        var reachable = Matrix<double>.Build.Dense(rows, columns, (i, j) => start[i, j] * (0.5 + random.NextDouble()));
        var balanced = Gras.Balance(Matrix(start), RowTotals([.. reachable.RowSums()]), ColumnTotals([.. reachable.ColumnSums()]), 1e-10, 100_000);
        Assert.True((balanced.Balanced.Values.RowSums() - reachable.RowSums()).AbsoluteMaximum() < 1e-7);
        Assert.True((balanced.Balanced.Values.ColumnSums() - reachable.ColumnSums()).AbsoluteMaximum() < 1e-7);
        Assert.All(balanced.Balanced.Values.EnumerateIndexed(), e => Assert.True(e.Item3 * start[e.Item1, e.Item2] >= 0));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Gras_reaches_totals_that_few_cells_couple()
    {
        // A large diagonal and little beside it: scaling by turns alone is not there after 300,000 iterations.
        var random = new Random(5);
        var start = Matrix<double>.Build.Dense(12, 12, (i, j) => i == j ? 1e6 : random.NextDouble() * (random.NextDouble() < 0.3 ? -1 : 1));
        var reachable = start.MapIndexed((i, j, x) => x * (i == j ? 1 + 1e-6 * random.NextDouble() : 0.5 + random.NextDouble()));
        var balanced = Gras.Balance(Matrix(start.ToArray()), RowTotals([.. reachable.RowSums()]), ColumnTotals([.. reachable.ColumnSums()]));
        Assert.InRange(balanced.Iterations, 101, 200);
        Assert.True((balanced.Balanced.Values.RowSums() - reachable.RowSums()).AbsoluteMaximum() < 1e-5);
        Assert.True((balanced.Balanced.Values.ColumnSums() - reachable.ColumnSums()).AbsoluteMaximum() < 1e-5);
        Assert.All(balanced.Balanced.Values.EnumerateIndexed(), e => Assert.True(e.Item3 * start[e.Item1, e.Item2] >= 0));
    }

    [Fact]
    public void Gras_without_negative_cells_is_ras()
    {
        var start = Matrix(new double[,] { { 1, 2, 3 }, { 4, 0, 6 } });
        var (u, v) = (RowTotals(9, 9), ColumnTotals(6, 4, 8));
        Assert.True((Gras.Balance(start, u, v).Balanced.Values - Ras.Balance(start, u, v).Balanced.Values).L2Norm() < 1e-9);
    }

    [Fact]
    public void Totals_that_differ_by_their_last_digits_are_met_and_work_can_be_stopped()
    {
        var start = Matrix(new double[,] { { 1, 2, 3 }, { 4, 0, 6 } });
        var (u, v) = (RowTotals(9, 9), ColumnTotals(6, 4, 8 + 1e-9));
        Assert.Equal(9, Gras.Balance(start, u, v).Balanced.RowSums()[0], 1e-7);
        Assert.Equal(9, Ras.Balance(start, u, v).Balanced.RowSums()[0], 1e-7);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Gras.Balance(start, u, v, cancellation: stop.Token));
        Assert.Throws<OperationCanceledException>(() => Ras.Balance(start, u, v, cancellation: stop.Token));
    }

    [Fact]
    public void Impossible_totals_are_refused_by_name()
    {
        Assert.Contains("row 2 must add up to -1, but its start has no negative cell", Assert.Throws<BalancingException>(
            () => Gras.Balance(Matrix(new double[,] { { 1, 2 }, { 3, 4 } }), RowTotals(5, -1), ColumnTotals(2, 2))).Message);
        Assert.Contains("column 1", Assert.Throws<BalancingException>(
            () => Gras.Balance(Matrix(new double[,] { { -1, 2 }, { 0, 4 } }), RowTotals(3, 3), ColumnTotals(2, 4))).Message);
        Assert.Contains("add up to", Assert.Throws<BalancingException>(
            () => Gras.Balance(Matrix(new double[,] { { 1, 2 }, { 3, 4 } }), RowTotals(5, 1), ColumnTotals(2, 2))).Message);
        Assert.Throws<AxisException>(() => Gras.Balance(Matrix(new double[,] { { 1, 2 }, { 3, 4 } }), RowTotals(5, 1, 1), ColumnTotals(2, 2)));
    }

    [Fact]
    public void A_table_carried_to_its_own_year_stays() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var t = sample.Table;
        var (same, _) = TableUpdate.Project(t, new LabelledVector("output", t.Axis, t.Output, Unit.Yuan, t.Status));
        Assert.True((same.Intermediate - t.Intermediate).Enumerate().Max(Math.Abs) < 1e-7 * t.Output.Maximum());
        Assert.True((same.FinalUse - t.FinalUse).Enumerate().Max(Math.Abs) < 1e-7 * t.Output.Maximum());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_carried_to_another_year_balances() => Prop.ForAll(RandomTable.Any, Gen.Choose(0, 1_000_000).ToArbitrary(), (sample, seed) =>
    {
        var (t, random) = (sample.Table, new Random(seed));
        var output = new LabelledVector("output", t.Axis, t.Output.Map(x => x * (1 + 0.1 * random.NextDouble())), Unit.Yuan, ValueStatus.Illustrative);
        var (later, report) = TableUpdate.Project(t, output);
        Assert.True(later.Validate(1e-7).IsBalanced, later.Validate(1e-7).ToString());
        Assert.True((later.Output - output.Values).L2Norm() < 1e-9 * output.Total);
        Assert.True(report.MeanAbsoluteMove < 0.3);
    }).QuickCheckThrowOnFailure();
}
