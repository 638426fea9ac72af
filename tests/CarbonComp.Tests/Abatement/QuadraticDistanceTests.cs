namespace CarbonComp.Tests.Abatement;

public class QuadraticDistanceTests
{
    private const double Yuan = 1e9, Tonnes = 1e6;

    [Fact]
    public void Units_on_a_known_quadratic_frontier_give_it_back_with_its_prices()
    {
        // D = 0.2 + 0.5x − 0.6y + 0.4b − 0.1x² − 0.025(y + b)² + 0.02x(y + b), translation in direction (1, −1).
        var random = new Random(1);
        var made = Enumerable.Range(0, 40).Select(_ =>
        {
            var (x, sum) = (0.5 + random.NextDouble(), 1.6 + 1.4 * random.NextDouble());
            var y = 0.2 + 0.5 * x + 0.4 * sum - 0.1 * x * x - 0.025 * sum * sum + 0.02 * x * sum;
            return (X: x, Y: y, B: sum - y);
        }).ToArray();
        var units = SampleUnits.Of([.. made.Select((_, k) => $"u{k}")], [.. made.Select(m => m.Y)], [.. made.Select(m => m.B)],
            ("energy", [.. made.Select(m => m.X)]));
        // The same direction in multiples of the means.
        var (meanY, meanB) = (made.Average(m => m.Y), made.Average(m => m.B));
        var estimate = QuadraticDistance.Estimate(units, 1 / meanY, 1 / meanB);
        Assert.True(estimate.IsIdentified);
        Assert.All(estimate.Scores.Values, d => Assert.Equal(0, d, 1e-8));
        for (var k = 0; k < made.Length; k++)
        {
            var slope = -0.05 * (made[k].Y + made[k].B) + 0.02 * made[k].X;
            Assert.Equal(Yuan / Tonnes * (0.4 + slope) / (0.6 - slope), estimate.ShadowPrices.Intervals[k].Lower, 1e-4);
            Assert.True(estimate.ShadowPrices.Intervals[k].IsSingle);
        }
    }

    [Fact]
    public void The_fitted_function_meets_every_condition_and_its_price_withstands_a_perturbation()
    {
        var units = SampleUnits.Make(31, 12);
        var estimate = QuadraticDistance.Estimate(units);
        var (meanY, meanB) = (units.ValueAdded.Average(), units.Emissions.Average());
        for (var k = 0; k < units.Count; k++)
        {
            double D(double dy, double db) => Distance(estimate.Coefficients, units, k, dy, db);
            Assert.Equal(estimate.Scores[k], D(0, 0), 1e-8);
            Assert.True(D(0, 0) >= -1e-8);
            Assert.True(D(1e-6, 0) <= D(0, 0) + 1e-12 && D(0, 1e-6) >= D(0, 0) - 1e-12);
            // Translation holds exactly, for a large step.
            Assert.Equal(D(0, 0) - 0.3, D(0.3, -0.3), 1e-9);
            // A tonne more and its price in value added leave the distance unchanged.
            var price = estimate.ShadowPrices.Intervals[k].Lower;
            const double step = 1e-5;
            Assert.Equal(D(0, 0), D(price * step * meanB / meanY, step), 1e-8);
        }
    }

    [Fact]
    public void Primal_and_dual_agree_to_eight_digits() => Duality.Check(QuadraticDistance.Program(SampleUnits.Make(31, 12)));

    [Fact]
    public void Too_few_units_for_the_coefficients_give_an_interval_that_holds_every_optimal_fit()
    {
        var units = SampleUnits.Make(5, 4);
        var estimate = QuadraticDistance.Estimate(units);
        Assert.False(estimate.IsIdentified);
        Assert.Contains("not unique", estimate.Caption, StringComparison.Ordinal);
        Assert.Contains(estimate.ShadowPrices.Intervals, i => !i.IsSingle);
        // Whatever fit another objective picks among the optimal ones, its prices lie in the intervals.
        var program = QuadraticDistance.Program(units);
        var optimum = program.Solve().Objective;
        var costs = program.Variables.Select((v, j) => new LinearTerm(j, v.Cost)).ToArray();
        for (var seed = 0; seed < 5; seed++)
        {
            var random = new Random(seed);
            var other = new LinearProgram("another optimum", Optimization.Minimize,
                program.Variables.Select(v => v with { Cost = random.NextDouble() - 0.5, Lower = -5, Upper = 5 }),
                program.Constraints.Append(LinearConstraint.AtMost("optimal", optimum + 1e-12, costs))).Solve().RequireOptimal();
            var coefficients = new LabelledVector("other", estimate.Coefficients.Axis, other.Values, Unit.One, ValueStatus.Illustrative);
            for (var k = 0; k < units.Count; k++)
            {
                const double step = 1e-6;
                var (up, down) = (Distance(coefficients, units, k, 0, step) - Distance(coefficients, units, k, 0, -step),
                    Distance(coefficients, units, k, -step, 0) - Distance(coefficients, units, k, step, 0));
                if (down < 1e-3 * step) continue;
                var price = up / down * units.ValueAdded.Average() / units.Emissions.Average();
                var interval = estimate.ShadowPrices.Intervals[k];
                Assert.InRange(price, interval.Lower - 1e-3 * (1 + Math.Abs(interval.Lower)), interval.Upper + 1e-3 * (1 + Math.Abs(interval.Upper)));
            }
        }
    }

    [Fact]
    public void A_direction_that_is_none_is_refused() => Assert.Contains("not both 0",
        Assert.Throws<AbatementException>(() => QuadraticDistance.Estimate(SampleUnits.Make(6, 2), 0, 0)).Message, StringComparison.Ordinal);

    // The quadratic form written out by the names of its coefficients; dy and db in means.
    private static double Distance(LabelledVector c, ProductionUnits units, int k, double dy, double db)
    {
        var y = units.ValueAdded[k] / units.ValueAdded.Average() + dy;
        var b = units.Emissions[k] / units.Emissions.Average() + db;
        var names = units.Inputs.Select(i => i.Name).ToArray();
        var x = units.Inputs.Select(i => i.Values[k] / i.Values.Average()).ToArray();
        var d = c["α0"] + c["β1"] * y + c["γ1"] * b + c["β2"] * y * y / 2 + c["γ2"] * b * b / 2 + c["μ"] * y * b;
        for (var n = 0; n < x.Length; n++)
        {
            d += c[$"α {names[n]}"] * x[n] + c[$"δ {names[n]}"] * x[n] * y + c[$"η {names[n]}"] * x[n] * b;
            for (var m = 0; m < x.Length; m++) d += c[$"α {names[Math.Min(n, m)]} × {names[Math.Max(n, m)]}"] * x[n] * x[m] / 2;
        }
        return d;
    }
}
