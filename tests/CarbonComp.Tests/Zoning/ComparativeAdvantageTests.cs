using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests.Zoning;

public class ComparativeAdvantageTests
{
    [Fact]
    public void A_worked_pair_of_regions()
    {
        // E = 10, rows 6 and 4, columns 5 and 5: 4/10 − 6·5/100 = 0.1.
        var advantage = ComparativeAdvantage.Normalized(Matrix(new double[,] { { 4, 2 }, { 1, 3 } }));
        Assert.Equal(0.1, advantage["R0", "C0"], 12);
        Assert.Equal(-0.1, advantage["R0", "C1"], 12);
        Assert.Equal(Unit.One, advantage.Unit);
    }

    [Fact]
    public void Rows_and_columns_sum_to_zero_and_size_does_not_matter() =>
        Prop.ForAll(Gen.Choose(0, 1000).ArrayOf(12).Where(v => v.Sum() > 0).ToArbitrary(), values =>
    {
        var given = Matrix(Fold(values));
        var advantage = ComparativeAdvantage.Normalized(given);
        var tenfold = ComparativeAdvantage.Normalized(new(given.Name, given.Rows, given.Columns, given.Values * 10, given.Unit, given.Status));
        return advantage.RowSums().Values.AbsoluteMaximum() < 1e-12 && advantage.ColumnSums().Values.AbsoluteMaximum() < 1e-12
            && (advantage.Values - tenfold.Values).Enumerate().All(d => Math.Abs(d) < 1e-12) && advantage.Values.Enumerate()
                .All(v => Math.Abs(v) <= 0.25 + 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quantities_of_different_units_count_by_their_shares()
    {
        var regions = RegionAxis.Of("North", "South");
        var advantage = ComparativeAdvantage.OfShares(new LabelledVector("GDP", regions, [300.0, 100], Unit.Yuan, ValueStatus.Statistic),
            new LabelledVector("absorption", regions, [1.0, 3], Unit.TonneCO2, ValueStatus.Constructed));
        // Shares 3/4, 1/4 and 1/4, 3/4: (3/4)/2 − (1/2)(1/2) = 1/8.
        Assert.Equal(0.125, advantage["North", "GDP"], 12);
        Assert.Equal(-0.125, advantage["South", "GDP"], 12);
        Assert.Equal(0.125, advantage["South", "absorption"], 12);
        Assert.Equal(ValueStatus.Constructed, advantage.Status);
        Assert.Throws<CarbonCompException>(() => ComparativeAdvantage.OfShares(new LabelledVector("GDP", regions, [1.0, 2], Unit.Yuan, ValueStatus.Statistic)));
        Assert.Contains("South", Assert.Throws<CarbonCompException>(() =>
            ComparativeAdvantage.OfShares(new LabelledVector("a", regions, [1.0, 2], Unit.One, ValueStatus.Statistic),
            new LabelledVector("b", regions, [1.0, -2], Unit.One, ValueStatus.Statistic))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_and_empty_tables_are_refused()
    {
        Assert.Contains("C0 in R1 is -1. ", Assert.Throws<CarbonCompException>(() =>
            ComparativeAdvantage.Normalized(Matrix(new double[,] { { 1, 2 }, { -1, 3 } })))
            .Message, StringComparison.Ordinal);
        Assert.Throws<CarbonCompException>(() => ComparativeAdvantage.Normalized(Matrix(new double[,] { { 0, 0 }, { 0, 0 } })));
    }

    private static double[,] Fold(int[] values)
    {
        var folded = new double[4, 3];
        for (var i = 0; i < 12; i++) folded[i / 3, i % 3] = values[i];
        return folded;
    }

    private static LabelledMatrix Matrix(double[,] values) => new("coefficients", RegionAxis.Of(Enumerable.Range(0, values.GetLength(0)).Select(i => $"R{i}")),
        new CategoryAxis("attribute", Enumerable.Range(0, values.GetLength(1)).Select(i => $"C{i}")), Matrix<double>.Build.DenseOfArray(values), Unit.One,
            ValueStatus.Illustrative);
}
