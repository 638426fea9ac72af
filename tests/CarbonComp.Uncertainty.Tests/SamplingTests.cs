namespace CarbonComp.Uncertainty.Tests;

public class SamplingTests
{
    // From the recurrence and Gray-code order that SALib uses (src/SALib/sample/sobol_sequence.py), computed outside: the point at i here is at i ^ i >> 1.
    [Theory]
    [InlineData(0, 0.6923828125, 0.150146484375)]
    [InlineData(1, 0.9365234375, 0.338134765625)]
    [InlineData(2, 0.1630859375, 0.582763671875)]
    [InlineData(9, 0.3232421875, 0.417724609375)]
    [InlineData(19, 0.7529296875, 0.811767578125)]
    [InlineData(52, 0.6162109375, 0.143798828125)]
    public void The_plain_sequence_is_that_of_Joe_and_Kuo(int dimension, double at777, double at3000)
    {
        Assert.Equal(at777, SobolSequence.Point(777 ^ 777 >> 1, 53)[dimension]);
        Assert.Equal(at3000, SobolSequence.Point(3000 ^ 3000 >> 1, 53)[dimension]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1L)]
    [InlineData(-77L)]
    public void Each_of_1024_equal_parts_of_every_dimension_has_one_of_1024_points(long? seed)
    {
        var points = Enumerable.Range(0, 1024).Select(i => seed is { } s ? SobolSequence.Point(i, 53, s) : SobolSequence.Point(i, 53)).ToArray();
        for (var d = 0; d < 53; d++)
            Assert.Equal(Enumerable.Range(0, 1024), points.Select(p => (int)(p[d] * 1024)).Order());
        // The first two dimensions together are a (0, m, 2)-net: so is every rectangle of 1/32 × 1/32 and of 1/8 × 1/128.
        Assert.Equal(1024, points.Select(p => ((int)(p[0] * 32), (int)(p[1] * 32))).Distinct().Count());
        Assert.Equal(1024, points.Select(p => ((int)(p[0] * 8), (int)(p[1] * 128))).Distinct().Count());
    }

    [Fact]
    public void Scrambling_makes_the_mean_of_every_point_one_half()
    {
        // Over many seeds the point of an index is uniform: a mean of 4000 lies within 5 standard errors of 1/2.
        foreach (var index in new[] { 0, 1, 6 })
            Assert.Equal(0.5, Enumerable.Range(0, 4000).Average(seed => SobolSequence.Point(index, 3, seed)[2]), 5 * Math.Sqrt(1.0 / 12 / 4000));
    }

    [Fact]
    public void A_Latin_hypercube_has_one_point_in_each_part_of_every_input()
    {
        var sample = InputSample.Draw(TestInputs.Uniform(7), 100, SamplingMethod.LatinHypercube, seed: 4);
        foreach (var name in sample.Inputs.Names)
            Assert.Equal(Enumerable.Range(0, 100), sample.Of(name).Select(v => (int)(v * 100)).Order());
        Assert.NotEqual(sample.Of("x1"), sample.Of("x2"));
    }

    [Theory]
    [InlineData(SamplingMethod.MonteCarlo)]
    [InlineData(SamplingMethod.Sobol)]
    public void A_run_depends_on_seed_and_index_alone(SamplingMethod method)
    {
        var inputs = TestInputs.Uniform(5);
        var (few, many) = (InputSample.Draw(inputs, 64, method, 9), InputSample.Draw(inputs, 256, method, 9));
        for (var run = 0; run < 64; run++)
            Assert.Equal(few.Inputs.Names.Select(n => few[run][n]), many.Inputs.Names.Select(n => many[run][n]));
        Assert.NotEqual(few.Of("x1"), InputSample.Draw(inputs, 64, method, 10).Of("x1"));
    }

    [Fact]
    public void Random_points_are_uniform_and_independent()
    {
        var sample = InputSample.Draw(TestInputs.Uniform(2), 20_000, SamplingMethod.MonteCarlo);
        var (x, y) = (sample.Of("x1"), sample.Of("x2"));
        // 5 standard errors.
        Assert.Equal(0.5, x.Average(), 5 * Math.Sqrt(1.0 / 12 / x.Length));
        Assert.InRange(MathNet.Numerics.Statistics.Correlation.Pearson(x, y), -5 / Math.Sqrt(x.Length), 5 / Math.Sqrt(x.Length));
        var expected = x.Length / 20.0;
        var chiSquare = x.GroupBy(v => (int)(v * 20)).Sum(g => Math.Pow(g.Count() - expected, 2) / expected);
        Assert.InRange(chiSquare, 3, 50);   // 19 degrees of freedom
    }

    [Theory]
    [InlineData(SamplingMethod.Sobol)]
    [InlineData(SamplingMethod.LatinHypercube)]
    [InlineData(SamplingMethod.MonteCarlo)]
    public void Ranks_get_the_wanted_correlation_and_each_input_keeps_its_values(SamplingMethod method)
    {
        UncertainInputs free = new(TestInputs.Of("price", Distribution.LogNormal(46, 1.5)), TestInputs.Of("density", Distribution.Normal(60, 9)),
            TestInputs.Of("decay", Distribution.Triangular(0.5, 1, 3)));
        var tied = free.Correlated(("price", "density", 0.7), ("density", "decay", -0.4));
        var (before, after) = (InputSample.Draw(free, 2048, method), InputSample.Draw(tied, 2048, method));
        foreach (var name in free.Names) Assert.Equal(before.Of(name).Order(), after.Of(name).Order());
        double Rho(string a, string b) => MathNet.Numerics.Statistics.Correlation.Spearman(after.Of(a), after.Of(b));
        Assert.Equal(0.7, Rho("price", "density"), 0.02);
        Assert.Equal(-0.4, Rho("density", "decay"), 0.02);
        Assert.Equal(0, Rho("price", "decay"), 0.02);
    }

    [Fact]
    public void Inputs_that_cannot_be_are_refused()
    {
        void Says(string sentence, Func<object> make) => Assert.Contains(sentence, Assert.Throws<UncertaintyException>(() => make()).Message);
        var inputs = TestInputs.Uniform(3);
        Says("There is no uncertain input. Give at least one", () => new UncertainInputs());
        Says("Two uncertain inputs are named \"X1\"", () => new UncertainInputs(TestInputs.Of("x1", Distribution.Uniform(0, 1)),
            TestInputs.Of("X1", Distribution.Uniform(0, 1))));
        Says("has no name", () => TestInputs.Of(" ", Distribution.Uniform(0, 1)));
        Says("has no source", () => new UncertainInput("x", Distribution.Uniform(0, 1), ""));
        Says("There is no uncertain input \"y\". There are: x1, x2, x3", () => inputs.Correlated(("x1", "y", 0.5)));
        Says("cannot be correlated with itself", () => inputs.Correlated(("x1", "x1", 0.5)));
        Says("lies between −1 and 1", () => inputs.Correlated(("x1", "x2", 5)));
        Says("cannot hold together", () => inputs.Correlated(("x1", "x2", 0.9), ("x2", "x3", 0.9), ("x1", "x3", -0.9)));
        Says("says nothing of the spread", () => InputSample.Draw(inputs, 1));
        Says("1 to 53 dimensions; 54 are asked for", () => InputSample.Draw(TestInputs.Uniform(54), 8));
        Says("too few to correlate", () => InputSample.Draw(inputs.Correlated(("x1", "x2", 0.5)), 4));
        Says("no uncertain input \"price\"", () => InputSample.Draw(inputs, 8)[0]["price"]);
    }
}
