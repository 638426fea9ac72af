namespace CarbonComp.Studies.Tests;

public class PecComparisonTests
{
    private static readonly ChinaProvinces Provinces = ChinaProvinces.Load(CaseFolder.Path(""));

    private static readonly Lazy<CompensationYears> Years = new(() => CompensationYears.Of([.. Provinces.Years.Select(y =>
    {
        var emitters = Provinces.Emitters(y);
        return (y, EcologicalCompensation.Of(Provinces.SectorTransfers(y), Provinces.Accounts.Sinks(y).RowSums().For(emitters),
            new ProvincialCompensation(Provinces).Costs(y, "carbon productivity"), Provinces.HouseholdEmissions(y)
                .For(emitters)));
    })]));

    [Fact]
    public void Every_statement_of_the_abstract_has_something_beside_it_and_none_is_called_reproduced()
    {
        var ledger = PecComparison.Of(Provinces, Years.Value);
        Assert.Equal(Provinces.Published.All.Count(p => p.Section == "PEC abstract"), ledger.Entries.Count);
        Assert.All(ledger.Entries, e => Assert.Equal(Verdict.NotCheckable, e.Verdict));
        Assert.All(ledger.Entries, e => Assert.NotEqual("", e.Recomputed));
        Assert.All(ledger.Entries, e => Assert.NotEqual("", e.Reason));
        Assert.All(ledger.Entries, e => Assert.Contains("full text", e.WouldCheck, StringComparison.Ordinal));
        Assert.Equal(ValueStatus.Constructed, ledger.Status);
        Assert.Equal("23 not checkable", ledger.Caption.Split(": ")[1]);
    }

    [Fact]
    [Trait("size", "large")]
    public void Statements_say_how_they_turn_with_the_choices_of_the_table()
    {
        var panel = ConstructionPanel.Of(Provinces, 2020);
        var ledger = PecComparison.Of(Provinces, Years.Value, panel: panel);
        string Reason(string id) => ledger.Entries.Single(e => e.Id == id).Reason;
        var transfers = panel.Outcomes.Select(o => o.Transfers).ToArray();
        var deficits = transfers.Count(t => t.NetEmbodiedImports["Guangdong"] > 0);
        Assert.Equal(transfers.Length, deficits);
        Assert.Contains(FormattableString.Invariant($"by the choices of the table of 2020: deficit in {deficits} of {transfers.Length}"),
            Reason("pec-between-guangdong"), StringComparison.Ordinal);
        Assert.Contains("% by the choices of the table of 2020", Reason("pec-domestic-demand"), StringComparison.Ordinal);
    }

    [Fact]
    public void Emissions_of_the_thirty_provinces_are_all_accounted_for()
    {
        foreach (var (year, compensation) in Years.Value.Years.Zip(Years.Value.Compensations))
        {
            Assert.Equal(30, compensation.Regions.Count);
            Assert.False(compensation.Regions.Contains("Tibet"));
            Assert.Equal(1, compensation.Transfers.Emissions.Total / Provinces.Emissions(year).Total, 1e-9);
            // Tibet's use of others' emissions is an end, nobody's debt.
            Assert.True(compensation.Transfers.Transfers.Ends.ForElsewhere.Sum() > 0);
            Assert.Equal(0, compensation.Horizontal.Net.Total, 1e-9 * compensation.Horizontal.Paid.Total);
        }
    }

    [Fact]
    public void Tibet_among_the_regions_is_refused_by_name()
    {
        var all = Provinces.Model(2017).TransfersBySector();
        Assert.Contains("Tibet has no emissions", Assert.Throws<CarbonCompException>(() =>
            CarbonGainsAndLosses.Of(all.Transfers, Provinces.Accounts.Sinks(2017).RowSums())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Macro_regions_part_the_provinces()
    {
        var groups = MacroRegions.Of(Provinces.Accounts.Provinces);
        Assert.Equal([10, 6, 12, 3], Enumerable.Range(0, 4).Select(g => Enumerable.Range(0, 31).Count(p => groups[p] == g)));
        Assert.Contains("Atlantis", Assert.Throws<AxisException>(() => MacroRegions.Of(RegionAxis.Of("Beijing", "Atlantis"))).Message,
            StringComparison.Ordinal);
    }
}
