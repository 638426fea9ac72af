namespace CarbonComp.Charts.Tests;

public class CountMapTests
{
    private static LabelledVector Counts(double first) => new("mechanisms", Cities.Regions, Enumerable.Range(0, Cities.Regions.Count)
        .Select(i => i == 0 ? first : i % 3), Unit.One, ValueStatus.Illustrative);

    [Fact]
    public void Every_possible_count_has_its_colour_in_the_key_also_where_no_region_has_it()
    {
        var figure = Cities.Map().ToCountMap(Counts(2), 4);
        Assert.Equal(["4", "3", "2", "1", "0"], figure.Traces.Where(t => t.Name is { Length: 1 }).Select(t => t.Name));
        Assert.Contains("4: none", figure.Summary, StringComparison.Ordinal);
        Assert.Contains($"2: {Cities.Regions.Labels[0]}", figure.Summary, StringComparison.Ordinal);
    }

    [Theory, InlineData(0.5), InlineData(-1), InlineData(5), InlineData(double.NaN)]
    public void What_is_no_count_is_refused_with_its_region(double wrong) => Assert.Contains($"mechanisms of {Cities.Regions.Labels[0]} is",
        Assert.Throws<CarbonCompException>(() => Cities.Map().ToCountMap(Counts(wrong), 4)).Message, StringComparison.Ordinal);
}
