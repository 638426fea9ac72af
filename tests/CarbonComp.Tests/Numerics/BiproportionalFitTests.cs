using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests.LinearAlgebra;

public sealed class BiproportionalFitTests
{
    private static Matrix<double> M(double[,] values) => Matrix<double>.Build.DenseOfArray(values);

    private static Vector<double> V(params double[] values) => Vector<double>.Build.Dense(values);

    [Fact]
    public void Large_cells_that_hold_lines_together_do_not_make_it_creep()
    {
        // Nearly all stands on the diagonal and a hair couples the lines: sweeps alone need thousands.
        var seed = Matrix<double>.Build.DenseOfArray(new double[,] { { 1000, 1, 0, 2 }, { 0, 500, 0, 0 }, { 1, 3, 800, 0 }, { 0, 2, 0, 9000 } });
        var (u, v) = (Vector<double>.Build.DenseOfArray([1004, 490, 804, 9003]), Vector<double>.Build.DenseOfArray([1001, 498, 799, 9003]));
        var fit = BiproportionalFit.Of(seed, u, v, tolerance: 1e-12, maximumSweeps: 150);
        Assert.True((fit.Values.RowSums() - u).AbsoluteMaximum() < 1e-8);
        Assert.True((fit.Values.ColumnSums() - v).AbsoluteMaximum() < 1e-8);
    }

    [Fact]
    public void Two_by_two_table_has_the_solution_worked_by_hand()
    {
        // X = [[a, 3-a], [4-a, 3+a]] keeps the cross ratio of the seed, 2·3/(1·1) = 6: a(3+a) = 6(3-a)(4-a).
        var fit = BiproportionalFit.Of(M(new[,] { { 2.0, 1 }, { 1, 3 } }), V(3, 7), V(4, 6));
        var a = (45 - Math.Sqrt(45 * 45 - 4 * 5 * 72)) / 10;
        Assert.Equal(a, fit.Values[0, 0], 10);
        Assert.Equal(3 - a, fit.Values[0, 1], 10);
        Assert.Equal(4 - a, fit.Values[1, 0], 10);
        Assert.Equal(3 + a, fit.Values[1, 1], 10);
    }

    [Fact]
    public void A_table_that_fits_already_stays_as_it_is()
    {
        var table = M(new[,] { { 1.0, 2, 3 }, { 4, 0, 6 } });
        var fit = BiproportionalFit.Of(table, table.RowSums(), table.ColumnSums());
        Assert.True((fit.Values - table).FrobeniusNorm() < 1e-12);
        Assert.Equal(1, fit.Sweeps);
    }

    [Fact]
    public void Random_positive_tables_meet_their_totals_and_keep_cross_ratios() =>
        Prop.ForAll(Gen.Choose(2, 7).SelectMany(n => Gen.Choose(2, 7).SelectMany(m => Gen.Choose(1, 1_000_000).Select(seed => (n, m, seed)))).ToArbitrary(),
            shape =>
        {
            var random = new Random(shape.seed);
            var seed = Matrix<double>.Build.Dense(shape.n, shape.m, (_, _) => Math.Exp(random.NextDouble() * 8 - 4));
            var target = Matrix<double>.Build.Dense(shape.n, shape.m, (_, _) => random.NextDouble() + 0.01);
            var fit = BiproportionalFit.Of(seed, target.RowSums(), target.ColumnSums());
            var largest = Math.Max(target.RowSums().Maximum(), target.ColumnSums().Maximum());
            return (fit.Values.RowSums() - target.RowSums()).InfinityNorm() < 1e-11 * largest
                && (fit.Values.ColumnSums() - target.ColumnSums()).InfinityNorm() < 1e-11 * largest
                && Math.Abs(fit.Values[0, 0] * fit.Values[1, 1] / (fit.Values[0, 1] * fit.Values[1, 0])
                    / (seed[0, 0] * seed[1, 1] / (seed[0, 1] * seed[1, 0])) - 1) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_with_total_zero_becomes_zero()
    {
        var fit = BiproportionalFit.Of(M(new[,] { { 2.0, 1 }, { 1, 3 } }), V(0, 7), V(4, 3));
        Assert.Equal([0, 0, 4, 3], fit.Values.ToRowMajorArray());
    }

    [Fact]
    public void Refusals_name_the_line_and_the_remedy()
    {
        var regions = RegionAxis.Of("Beijing", "Tianjin");
        string Refuse(double[,] seed, Vector<double> u, Vector<double> v) =>
            Assert.Throws<BalancingException>(() => BiproportionalFit.Of(M(seed), u, v, rows: regions)).Message;

        Assert.Contains("region Tianjin, column 1 is -1", Refuse(new[,] { { 2.0, 1 }, { -1, 3 } }, V(3, 7), V(4, 6)));
        Assert.Contains("region Tianjin must add up to 7", Refuse(new[,] { { 2.0, 1 }, { 0, 0 } }, V(3, 7), V(4, 6)));
        Assert.Contains("make them equal", Refuse(new[,] { { 2.0, 1 }, { 1, 3 } }, V(3, 8), V(4, 6)));
        Assert.Contains("NaN", Refuse(new[,] { { 2.0, 1 }, { 1, 3 } }, V(double.NaN, 7), V(4, 6)));
        Assert.Contains("2 row totals and 3 column totals", Refuse(new[,] { { 2.0, 1 }, { 1, 3 } }, V(3, 7), V(4, 6, 0)));
        // Beijing can only go to the first column, which wants less than Beijing has.
        Assert.Contains("does not reach its totals", Refuse(new[,] { { 2.0, 0 }, { 1, 3 } }, V(5, 5), V(4, 6)));
    }
}
