namespace CarbonComp.Studies.Tests;

public class BthNationalTableTests
{
    [Fact]
    public void It_reads_to_the_published_totals()
    {
        // National Bureau of Statistics, table of 2020: value added 101.64 trillion yuan.
        Assert.Equal(101.6422e12, BthStudy.National.ValueAdded.Sum(), 1e9);
        Assert.Equal(3, BthStudy.National.Categories.Count);
    }
}
