using System.Globalization;

namespace CarbonComp.Uncertainty.Tests;

public class SampleSpecificationTests
{
    private static SampleSpecification Parsed(string parameters, string more = "\"runs\": 8") =>
        SampleSpecification.Parse($"{{\"parameters\": {{{parameters}}}, {more}}}");

    private const string Price = "\"price\": {\"distribution\": \"uniform\", \"lowest\": 20, \"highest\": 60}";

    [Theory]
    [InlineData("\"distribution\": \"normal\", \"mean\": 3, \"standard deviation\": 2", 3)]
    [InlineData("\"distribution\": \"lognormal\", \"median\": 46.66, \"geometric standard deviation\": 1.3", 46.66)]
    [InlineData("\"distribution\": \"triangular\", \"lowest\": 0, \"most likely\": 1, \"highest\": 2", 1)]
    [InlineData("\"distribution\": \"Uniform\", \"lowest\": 20, \"highest\": 60", 40)]
    [InlineData("\"distribution\": \"discrete\", \"values\": [1, 2, 9], \"probabilities\": [0.1, 0.8, 0.1]", 2)]
    [InlineData("\"distribution\": \"empirical\", \"observed\": [5, 1, 3]", 3)]
    public void Every_distribution_has_its_median(string described, double median) =>
        Assert.Equal(median, Parsed($"\"x\": {{{described}}}").Inputs["x"].Distribution.Quantile(0.5), 9);

    [Fact]
    public void The_table_has_the_runs_of_the_sample_to_the_last_digit_and_texts_by_name()
    {
        var specification = Parsed(Price + ", \"by\": {\"distribution\": \"discrete\", \"values\": [\"a, b\", \"c\"], \"probabilities\": [0.25, 0.75]}",
            "\"runs\": 16, \"seed\": 7, \"method\": \"latin-hypercube\", \"rank correlations\": [[\"price\", \"by\", 0.5]]");
        Assert.Equal((SamplingMethod.LatinHypercube, 7), (specification.Method, specification.Seed));
        var lines = specification.ToCsv().TrimEnd('\n').Split('\n');
        Assert.Equal("price,by", lines[0]);
        var sample = specification.Draw();
        Assert.Equal(Enumerable.Range(0, 16).Select(run => sample[run]["price"]),
            lines.Skip(1).Select(line => double.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)));
        Assert.Equal(4, lines.Count(line => line.EndsWith("\"a, b\"", StringComparison.Ordinal)));
        Assert.Equal(specification.ToCsv(), specification.ToCsv());
    }

    [Theory]
    [InlineData("\"runs\": 8, \"sed\": 3", "The sample has sed, which nothing reads")]
    [InlineData("\"seed\": 3", "does not say how many runs")]
    [InlineData("\"runs\": 8.5", "runs of the sample is 8.5. It is a whole number")]
    [InlineData("\"runs\": 8, \"method\": \"dice\"", "There is no method \"dice\". There are: sobol, latin-hypercube")]
    [InlineData("\"runs\": 8, \"rank correlations\": [[\"price\", \"prize\", 0.5]]", "There is no uncertain input \"prize\"")]
    [InlineData("\"runs\": 8, \"rank correlations\": [[\"price\", 0.5]]", "Each is two parameters and a number")]
    public void A_sample_that_cannot_be_is_refused_by_name(string more, string message) =>
        Assert.Contains(message, Assert.Throws<UncertaintyException>(() => Parsed(Price, more)).Message);

    [Theory]
    [InlineData("\"distribution\": \"normal\", \"mean\": 3, \"standard deviation\": -2",
        "The parameter x: The standard deviation of a normal distribution is -2")]
    [InlineData("\"distribution\": \"normal\", \"mean\": 3, \"sd\": 2", "The parameter x has no standard deviation")]
    [InlineData("\"distribution\": \"uniform\", \"lowest\": 0, \"highest\": 1, \"mode\": 2", "The parameter x has mode, which nothing reads")]
    [InlineData("\"distribution\": \"discrete\", \"values\": [1, 2], \"probabilities\": [0.5, 0.4]",
        "The parameter x: The probabilities of a discrete distribution add up to 0.9")]
    [InlineData("\"distribution\": \"discrete\", \"values\": [1, 2], \"probabilities\": [1]", "The parameter x: There are 2 values and 1 probabilities")]
    [InlineData("\"distribution\": \"discrete\", \"values\": [\"a\", \"a\"]", "The parameter x: The value a is listed twice")]
    [InlineData("\"distribution\": \"cauchy\"", "The parameter x: There is no distribution \"cauchy\"")]
    [InlineData("\"mean\": 3", "The parameter x has no distribution")]
    [InlineData("\"distribution\": \"normal\", \"mean\": \"3\", \"standard deviation\": 2", "mean of the parameter x is \"3\". It is a number")]
    public void A_distribution_that_cannot_be_is_refused_by_the_name_of_its_parameter(string described, string message) =>
        Assert.Contains(message, Assert.Throws<UncertaintyException>(() => Parsed($"\"x\": {{{described}}}")).Message);
}
