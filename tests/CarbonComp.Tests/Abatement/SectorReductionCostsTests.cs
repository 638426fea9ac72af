using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests.Abatement;

public class SectorReductionCostsTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("Beijing", "Tianjin", "Hebei", "Shanxi");
    private static readonly SectorAxis Sectors = SectorAxis.Of("Mining", "Services");

    private static LabelledMatrix Table(string name, string unit, double[,] values) =>
        new(name, Regions, Sectors, Matrix<double>.Build.DenseOfArray(values), Unit.Parse(unit), ValueStatus.Constructed);

    private static readonly LabelledMatrix ValueAdded = Table("value added", "billion yuan", new double[,] { { 0.1, 9 }, { 2, 5 }, { 4, 3 }, { 8, 2 } });
    private static readonly LabelledMatrix Emissions = Table("emissions", "Mt CO2", new double[,] { { 0, 1 }, { 3, 2 }, { 9, 1 }, { 12, 1.5 } });
    private static readonly LabelledMatrix Energy = Table("energy", "Mtce", new double[,] { { 1, 1 }, { 1, 1 }, { 3, 0.5 }, { 5, 0.6 } });
    private static readonly LabelledMatrix Ore = Table("ore", "1", new double[,] { { 1, 0 }, { 1, 0 }, { 3, 0 }, { 5, 0 } });

    [Fact]
    public void A_sector_is_measured_by_itself_and_what_has_no_cost_is_named()
    {
        var costs = SectorReductionCosts.Estimate(ValueAdded, Emissions, [Energy, Ore], u => DirectionalDistance.Estimate(u));
        Assert.Equal(["Mining of Beijing (no emissions)"], costs.LeftOut);
        Assert.True(costs.ShadowPrices["Beijing · Mining"].IsEmpty);
        // Services have no ore anywhere: their technology is that of energy alone.
        var services = DirectionalDistance.Estimate(ProductionUnits.Of(Column(ValueAdded, 1), Column(Emissions, 1), Column(Energy, 1)));
        for (var r = 0; r < Regions.Count; r++)
            Assert.Equal(services.ShadowPrices.Intervals[r], costs.ShadowPrices[$"{Regions.Labels[r]} · Services"]);
        Assert.Contains("Beijing · Mining (undefined)", Assert.Throws<AbatementException>(() => costs.ShadowPrices.At(ShadowPriceEnd.Upper)).Message,
            StringComparison.Ordinal);
        Assert.Equal(0, costs.ShadowPrices.ByRegionAndSector(ShadowPriceEnd.Upper, otherwise: 0)["Beijing", "Mining"]);
        Assert.Equal(ValueStatus.Constructed, costs.Status);
    }

    [Fact]
    public void A_sector_that_cannot_be_measured_is_named()
    {
        var none = Table("emissions", "Mt CO2", new double[,] { { 0, 1 }, { 0, 2 }, { 0, 1 }, { 12, 1.5 } });
        var message = Assert.Throws<AbatementException>(() => SectorReductionCosts.Estimate(ValueAdded, none, [Energy], u => DirectionalDistance.Estimate(u)))
            .Message;
        Assert.StartsWith("Sector Mining: ", message, StringComparison.Ordinal);
        Assert.Contains("only Shanxi beside those that have no reduction cost, Beijing (no emissions), Tianjin (no emissions), Hebei (no emissions)", message,
            StringComparison.Ordinal);
        var negative = Table("emissions", "Mt CO2", new double[,] { { 1, 1 }, { -3, 2 }, { 3, 1 }, { 12, 1.5 } });
        Assert.Contains("Emissions are -3000000 t CO2 in Tianjin", Assert.Throws<AbatementException>(
            () => SectorReductionCosts.Estimate(ValueAdded, negative, [Energy], u => DirectionalDistance.Estimate(u))).Message, StringComparison.Ordinal);
    }

    private static LabelledVector Column(LabelledMatrix table, int sector) => new(table.Name, Regions, table.Values.Column(sector), table.Unit, table.Status);
}
