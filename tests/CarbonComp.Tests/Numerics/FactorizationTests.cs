using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class FactorizationTests
{
    private static Matrix<double> Random(int rows, int columns, int seed) =>
        Matrix<double>.Build.Dense(rows, columns, (i, j) => new Random(HashCode.Combine(seed, i, j)).NextDouble() - 0.4);

    private static double Largest(Matrix<double> m) => m.Enumerate().Select(Math.Abs).Max();

    [Fact]
    [Trait("size", "large")]
    public void Solutions_and_transposed_solutions_satisfy_their_systems() =>
        Prop.ForAll(Gen.Choose(1, 90).Zip(Gen.Choose(0, 1_000_000)).ToArbitrary(), sample =>
        {
            var (order, seed) = sample;
            var m = Matrix<double>.Build.DenseIdentity(order) * order + Random(order, order, seed);
            var b = Random(order, 3, seed + 1);
            foreach (var backend in new[] { LinearAlgebraBackend.Managed, LinearAlgebraBackend.Automatic })
            {
                var factors = Factorization.Of(m, backend);
                Assert.True(Largest(m * factors.Solve(b) - b) < 1e-11);
                Assert.True(Largest(m.Transpose() * factors.SolveTransposed(b) - b) < 1e-11);
                Assert.True(Largest(m * factors.Inverse() - Matrix<double>.Build.DenseIdentity(order)) < 1e-11);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Managed_solve_exchanges_rows_where_a_pivot_vanishes()
    {
        var m = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 2, 1 }, { 3, 0, 1 }, { 1, 4, 0 } });
        var b = Vector<double>.Build.DenseOfArray([3, 4, 5]);
        var factors = Factorization.Of(m, LinearAlgebraBackend.Managed);
        Assert.True((m * factors.Solve(b) - b).L2Norm() < 1e-14);
        Assert.True((m.Transpose() * factors.SolveTransposed(b) - b).L2Norm() < 1e-14);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(150)]
    public void Native_and_managed_agree(int order)
    {
        Assert.SkipUnless(LinearAlgebraDiagnostics.Current.IsNative, LinearAlgebraDiagnostics.Current.Note);
        var m = Random(order, order, 7);
        var b = Random(order, 4, 8);
        var native = Factorization.Of(m, LinearAlgebraBackend.Native);
        var managed = Factorization.Of(m, LinearAlgebraBackend.Managed);
        Assert.Equal(LinearAlgebraBackend.Native, native.Backend);
        Assert.Equal(LinearAlgebraBackend.Managed, managed.Backend);
        Assert.True(Largest(native.Solve(b) - managed.Solve(b)) < 1e-9 * Largest(native.Solve(b)));
        Assert.True(Largest(native.SolveTransposed(b) - managed.SolveTransposed(b)) < 1e-9 * Largest(native.SolveTransposed(b)));
    }

    [Fact]
    public void The_matrix_and_the_right_hand_side_stay_as_they_are()
    {
        var (m, b) = (Random(100, 100, 1), Random(100, 2, 2));
        var (before, beforeB) = (m.Clone(), b.Clone());
        Factorization.Of(m).Solve(b);
        Assert.Equal(before, m);
        Assert.Equal(beforeB, b);
    }

    [Fact]
    public void A_singular_matrix_is_refused()
    {
        var m = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 2, 4 } });
        Assert.Contains("singular", Assert.Throws<LinearAlgebraException>(() => Factorization.Of(m, LinearAlgebraBackend.Managed)).Message);
        Assert.Contains("singular", Assert.Throws<LinearAlgebraException>(() => Factorization.Of(Matrix<double>.Build.Dense(80, 80))).Message);
    }

    [Fact]
    public void Wrong_shapes_and_missing_numbers_are_refused()
    {
        Assert.Contains("2 × 3", Assert.Throws<LinearAlgebraException>(() => Factorization.Of(Matrix<double>.Build.Dense(2, 3))).Message);
        var m = Matrix<double>.Build.DenseIdentity(3);
        m[2, 1] = double.NaN;
        Assert.Contains("row 3, column 2", Assert.Throws<LinearAlgebraException>(() => Factorization.Of(m)).Message);
        Assert.Contains("2 rows", Assert.Throws<LinearAlgebraException>(() =>
            Factorization.Of(Matrix<double>.Build.DenseIdentity(3)).Solve(Matrix<double>.Build.Dense(2, 1))).Message);
    }

    [Fact]
    public void Diagnostics_say_what_is_used()
    {
        var text = LinearAlgebraDiagnostics.Current.ToString();
        Assert.Contains(LinearAlgebraDiagnostics.Current.IsNative ? "lib" : "managed", text);
        Assert.True(LinearAlgebraDiagnostics.EstimateManaged(20_000) > TimeSpan.FromSeconds(10));
    }
}
