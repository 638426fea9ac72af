namespace CarbonComp.Studies.Tests;

/// <summary>The table of the thirteen cities and the rest of China, and what its construction refuses.</summary>
public class BthTableTests(ITestOutputHelper output)
{
    [Fact]
    public void The_thirteen_cities_balance_exactly_and_add_up_to_the_nation()
    {
        var (table, report) = BthStudy.Construct();
        output.WriteLine(report.ToString());
        output.WriteLine(report.AssumptionTable().ToString());
        output.WriteLine(report.MovedMost(10).ToString());
        output.WriteLine(report.SelfSupplyBefore.ToString());
        output.WriteLine(report.SelfSupplyAfter.ToString());
        output.WriteLine(table.ToString());
        output.WriteLine(report.Validation.ToString());
        Assert.Equal(14, table.Regions.Count);
        Assert.Equal(ValueStatus.Constructed, table.Status);
        Assert.True(table.Validate(1e-10).IsValid, report.Validation.ToString());
        SameNation.Require(BthStudy.National, table, 1e-9);
    }

    [Fact]
    public void The_nations_heterogeneity_gives_back_its_foreign_trade()
    {
        var national = BthStudy.National;
        var h = CrossHauling.Heterogeneity(national);
        var imports = national.ImportedIntermediate.RowSums();
        for (var i = 0; i < national.Sectors.Count; i++)
        {
            var demand = national.Intermediate.RowSums()[i] + imports[i] + national.FinalUse.Row(i).Sum();
            var (e, m) = CrossHauling.Trade(national.Output[i], demand, h[i]);
            Assert.Equal(national.Exports[i], e, 1e-9 * national.Output[i]);
            Assert.Equal(imports[i], m, 1e-9 * national.Output[i]);
        }
    }

    [Fact]
    public void Regions_that_exceed_the_nation_are_refused_by_name()
    {
        var controls = BthStudy.Controls;
        var tooMuch = controls with { ValueAdded = new("value added", controls.ValueAdded.Rows, controls.ValueAdded.Columns, controls.ValueAdded.Values * 50,
            Unit.Yuan, ValueStatus.Illustrative) };
        var message = Assert.Throws<InputOutputException>(() => SubnationalTable.Construct(BthStudy.National, tooMuch, BthStudy.Distances)).Message;
        Assert.Contains("Value added of the regions in", message);
        Assert.Contains("Nothing would be left for the rest", message);
        Assert.Contains("has 0 proxies", Assert.Throws<InputOutputException>(
            () => SubnationalTable.Construct(BthStudy.National, controls with { FinalUse = controls.FinalUse.Skip(1).ToArray() }, BthStudy.Distances)).Message);
        Assert.Contains("Without a rest of the nation", Assert.Throws<InputOutputException>(
            () => SubnationalTable.Construct(BthStudy.National, controls, BthStudy.Distances, new() { Rest = null })).Message);
        Assert.Contains("130000", Assert.Throws<AxisException>(
            () => SubnationalTable.Construct(BthStudy.National, controls, BthStudy.Distances, new() { Rest = new("130000", "Hebei") })).Message);
        var none = new LabelledMatrix("distances", BthStudy.Distances.Rows, BthStudy.Distances.Rows, BthStudy.Distances.Values * 0, Unit.Kilometre,
            ValueStatus.Illustrative);
        Assert.Contains("distance", Assert.Throws<InputOutputException>(() => SubnationalTable.Construct(BthStudy.National, controls, none)).Message);
    }

    [Fact]
    public void Local_sectors_supply_their_region_as_far_as_they_can()
    {
        var (open, report) = BthStudy.Construct();
        var (local, restricted) = BthStudy.Construct(new() { LocalSectors = ["Construction"] });
        Assert.True(local.Validate(1e-10).IsValid);
        Assert.True(restricted.SelfSupplyAfter["Beijing", "Construction"] > report.SelfSupplyAfter["Beijing", "Construction"] + 0.2);
        Assert.Equal(report.SelfSupplyAfter["Beijing", "Manufacturing"], restricted.SelfSupplyAfter["Beijing", "Manufacturing"], 1e-9);
        Assert.Contains(restricted.Assumptions, a => a.Choice.Contains("Construction", StringComparison.Ordinal));
        Assert.Equal(open.Output.Sum(), local.Output.Sum(), 1);
    }

    [Theory]
    [InlineData(RegionalPurchaseCoefficient.SimpleQuotient, 0.3, 1)]
    [InlineData(RegionalPurchaseCoefficient.CrossIndustryQuotient, 0.3, 2)]
    [InlineData(RegionalPurchaseCoefficient.CrossHauling, 0.3, 1)]
    [InlineData(RegionalPurchaseCoefficient.FleggQuotient, 0, 0)]
    [InlineData(RegionalPurchaseCoefficient.FleggQuotient, 0.1, 4)]
    [InlineData(RegionalPurchaseCoefficient.FleggQuotient, 0.9, 4)]
    public void Every_choice_a_reader_may_try_is_balanced_in_short_time(RegionalPurchaseCoefficient coefficient, double delta, double decay)
    {
        var (table, report) = BthStudy.Construct(new() { RegionalPurchaseCoefficient = coefficient, Delta = delta, DistanceDecay = decay });
        Assert.True(table.Validate(1e-9).IsValid, table.Validate(1e-9).ToString());
        Assert.All(report.Trade, t => Assert.InRange(t.Iterations, 1, 1000));
    }

    [Fact]
    public void A_nation_of_local_products_only_trades_what_is_left()
    {
        var (table, report) = BthStudy.Construct(new() { LocalSectors = BthStudy.National.Sectors.Codes });
        Assert.True(table.Validate(1e-9).IsValid, table.Validate(1e-9).ToString());
        // Whoever has to spare does not buy.
        Assert.All(report.Trade, t => Assert.All(Enumerable.Range(0, 14), r => Assert.Equal(0, Math.Min(
            t.Balanced.Values.Row(r).Sum() - t.Balanced.Values[r, r], t.Balanced.Values.Column(r).Sum() - t.Balanced.Values[r, r]), 1e-6 * t.Balanced.Total)));
    }

    [Fact]
    public void Industries_are_split_and_add_up()
    {
        var split = BthStudy.Controls.ValueAdded;
        Assert.Equal(BthStudy.Package["economy"].Vector("value_added_secondary", BthStudy.Cities).In(Unit.Yuan)["Tangshan"],
            new[] { "Mining", "Manufacturing", "Energy", "Construction" }.Sum(s => split["Tangshan", s]), 1);
        Assert.Equal(ValueStatus.Constructed, split.Status);
    }
}
