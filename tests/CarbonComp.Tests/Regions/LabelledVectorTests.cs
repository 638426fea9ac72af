namespace CarbonComp.Tests;

public class LabelledVectorTests
{
    private static readonly LabelledVector Net = new("net payment", new CategoryAxis("city", "A", "B", "C", "D"), [-1, 3, 0, 2], Unit.Yuan, ValueStatus.Illustrative);

    [Fact]
    public void Labels_are_ranked_by_their_numbers() => Assert.Equal(["B", "D", "C", "A"], Net.Ranked());

    [Fact]
    public void Only_labels_whose_number_is_asked_for_are_ranked()
    {
        Assert.Equal(["B", "D"], Net.Ranked(v => v > 0));
        Assert.Empty(Net.Ranked(v => v > 5));
    }
}
