using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class ServiceFlowsTests
{
    /// <summary>BTH Table 3: input, output, range km, intensity t/km2, amount 10^4 t, flow area recomputed from other polygons km2.</summary>
    public static readonly TheoryData<string, string, double, double, double, double> Table3 = new()
    {
        { "Tianjin", "Beijing", 102.55, 10994.64, 1946.26, 2905.0 }, { "Tianjin", "Qinhuangdao", 121.68, 3472.93, 7.49, 29.0 },
        { "Tianjin", "Zhangjiakou", 213.70, 4468.13, 152.92, 541.8 }, { "Tianjin", "Chengde", 206.79, 8995.21, 1757.73, 3230.6 },
        { "Tianjin", "Cangzhou", 116.27, 3254.66, 957.95, 5131.2 }, { "Tianjin", "Langfang", 41.47, 20092.06, 1574.30, 1355.0 },
        { "Tangshan", "Beijing", 130.74, 6763.87, 760.28, 1848.3 }, { "Tangshan", "Qinhuangdao", 51.42, 19450.38, 1196.47, 1041.0 },
        { "Tangshan", "Zhangjiakou", 262.96, 2951.03, 332.55, 1862.6 }, { "Tangshan", "Chengde", 175.74, 12454.65, 3669.78, 4859.7 },
        { "Handan", "Baoding", 214.91, 3312.74, 168.07, 0 }, { "Handan", "Chengde", 544.55, 1297.22, 10.30, 109.0 },
    };

    // Surplus S − D, Mt: Chengde, Zhangjiakou and Langfang from printed supply and demand, the others from Table 3 itself (REFERENCE 11).
    private static readonly Dictionary<string, double> SurplusMt = new()
    {
        ["Beijing"] = 115.62, ["Qinhuangdao"] = 51.424, ["Zhangjiakou"] = 204.048, ["Chengde"] = 384.663, ["Cangzhou"] = 43.999, ["Langfang"] = 34.552,
            ["Baoding"] = 153.003,
    };

    [Theory]
    [MemberData(nameof(Table3))]
    public void Intensity_of_table_3_is_the_surplus_over_the_squared_range(string input, string output, double range, double intensity, double amount,
        double area)
    {
        _ = (input, amount, area);
        Assert.Equal(1, ServiceFlow.IntensityOfSurplus(SurplusMt[output] * 1e6, range) / intensity, 5e-4);
    }

    [Theory]
    [InlineData("Tianjin", "Beijing", 2950.3)]
    [InlineData("Tianjin", "Chengde", 3256.8)]
    [InlineData("Tianjin", "Langfang", 1305.9)]
    [InlineData("Tangshan", "Chengde", 4910.9)]
    public void Amount_is_impact_factor_times_area_times_intensity(string input, string output, double impliedArea)
    {
        var row = Table3.Single(r => r.Data.Item1 == input && r.Data.Item2 == output).Data;
        Assert.Equal(row.Item5 * 1e4, ServiceFlow.Amount(impliedArea, row.Item4), 1e-4 * row.Item5 * 1e4);
    }

    // N is storage, distance Web Mercator between centroids; four rows of Tianjin's block use the storage of the city before (printed storages only).
    [Theory]
    [InlineData("Tianjin", 78.085, "Chengde", 377.958, 206.79)] // Zhangjiakou's
    [InlineData("Tianjin", 78.085, "Cangzhou", 554.303, 116.27)] // Chengde's
    [InlineData("Tangshan", 108.525, "Zhangjiakou", 377.958, 262.96)]
    [InlineData("Tangshan", 108.525, "Chengde", 554.303, 175.74)]
    [InlineData("Handan", 89.74, "Chengde", 554.303, 544.55)]
    public void Ranges_of_table_3_follow_from_storage_and_web_mercator_distance(string input, double inputMt, string output, double outputMt, double printed)
    {
        var distance = ThirteenCities.ReferenceCentroid(input).WebMercatorTo(ThirteenCities.ReferenceCentroid(output));
        Assert.Equal(1, ServiceFlow.Range(distance, inputMt * 1e6, outputMt * 1e6) / printed, 0.011);
    }

    [Theory]
    [MemberData(nameof(Table3))]
    [Trait("size", "large")]
    public void Flow_areas_of_the_map_are_those_of_other_polygons(string input, string output, double range, double intensity, double amount, double area)
    {
        _ = (intensity, amount);
        var map = ThirteenCities.Map();
        var measured = map.AreaWithin(map.Regions.IndexOf(output), range, map.Regions.IndexOf(input), CircleShape.EqualAreaPlane);
        TestContext.Current.TestOutputHelper?.WriteLine($"{output}-{input}: {measured:F1} vs {area:F1}");
        Assert.InRange(measured, area * 0.996 - 2, area * 1.004 + 2);
    }

    [Fact]
    public void Range_is_half_the_distance_between_equals_and_grows_with_the_output()
    {
        Assert.Equal(50, ServiceFlow.Range(100, 7, 7), 12);
        Assert.Equal(100, ServiceFlow.Range(100, 0, 7), 12);
        Prop.ForAll(Positive().ToArbitrary(), Positive().ToArbitrary(), (a, b) =>
            ServiceFlow.Range(100, a, b) + ServiceFlow.Range(100, b, a) is > 100 - 1e-9 and < 100 + 1e-9
            && ServiceFlow.Range(100, a, b) <= ServiceFlow.Range(100, a, 2 * b)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(double.NaN, 1, 1)]
    public void Range_refuses_what_is_outside_its_domain(double distance, double input, double output) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ServiceFlow.Range(distance, input, output));

    [Fact]
    public void Surplus_regions_give_and_deficit_regions_receive()
    {
        var flows = Toy(new());
        Assert.Equal([("A", "C"), ("B", "C")], flows.Links.Select(l => (l.Output.Name, l.Input.Name)));
        // A to C: range 100/(1+√(9/36)) = 66.667, intensity 16e6/66.667² = 3600, area 100, k 0.6.
        Assert.Equal(200.0 / 3, flows.Links[0].Range, 9);
        Assert.Equal(3600, flows.Links[0].Intensity, 9);
        Assert.Equal(216_000, flows.Links[0].Amount, 6);
        Assert.Equal(0, flows.NetServiceImports.Total, 1e-6);
        Assert.True(flows.NetServiceImports["C"] > 0 && flows.NetServiceImports["A"] < 0);
        Assert.Equal(216_000, flows.Amounts["A", "C"], 6);
        Assert.Equal(0, flows.Amounts["C", "A"]);
    }

    [Fact]
    public void Choices_change_what_they_name()
    {
        var byDemand = Toy(new() { Mass = AttractionMass.Demand }).Links[0];
        Assert.Equal(100 / (1 + Math.Sqrt(25.0 / 20)), byDemand.Range, 9);
        // A formula of one's own: N of the input area over the squared distance.
        var own = Toy(new() { Mass = AttractionMass.Demand, Intensity = new("own", (_, mass, distance, _) => mass / (distance * distance)) });
        Assert.Equal(25e6 / 1e4, own.Links[0].Intensity, 9);
        Assert.Contains("intensity own", own.Caption, StringComparison.Ordinal);
        Assert.Single(Toy(new() { Pairs = (output, _) => output.Name == "B" }).Links);
        Assert.Equal(360_000, Toy(new() { ImpactFactor = 1 }).Links[0].Amount, 6);
    }

    [Fact]
    public void Flows_beyond_what_there_is_are_named()
    {
        Assert.Empty(Toy(new()).Excesses);
        var excess = Toy(new(), area: 20_000).Excesses;
        Assert.Contains(excess, e => e.StartsWith("A gives", StringComparison.Ordinal));
        Assert.Contains(excess, e => e.StartsWith("C receives", StringComparison.Ordinal));
    }

    [Fact]
    public void Wrong_input_is_refused_by_name()
    {
        var regions = RegionAxis.Of("A", "B", "C");
        var (supply, demand, distance, area) = ToyInput(100);
        Assert.Throws<UnitException>(() => ServiceFlows.Compute(distance, area, new("supply", regions, [36, 9, 9], Unit.Parse("Mt C"), ValueStatus.Paper),
            demand));
        Assert.Throws<AxisException>(() => ServiceFlows.Compute(distance, area, supply,
            new("demand", RegionAxis.Of("A", "B", "X"), [20, 4, 25], Unit.MegatonneCO2, ValueStatus.Paper)));
        Assert.Contains("B", Assert.Throws<CarbonCompException>(() =>
            ServiceFlows.Compute(distance, area, supply, new("demand", regions, [20, -4, 25], Unit.MegatonneCO2, ValueStatus.Paper))).Message,
                StringComparison.Ordinal);
        Assert.Contains("k is 2", Assert.Throws<CarbonCompException>(() => ServiceFlows.Compute(distance, area, supply, demand, new() { ImpactFactor = 2 }))
            .Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_is_the_weakest_of_the_inputs()
    {
        var (supply, demand, distance, area) = ToyInput(100);
        var weaker = new LabelledVector("demand", demand.Axis, demand.Values, demand.Unit, ValueStatus.Constructed);
        Assert.Equal(ValueStatus.Paper, ServiceFlows.Compute(distance, area, supply, demand).Status);
        Assert.Equal(ValueStatus.Constructed, ServiceFlows.Compute(distance, area, supply, weaker).Amounts.Status);
    }

    // Storage and demand, Mt, printed in BTH 4.2 or implied by Table 3 (Beijing, Qinhuangdao, Baoding, Cangzhou).
    private static (LabelledVector Supply, LabelledVector Demand, RegionMap Map) Published()
    {
        var values = new Dictionary<string, (double Supply, double Demand)>
        {
            ["Beijing"] = (204.5, 88.9), ["Tianjin"] = (78.085, 141.72), ["Tangshan"] = (108.525, 531.44), ["Qinhuangdao"] = (86.3, 34.9),
            ["Handan"] = (89.74, 194.57), ["Baoding"] = (209.7, 56.7), ["Zhangjiakou"] = (377.958, 173.91), ["Chengde"] = (554.303, 169.64),
            ["Cangzhou"] = (92.1, 48.1), ["Langfang"] = (44.232, 9.68), ["Hengshui"] = (61.405, 11.66),
            ["Shijiazhuang"] = (119, 65.35), ["Xingtai"] = (119, 65.35), // the residual of the totals, halved
        };
        var map = ThirteenCities.Map();
        LabelledVector Mt(string name, Func<(double Supply, double Demand), double> of) =>
            new(name, map.Regions, map.Regions.Select(r => of(values[r.Name])), Unit.MegatonneCO2, ValueStatus.Constructed);
        return (Mt("CSSS", v => v.Supply), Mt("CSSD", v => v.Demand), map);
    }

    [Theory]
    [InlineData("Tianjin", "Beijing")]
    [InlineData("Tangshan", "Beijing")]
    [InlineData("Tangshan", "Qinhuangdao")]
    [InlineData("Tangshan", "Zhangjiakou")]
    [InlineData("Tangshan", "Chengde")]
    [Trait("size", "large")]
    public void From_map_storage_and_demand_to_the_amounts_of_table_3(string input, string output)
    {
        var (supply, demand, map) = Published();
        var flows = ServiceFlows.Compute(map, supply, demand, new() { Distance = CoreDistance.WebMercator, Circle = CircleShape.EqualAreaPlane });
        var printed = Table3.Single(r => r.Data.Item1 == input && r.Data.Item2 == output).Data.Item5 * 1e4;
        Assert.Equal(1, flows.Amounts[output, input] / printed, 0.04);
    }

    [Fact]
    public void Ratio_is_surplus_over_sum_and_matches_the_paper_for_Tianjin_Tangshan_and_Handan()
    {
        // Demand and deficit as printed (BTH 4.2.2, 4.2.3; deficits are 10^4 t); printed ratios −0.29, −0.66, −0.37.
        var regions = RegionAxis.Of("Tianjin", "Tangshan", "Handan");
        var demand = new LabelledVector("CSSD", regions, [141.72, 531.44, 194.57], Unit.MegatonneCO2, ValueStatus.Paper);
        var supply = new LabelledVector("CSSS", regions, [141.72 - 63.635, 531.44 - 422.9154, 194.57 - 104.83], Unit.MegatonneCO2, ValueStatus.Paper);
        Assert.Equal([-0.29, -0.66, -0.37], SupplyDemandRatio.Compute(supply, demand).Values.Select(v => Math.Round(v, 2)));
    }

    private static Gen<double> Positive() => Gen.Choose(1, 1_000_000).Select(i => i / 100.0);

    private static ServiceFlows Toy(ServiceFlowOptions options, double area = 100)
    {
        var (supply, demand, distance, flowArea) = ToyInput(area);
        return ServiceFlows.Compute(distance, flowArea, supply, demand, options);
    }

    private static (LabelledVector Supply, LabelledVector Demand, LabelledMatrix Distance, LabelledMatrix Area) ToyInput(double area)
    {
        var regions = RegionAxis.Of("A", "B", "C");
        return (new("supply", regions, [36, 9, 9], Unit.MegatonneCO2, ValueStatus.Paper),
            new("demand", regions, [20, 4, 25], Unit.MegatonneCO2, ValueStatus.Paper),
            new("distance", regions, regions, Matrix<double>.Build.Dense(3, 3, (i, j) => i == j ? 0 : 100), Unit.Kilometre, ValueStatus.Paper),
            new("flow area", regions, regions, Matrix<double>.Build.Dense(3, 3, area), Unit.SquareKilometre, ValueStatus.Paper));
    }
}
