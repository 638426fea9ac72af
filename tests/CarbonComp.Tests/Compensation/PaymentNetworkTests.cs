using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class PaymentNetworkTests
{
    // Payments of rows to columns, made by flows the other way at 1 yuan a tonne.
    private static Settlement Settle(double[,] payments)
    {
        var matrix = Matrix<double>.Build.DenseOfArray(payments);
        var regions = RegionAxis.Of(Enumerable.Range(0, matrix.RowCount).Select(r => $"{(char)('A' + r)}"));
        return Settlement.Bilateral("payments", new("flows", regions, regions, matrix.Transpose(), Unit.TonneCO2, ValueStatus.Illustrative),
            CompensationStandard.Uniform(regions, new(1, Unit.YuanPerTonneCO2, "made up", ValueStatus.Illustrative)));
    }

    private static Concordance Groups(PaymentNetwork network, string groups) => Concordance.Of(network.Settlement.Regions,
        RegionAxis.Of(groups.Distinct().Select(c => $"{c}")), network.Settlement.Regions.Select((r, i) => (r.Name, $"{groups[i]}")));

    [Fact]
    public void Two_separate_circles_are_two_parts_and_two_communities()
    {
        var network = PaymentNetwork.Of(Settle(new double[,]
        {
            { 0, 1, 0, 0, 0, 0 }, { 0, 0, 1, 0, 0, 0 }, { 1, 0, 0, 0, 0, 0 },
            { 0, 0, 0, 0, 1, 0 }, { 0, 0, 0, 0, 0, 1 }, { 0, 0, 0, 1, 0, 0 },
        }), 1);
        Assert.Equal(6, network.Payments);
        Assert.Equal(1.0 / 6, network.Herfindahl, 1e-12);
        Assert.Equal(6, network.EffectivePayments, 1e-9);
        Assert.Equal([3, 3], network.Components.Select(c => c.Count));
        Assert.Equal(["A", "B", "C"], network.Communities[0].Select(r => r.Name));
        // Two equal halves without anything between them: 1 − 2·(1/2)².
        Assert.Equal(0.5, network.CommunityModularity, 1e-12);
        Assert.Equal(0.5, network.Modularity(Groups(network, "xxxyyy")), 1e-12);
        Assert.Equal(1, network.Share(Groups(network, "xxxyyy"), "x", "x") + network.Share(Groups(network, "xxxyyy"), "y", "y"), 1e-12);
    }

    [Fact]
    public void Payments_from_east_to_west_only_make_no_community_of_either()
    {
        var network = PaymentNetwork.Of(Settle(new double[,] { { 0, 0, 4, 1 }, { 0, 0, 2, 3 }, { 0, 0, 0, 0 }, { 0, 0, 0, 0 } }));
        var groups = Groups(network, "eeww");
        Assert.Equal(1, network.Share(groups, "e", "w"), 1e-12);
        // Nothing is paid within the groups, and nothing is expected there of who only pays or is only paid.
        Assert.Equal(0, network.Modularity(groups), 1e-12);
        Assert.Equal(10, network.Between(groups)["e", "w"]);
        // 4 and 3 of 10 are more than half.
        Assert.Equal([(0, 2), (1, 3)], network.Backbone);
        Assert.Equal(2, network.Components.Count);
    }

    [Fact]
    public void Opposite_payments_are_set_off_and_regions_without_any_are_in_no_part()
    {
        var network = PaymentNetwork.Of(Settle(new double[,] { { 0, 5, 0 }, { 2, 0, 0 }, { 0, 0, 0 } }));
        Assert.Equal(1, network.Payments);
        Assert.Equal(1, network.Herfindahl, 1e-12);
        Assert.Equal([["A", "B"]], network.Components.Select(c => c.Select(r => r.Name)));
        Assert.Contains("effective number of payments", network.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_paid_there_is_no_network()
    {
        Assert.Contains("no region pays another", Assert.Throws<CarbonCompException>(() => PaymentNetwork.Of(Settle(new double[,] { { 0, 5 }, { 5, 0 } }))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => PaymentNetwork.Of(Settle(new double[,] { { 0, 5 }, { 0, 0 } }), 0));
    }

    [Fact]
    public void Measures_keep_their_bounds_and_do_not_depend_on_the_currency() => Prop.ForAll(SampleCompensation.Any, sample =>
    {
        var network = PaymentNetwork.Of(sample.Compensate().Horizontal);
        Assert.InRange(network.Herfindahl, 1.0 / network.Payments - 1e-12, 1 + 1e-12);
        Assert.Equal(1, network.Communities.SelectMany(c => c).Distinct().Count() / (double)sample.Regions.Count);
        Assert.InRange(network.CommunityModularity, -1e-12, 1);
        // One group for all expects exactly what is; each region alone cannot have more than the communities.
        Assert.Equal(0, network.Modularity(Groups(network, new string('x', sample.Regions.Count))), 1e-12);
        Assert.True(network.Modularity(Concordance.Identity(sample.Regions)) <= network.CommunityModularity + 1e-12);
        var groups = Groups(network, string.Concat(sample.Regions.Select((_, r) => r % 2 == 0 ? 'x' : 'y')));
        Assert.Equal(network.Settlement.Payments.Total, network.Between(groups).Total, 1e-6 * network.Settlement.Payments.Total);
        var other = PaymentNetwork.Of(EcologicalCompensation.Of(sample.Transfers, sample.Sinks, new("cost", sample.Regions, sample.Transfers.Sectors, sample.Costs.Values * 1000, Unit.YuanPerTonneCO2, ValueStatus.Illustrative)).Horizontal);
        Assert.Equal(network.Herfindahl, other.Herfindahl, 1e-9);
        Assert.Equal(network.Modularity(groups), other.Modularity(groups), 1e-9);
        Assert.Equal(network.Backbone.Count, other.Backbone.Count);
    }).QuickCheckThrowOnFailure();
}
