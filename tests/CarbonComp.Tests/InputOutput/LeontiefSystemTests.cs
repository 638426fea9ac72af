using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class LeontiefSystemTests
{
    // Coefficients over eight orders of magnitude, some of them zero, one sector idle; outputs over six.
    private static (Matrix<double> Z, Vector<double> X) Flows(int n, int seed)
    {
        var random = new Random(seed);
        var x = Vector<double>.Build.Dense(n, i => i == 7 ? 0 : Math.Pow(10, 6 * random.NextDouble()));
        var z = Matrix<double>.Build.Dense(n, n, (i, j) => i == 7 || random.NextDouble() < 0.3 ? 0 : Math.Pow(10, -8 * random.NextDouble()) * 5 / n * x[j]);
        return (z, x);
    }

    private static CategoryAxis Axis(int n) => new CategoryAxis("sector", Enumerable.Range(1, n).Select(i => $"S{i}"));

    private static void Agree(Matrix<double> expected, Matrix<double> actual)
    {
        for (var c = 0; c < expected.ColumnCount; c++)
            Assert.True((expected.Column(c) - actual.Column(c)).AbsoluteMaximum() <= 1e-13 * expected.Column(c).AbsoluteMaximum(), $"column {c}");
    }

    private static Factorization Factors(Matrix<double> z, Vector<double> x) =>
        Factorization.Of(Matrix<double>.Build.DenseIdentity(x.Count) - TechnicalCoefficients.Of(z, x));

    // The smallest order at which products take the place of factors.
    private const int Large = 3000;

    [Theory]
    [InlineData(40)]
    [InlineData(Large)]
    [Trait("size", "large")]
    public void A_system_answers_what_its_factors_answer(int n)
    {
        Assert.SkipUnless(LinearAlgebraDiagnostics.Current.IsNative, LinearAlgebraDiagnostics.Current.Note);
        // The first questions to a large system are answered by products, the others by factors; no final use, and one that needs nothing else,
        // are among them.
        var (z, x) = Flows(n, 6);
        var (factors, system) = (Factors(z, x), LeontiefSystem.Of(z, x, Axis(n)));
        for (var question = 0; question < 5; question++)
        {
            var y = Matrix<double>.Build.Dense(n, 30, (i, c) => c == 0 ? 0 : c == 1 ? (i == 7 ? 1 : 0) : Math.Pow(10, c % 5) * (1 + (i + c + question) % 5));
            Agree(factors.Solve(y), system.RequiredOutput(y));
            Agree(factors.SolveTransposed(y), system.Multipliers(y));
        }
    }

    [Fact]
    [Trait("size", "large")]
    public void A_chain_of_suppliers_that_products_follow_too_slowly_is_solved_by_factors()
    {
        Assert.SkipUnless(LinearAlgebraDiagnostics.Current.IsNative, LinearAlgebraDiagnostics.Current.Note);
        // Each sector lives off the one before: an impulse takes as many rounds as there are sectors.
        var x = Vector<double>.Build.Dense(Large, 100);
        var z = Matrix<double>.Build.Dense(Large, Large);
        for (var i = 0; i < Large; i++) z[i, (i + 1) % Large] = 99;
        var y = Matrix<double>.Build.Dense(Large, 2, (i, c) => i == c ? 1 : 0);
        Agree(Factors(z, x).Solve(y), LeontiefSystem.Of(z, x, Axis(Large)).RequiredOutput(y));
    }

    [Fact]
    public void A_large_system_close_to_singular_is_still_solved()
    {
        Assert.SkipUnless(LinearAlgebraDiagnostics.Current.IsNative, LinearAlgebraDiagnostics.Current.Note);
        // One sector uses all but a billionth of its own product.
        var (z, x) = Flows(Large, 5);
        for (var i = 0; i < Large; i++) z[i, 3] = 0;
        z[3, 3] = x[3] * (1 - 1e-9);
        var y = Matrix<double>.Build.Dense(Large, 1, 1);
        Agree(Factors(z, x).Solve(y), LeontiefSystem.Of(z, x, Axis(Large)).RequiredOutput(y));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(Large)]
    public void An_unproductive_system_is_refused(int n)
    {
        var (z, x) = Flows(n, 9);
        z[5, 5] = 1.3 * x[5];
        Assert.Contains("S6", Assert.Throws<InputOutputException>(() => LeontiefSystem.Of(z, x, Axis(n))).Message);
    }

    [Fact]
    [Trait("size", "large")]
    public void Large_systems_tell_their_progress_and_stop_when_told()
    {
        Assert.SkipUnless(LinearAlgebraDiagnostics.Current.IsNative, LinearAlgebraDiagnostics.Current.Note);
        var (z, x) = Flows(1600, 4);
        var told = new Told();
        var system = LeontiefSystem.Of(z, x, Axis(1600), progress: told);
        Assert.True(told.Shares.Count >= 3 && told.Shares[^1] == 1);
        Assert.Equal(told.Shares.Order(), told.Shares);
        var y = Matrix<double>.Build.Dense(1600, 1, 1);
        Agree(Factors(z, x).Solve(y), system.RequiredOutput(y));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => LeontiefSystem.Of(z, x, Axis(1600), cancellation: stop.Token));
    }

    [Fact]
    public void An_inverse_tells_its_progress_stops_when_told_and_is_the_same()
    {
        var (z, x) = Flows(600, 4);
        var (system, told) = (LeontiefSystem.Of(z, x, Axis(600)), new Told());
        var whole = system.Inverse();
        Assert.True((whole - system.Inverse(told)).Enumerate().Max(Math.Abs) < 1e-12);
        Assert.True(told.Shares.Count >= 3 && told.Shares[^1] == 1);
        Assert.True((whole * (Matrix<double>.Build.DenseIdentity(600) - TechnicalCoefficients.Of(z, x)) - Matrix<double>.Build.DenseIdentity(600))
            .Enumerate().Max(Math.Abs) < 1e-10);
        Assert.Throws<OperationCanceledException>(() => system.Inverse(cancellation: new(canceled: true)));
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
