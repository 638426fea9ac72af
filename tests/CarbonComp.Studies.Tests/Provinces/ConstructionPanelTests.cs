namespace CarbonComp.Studies.Tests;

public sealed class ConstructionPanelTests(ITestOutputHelper output)
{
    private static readonly ChinaProvinces China = ChinaProvinces.Load(CaseFolder.Path(""));

    [Fact]
    [Trait("size", "large")]
    public void In_every_table_of_all_sectors_Guangdong_owes_most_and_Inner_Mongolia_is_owed_most()
    {
        var panel = ConstructionPanel.Of(China, 2017);
        output.WriteLine(panel.ToString());
        var parts = China.Model(2017).EmissionsByDestination();
        Assert.Equal(100 * parts.OwnDemand.Total / parts.Total.Total, panel.Outcomes[0].OwnDemand.Value, 1e-9);
        var detailed = panel.Outcomes.Where(o => !o.Choice.StartsWith("computed in", StringComparison.Ordinal)).ToArray();
        Assert.Equal(9, detailed.Length);
        Assert.All(detailed, o => Assert.Equal(("Guangdong", "Inner Mongolia"), (o.LargestDebtor, o.LargestCreditor)));
        Assert.All(panel.Outcomes, o => Assert.InRange(o.OwnDemand.Value + o.OtherDemand.Value + o.Exports.Value, 99.9, 100.1));
        Assert.Equal(panel.Outcomes.Max(o => o.OwnDemand.Value), panel.OwnDemand.Greatest.Value);
        // More open provinces have less own demand.
        double Own(string choice) => panel.Outcomes.Single(o => o.Choice.Contains(choice, StringComparison.Ordinal)).OwnDemand.Value;
        Assert.True(Own("δ = 0)") > Own("δ × ½") && Own("δ × ½") > Own("table in use") && Own("table in use") > Own("δ × 2"));
    }

    [Fact]
    [Trait("size", "large")]
    public void Calibration_on_one_half_of_the_tables_comes_nearer_to_the_other_half_than_the_construction_before()
    {
        var check = SelfSupplyCheck.Of(China.Accounts);
        output.WriteLine(check.ToString());
        Assert.True(check.Errors[1] < check.Errors[0]);
        Assert.True(check.Errors[3] < check.Errors[2]);
        // Notebook 02: a fifth to a quarter.
        Assert.All(new[] { check.Errors[1], check.Errors[3] }, e => Assert.InRange(e, 0.18, 0.29));
        Assert.All(new[] { check.InflowErrors[1], check.InflowErrors[3] }, e => Assert.InRange(e, 0.5, 0.7));
        Assert.Empty(China.Accounts.Surveys.Provinces("test").Labels.Intersect(China.Accounts.Surveys.Provinces("calibration").Labels));
        Assert.Equal(15, China.Accounts.Surveys.Provinces().Count);
    }

    [Fact]
    public void Every_second_table_by_output_serves_to_test()
    {
        var surveys = China.Accounts.Surveys;
        var output = DataPackage.Load(CaseFolder.Path("provincial-statistics"))["survey-2007"];
        double Size(string province) => output.Where("region", province).Numbers("output").Sum();
        string[] ranked = [.. surveys.Provinces().Labels.OrderByDescending(Size)];
        Assert.Equal(ranked.Where((_, i) => i % 2 == 0).Order(), surveys.Provinces("calibration").Labels.Order());
    }

    [Fact]
    public void Shares_of_trade_are_those_of_customs_and_follow_each_provinces_total_later()
    {
        var statistics = China.Accounts.Statistics;
        var electronics = statistics.Shares("exports", 2017, "2017-42").Column("20");
        Assert.Equal(1, electronics.Total, 1e-12);
        Assert.Equal("Guangdong", electronics.ArgMax());
        var later = statistics.Shares("exports", 2020, "2017-42").Column("20");
        double Ratio(string province) => later[province] / electronics[province] / (statistics.Trade(2020)[province] / statistics.Trade(2017)[province]);
        Assert.Equal(Ratio("Guangdong"), Ratio("Sichuan"), 1e-9);
        // Between two known years in proportion to time.
        var (before, between, after) = (statistics.Shares("output", 2012, "30"), statistics.Shares("output", 2015, "30"),
            statistics.Shares("output", 2017, "30"));
        Assert.Equal(0.4 * before["Hebei", "14"] + 0.6 * after["Hebei", "14"], between["Hebei", "14"], 1e-12);
        Assert.Contains("known of no province", Assert.Throws<AxisException>(() => statistics.FinalUse("FU202", 2017)).Message, StringComparison.Ordinal);
    }
}
