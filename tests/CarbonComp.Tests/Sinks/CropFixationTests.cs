using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class CropFixationTests
{
    // (1 − 0.2) · 0.5 / 0.4 = 1 and (1 − 0.5) · 0.4 / 0.8 = 0.25 t C for a tonne.
    private static readonly CropCoefficients Coefficients = new("sample", [new("wheat", 0.5, 0.2, 0.4), new("Beet", 0.4, 0.5, 0.8, ValueStatus.Constructed)]);

    [Fact]
    public void Output_less_water_times_carbon_over_the_harvest_index_is_fixed()
    {
        var fixation = CropFixation.Of(Output("10^4 t crops", (1, 8), (2, 0)), Coefficients);
        Assert.Equal(3e4, fixation.AsCarbon["A"], 1e-6);
        Assert.Equal(2e4, fixation.AsCarbon["B"], 1e-6);
        Assert.Equal(3e4 * 44 / 12, fixation.AsCarbonDioxide["A"], 1e-6);
        Assert.Equal(2e4, fixation.ByCrop["A", "Beet"], 1e-6);
        Assert.Equal((Unit.TonneCarbon, Unit.TonneCO2), (fixation.AsCarbon.Unit, fixation.AsCarbonDioxide.Unit));
        Assert.Equal(ValueStatus.Constructed, fixation.Status);
        Assert.Empty(fixation.Missing);
    }

    [Fact]
    public void Crops_without_coefficients_are_named_and_not_counted()
    {
        var output = new LabelledMatrix("output", RegionAxis.Of("A"), new CategoryAxis("crop", "wheat", "Hemp"), Matrix<double>.Build.Dense(1, 2, 5),
            Unit.Parse("t crops"), ValueStatus.Statistic);
        var fixation = CropFixation.Of(output, Coefficients);
        Assert.Equal(["Hemp"], fixation.Missing);
        Assert.Equal(5, fixation.AsCarbon["A"], 1e-9);
        Assert.Contains("without Hemp", fixation.Caption, StringComparison.Ordinal);
        Assert.Contains("Hemp", Assert.Throws<CarbonCompException>(() =>
            CropFixation.Of(output.ForColumns(new CategoryAxis("crop", "Hemp")), Coefficients)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_output_and_another_unit_are_refused()
    {
        Assert.Contains("Beet in B", Assert.Throws<CarbonCompException>(() =>
            CropFixation.Of(Output("t crops", (1, 1), (1, -1)), Coefficients)).Message, StringComparison.Ordinal);
        Assert.Throws<UnitException>(() => CropFixation.Of(Output("t C", (1, 1), (1, 1)), Coefficients));
    }

    [Fact]
    public void Coefficients_outside_their_ranges_are_all_told_together()
    {
        var message = Assert.Throws<CarbonCompException>(() => new CropCoefficients("sample",
            [new("rice", 45, 0.1, 0.4), new("maize", 0.45, 1, 0.4), new("oats", 0.45, 0.1, 0)])).Message;
        Assert.All(["rice is 45", "maize is 1", "oats is 0"], part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.Contains("duplicate crop rice", Assert.Throws<CarbonCompException>(() => new CropCoefficients("sample",
            [new("rice", 0.4, 0.1, 0.4), new("Rice", 0.4, 0.1, 0.4)])).Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("wheat, Beet", Assert.Throws<CarbonCompException>(() => Coefficients["rye"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stock_of_carbon_is_no_sink_of_a_year()
    {
        var storage = CarbonStorage.Of(new LabelledMatrix("area", RegionAxis.Of("A", "B"), new CategoryAxis("land class", "Forest"),
            Matrix<double>.Build.Dense(2, 1, 1), Unit.Parse("ha"), ValueStatus.Illustrative), new([new(1, "Forest", 1, 1, 1, 1)], ValueStatus.Illustrative));
        var transfers = new TransferMatrix(RegionAxis.Of("A", "B"), Matrix<double>.Build.Dense(2, 2, 1), new(Vector<double>.Build.Dense(2)),
            ValueStatus.Illustrative);
        Assert.Throws<UnitException>(() => CarbonGainsAndLosses.Of(transfers, storage.AsCarbon));
        Assert.Contains("is a stock", Assert.Throws<CarbonCompException>(() => CarbonGainsAndLosses.Of(transfers, storage.AsCarbonDioxide)).Message,
            StringComparison.Ordinal);
        Assert.NotNull(CarbonGainsAndLosses.Of(transfers, CropFixation.Of(Output("t crops", (1, 1), (1, 1)), Coefficients).AsCarbonDioxide));
    }

    [Fact]
    public void Another_uptake_of_grass_leaves_the_other_classes_alone()
    {
        var changed = BudgetCoefficients.Consistent.With("Grassland", new(0.5, Unit.TonneCarbonPerHectare, ValueStatus.Illustrative));
        Assert.Equal(0.5 * 44 / 12, changed.Absorption("grassland"), 1e-12);
        Assert.Equal(BudgetCoefficients.Consistent.Absorption("forest"), changed.Absorption("forest"));
        Assert.Equal(ValueStatus.Illustrative, changed.Status);
        Assert.Equal(3, BudgetCoefficients.Consistent.With("forest", new(300, Unit.Parse("t CO2/km2"))).Absorption("forest"), 1e-12);
        Assert.Contains("\"tundra\"", Assert.Throws<CarbonCompException>(() =>
            BudgetCoefficients.Consistent.With("tundra", new(1, Unit.TonneCarbonPerHectare))).Message, StringComparison.Ordinal);
        Assert.Throws<UnitException>(() => BudgetCoefficients.Consistent.With("forest", new(1, Unit.TonneCarbon)));
    }

    private static LabelledMatrix Output(string unit, (double Wheat, double Beet) a, (double Wheat, double Beet) b) => new("output", RegionAxis.Of("A", "B"),
        new CategoryAxis("crop", "Wheat", "Beet"), Matrix<double>.Build.DenseOfRowArrays([a.Wheat, a.Beet], [b.Wheat, b.Beet]), Unit.Parse(unit),
        ValueStatus.Statistic);
}
