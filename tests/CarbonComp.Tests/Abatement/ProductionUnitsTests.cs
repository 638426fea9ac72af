using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests.Abatement;

public class ProductionUnitsTests
{
    private static readonly string[] Names = ["Beijing", "Tianjin", "Hebei"];

    [Theory]
    [InlineData("Emissions are 0 t CO2 in Beijing", new double[] { 3, 2, 4 }, new double[] { 0, 2, 6 }, new double[] { 1, 2, 3 })]
    [InlineData("Emissions are -2000000 t CO2 in Tianjin", new double[] { 3, 2, 4 }, new double[] { 1, -2, 6 }, new double[] { 1, 2, 3 })]
    [InlineData("Value added is -4000000000 yuan in Hebei", new double[] { 3, 2, -4 }, new double[] { 1, 2, 6 }, new double[] { 1, 2, 3 })]
    [InlineData("Input energy of Tianjin is -2 1", new double[] { 3, 2, 4 }, new double[] { 1, 2, 6 }, new double[] { 1, -2, 3 })]
    [InlineData("Tianjin has no input at all: energy are 0", new double[] { 3, 2, 4 }, new double[] { 1, 2, 6 }, new double[] { 1, 0, 3 })]
    [InlineData("Beijing and Hebei have the same value added, emissions and inputs", new double[] { 3, 2, 3 }, new double[] { 1, 2, 1 },
        new double[] { 1, 2, 1 })]
    public void Data_without_a_reduction_cost_get_a_word(string word, double[] valueAdded, double[] emissions, double[] energy) =>
        Assert.Contains(word, Assert.Throws<AbatementException>(() => SampleUnits.Of(Names, valueAdded, emissions, ("energy", energy))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void One_unit_has_nothing_to_be_compared_with() => Assert.Contains("there is only Beijing",
        Assert.Throws<AbatementException>(() => SampleUnits.Of(["Beijing"], [1], [1], ("energy", [1]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Inputs_that_are_missing_get_a_word()
    {
        Assert.Contains("There is no input", Assert.Throws<AbatementException>(() => SampleUnits.Of(Names, [3, 2, 4], [1, 2, 6])).Message,
            StringComparison.Ordinal);
        Assert.Contains("energy of Tianjin is not a number", Assert.Throws<CarbonCompException>(
            () => SampleUnits.Of(Names, [3, 2, 4], [1, 2, 6], ("energy", [1, double.NaN, 3]))).Message, StringComparison.Ordinal);
        Assert.Contains("coal is 0 for every unit", Assert.Throws<AbatementException>(
            () => SampleUnits.Of(Names, [3, 2, 4], [1, 2, 6], ("energy", [1, 2, 3]), ("coal", [0, 0, 0]))).Message, StringComparison.Ordinal);
        Assert.Contains("\"energy\" is listed twice", Assert.Throws<AxisException>(
            () => SampleUnits.Of(Names, [3, 2, 4], [1, 2, 6], ("energy", [1, 2, 3]), ("energy", [3, 2, 1]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Carbon_is_not_taken_for_carbon_dioxide()
    {
        var axis = RegionAxis.Of(Names);
        LabelledVector Vector(string name, string unit) => new(name, axis, [1.0, 2, 3], Unit.Parse(unit), ValueStatus.Illustrative);
        Assert.Throws<UnitException>(() => ProductionUnits.Of(Vector("value added", "yuan"), Vector("emissions", "t C"), Vector("energy", "tce")));
        Assert.Throws<UnitException>(() => ProductionUnits.Of(Vector("value added", "persons"), Vector("emissions", "t CO2"), Vector("energy", "tce")));
        var inDollars = ProductionUnits.Of(Vector("value added", "million US$"), Vector("emissions", "t CO2"), Vector("energy", "tce"));
        Assert.Equal((Unit.Parse("US$"), 2e6), (inDollars.Currency, inDollars.ValueAdded[1]));
    }

    [Fact]
    public void Sectors_of_regions_are_units_together_or_sector_by_sector()
    {
        var (regions, sectors) = (RegionAxis.Of(Names), SectorAxis.Of("Mining", "Services"));
        LabelledMatrix Matrix(string name, string unit, double[,] values) =>
            new(name, regions, sectors, Matrix<double>.Build.DenseOfArray(values), Unit.Parse(unit), ValueStatus.Constructed);
        var units = ProductionUnits.Of(Matrix("value added", "billion yuan", new double[,] { { 1, 9 }, { 2, 5 }, { 4, 3 } }),
            Matrix("emissions", "Mt CO2", new double[,] { { 2, 1 }, { 3, 2 }, { 9, 1 } }),
                Matrix("energy", "Mtce", new double[,] { { 1, 1 }, { 1, 1 }, { 3, 0.5 } }));
        Assert.Equal(6, units.Count);
        Assert.Equal(5e9, units.ValueAdded[units.Axis.IndexOf("Tianjin · Services")]);
        Assert.Equal([1e9, 2e9, 4e9], units.Sector("Mining").ValueAdded.ToArray());
        Assert.IsType<RegionAxis>(units.Sector("Mining").Axis);
        Assert.Equal(ValueStatus.Constructed, units.Status);

        var estimate = SlacksBasedMeasure.Estimate(units, ReturnsToScale.Constant);
        var prices = estimate.ShadowPrices.ByRegionAndSector(ShadowPriceEnd.Lower);
        Assert.Equal(estimate.ShadowPrices["Hebei · Services"].Lower, prices["Hebei", "Services"]);
        Assert.Throws<AbatementException>(() => units.Sector("Mining").Sector("Mining"));
        Assert.Equal(["Beijing", "Hebei"], units.Sector("Mining").Where(k => k != 1).Axis.Labels);
    }

    [Fact]
    public void Carbon_productivity_is_value_added_per_tonne()
    {
        var axis = RegionAxis.Of("Beijing", "Tianjin");
        var emissions = new LabelledVector("emissions", axis, [50.0, 100], Unit.MegatonneCO2, ValueStatus.Statistic);
        var productivity = CarbonProductivity.Compute(new("value added", axis, [1000.0, 700], Unit.Parse("billion yuan"), ValueStatus.Paper), emissions);
        Assert.Equal([20000, 7000], productivity.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(Unit.YuanPerTonneCO2, productivity.Unit);
        Assert.Equal(ValueStatus.Paper, productivity.Status);
        Assert.Contains("emissions of Tianjin is 0", Assert.Throws<AbatementException>(() => CarbonProductivity.Compute(
            emissions.Named("value added") is var v ? new("value added", axis, v.Values, Unit.Yuan, v.Status) : v,
            new("emissions", axis, [1.0, 0], Unit.TonneCO2, ValueStatus.Statistic))).Message, StringComparison.Ordinal);
    }
}
