namespace CarbonComp.Uncertainty.Tests;

public class DistributionTests
{
    // Quantiles of the textbooks' tables: 1.959964 standard deviations hold 95 % of a normal distribution.
    [Fact]
    public void Quantiles_are_those_of_the_named_distributions()
    {
        Assert.Equal(10 + 1.959963985 * 2, Distribution.Normal(10, 2).Quantile(0.975), 8);
        Assert.Equal(1.05 * 40, Distribution.NormalWithin(40, 0.05).Quantile(0.975), 10);
        Assert.Equal(40 * Math.Pow(1.3, 1.959963984540), Distribution.LogNormal(40, 1.3).Quantile(0.975), 7);
        Assert.Equal(40, Distribution.LogNormal(40, 1.3).Quantile(0.5), 10);
        Assert.Equal(3.5, Distribution.Uniform(2, 4).Quantile(0.75), 12);
        // The area left of the mode 1 is 1/4; at 1/16 of it the distance from the end is half of that to the mode.
        Assert.Equal(0.5, Distribution.Triangular(0, 1, 4).Quantile(1.0 / 16), 12);
        Assert.Equal(1, Distribution.Triangular(0, 1, 4).Quantile(0.25), 12);
    }

    [Fact]
    public void Quantiles_of_observed_values_are_numpys()
    {
        // numpy.quantile([3, 1, 4, 1, 5, 9, 2, 6], [0.1, 0.25, 0.9])
        var observed = Distribution.Empirical(3, 1, 4, 1, 5, 9, 2, 6);
        Assert.Equal([1, 1.75, 6.9], new[] { 0.1, 0.25, 0.9 }.Select(p => Math.Round(observed.Quantile(p), 12)));
    }

    [Fact]
    public void A_discrete_value_is_taken_as_often_as_its_probability_says()
    {
        var price = Distribution.Discrete((100, 0.25), (40, 0.5), (80, 0.25), (7, 0));
        Assert.Equal([40, 40, 80, 100], new[] { 0.001, 0.5, 0.6, 0.999 }.Select(price.Quantile));
        Assert.Equal(65, price.Mean, 12);
    }

    public static TheoryData<Distribution> Kinds { get; } =
    [
        Distribution.Normal(10, 2), Distribution.LogNormal(10, 1.4), Distribution.Triangular(0, 1, 4), Distribution.Uniform(-1, 3),
        Distribution.Discrete((1, 0.2), (2, 0.3), (7, 0.5)), Distribution.Empirical(1, 2, 2.5, 9),
    ];

    [Theory, MemberData(nameof(Kinds))]
    public void Quantiles_rise_and_average_to_the_mean(Distribution distribution)
    {
        const int n = 20_000;
        var quantiles = Enumerable.Range(0, n).Select(i => distribution.Quantile((i + 0.5) / n)).ToArray();
        Assert.Equal(quantiles.Order(), quantiles);
        if (distribution is EmpiricalDistribution) return;   // Interpolation between values changes their mean.
        Assert.Equal(distribution.Mean, quantiles.Average(), 0.002 * distribution.StandardDeviation);
        Assert.Equal(distribution.StandardDeviation, Math.Sqrt(quantiles.Average(q => Math.Pow(q - distribution.Mean, 2))),
            0.01 * distribution.StandardDeviation);
    }

    public static TheoryData<Func<Distribution>, string> Refused { get; } = new()
    {
        { () => Distribution.Normal(1, -1), "standard deviation of a normal distribution is -1. It must be positive" },
        { () => Distribution.Normal(double.NaN, 1), "mean of a normal distribution is NaN" },
        { () => Distribution.NormalWithin(1, 5), "Write 0.05 for ±5 %" },
        { () => Distribution.LogNormal(-3, 2), "median of a lognormal distribution is -3" },
        { () => Distribution.LogNormal(3, 0.3), "It is a factor above 1" },
        { () => Distribution.Triangular(1, 0, 2), "They must rise in this order" },
        { () => Distribution.Triangular(1, 1, 1), "They must rise in this order" },
        { () => Distribution.Uniform(2, 1), "The first must be below the second" },
        { () => Distribution.Discrete(), "has no value" },
        { () => Distribution.Discrete((1, 0.5), (2, 0.4)), "add up to 0.9. They must add up to 1" },
        { () => Distribution.Discrete((1, -0.5), (2, 1.5)), "It lies between 0 and 1" },
        { () => Distribution.Discrete((1, 0.5), (1, 0.5)), "listed twice" },
        { () => Distribution.Empirical(4, 4, 4), "at least two different values" },
        { () => Distribution.Empirical(1, double.PositiveInfinity), "Give a finite number" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void A_distribution_that_cannot_be_is_refused(Func<Distribution> make, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<UncertaintyException>(make).Message);

    [Fact]
    public void A_probability_in_per_cent_is_refused() =>
        Assert.Contains("Write 0.95 for 95 %", Assert.Throws<UncertaintyException>(() => Distribution.Uniform(0, 1).Quantile(95)).Message);
}
