namespace CarbonComp.Studies.Tests;

public class ProvincialSinksTests
{
    private static readonly ChinaProvinces China = ChinaProvinces.Load(CaseFolder.Path(""));

    private static readonly ProvincialCrops Crops = ProvincialCrops.Load(CaseFolder.Path("crops"));

    private static readonly ProvincialSinks Sinks = new(China.Accounts, Crops);

    [Fact]
    public void Grain_adds_up_to_the_nations_harvest()
    {
        // The sum over provinces of the item "grain" in the same statistics, 10^4 t.
        foreach (var (year, grain) in new[] { (2007, 50413.9), (2010, 55911.3), (2012, 61222.6), (2015, 66060.3), (2017, 66160.7), (2018, 65789.2) })
        {
            var output = Crops.Output(year).In("10^4 t crops").ColumnSums();
            Assert.Equal(grain, new[] { "rice", "wheat", "maize", "other_cereals", "soybeans", "other_beans", "tubers" }.Sum(c => output.At(c).Value), 1.0);
        }
    }

    [Fact]
    public void Years_before_2018_are_statistics_but_for_what_was_not_printed()
    {
        Assert.Equal(ValueStatus.Statistic, Crops.Output(2017).Status);
        Assert.Equal(0, Crops.Output(2018)["Hainan", "Wheat"]);
        Assert.Equal(["cotton", "maize", "wheat"], Crops.Package["harvests"].Where("status", "constructed").Texts("crop").Distinct().Order());
        Assert.All(Crops.Package["harvests"].Where("status", "constructed").Numbers("output"), v => Assert.Equal(0, v));
    }

    [Fact]
    public void The_harvest_of_2018_stands_for_2020_and_says_so()
    {
        var output = Crops.Output(2020);
        Assert.Equal(Crops.Output(2018).Values, output.Values);
        Assert.Contains("2018 for 2020", output.Name, StringComparison.Ordinal);
        Assert.Equal(ValueStatus.Constructed, output.Status);
        Assert.Contains("2011", Assert.Throws<DataException>(() => Crops.Output(2011)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_crops_have_no_coefficients_and_are_named()
    {
        Assert.Equal(["Other oil crops", "Fibre crops"], Crops.Fixation(2017).Missing);
        Assert.Equal(17, Crops.Fixation(2017).ByCrop.Columns.Count);
        Assert.All(Crops.Coefficients.All, c => Assert.Contains(c.Crop, Crops.Crops.Labels));
    }

    [Fact]
    public void Coefficients_that_were_put_together_are_what_their_notes_say()
    {
        // Seed cotton over 3 t of seed cotton to a tonne of cotton; tubers 5 t fresh at 0.8 of water.
        Assert.Equal(0.4 / 3, Crops.Coefficients["cotton"].HarvestIndex, 1e-4);
        Assert.Equal(5 * (1 - 0.8), 1 - Crops.Coefficients["tubers"].WaterContent, 1e-12);
        Assert.Equal((0.45 + 0.44 + 0.46) / 3, Crops.Coefficients["Other cereals"].HarvestIndex, 1e-12);
        Assert.Equal(["Other cereals", "Tubers", "Cotton", "Vegetables"],
            Crops.Coefficients.All.Where(c => c.Status == ValueStatus.Constructed).Select(c => c.Crop));
        var sources = Crops.Package["sources"].Texts("code");
        foreach (var table in new[] { "coefficients", "coefficients-southwest" })
            foreach (var field in new[] { "carbon_source", "water_source", "index_source" })
                Assert.All(Crops.Package[table].Texts(field), code => Assert.Contains(code, sources));
    }

    [Fact]
    public void Two_sets_of_coefficients_agree_in_sum_on_the_crops_of_both_within_a_tenth_and_not_by_crop()
    {
        foreach (var year in new[] { 2012, 2018 })
        {
            var (one, other) = (Crops.Fixation(year).ByCrop, Crops.Fixation(year, Crops.ChineseCoefficients).ByCrop);
            var both = one.ForColumns(other.Columns).Total / other.Total;
            Assert.InRange(both, 0.9, 0.99);
            Assert.Equal(0.53 / 0.40, other.Column("Maize").Total * 0.45 / (one.Column("Maize").Total * 0.471), 1e-9);
        }
    }

    [Theory]
    [InlineData(2012)]
    [InlineData(2017)]
    public void Crops_stand_in_place_of_cropland_and_grass_takes_up_more(int year)
    {
        var (land, crops, grass) = (Sinks.Of(year, SinkChoice.Land), Sinks.Of(year, SinkChoice.LandAndCrops), Sinks.Of(year, SinkChoice.LandCropsAndGrass));
        Assert.Equal(China.Accounts.Sinks(year).Values, land.Values);
        Assert.False(crops.Columns.Contains("Cropland"));
        Assert.Equal(land.Total - land.Column("Cropland").Total + Crops.Fixation(year).AsCarbonDioxide.Total, crops.Total, 1.0);
        Assert.Equal(crops.Column("Grassland").Total * 0.4902 / 0.022, grass.Column("Grassland").Total, 1.0);
        Assert.Equal(crops.Column("Forest").Values, grass.Column("Forest").Values);
        Assert.Equal(ValueStatus.Constructed, grass.Status);
        Assert.Equal(grass.RowSums().Values, Sinks.Total(year, SinkChoice.LandCropsAndGrass).Values);
    }

    [Fact]
    public void Sinks_that_are_named_reach_the_fund_and_the_comparison()
    {
        LabelledVector Total(int year) => Sinks.Total(year, SinkChoice.LandCropsAndGrass);
        var years = new ProvincialCompensation(China, Total).Years("carbon productivity");
        Assert.Equal(Total(2017).For(years[2017].Regions).Values, years[2017].Balance.Sinks.Values);
        var ledger = PecComparison.Of(China, years, Sinks);
        Assert.Contains("what crops fix", ledger.Entries.Single(e => e.Id == "pec-sinks-least").Reason, StringComparison.Ordinal);
        Assert.Contains("one coefficient a class", PecComparison.Of(China, years).Entries.Single(e => e.Id == "pec-sinks-least").Reason,
            StringComparison.Ordinal);
    }
}
