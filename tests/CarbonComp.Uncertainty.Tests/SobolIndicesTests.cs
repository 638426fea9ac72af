namespace CarbonComp.Uncertainty.Tests;

public class SobolIndicesTests
{
    // Ishigami and Homma (1990) with a = 7, b = 0.1 on (−π, π)³, and the indices that REFERENCE 8 and the textbooks give.
    private static double Ishigami(Draw x) => Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);

    private static readonly UncertainInputs Circle = TestInputs.Uniform(3, -Math.PI, Math.PI);

    private static readonly double[] G = [0, 1, 4.5, 9, 99, 99, 99, 99];

    private static double GFunction(Draw x) => G.Select((a, i) => (Math.Abs(4 * x[i] - 2) + a) / (1 + a)).Aggregate(1.0, (product, factor) => product * factor);

    [Theory]
    [InlineData(FirstOrderEstimator.Jansen)]
    [InlineData(FirstOrderEstimator.Saltelli)]
    public void Indices_of_the_Ishigami_function_lie_in_their_intervals(FirstOrderEstimator estimator)
    {
        var indices = SobolSensitivity.OfNumber(Circle, 4096, Ishigami, seed: 3).Indices(level: 0.99, estimator: estimator);
        Within(indices, [.313905, .442411, 0], [.557589, .442411, .243684]);
        Assert.All((indices.TotalUpper - indices.TotalLower).Values, width => Assert.InRange(width, 0, 0.15));
    }

    [Fact]
    public void Indices_of_the_G_function_lie_in_their_intervals()
    {
        var indices = SobolSensitivity.OfNumber(TestInputs.Uniform(8), 4096, GFunction, seed: 5).Indices(level: 0.99);
        // V_i = (1/3)/(1 + a_i)², V = Π(1 + V_i) − 1, ST_i = V_i·Π_{j≠i}(1 + V_j)/V.
        var v = G.Select(a => 1 / (3 * (1 + a) * (1 + a))).ToArray();
        var all = v.Aggregate(1.0, (product, part) => product * (1 + part));
        Assert.Equal(.716192, v[0] / (all - 1), 6);
        Assert.Equal(.787144, v[0] * all / (1 + v[0]) / (all - 1), 6);
        Within(indices, [.. v.Select(part => part / (all - 1))], [.. v.Select(part => part * all / (1 + part) / (all - 1))]);
    }

    private static void Within(SobolIndices indices, double[] first, double[] total)
    {
        for (var i = 0; i < first.Length; i++)
        {
            // An index of 1e-4 lies nearer than its interval's ends are known.
            Assert.InRange(first[i], indices.FirstLower[i] - 1e-3, indices.FirstUpper[i] + 1e-3);
            Assert.InRange(total[i], indices.TotalLower[i] - 1e-4, indices.TotalUpper[i] + 1e-4);
            Assert.InRange(indices.First[i], indices.FirstLower[i] - 1e-9, indices.FirstUpper[i] + 1e-9);
        }
    }

    // SALib's analyze/sobol.py, written out again: Y standardized, variance of A and B together (ddof 0), for each row of the design A, AB_1 … AB_k, B.
    [Fact]
    public void Estimates_are_SALibs_formulas_on_the_same_sample()
    {
        var sensitivity = SobolSensitivity.OfNumber(Circle, 64, Ishigami, seed: 8);
        var (design, k, n) = (sensitivity.Design, 3, 64);
        var y = Enumerable.Range(0, n * (k + 2)).Select(run => Ishigami(design[run])).ToArray();
        var (mean, sd) = (y.Average(), Math.Sqrt(y.Average(v => Math.Pow(v - y.Average(), 2))));
        double Y(int row, int block) => (y[row * (k + 2) + block] - mean) / sd;
        double[] both = [.. Enumerable.Range(0, n).SelectMany(r => new[] { Y(r, 0), Y(r, k + 1) })];
        var variance = both.Average(v => Math.Pow(v - both.Average(), 2));
        var saltelli = sensitivity.Indices(resamples: 10, estimator: FirstOrderEstimator.Saltelli);
        var jansen = sensitivity.Indices(resamples: 10, estimator: FirstOrderEstimator.Jansen);
        for (var i = 0; i < k; i++)
        {
            var rows = Enumerable.Range(0, n);
            var total = 0.5 * rows.Average(r => Math.Pow(Y(r, 0) - Y(r, i + 1), 2)) / variance;
            Assert.Equal(total, saltelli.Total[i], 10);
            Assert.Equal(total, jansen.Total[i], 10);
            Assert.Equal(1 - 0.5 * rows.Average(r => Math.Pow(Y(r, k + 1) - Y(r, i + 1), 2)) / variance, jansen.First[i], 10);
            Assert.Equal(rows.Average(r => Y(r, k + 1) * (Y(r, i + 1) - Y(r, 0))) / variance, saltelli.First[i], 10);
        }
    }

    [Fact]
    public void The_design_mixes_one_column_of_B_into_A()
    {
        var design = SaltelliDesign.Draw(TestInputs.Uniform(4), 16, seed: 2);
        Assert.Equal(16 * 6, design.Runs);
        for (var row = 0; row < 16; row++)
        {
            double[] Values(int block) => [.. Enumerable.Range(0, 4).Select(i => design[row * 6 + block][i])];
            var (a, b) = (Values(0), Values(5));
            Assert.Empty(a.Intersect(b));
            for (var i = 0; i < 4; i++) Assert.Equal(a.Select((v, j) => j == i ? b[j] : v), Values(i + 1));
            Assert.Equal(SobolSequence.Point(row, 8, 2), a.Concat(b).Select((v, j) => v), (x, y) => Math.Abs(x - y) < 1e-12);
        }
    }

    [Fact]
    public void An_additive_result_has_equal_first_and_total_indices_in_proportion_to_variance()
    {
        UncertainInputs inputs = new(TestInputs.Of("a", Distribution.Normal(0, 3)), TestInputs.Of("b", Distribution.Normal(5, 1)));
        var indices = SobolSensitivity.OfNumber(inputs, 2048, x => x["a"] + x["b"]).Indices();
        Assert.Equal(0.9, indices.First["a"], 0.01);
        Assert.Equal(0.1, indices.Total["b"], 0.01);
        Assert.Equal(0, indices.Interactions, 0.02);
    }

    [Fact]
    public void Intervals_get_narrower_with_more_samples()
    {
        var steps = SobolSensitivity.OfNumber(Circle, 1024, Ishigami).Convergence().Steps;
        Assert.Equal([16, 32, 64, 128, 256, 512, 1024], steps.Select(s => s.Samples));
        double Width(SobolIndices step) => (step.TotalUpper - step.TotalLower).Total;
        Assert.True(Width(steps[^1]) < 0.3 * Width(steps[0]), $"{Width(steps[0])} at first, {Width(steps[^1])} at last");
        Assert.Equal(SobolSensitivity.OfNumber(Circle, 1024, Ishigami).Indices().Total.Values, steps[^1].Total.Values);
    }

    [Fact]
    public void Every_label_of_a_result_has_indices_of_its_own_and_workers_change_nothing()
    {
        var regions = RegionAxis.Of("North", "South");
        LabelledVector Payment(Draw x) => new("payment", regions, [x[0], x[1] + 2 * x[0]], Unit.Yuan, ValueStatus.Statistic);
        var (one, many) = (SobolSensitivity.Of(TestInputs.Uniform(2), 256, Payment, workers: 1),
            SobolSensitivity.Of(TestInputs.Uniform(2), 256, Payment, workers: 3));
        Assert.Equal(one.Total().Values, many.Total().Values);
        Assert.Equal(one.Indices("South").TotalUpper.Values, many.Indices("South").TotalUpper.Values);
        Assert.Equal(0, one.Total()["North", "x2"], 12);
        Assert.Equal(0.2, one.FirstOrder()["South", "x2"], 0.02);
        Assert.Equal(ValueStatus.Illustrative, one.Status);
    }

    [Fact]
    public void What_has_no_indices_is_refused()
    {
        void Says(string sentence, Func<object> make) => Assert.Contains(sentence, Assert.Throws<UncertaintyException>(() => make()).Message);
        Says("Take a power of two", () => SobolSensitivity.OfNumber(Circle, 1000, Ishigami));
        Says("Screen them by Morris", () => SobolSensitivity.OfNumber(TestInputs.Uniform(27), 16, x => x[0]));
        Says("these have correlated ranks", () => SobolSensitivity.OfNumber(Circle.Correlated(("x1", "x2", 0.5)), 16, Ishigami));
        Says("is the same in every run", () => SobolSensitivity.OfNumber(Circle, 16, _ => 1.0).Indices());
        Says("0.95 for 95 %", () => SobolSensitivity.OfNumber(Circle, 16, Ishigami).Indices(level: 95));
        Says("Run 0 (x1 = ", () => SobolSensitivity.OfNumber(Circle, 16, x => x["price"]));
        var regions = RegionAxis.Of("North", "South");
        Says("Say which is meant: North, South", () => SobolSensitivity.Of(Circle, 16,
            x => new LabelledVector("v", regions, [x[0], x[1]], Unit.Yuan, ValueStatus.Paper)).Indices());
    }
}
