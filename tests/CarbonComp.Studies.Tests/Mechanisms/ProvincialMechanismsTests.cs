namespace CarbonComp.Studies.Tests;

public class ProvincialMechanismsTests
{
    private static readonly Lazy<ProvincialMechanisms> Case = new(() =>
    {
        Assert.SkipWhen(ThirteenCities.MapFolder is null, "Boundaries are not installed (environment/node_modules/echarts): run environment/run.sh first.");
        var china = ChinaProvinces.Load(CaseFolder.Path(""));
        return ProvincialMechanisms.Load(CaseFolder.Path(""), china.Map(ThirteenCities.MapFolder!).Simplified(8), china);
    });

    private static readonly Lazy<MechanismComparison> In2017 = new(() => Case.Value.Of());

    [Fact]
    public void Net_payments_follow_from_what_is_owed_and_its_prices()
    {
        foreach (var mechanism in In2017.Value.Mechanisms)
        {
            var (o, p, n) = (mechanism.Owed.Values, mechanism.Prices.Values, mechanism.Regions.Count);
            var scale = mechanism.Net.Abs().Total;
            for (var r = 0; r < n; r++)
                Assert.Equal(o[r, n] * p[r, n] + Enumerable.Range(0, n).Sum(s => o[r, s] * p[r, s] - o[s, r] * p[s, r]), mechanism.Net[r], 1e-10 * scale);
        }
    }

    [Fact]
    public void Settlements_balance()
    {
        foreach (var mechanism in In2017.Value.Mechanisms)
            Assert.Equal(mechanism.Settlement.FundBalance, mechanism.Net.Total, 1e-9 * mechanism.Net.Abs().Total);
        foreach (var closed in new[] { "flow zoning", "reduction cost" })
            Assert.Equal(0, In2017.Value[closed].Net.Total, 1e-9 * In2017.Value[closed].Net.Abs().Total);
    }

