namespace CarbonComp.Studies.Tests;

public class ProvincialCompensationTests
{
    private static readonly ChinaProvinces China = ChinaProvinces.Load(CaseFolder.Path(""));

    private static readonly ProvincialCompensation Compensation = new(China);

    [Fact]
    public void Payments_by_productivity_are_those_that_the_parts_give()
    {
        var emitters = China.Emitters(2017);
        var expected = EcologicalCompensation.Of(China.SectorTransfers(2017), China.Accounts.Sinks(2017).RowSums().For(emitters),
            Compensation.Costs(2017, "carbon productivity"),
            China.HouseholdEmissions(2017).For(emitters));
        var (added, emitted) = (China.SectorValueAdded(2017), China.EmitterEmissions(2017));
        Assert.Equal(added["Hebei", "Energy"] / emitted["Hebei", "Energy"], Compensation.Costs(2017, "carbon productivity")["Hebei", "Energy"], 1e-6);
        // Nothing is mined with emissions in Shanghai.
        Assert.Equal((0, 0), (emitted["Shanghai", "Mining"], Compensation.Costs(2017)["Shanghai", "Mining"]));
        var actual = Compensation.Years("carbon productivity")[2017];
        Assert.Equal(expected.Horizontal.Net.Values, actual.Horizontal.Net.Values);
        Assert.Equal(expected.Vertical.Net.Values, actual.Vertical.Net.Values);
    }

    [Fact]
    public void Estimators_are_compared_by_growth_and_direction()
    {
        var groups = MacroRegions.Of(China.Emitters(2020));
        var comparison = Compensation.ByEstimator(groups);
        var columns = comparison.ToColumns().All.ToDictionary(c => c.Name, c => c.Values);
        var growth = columns["volume, 2020 over 2007"].Cast<double>().ToArray();
        Assert.Equal((growth.Min(), growth.Max()), comparison.Growth);
        var names = columns["reduction cost"].Cast<string>().ToArray();
        var (west, east) = (columns["East to West (%)"].Cast<double>().ToArray(), columns["West to East (%)"].Cast<double>().ToArray());
        Assert.Equal(names.Where((_, i) => west[i] > east[i]), comparison.EastPaysWest);
    }

    [Fact]
    public void The_default_estimator_has_one_price_everywhere_and_the_slacks_based_one_mostly_a_third_of_own_productivity()
    {
        var evidence = Compensation.Evidence(2017);
        Assert.Equal("quadratic", ProvincialCompensation.DefaultEstimator);
        Assert.Equal(Compensation.Costs(2017, "quadratic").Values, Compensation.Costs(2017).Values);
        Assert.Equal(1, evidence.OneNumber("quadratic"));
        Assert.InRange(evidence.OneNumber("slacks-based"), 0.5, 0.99);
        Assert.InRange(evidence.AtOneFraction("slacks-based"), 0.5, 0.99);
        // Of the quadratic form only zeros are common to many.
        Assert.Equal(evidence.Zero("quadratic"), evidence.AtOneFraction("quadratic"), 1e-12);
        Assert.InRange(evidence.Zero("quadratic"), 0, 0.2);
        Assert.NotEmpty(Compensation.Evidence(2020).ToColumns().All);
        // But for what is made without emissions.
        Assert.InRange(evidence.OfValueAdded("carbon productivity"), 0.9999, 1);
        Assert.InRange(evidence.WithProductivity("slacks-based"), 0.95, 1);
        Assert.InRange(evidence.WithProductivity("quadratic"), -0.5, 0.5);
        Assert.True(evidence.WithSize("quadratic") >= Math.Abs(RankCorrelation.Of(Compensation.Costs(2017).Column(China.Sectors.Labels[0]),
            China.SectorValueAdded(2017).Column(China.Sectors.Labels[0])).Coefficient));
        var fractions = evidence.ToColumns().All.ToDictionary(c => c.Name, c => c.Values)["commonest fraction of own productivity"].Cast<double>().ToArray();
        Assert.Equal(1.0 / 3, fractions[ProvincialCompensation.Estimators.ToList().IndexOf("slacks-based")], 1e-5);
        Assert.Contains("cubic", Assert.Throws<CarbonCompException>(() => evidence.OneNumber("cubic")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_agrees_with_the_linear_programs_of_the_same_measure_on_who_pays_whom()
    {
        var groups = MacroRegions.Of(China.Emitters(2017));
        bool EastPays(string estimator, ShadowPriceEnd end)
        {
            var network = EcologicalCompensation.Of(China.SectorTransfers(2017), China.Accounts.Sinks(2017).RowSums().For(China.Emitters(2017)),
                Compensation.Costs(2017, estimator, end)).Horizontal.Network();
            return network.Share(groups, "East", "West") > network.Share(groups, "West", "East");
        }
        foreach (var end in new[] { ShadowPriceEnd.Upper, ShadowPriceEnd.Lower })
            Assert.Equal(EastPays("quadratic", end), EastPays("directional distance", end));
    }

    [Fact]
    public void An_unknown_estimator_is_named_with_those_there_are() => Assert.Contains(
        "no estimator \"cubic\". There are: slacks-based, quadratic, directional distance, carbon productivity",
        Assert.Throws<CarbonCompException>(() => Compensation.Costs(2017, "cubic")).Message, StringComparison.Ordinal);
}
