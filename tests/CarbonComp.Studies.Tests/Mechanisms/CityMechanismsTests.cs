namespace CarbonComp.Studies.Tests;

public class CityMechanismsTests
{
    private static readonly Lazy<JiangxiCase> Jiangxi = new(() => JiangxiCase.Load(CaseFolder.Path("jiangxi-2010-2020")));

    [Fact]
    public void The_thirteen_cities_pay_as_in_notebook_06()
    {
        var (bth, map) = (BthStudy.Case, ThirteenCities.Map());
        var transfers = new EmbodiedCarbonModel(bth.Table, bth.TableEmissions).Transfers().Within(bth.Cities);
        var services = ServiceFlows.Compute(map, CarbonStorage.Of(bth.LandCover, bth.Pools, bth.CountsAs).AsPrinted(), bth.Demand());
        var standard = CompensationStandard.Of(bth.Price,
            CompensationCoefficient.GrowthCurve(CompensationCoefficient.AbilityOf(bth.Gdp, bth.Population), bth.Engel));
        foreach (var rule in new[] { PriceRule.Payer, PriceRule.Recipient, PriceRule.Producer })
        {
            var expected = FlowZoningCompensation.Of(transfers, services, standard, rule).Bidirectional.Net;
            var actual = CityMechanisms.FlowZoning(bth, map, rule);
            Assert.Equal(expected.Values, actual.Net.Values);
            var (o, p, n) = (actual.Owed.Values, actual.Prices.Values, actual.Regions.Count);
            for (var r = 0; r < n; r++)
                Assert.Equal(expected[r], Enumerable.Range(0, n).Sum(s => o[r, s] * p[r, s] - o[s, r] * p[s, r]), 1e-9 * expected.Abs().Total);
        }
    }

    [Fact]
    public void Jiangxi_pays_as_in_notebook_12()
    {
        Assert.Equal(Jiangxi.Value.Settlement().Net.Values, CityMechanisms.Budget(Jiangxi.Value).Net.Values);
        var reading = new CompensationReading { Revision = IntensityRevision.Product, Allowance = EmissionAllowance.OwnMean };
        Assert.Equal(Jiangxi.Value.Settlement(reading).Net.Values, CityMechanisms.Budget(Jiangxi.Value, reading).Net.Values);
    }

    [Fact]
    public void Both_mechanisms_stand_beside_each_other_on_both_cases()
    {
        var map = ThirteenCities.Map();
        var cities = CityMechanisms.Of(BthStudy.Case, map, Jiangxi.Value);
        Assert.Equal(13, cities.Regions.Count);
        Assert.Equal(["flow zoning (BTH)", "carbon budget (JX)"], cities.Mechanisms.Select(m => m.Name));
        var jiangxi = CityMechanisms.Of(Jiangxi.Value, Jiangxi.Value.Map(ThirteenCities.MapFolder!), BthStudy.Case);
        Assert.Equal(["sink service alone (BTH)", "carbon budget (JX)"], jiangxi.Mechanisms.Select(m => m.Name));
        Assert.Equal(0, jiangxi.Mechanisms[0].Net.Total, 1e-3);
        foreach (var comparison in new[] { cities, jiangxi })
        {
            var difference = MechanismDifference.Of(comparison.Mechanisms[0], comparison.Mechanisms[1]);
            var sum = difference.Quantity + difference.Price + difference.Standard;
            Assert.All(comparison.Regions, r => Assert.Equal(difference.Total[r.Code], sum[r.Code], 1e-9 * difference.Total.Abs().Total));
        }
    }
}
