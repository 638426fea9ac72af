namespace CarbonComp.Studies.Tests;

public class PrintedNumberTests
{
    [Theory]
    [InlineData("2,144.7926", 2144.7926, 4)]
    [InlineData("0.46", 0.46, 2)]
    [InlineData("-0.29", -0.29, 2)]
    [InlineData("−0.66", -0.66, 2)]
    [InlineData("13", 13, 0)]
    public void Reads_digits_as_printed(string text, double value, int decimals)
    {
        var printed = PrintedNumber.Parse(text);
        Assert.Equal(value, printed.Value);
        Assert.Equal(decimals, printed.Decimals);
    }

    [Fact]
    public void Agrees_with_what_rounds_to_it_and_with_nothing_else()
    {
        var printed = PrintedNumber.Parse("5.38");
        Assert.True(printed.Agrees(5.375));
        Assert.True(printed.Agrees(5.3849));
        Assert.False(printed.Agrees(5.3681));
        Assert.False(printed.Agrees(double.NaN));
    }

    [Fact]
    public void Refuses_what_is_no_number() =>
        Assert.Contains("about 5", Assert.Throws<CarbonCompException>(() => PrintedNumber.Parse("about 5")).Message, StringComparison.Ordinal);
}
