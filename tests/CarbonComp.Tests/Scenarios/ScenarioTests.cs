using CarbonComp.Tests.Data;
using CarbonComp.Tests.InputOutput;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests.Scenarios;

/// <summary>A scenario gives what one gets by changing the inputs by hand.</summary>
public class ScenarioTests
{
    private static readonly EmbodiedCarbonModel Model = Leather.Model;

    private static readonly RegionAxis Regions = Model.Table.Regions;

    private static readonly LabelledMatrix Absorption = new("absorption", Regions, new CategoryAxis("class of land", "Forest", "Cropland"),
        Matrix<double>.Build.DenseOfArray(new double[,] { { 5, 1 }, { 2, 3 }, { 4, 2 } }), Unit.TonneCO2, ValueStatus.Statistic);

    private static readonly CompensationStandard Standard = new(new LabelledVector("standard", Regions, [10, 20, 30], Unit.YuanPerTonneCO2,
        ValueStatus.Paper));

    private static readonly ScenarioBase Base = new(Model, Absorption, Standard, 2020);

    [Fact]
    public void Final_demand_changes_what_a_region_uses_of_a_product()
    {
        var use = Model.Table.FinalUseByProduct();
        var changed = use.Values.Clone();
        foreach (var producer in Enumerable.Range(0, 3)) changed[producer * 3 + 1, 2] *= 1.5;
        var expected = Model.WhatIf(new LabelledMatrix(use.Name, use.Rows, use.Columns, changed, use.Unit, use.Status)).Transfers();
        var actual = In2030(new ScenarioStep("Germany", "Textile and leather", ScenarioQuantity.FinalDemand, 1.5, 2030)).Transfers;
        AssertClose(expected.Amounts, actual.Amounts);
        Assert.True((actual.Amounts - Model.Transfers().Amounts).FrobeniusNorm() > 0);
    }

    [Theory, InlineData(ScenarioQuantity.Intensity), InlineData(ScenarioQuantity.EnergyMix)]
    public void Intensity_and_energy_mix_change_emissions_of_the_emitter(ScenarioQuantity quantity)
    {
        var emissions = Model.Intensity.Emissions.Clone();
        emissions[1 * 3 + 0] *= 0.4;
        var expected = new EmbodiedCarbonModel(Model.Table, new LabelledVector("emissions", Model.Table.Axis, emissions, Unit.TonneCO2,
            ValueStatus.Illustrative)).Transfers();
        AssertClose(expected.Amounts, In2030(new ScenarioStep("Turkey", "Agriculture", quantity, 0.4, 2030)).Transfers.Amounts);
    }

    [Fact]
    public void A_price_changes_the_standard_and_the_payments()
    {
        var dearer = new CompensationStandard(new LabelledVector("standard", Regions, [10, 20, 90], Unit.YuanPerTonneCO2, ValueStatus.Illustrative));
        var expected = Settlement.Bilateral("by hand", Model.Transfers().ToMatrix(), dearer);
        var actual = In2030(new ScenarioStep("Germany", "", ScenarioQuantity.Price, 3, 2030));
        Assert.All(Regions, r => Assert.Equal(expected.Net[r.Code], actual.NetPayment[r.Code], 1e-9 * expected.Net.Abs().Total));
        Assert.Equal((actual.Emissions["Germany"] - 6) * 90, actual.BudgetPayment["Germany"], 1e-9);
    }

    [Fact]
    public void Land_use_changes_the_absorption_of_a_class()
    {
        var actual = In2030(new ScenarioStep("Argentina", "Forest", ScenarioQuantity.LandUse, 2, 2030), new ScenarioStep("*", "Cropland",
            ScenarioQuantity.LandUse, 0.5, 2030));
        Assert.Equal([10 + 0.5, 2 + 1.5, 4 + 1], actual.Absorption.Values);
        Assert.Equal((actual.Emissions - actual.Absorption).Values, actual.Budget.Values);
    }

    [Fact]
    public void An_empty_scenario_is_the_base()
    {
        var results = new Scenario("nothing changes", new ScenarioStep("*", "*", ScenarioQuantity.FinalDemand, 1, 2030)).Apply(Base);
        AssertClose(results.Base.Transfers.Amounts, results[2030].Transfers.Amounts);
        AssertClose(Model.Transfers().Amounts, results.Base.Transfers.Amounts);
        Assert.All(Regions, r => Assert.Equal(results.Base.NetPayment[r.Code], results[2030].NetPayment[r.Code], 1e-6));
    }

    [Theory, InlineData(2020, 1), InlineData(2025, 1.25), InlineData(2030, 1.5), InlineData(2035, 1.25), InlineData(2040, 1), InlineData(2050, 1)]
    public void A_path_is_linear_between_its_years_and_level_after_the_last(int year, double factor)
    {
        var scenario = new Scenario("up and down", new ScenarioStep("", "", ScenarioQuantity.Intensity, 1, 2040), new ScenarioStep("", "",
            ScenarioQuantity.Intensity, 1.5, 2030));
        Assert.Equal(factor * Model.Intensity.Emissions.Sum(), scenario.Apply(Base, year, 2060)[year].Model.Intensity.Emissions.Sum(), 1e-9);
    }

