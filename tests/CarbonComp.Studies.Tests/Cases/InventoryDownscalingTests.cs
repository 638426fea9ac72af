using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies.Tests;

public sealed class InventoryDownscalingTests
{
    private static readonly RegionAxis Cities = RegionAxis.Of("East", "West");
    private static readonly CategoryAxis Sectors = new("sector", "Farms", "Steel", "Power");

    private static LabelledMatrix Proxies(params double[] rowMajor) =>
        new("proxies", Cities, Sectors, Matrix<double>.Build.DenseOfRowMajor(2, 3, rowMajor), Unit.One, ValueStatus.Statistic);

    private static LabelledVector Totals(double east, double west, string unit = "t CO2") =>
        new("totals", Cities, [east, west], Unit.Parse(unit), ValueStatus.Statistic);

    private static LabelledVector Province(params double[] values) => new("province", Sectors, values, Unit.TonneCO2, ValueStatus.Statistic);

    [Fact]
    public void Diffuse_sectors_follow_their_proxy_and_the_others_take_up_the_totals()
    {
        // Farms 20 by 1:3 → 5, 15. Rest of 60, 40: 55, 25. Steel 50 and Power 30 from equal proxies: in proportion to the rest.
        var result = InventoryDownscaling.Of(Proxies(1, 1, 1, 3, 1, 1), Totals(60, 40), Province(20, 50, 30), "Farms");
        Assert.Equal([5, 50 * 55 / 80.0, 30 * 55 / 80.0], result.Emissions.Values.Row(0), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([15, 50 * 25 / 80.0, 30 * 25 / 80.0], result.Emissions.Values.Row(1), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(1, result.TotalsFactor, 12);
        Assert.Equal(ValueStatus.Constructed, result.Status);
    }

    [Fact]
    public void Totals_are_scaled_to_the_province_by_one_factor()
    {
        var result = InventoryDownscaling.Of(Proxies(1, 2, 3, 4, 5, 6), Totals(0.12e-3, 0.08e-3, "Mt CO2"), Province(20, 50, 30));
        Assert.Equal(0.5, result.TotalsFactor, 12);
        Assert.Equal([60, 40], result.Emissions.RowSums().Values, (a, b) => Math.Abs(a - b) < 1e-8);
        Assert.Equal([20, 50, 30], result.Emissions.ColumnSums().Values, (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Fact]
    public void A_total_is_divided_in_proportion_to_activity_and_reference_intensity()
    {
        // Intensities 2, 5, 1 with activity 10, 10, 30 suggest 20, 50, 30; half of that is 10, 25, 15.
        var activity = new LabelledVector("activity", Sectors, [10.0, 10, 30], Unit.One, ValueStatus.Statistic);
        var reference = new LabelledVector("activity", Sectors, [100.0, 100, 100], Unit.One, ValueStatus.Statistic);
        var (emissions, factor) = InventoryDownscaling.BySector(50, activity, Province(200, 500, 100), reference);
        Assert.Equal([10, 25, 15], emissions.Values, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(0.5, factor, 12);
        Assert.Equal(ValueStatus.Constructed, emissions.Status);
        var none = new LabelledVector("activity", Sectors, [100.0, 0, 100], Unit.One, ValueStatus.Statistic);
        Assert.Contains("Steel of the reference", Assert.Throws<EmissionsException>(() =>
            InventoryDownscaling.BySector(50, activity, Province(1, 1, 1), none)).Message);
        Assert.Contains("NaN", Assert.Throws<EmissionsException>(() => InventoryDownscaling.BySector(double.NaN, activity, Province(1, 1, 1), reference))
            .Message);
    }

    [Fact]
    public void Bad_input_names_city_or_sector()
    {
        string Refuse<T>(Action act) where T : Exception => Assert.Throws<T>(act).Message;
        Assert.Contains("East", Refuse<EmissionsException>(() => InventoryDownscaling.Of(Proxies(9, 1, 1, 1, 1, 1), Totals(5, 95), Province(20, 50, 30),
            "Farms")));
        Assert.Contains("Steel emits", Refuse<EmissionsException>(() =>
            InventoryDownscaling.Of(Proxies(1, 0, 1, 1, 0, 1), Totals(60, 40), Province(20, 50, 30))));
        Assert.Contains("proxy of West, Power is -1", Refuse<EmissionsException>(() =>
            InventoryDownscaling.Of(Proxies(1, 1, 1, 1, 1, -1), Totals(60, 40), Province(20, 50, 30))));
        Assert.Contains("totals of West is -40", Refuse<EmissionsException>(() =>
            InventoryDownscaling.Of(Proxies(1, 1, 1, 1, 1, 1), Totals(60, -40), Province(20, 50, 30))));
        Assert.Contains("no sector \"Ships\"", Refuse<AxisException>(() =>
            InventoryDownscaling.Of(Proxies(1, 1, 1, 1, 1, 1), Totals(60, 40), Province(20, 50, 30), "Ships")));
        Assert.Contains("cannot be met", Refuse<EmissionsException>(() =>
            InventoryDownscaling.Of(Proxies(1, 1, 1, 1, 1, 1), Totals(60, 40), Province(20, 50, 30), "Farms", "Steel", "Power")));
    }
}
