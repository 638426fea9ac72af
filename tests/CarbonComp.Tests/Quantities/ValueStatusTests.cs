namespace CarbonComp.Tests;

public class ValueStatusTests
{
    [Fact]
    public void A_result_has_the_status_of_its_weakest_input()
    {
        Assert.Equal(ValueStatus.Illustrative, ValueStatuses.Weakest(ValueStatus.Paper, ValueStatus.Illustrative, ValueStatus.Statistic));
        Assert.Equal(ValueStatus.Constructed, ValueStatuses.Weakest(ValueStatus.Constructed, ValueStatus.Paper));
        Assert.Equal(ValueStatus.Statistic, ValueStatuses.Weakest());
    }

    [Fact]
    public void Every_status_is_read_back_from_its_word_and_has_a_caption_of_its_own()
    {
        var all = Enum.GetValues<ValueStatus>();
        Assert.All(all, status => Assert.Equal(status, ValueStatuses.Parse($" {status.ToString().ToUpperInvariant()} ")));
        Assert.Equal(all.Length, all.Select(s => s.Caption()).Distinct().Count());
        Assert.Contains("not observed", ValueStatus.Constructed.Caption(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_word_is_refused() =>
        Assert.Contains("guessed", Assert.Throws<CarbonCompException>(() => ValueStatuses.Parse("guessed")).Message, StringComparison.Ordinal);
}
