namespace CarbonComp.Studies.Tests;

public sealed class ProvincialBudgetsTests
{
    private static readonly ChinaProvinces China = ChinaProvinces.Load(CaseFolder.Path(""));
    private static readonly ProvincialSinks Sinks = new(China.Accounts, ProvincialCrops.Load(CaseFolder.Path("crops")));
    private static readonly ProvincialBudgets Budgets = new(China, Sinks);
    private static readonly AccountComparison Both = Budgets.Compare(2017);

    [Fact]
    public void Territorial_emissions_are_those_of_the_inventories()
    {
        var inventories = China.Accounts.Inventories.Inventories;
        var emissions = Budgets.Emissions(2017, CarbonAccount.Territorial);
        Assert.All(emissions.Axis.Labels, p => Assert.Equal(1, emissions[p] / inventories[p, 2017].Total, 1e-9));
    }

    [Fact]
    public void The_accounts_differ_by_exports_by_what_is_emitted_for_Tibet_and_by_what_the_table_leaves_unallocated()
    {
        var ends = China.Transfers(2017).Within(China.Emitters(2017)).Ends;
        var difference = Both.Budgets[0].Total - Both.Budgets[1].Total;
        Assert.Equal(1, (ends.Exported.Sum() + ends.ForElsewhere.Sum() + ends.Unallocated.Sum()) / difference, 1e-9);
    }

    [Theory, InlineData(CarbonAccount.Territorial), InlineData(CarbonAccount.Consumption)]
    public void Coefficients_have_a_mean_of_one_by_emissions(CarbonAccount account)
    {
        var model = Both[account];
        var shares = model.Emissions() / model.Emissions().Sum();
        Assert.Equal(1, model.EconomicContribution().Dot(shares).Value, 1e-9);
        Assert.Equal(1, model.EcologicalSupport().Dot(shares).Value, 1e-9);
    }

    [Theory, InlineData(CarbonAccount.Territorial), InlineData(CarbonAccount.Consumption)]
    public void Payments_are_emissions_less_absorption_less_the_allowance_at_the_price(CarbonAccount account)
    {
        var model = Both[account];
        var expected = (model.Emissions() - model.Absorption() - model.EconomicContribution() * model.Emissions().Mean()) * CarbonPrice.Chosen(40).Quantity;
        var net = Both.Settlement(account, CarbonPrice.Chosen(40)).Net;
        Assert.All(net.Axis.Labels, p => Assert.Equal(expected.In(net.Unit)[p], net[p], 1e-6 * Math.Abs(net[p])));
        Assert.Equal(ValueStatus.Illustrative, net.Status);
    }

    [Fact]
    public void A_price_scales_payments_and_turns_nobody_around()
    {
        var (low, high) = (Both.NetPayments(CarbonPrice.Chosen(10)), Both.NetPayments(CarbonPrice.Chosen(1000)));
        Assert.All(low.Zip(high), pair => Assert.Empty(LabelledVector.Signs(pair.First, pair.Second).Mixed));
        Assert.All(Both.NetPayments(CarbonPrice.Chosen(0)), net => Assert.Equal(0, net.Total));
    }

    [Fact]
    public void Zones_follow_the_thresholds()
    {
        var without = Budgets.Compare(2017, thresholds: new() { SinkSupport = 1e6 });
        Assert.DoesNotContain(FunctionalZone.CarbonSink, without.ConsumptionZones.Zones);
        Assert.Contains(FunctionalZone.CarbonSink, Both.ConsumptionZones.Zones);
        Assert.Equal(Both.ZonesThatDiffer, Both.Territorial.Regions.Labels.Where(p => Both.TerritorialZones[p] != Both.ConsumptionZones[p]));
    }

    [Fact]
    public void Energy_of_2007_is_that_of_the_balances()
    {
        var (energy, folder) = (ProvincialEnergy.Load(CaseFolder.Path(""), 2007), CaseFolder.Path("energy-2007"));
        var contents = FuelFactors.From(DataPackage.Load(folder)["energy-contents"]);
        Assert.True(energy.IsObserved);
        Assert.All(new[] { "Beijing", "Hebei", "Ningxia" }, p =>
            Assert.Equal(1, energy.ByGroup.Row(p).Total / FuelUse.Load(folder, p).Times(contents).Total, 1e-12));
        Assert.Equal(energy.ByFuel.Total, energy.ByGroup.Total, 1e-6 * energy.ByFuel.Total);
    }

    [Theory, InlineData(2017), InlineData(2020)]
    public void Energy_of_other_years_gives_the_inventory_back(int year)
    {
        var energy = ProvincialEnergy.Load(CaseFolder.Path(""), year);
        Assert.False(energy.IsObserved);
        Assert.Equal(ValueStatus.Constructed, energy.Status);
        Assert.Equal(1, energy.Emissions().Total / energy.Inventory.Total, 1e-9);
    }
}
