namespace CarbonComp.Studies.Tests;

public class PrintedFormTests
{
    [Theory]
    [InlineData("2,144.7926", 2144.7926, 4)]
    [InlineData("−12 345", -12345, 0)]
    [InlineData("1234", 1234, 0)]
    [InlineData("32, 303.8", 32303.8, 1)]
    [InlineData(".5", 0.5, 1)]
    public void Commas_and_spaces_divide_groups_of_three(string text, double value, int decimals)
    {
        var printed = PrintedNumber.Parse(text);
        Assert.Equal((value, decimals), (printed.Value, printed.Decimals));
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("12,34")]
    [InlineData("1234,567")]
    [InlineData("1.234.567")]
    [InlineData("1,234 567")]
    [InlineData("7 %")]
    [InlineData("7 8")]
    [InlineData("")]
    [InlineData("-")]
    public void A_comma_that_may_be_a_decimal_mark_is_refused(string text) => Assert.Throws<CarbonCompException>(() => PrintedNumber.Parse(text));

    [Fact]
    public void A_percentage_is_no_share()
    {
        Assert.Contains("0.05 for 5 %", Assert.Throws<ArgumentOutOfRangeException>(() => NeutralTolerance.OfExchange(5)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => NeutralTolerance.OfEmissions(7));
    }
}
