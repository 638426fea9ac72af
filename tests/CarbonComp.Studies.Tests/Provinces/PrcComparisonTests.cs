namespace CarbonComp.Studies.Tests;

public sealed class PrcComparisonTests
{
    private static readonly ChinaProvinces China = ChinaProvinces.Load(CaseFolder.Path(""));

    private static Ledger Compare(ChinaProvinces china)
    {
        var cost = CarbonProductivity.Compute(china.SectorValueAdded(2017).RowSums(), china.EmitterEmissions(2017).RowSums());
        var flows = ResponsibilityFlows.Consumer(china.Transfers(2017)).Within(china.Emitters(2017));
        return PrcComparison.Of(china, cost, ResponsibilityCompensation.Of(flows, [cost], PriceRule.Payer));
    }

    [Fact]
    public void Every_statement_gets_something_beside_it_and_none_is_decided()
    {
        var ledger = Compare(China);
        Assert.Equal(13, ledger.Entries.Count);
        Assert.All(ledger.Entries, e => Assert.NotEmpty(e.Recomputed));
        Assert.Equal(13, ledger.Count(Verdict.NotCheckable));
        Assert.Equal(ValueStatus.Constructed, ledger.Numbers().Status);
        Assert.True(ledger.Numbers().ToColumns().ContainsKey("these data"));
        Assert.Equal("equal", ledger.Entries.Single(e => e.Id == "prc-equal-totals").Recomputed);
    }

    [Fact]
    public void Shares_are_those_of_the_table_in_use()
    {
        string OwnDemand(ChinaProvinces china) => Compare(china).Entries.Single(e => e.Id == "prc-own-demand").Recomputed;
        var parts = China.Model(2017).EmissionsByDestination();
        Assert.StartsWith(FormattableString.Invariant($"{100 * parts.OwnDemand.Total / parts.Total.Total:F2}"), OwnDemand(China), StringComparison.Ordinal);
        Assert.NotEqual(OwnDemand(China), OwnDemand(China.WithTable(2017, China.Construction.Table(2017, new() { Openness = 0.5 }).Table)));
    }

    [Fact]
    public void A_finding_that_chance_would_give_as_well_is_not_called_one()
    {
        // Carbon productivity and emissions of the provinces: ρ = −0.21.
        var said = Compare(China).Entries.Single(e => e.Id == "prc-low-cost").Recomputed;
        Assert.StartsWith("no clear relation (ρ = −0.21", said, StringComparison.Ordinal);
    }
}
