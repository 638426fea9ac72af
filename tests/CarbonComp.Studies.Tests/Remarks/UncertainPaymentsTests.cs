using CarbonComp.Uncertainty;

namespace CarbonComp.Studies.Tests;

/// <summary>The uncertain payments of notebooks 06, 12, 23 and 25: with every input at its median they are the notebook's own.</summary>
public class UncertainPaymentsTests
{
    private static readonly ChinaProvinces China = ChinaProvinces.Load(CaseFolder.Path(""));

    private static OneAtATime Varied(UncertainResult result) => OneAtATime.Of(result.Inputs, result.Calculation);

    private static void Same(LabelledVector expected, LabelledVector found) =>
        Assert.All(expected.Values.Zip(found.In(expected.Unit).Values), p => Assert.Equal(p.First, p.Second, 1e-9 * expected.Values.AbsoluteMaximum()));

    [Fact]
    public void Cities_pay_what_notebook_06_says_and_in_proportion_to_the_price()
    {
        var (bth, map) = (BthStudy.Case, ThirteenCities.Map());
        var services = ServiceFlows.Compute(map, CarbonStorage.Of(bth.LandCover, bth.Pools, bth.CountsAs).AsPrinted(), bth.Demand());
        var coefficient = CompensationCoefficient.GrowthCurve(CompensationCoefficient.AbilityOf(bth.Gdp, bth.Population), bth.Engel, 2, 0.5);
        var expected = FlowZoningCompensation.Of(bth.Model().Transfers().Within(bth.Cities), services,
            CompensationStandard.Of(CarbonPrice.Chosen(60), coefficient)).Bidirectional.Net;
        var varied = Varied(CityUncertainty.NetPayment(bth, map, 60, 2, 0.5));
        Same(expected, varied.Base);
        var byPrice = varied.Tornado("Beijing");
        Assert.Equal(Math.Pow(1.3, 2 * 1.6448536), byPrice.High["price (yuan/t CO2)"] / byPrice.Low["price (yuan/t CO2)"], 6);
        // Another distance exponent is another table.
        Assert.NotEqual(byPrice.Low["distance decay β"], byPrice.High["distance decay β"]);
    }

    [Fact]
    public void The_cities_of_Jiangxi_pay_what_notebook_12_says_and_a_city_that_uses_more_energy_pays_more()
    {
        var jiangxi = JiangxiCase.Load(CaseFolder.Path("jiangxi-2010-2020"));
        var varied = Varied(BudgetUncertainty.NetPayment(jiangxi));
        Same(jiangxi.Settlement().Net, varied.Base);
        var own = varied.Tornado("Jiujiang");
        Assert.True(own.High["energy of Jiujiang"] > own.Low["energy of Jiujiang"]);
    }

    [Fact]
    public void Provinces_pay_for_responsibility_what_notebook_23_says_at_the_estimate_that_is_drawn()
    {
        var flows = China.Model(2017).SharedResponsibilityFlows().Within(China.Emitters(2017));
        var productivity = CarbonProductivity.Compute(China.SectorValueAdded(2017).RowSums(), China.EmitterEmissions(2017).RowSums());
        LabelledVector[] costs = [productivity.Named("a") / 2, productivity.Named("b"), (productivity * productivity / productivity.Max()).Named("c")];
        var result = ResponsibilityUncertainty.NetPayment(flows, costs);
        // The median of three choices is the second, of two rules the first: the payer's.
        var settled = ResponsibilityCompensation.Of(flows, [costs[1]], PriceRule.Payer).Settlements[0];
        Same((settled.Net / settled.Paid.Sum()).In("%"), Varied(result).Base);
        var ensemble = result.Sample(64);
        Assert.All(Enumerable.Range(0, 64), run => Assert.Equal(0, ensemble[run].Total, 1e-9));
        Assert.Contains("regions", FirmnessFindings.Sides(ensemble.Ranking()).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("size", "large")]
    public void Provinces_pay_each_other_what_notebook_25_says_and_the_balance_of_two_groups_has_two_signs()
    {
        var compensation = new ProvincialCompensation(China);
        var estimators = compensation.ByEstimator(MacroRegions.Of(China.Emitters(2020)));
        // The median of six choices is the third: directional distances at their lower end.
        var expected = compensation.Years("directional distance", ShadowPriceEnd.Lower)[2020].Horizontal;
        Same((expected.Net / expected.Paid.Sum()).In("%"), Varied(HorizontalUncertainty.NetPayment(estimators)).Base);
        var (there, back) = (HorizontalUncertainty.Balance(estimators), HorizontalUncertainty.Balance(estimators, "West", "East"));
        var (a, b) = (there.Sample(64), back.Sample(64));
        Assert.All(Enumerable.Range(0, 64), run => Assert.Equal(a[run][0], -b[run][0], 1e-9));
        var east = estimators.EastPaysWest.Count / 6.0;
        Assert.Equal(east, a.ProbabilityAbove()[0], 0.1);
    }
}
