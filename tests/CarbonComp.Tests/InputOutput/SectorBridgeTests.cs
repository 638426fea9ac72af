using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class SectorBridgeTests
{
    private static readonly SectorAxis From = SectorAxis.Of("farming", "transport", "others");
    private static readonly SectorAxis To = SectorAxis.Of("crops", "rail", "telecom", "offices");

    private static readonly SectorLink[] Links =
    [
        new("farming", "crops", 1, "fuel", "the same"), new("transport", "rail", 1, "fuel", "a branch"),
        new("transport", "telecom", 0.5, "fuel", "half of it"), new("others", "telecom", 0.5, "fuel", "the other half"),
        new("others", "offices", 1, "fuel", "a branch"),
    ];

    [Fact]
    public void Values_are_divided_by_part_and_basis_and_their_sum_is_kept()
    {
        var bridge = new SectorBridge(From, To, Links);
        var values = Values(10, 20, 30);
        var carried = bridge.Of(values, Fuel(5, 30, 20, 10));
        Assert.Equal(60, carried.Total, 1e-12);
        Assert.Equal([10, 15, 5 + 15, 15], carried.Values.Column(0).Select(v => Math.Round(v, 9)));
        Assert.Equal(ValueStatus.Constructed, carried.Status);
    }

    [Fact]
    public void What_needs_no_division_keeps_its_status_and_needs_no_basis()
    {
        var bridge = new SectorBridge(SectorAxis.Of("a", "b"), SectorAxis.Of("x"),
            new SectorLink("a", "x", 1, "fuel", ""), new SectorLink("b", "x", 1, "fuel", ""));
        var values = Matrix<double>.Build.Dense(2, 1, 2);
        var carried = bridge.Of(new("emissions", bridge.From, new CategoryAxis("source", "all"), values, Unit.TonneCO2, ValueStatus.Statistic),
            new Dictionary<string, LabelledVector>());
        Assert.Equal((4, ValueStatus.Statistic), (carried.Total, carried.Status));
        Assert.Equal(ValueStatus.Statistic, new SectorBridge(From, To, Links).Of(Values(10, 0, 0), Fuel(1, 1, 1, 1)).Status);
    }

    [Fact]
    public void What_cannot_be_divided_is_told()
    {
        var bridge = new SectorBridge(From, To, Links);
        Assert.Contains("transport cannot be divided by fuel", Assert.Throws<InputOutputException>(() => bridge.Shares(Fuel(1, 0, 0, 1))).Message);
        Assert.Contains("fuel, which is not given", Assert.Throws<InputOutputException>(() => bridge.Shares(new Dictionary<string, LabelledVector>())).Message);
        Assert.Throws<InputOutputException>(() => bridge.Shares(Fuel(1, -1, 1, 1)));
        Assert.Contains("\"others\" is not linked", Assert.Throws<AxisException>(() => new SectorBridge(From, To, Links[..3])).Message);
        Assert.Contains("twice", Assert.Throws<AxisException>(() => new SectorBridge(From, To, [.. Links, Links[0]])).Message);
        Assert.Throws<InputOutputException>(() => new SectorBridge(From, To, [.. Links, new SectorLink("others", "rail", 0, "fuel", "")]));
        Assert.Throws<InputOutputException>(() => new SectorBridge(From, To, [.. Links, new SectorLink("others", "rail", 1, "output", "")]));
    }

    private static LabelledMatrix Values(params double[] values) =>
        new("emissions", From, new CategoryAxis("source", "all"), Matrix<double>.Build.Dense(3, 1, values), Unit.TonneCO2, ValueStatus.Statistic);

    private static Dictionary<string, LabelledVector> Fuel(params double[] values) =>
        new() { ["fuel"] = new("fuel", To, values, Unit.Yuan, ValueStatus.Statistic) };
}