    [Fact]
    public void Paths_that_meet_multiply_and_peaks_are_found()
    {
        var results = new Scenario("two paths", new ScenarioStep("*", "*", ScenarioQuantity.Intensity, 1.4, 2030), new ScenarioStep("*", "*",
            ScenarioQuantity.Intensity, 0.5, 2050), new ScenarioStep("Turkey", "*", ScenarioQuantity.Intensity, 0.5, 2030)).Apply(Base, 2030, 2040, 2050);
        Assert.Equal(0.7 * results.Base.Emissions["Turkey"], results[2030].Emissions["Turkey"], 1e-9);
        Assert.Equal((2030, 2020), ((int)results.PeakYear["Germany"], (int)results.PeakYear["Turkey"]));
        Assert.Equal(results.Years.MaxBy(y => y.Emissions.Total)!.Year, results.PeakYearOfAll);
        Assert.Equal(4, results.Path(y => y.Emissions).Columns.Count);
        Assert.Equal(results[2040].Emissions.Total, results.Total(y => y.Emissions)["2040"], 1e-9);
        Assert.Equal(ValueStatus.Illustrative, results[2030].Status);
    }

    [Fact]
    public void All_faults_of_a_file_are_told_together()
    {
        var message = Assert.Throws<DataException>(() => FromFile("*,,demand,1.2,2030\nHebei,*,intensity,-0.5,2030\n*,Energy,price,2,2030\n"
            + "*,*,land use,1.1,2030\n,,land use,1.2,2030")).Message;
        foreach (var part in new[] { "no such quantity", "cannot be negative", "Prices are by region", "line 2", "line 3", "line 4" })
            Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_one_region_under_two_names_are_refused_with_both()
    {
        RegionAxis coded = new(new Region("AR", "Argentina"), new Region("TR", "Turkey"), new Region("DE", "Germany"));
        var (t, none) = (Model.Table, Vector<double>.Build.Dense(9));
        var table = new MultiRegionalTable(coded, t.Sectors, t.Intermediate, t.FinalUse, none, none, t.Output - t.Intermediate.ColumnSums(), t.Output,
            ValueStatus.Illustrative);
        var model = new EmbodiedCarbonModel(table, new LabelledVector("emissions", table.Axis, Model.Intensity.Emissions, Unit.TonneCO2,
            ValueStatus.Illustrative));
        var start = new ScenarioBase(model, new(Absorption.Name, coded, Absorption.Columns, Absorption.Values, Absorption.Unit, Absorption.Status),
            new(new LabelledVector("standard", coded, [10, 20, 30], Unit.YuanPerTonneCO2, ValueStatus.Paper)), 2020);
        var twice = new Scenario("two names", new ScenarioStep("Germany", "*", ScenarioQuantity.Intensity, 0.9, 2030, "row 2"),
            new ScenarioStep("DE", "*", ScenarioQuantity.Intensity, 0.8, 2040, "row 3"));
        Assert.Contains("intensity of DE, all sectors and intensity of Germany, all sectors (row 2) are the same",
            Assert.Throws<DataException>(() => twice.Apply(start)).Message, StringComparison.Ordinal);
        // Everywhere and in Germany are two paths.
        new Scenario("both", new ScenarioStep("*", "*", ScenarioQuantity.Intensity, 0.9, 2030), new ScenarioStep("Germany", "*", ScenarioQuantity.Intensity,
            0.8, 2030)).Apply(Base);
    }

    [Fact]
    public void A_second_factor_of_one_path_and_year_is_refused() => Assert.Contains("Keep one", Assert.Throws<DataException>(() =>
        FromFile("Hebei,*,intensity,0.5,2030\nhebei,*,intensity,0.6,2030")).Message, StringComparison.Ordinal);

    [Fact]
    public void What_the_base_does_not_have_is_told_together_with_the_row()
    {
        var message = Assert.Throws<DataException>(() => FromFile("Atlantis,*,intensity,0.5,2030\n*,Fishery,intensity,0.5,2030\n"
            + "*,Swamp,land use,0.5,2030\n*,*,intensity,0.5,2019").Apply(Base)).Message;
        foreach (var part in new[] { "Atlantis", "Fishery", "Swamp", "2019", "Turkey", "line 2", "line 5" })
            Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.Equal("The year -5 is before the base year 2020. Give the base year or later ones.",
            Assert.Throws<CarbonCompException>(() => FromFile("*,*,intensity,0.5,2030").Apply(Base, -5)).Message);
        Assert.Equal("No year is after the base year 2020. Give at least one.",
            Assert.Throws<CarbonCompException>(() => FromFile("*,*,intensity,0.5,2030").Apply(Base, 2020)).Message);
        Assert.Contains("1990", Assert.Throws<CarbonCompException>(() => FromFile("*,*,intensity,0.5,2030").Apply(Base, 1990)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_factor_in_percent_is_converted() =>
        Assert.Equal(0.5, Assert.Single(FromFile("*,*,intensity,50,2030", unit: "%").Steps).Factor, 1e-12);

    [Fact]
    public void The_sample_is_read()
    {
        var sample = Scenario.Read(CaseFolder.Path("samples/scenario"));
        Assert.Equal([2030, 2040, 2060], sample.Years);
        Assert.Equal(5, sample.Steps.Select(s => s.Quantity).Distinct().Count());
        Assert.Equal(ValueStatus.Illustrative, sample.Status);
    }

    private static ScenarioYear In2030(params ScenarioStep[] steps) => new Scenario("by hand", steps).Apply(Base)[2030];

    private static void AssertClose(Matrix<double> expected, Matrix<double> actual) =>
        Assert.True((expected - actual).FrobeniusNorm() <= 1e-9 * expected.FrobeniusNorm());

    private static Scenario FromFile(string rows, string unit = "1")
    {
        var folder = Directory.CreateTempSubdirectory("scenario").FullName;
        try
        {
            var descriptor = File.ReadAllText(Path.Combine(CaseFolder.Path("samples/scenario"), "datapackage.json"));
            File.WriteAllText(Path.Combine(folder, "datapackage.json"), descriptor.Replace("\"unit\": \"1\"", $"\"unit\": \"{unit}\"",
                StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(folder, "scenario.csv"), "region,sector,quantity,factor,year\n" + rows + "\n");
            return Scenario.Read(folder);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }
}
