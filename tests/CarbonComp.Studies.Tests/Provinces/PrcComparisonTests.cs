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
        Assert.All(ledger.Entries, e => Assert.Contains("full text", e.WouldCheck, StringComparison.Ordinal));
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
    [Trait("size", "large")]
    public void A_printed_share_is_held_against_the_span_over_the_choices_of_the_table()
    {
        var cost = CarbonProductivity.Compute(China.SectorValueAdded(2017).RowSums(), China.EmitterEmissions(2017).RowSums());
        var flows = ResponsibilityFlows.Consumer(China.Transfers(2017)).Within(China.Emitters(2017));
        var panel = ConstructionPanel.Of(China, 2017);
        var ledger = PrcComparison.Of(China, cost, ResponsibilityCompensation.Of(flows, [cost], PriceRule.Payer), panel);
        var (least, greatest) = panel.OwnDemand;
        Assert.Contains(FormattableString.Invariant($"{least.Value:F1} to {greatest.Value:F1} % by the choices of the table"),
            ledger.Entries.Single(e => e.Id == "prc-own-demand").Reason, StringComparison.Ordinal);
        Assert.Contains(greatest.Value < 53.56 ? "lies outside" : "lies inside", ledger.Entries.Single(e => e.Id == "prc-own-demand").Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_that_chance_would_give_as_well_is_not_called_one()
    {
        // Carbon productivity and emissions of the provinces: ρ = −0.21.
        var said = Compare(China).Entries.Single(e => e.Id == "prc-low-cost").Recomputed;
        Assert.StartsWith("no clear relation (ρ = −0.21", said, StringComparison.Ordinal);
    }
}
