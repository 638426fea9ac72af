namespace CarbonComp.Tests;

public class MessageTests
{
    [Fact]
    public void Numbers_in_messages_do_not_depend_on_the_culture()
    {
        var minus = -1.5;
        Assert.Equal("~1,5", $"{minus}");
        Assert.Equal("-1.5 t", InvariantText.Invariant($"{minus} t"));
        Assert.Equal("is -1.5, not -1.50", new CarbonCompException($"is {minus}, " + $"not {minus:F2}").Message);
        Assert.Equal("finished", new UnitException("finished").Message);
        Assert.Equal("a.csv: value -1.5", new DataException("a.csv", $"value {minus}").Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_outside_its_range_is_refused_under_its_name(double distance) =>
        Assert.Equal("distance", Assert.Throws<ArgumentOutOfRangeException>(() => ServiceFlow.Range(distance, 1, 1)).ParamName);

    [Fact]
    public void Long_lists_are_cut_and_counted()
    {
        var axis = RegionAxis.Of(Enumerable.Range(1, 20).Select(i => $"R{i}"));
        Assert.EndsWith("R15, R16, … (20 in all)", axis.ToString(), StringComparison.Ordinal);
        Assert.Equal("2 regions: A, B", RegionAxis.Of("A", "B").ToString());
    }
}
