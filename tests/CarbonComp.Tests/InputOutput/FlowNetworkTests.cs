using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class FlowNetworkTests
{
    // Payments of rows to columns, made by flows the other way at 1 yuan a tonne.
    private static Settlement Settle(double[,] payments)
    {
        var matrix = Matrix<double>.Build.DenseOfArray(payments);
        var regions = RegionAxis.Of(Enumerable.Range(0, matrix.RowCount).Select(r => $"{(char)('A' + r)}"));
        return Settlement.Bilateral("payments", new("flows", regions, regions, matrix.Transpose(), Unit.TonneCO2, ValueStatus.Illustrative),
            CompensationStandard.Uniform(regions, new(1, Unit.YuanPerTonneCO2, "made up", ValueStatus.Illustrative)));
    }

    private static Concordance Groups(FlowNetwork network, string groups) => Concordance.Of(network.Regions,
        RegionAxis.Of(groups.Distinct().Select(c => $"{c}")), network.Regions.Select((r, i) => (r.Name, $"{groups[i]}")));

    [Fact]
    public void Two_separate_circles_are_two_parts_and_two_communities()
    {
        var network = Settle(new double[,]
        {
            { 0, 1, 0, 0, 0, 0 }, { 0, 0, 1, 0, 0, 0 }, { 1, 0, 0, 0, 0, 0 },
            { 0, 0, 0, 0, 1, 0 }, { 0, 0, 0, 0, 0, 1 }, { 0, 0, 0, 1, 0, 0 },
        }).Network();
        Assert.Equal(6, network.Links);
        Assert.Equal(1.0 / 6, network.Herfindahl, 1e-12);
        Assert.Equal(6, network.EffectiveLinks, 1e-9);
        Assert.Equal([3, 3], network.Components(1).Select(c => c.Count));
        Assert.Equal(["A", "B", "C"], network.Communities[0].Select(r => r.Name));
        // Two equal halves without anything between them: 1 − 2·(1/2)².
        Assert.Equal(0.5, network.CommunityModularity, 1e-12);
        Assert.Equal(0.5, network.Modularity(Groups(network, "xxxyyy")), 1e-12);
        Assert.Equal(1, network.Share(Groups(network, "xxxyyy"), "x", "x") + network.Share(Groups(network, "xxxyyy"), "y", "y"), 1e-12);
    }

    [Fact]
    public void Payments_from_east_to_west_only_make_no_community_of_either()
    {
        var network = Settle(new double[,] { { 0, 0, 4, 1 }, { 0, 0, 2, 3 }, { 0, 0, 0, 0 }, { 0, 0, 0, 0 } }).Network();
        var groups = Groups(network, "eeww");
        Assert.Equal(1, network.Share(groups, "e", "w"), 1e-12);
        // Nothing is paid within the groups, and nothing is expected there of who only pays or is only paid.
        Assert.Equal(0, network.Modularity(groups), 1e-12);
        Assert.Equal(10, network.Between(groups)["e", "w"]);
        // 4 and 3 of 10 are more than half.
        Assert.Equal([(0, 2), (1, 3)], network.Backbone());
        Assert.Equal(2, network.Components().Count);
    }

    [Fact]
    public void Opposite_payments_are_set_off_and_regions_without_any_are_in_no_part()
    {
        var network = Settle(new double[,] { { 0, 5, 0 }, { 2, 0, 0 }, { 0, 0, 0 } }).Network();
        Assert.Equal(1, network.Links);
        Assert.Equal(1, network.Herfindahl, 1e-12);
        Assert.Equal([["A", "B"]], network.Components().Select(c => c.Select(r => r.Name)));
        Assert.Contains("Network of payments, payments: 1 links", network.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_flows_there_is_nothing_to_measure()
    {
        var network = Settle(new double[,] { { 0, 5 }, { 5, 0 } }).Network();
        Assert.Equal((0, 0.0), (network.Links, network.Density));
        foreach (Func<object> measure in new Func<object>[] { () => network.Herfindahl, () => network.Communities, () => network.CommunityModularity,
            () => network.Backbone(), () => network.Share(Groups(network, "xy"), "x", "y"), () => network.Modularity(Groups(network, "xy")) })
            Assert.Contains("Nothing flows", Assert.Throws<CarbonCompException>(measure).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Settle(new double[,] { { 0, 5 }, { 0, 0 } }).Network().Backbone(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowNetwork.Of(network.Flows, -1));
    }

    [Fact]
    public void Measures_keep_their_bounds_and_do_not_depend_on_the_currency() => Prop.ForAll(SampleCompensation.Any, sample =>
    {
        var network = sample.Compensate().Horizontal.Network();
        Assert.InRange(network.Herfindahl, 1.0 / network.Links - 1e-12, 1 + 1e-12);
        Assert.Equal(1, network.Communities.SelectMany(c => c).Distinct().Count() / (double)sample.Regions.Count);
        Assert.InRange(network.CommunityModularity, -1e-12, 1);
        // One group for all expects exactly what is; each region alone cannot have more than the communities.
        Assert.Equal(0, network.Modularity(Groups(network, new string('x', sample.Regions.Count))), 1e-12);
        Assert.True(network.Modularity(Concordance.Identity(sample.Regions)) <= network.CommunityModularity + 1e-12);
        var groups = Groups(network, string.Concat(sample.Regions.Select((_, r) => r % 2 == 0 ? 'x' : 'y')));
        Assert.Equal(network.Total.Value, network.Between(groups).Total, 1e-6 * network.Total.Value);
        var other = EcologicalCompensation.Of(sample.Transfers, sample.Sinks,
            new("cost", sample.Regions, sample.Transfers.Sectors, sample.Costs.Values * 1000, Unit.YuanPerTonneCO2, ValueStatus.Illustrative))
                .Horizontal.Network();
        Assert.Equal(network.Herfindahl, other.Herfindahl, 1e-9);
        Assert.Equal(network.Modularity(groups), other.Modularity(groups), 1e-9);
        Assert.Equal(network.Backbone().Count, other.Backbone().Count);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Network_measures_follow_their_definitions()
    {
        // A → B → C strong, A → C weak: the way from A to C leads through B.
        var tonnes = Matrix<double>.Build.DenseOfArray(new double[,] { { 5, 10, 1 }, { 0, 7, 10 }, { 0, 0, 9 } });
        var regions = RegionAxis.Of("A", "B", "C");
        var flows = new LabelledMatrix("flows", regions, regions, tonnes, Unit.TonneCO2, ValueStatus.Illustrative);
        var network = FlowNetwork.Of(flows);
        Assert.Equal([2, 1, 0], network.OutDegree);
        Assert.Equal([0, 1, 2], network.InDegree);
        Assert.Equal(11, network.OutStrength["A"]);
        Assert.Equal(11, network.InStrength["C"]);
        Assert.Equal(0.5, network.Betweenness["B"]);
        Assert.Equal(0, network.Betweenness["A"]);
        Assert.Equal(0.5, network.Density);
        Assert.Equal(("A", "B"), (network.Largest(1)[0].From.Name, network.Largest(1)[0].To.Name));
        Assert.Equal(2, FlowNetwork.Of(flows, 5).Links);
    }
}
