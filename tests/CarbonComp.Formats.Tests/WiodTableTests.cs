namespace CarbonComp.Formats.Tests;

public class WiodTableTests
{
    [Theory]
    [InlineData(1995, 106, 18, 55182318)]
    [InlineData(2009, null, null, null)]
    public void A_year_is_read_with_its_quirks_reported(int year, int? largestResidual, int? zeroOutputs, int? output)
    {
        Assert.SkipWhen(Wiod.Missing(year) is not null, Wiod.Missing(year) ?? "");
        var reading = WiodTable.ReadCsv(Wiod.Folder, year, cancellation: TestContext.Current.CancellationToken);
        var t = reading.Table;
        Assert.Equal((41, 35, 5), (t.Regions.Count, t.Sectors.Count, t.Categories.Count));
        Assert.Equal("million US$", t.Unit.Symbol);
        Assert.True(t.Validate(1e-9).IsBalanced);
        // The published figures: balance.csv beside the data.
        if (largestResidual is { } expected)
        {
            Assert.Equal(expected, t.Error.AbsoluteMaximum(), 1e-6);
            Assert.Equal(zeroOutputs, t.Validate().ZeroOutputs.Count);
            Assert.Equal(output!.Value, t.Output.Sum(), 1e-3);
        }
        if (year == 2009)
        {
            Assert.Equal(4295, t.Intermediate[0, 0]);
            Assert.Equal(-1242, t.FinalUseByCategory[1, 4]);
            Assert.Equal((44736, 25516), (t.Output[0], t.ValueAdded[0]));
        }
        if (File.Exists(Path.Combine(Wiod.Folder, "industries.csv")))
            Assert.Equal(("c1", "Agriculture, Hunting, Forestry and Fishing"), (t.Sectors[0].Code, t.Sectors[0].Name));
        Assert.Contains(reading.Notes, n => n.Contains("error column", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_year_is_named() =>
        Assert.Contains("wiot_1890_Z.csv.gz", Assert.Throws<DataException>(() => WiodTable.ReadCsv(Path.GetTempPath(), 1890)).Message);
}