    [Fact]
    public void Parts_of_every_difference_add_up()
    {
        var comparison = In2017.Value;
        foreach (var first in comparison.Mechanisms)
            foreach (var second in comparison.Mechanisms)
            {
                var difference = MechanismDifference.Of(first, second);
                var (sum, scale) = (difference.Quantity + difference.Price + difference.Standard, first.Net.Abs().Total + second.Net.Abs().Total);
                Assert.All(comparison.Regions, r => Assert.Equal(difference.Total[r.Code], sum[r.Code], 1e-10 * scale));
                var mean = MechanismDifference.Of(first.AtMeanPrice(), second.AtMeanPrice());
                Assert.All(comparison.Regions, r => Assert.Equal(difference.Total[r.Code], mean.Total[r.Code], 1e-10 * scale));
            }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Flow_zoning_is_that_of_its_parts(bool asPrinted)
    {
        var (china, regions) = (Case.Value.China, Case.Value.China.Emitters(2017));
        var (transfers, emissions) = (china.Transfers(2017).Within(regions), china.EmitterEmissions(2017).RowSums());
        var mechanism = Case.Value.FlowZoning(2017, new() { StorageAsPrinted = asPrinted });
        var service = mechanism.NetOwed - transfers.NetEmbodiedImports;
        var bth = DataPackage.Load(CaseFolder.Path("bth-2020"));
        var countsAs = bth["land-classes"].Texts("land_class").Zip(bth["land-classes"].Texts("pool")).ToDictionary(p => p.First, p => p.Second);
        var stored = CarbonStorage.Of(china.Accounts.LandCover(2017).ForRows(regions), CarbonPools.From(bth["carbon-pools"]), countsAs);
        var storage = asPrinted ? stored.AsPrinted() : stored.AsCarbonDioxide;
        var map = china.Map(ThirteenCities.MapFolder!).Simplified(8);
        var onMap = RegionMap.Of(regions, map.Regions.Zip(map.Outlines, (r, outline) => new MapFeature(r.Name, r.Code, outline, map.Source)), map.Projection);
        var expected = ServiceFlows.Compute(onMap, storage, emissions);
        Assert.All(regions, r => Assert.Equal(expected.NetServiceImports[r.Code], service[r.Code], 1));
        // A stock in CO2 is larger than the emissions of a year in every province. Read as printed it is not, and some need service.
        Assert.Equal(asPrinted, regions.Any(r => storage[r.Code] < emissions.In(Unit.TonneCO2)[r.Code]));
        Assert.Equal(asPrinted, expected.Amounts.Total > 0);
        var standard = new CompensationStandard(mechanism.Prices.Column("fund"));
        Assert.All(regions, r => Assert.Equal(FlowZoningCompensation.Of(transfers, expected, standard).Bidirectional.Net[r.Code], mechanism.Net[r.Code], 1));
    }

    [Fact]
    public void The_budget_is_the_case_s_own()
    {
        var china = Case.Value.China;
        var mechanism = Case.Value.CarbonBudget(2017, new()
        {
            Budget = new() { Revision = IntensityRevision.None, Allowance = EmissionAllowance.None },
        });
        var emitters = china.Emitters(2017);
        var balance = china.EmitterEmissions(2017).RowSums()
            + china.HouseholdEmissions(2017).For(emitters) - china.Accounts.Sinks(2017).RowSums().For(emitters);
        Assert.All(emitters, r => Assert.Equal(balance.In(Unit.TonneCO2)[r.Code], mechanism.NetOwed[r.Code], 1e-3));
        Assert.Equal(105, mechanism.Price.Value, 1e-9);
    }

    [Fact]
    public void Reduction_cost_is_that_of_notebook_23()
    {
        var china = Case.Value.China;
        var flows = china.Model(2017).SharedResponsibilityFlows().Within(china.Emitters(2017));
        var cost = QuadraticDistance.Estimate(china.Units(2017)).ShadowPrices.At(ShadowPriceEnd.Upper).Named("quadratic");
        foreach (var rule in new[] { PriceRule.Payer, PriceRule.Producer })
            Assert.Equal(ResponsibilityCompensation.Of(flows, [cost], rule)["quadratic"].Net.Values,
                Case.Value.ReductionCost(2017, new() { CostRule = rule }).Net.Values);
        Assert.Contains("cubic", Assert.Throws<CarbonCompException>(() => Case.Value.ReductionCost(2017, new() { CostOfProvince = "cubic" })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Horizontal_and_vertical_is_that_of_notebook_25()
    {
        var china = Case.Value.China;
        var sinks = new ProvincialSinks(china.Accounts, ProvincialCrops.Load(CaseFolder.Path("crops")));
        var years = new ProvincialCompensation(china, year => sinks.Total(year, SinkChoice.LandCropsAndGrass)).Years();
        Assert.Equal(years[2017].Combined.Net.Values, In2017.Value["horizontal"].Net.Values);
        Assert.Equal(years[2012].Combined.Net.Values, Case.Value.HorizontalAndVertical(2012).Net.Values);
    }

    [Fact]
    public void Provinces_without_inventory_are_named_and_left_out()
    {
        Assert.Equal("Tibet", Assert.Single(In2017.Value.Absent).Name);
        Assert.False(In2017.Value.Regions.Contains("Tibet"));
        Assert.Contains("Tibet", In2017.Value.Caption, StringComparison.Ordinal);
        Assert.Contains("Tibet", Tables.TableText.Render(Case.Value.Needs()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_mechanisms_changes_nothing()
    {
        var (given, turned) = (In2017.Value, MechanismComparison.Of("turned", [.. In2017.Value.Mechanisms.Reverse()]));
        Assert.Equal(given.Agreement.Values, turned.Agreement.Values);
        foreach (var a in given.Mechanisms)
            foreach (var b in given.Mechanisms)
            {
                Assert.Equal(given.Spearman[a.Name, b.Name], turned.Spearman[b.Name, a.Name], 1e-12);
                Assert.Equal(given.Kendall[a.Name, b.Name], turned.Kendall[b.Name, a.Name], 1e-12);
                Assert.Equal(given.ChangingPairs[a.Name, b.Name], turned.ChangingPairs[b.Name, a.Name]);
                if (a != b) Assert.Equal(given.ChangingPairs[a.Name, b.Name], given.PairsThatChangeSides(a.Name, b.Name).ToColumns().RowCount);
            }
    }
}
