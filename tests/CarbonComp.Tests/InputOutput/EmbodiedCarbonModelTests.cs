using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class EmbodiedCarbonModelTests
{
    [Fact]
    public void Members_are_the_functions_beneath() => Prop.ForAll(RandomTable.Rough, sample =>
    {
        var (t, f, model) = (sample.Table, sample.Intensity, new EmbodiedCarbonModel(sample.Table, sample.Intensity));
        var system = LeontiefSystem.Of(t);
        var transfers = EmbodiedCarbon.Transfers(t, f, system);
        Same(transfers, model.Transfers());
        Same(EmbodiedCarbon.TransfersBySector(t, f, system), model.TransfersBySector());
        Same(EmbodiedCarbon.BilateralTrade(t, f), model.BilateralTrade());
        Same(LeontiefMultipliers.Emissions(t, f, system), model.EmissionMultipliers());
        Same(LeontiefMultipliers.Output(t, system), model.OutputMultipliers());
        Same(LeontiefMultipliers.ValueAdded(t, system), model.ValueAddedMultipliers());
        Same(LeontiefMultipliers.ImportedInputs(t, system), model.ImportedInputMultipliers());
        Same(Footprint.ByProduct(t, f, system), model.FootprintByProduct());
        Same(Footprint.ByEmitter(t, f, system), model.FootprintByEmitter());
        Same(Footprint.BySector(t, f, system), model.FootprintBySector());
        Same(DestinationDecomposition.Of(t, f, system), model.EmissionsByDestination());
        Same(DestinationDecomposition.OfValueAdded(t, system, bySector: true), model.ValueAddedByDestination(bySector: true));
        Same(Responsibility.Producer(transfers), model.ProducerResponsibility());
        Same(Responsibility.Consumer(transfers), model.ConsumerResponsibility());
        Same(Responsibility.Shared(t, f), model.SharedResponsibility());
        Same(Responsibility.Income(t, f, system), model.IncomeResponsibility());
        var kept = Responsibility.ValueAddedKept(t);
        Same(kept, model.ValueAddedKept());
        Same(Responsibility.Benefit(transfers, kept), model.BenefitResponsibility());
        Same(Responsibility.Benefit(transfers, kept * 0.5), model.BenefitResponsibility(kept * 0.5));
        Same(ResponsibilityFlows.Consumer(transfers), model.ConsumerResponsibilityFlows());
        Same(ResponsibilityFlows.Shared(t, f), model.SharedResponsibilityFlows());
        Same(ResponsibilityFlows.Benefit(transfers, kept), model.BenefitResponsibilityFlows());
        Same(HypotheticalExtraction.Of(t, f, system, 0, t.Axis.Count - 1), model.Extract(t.Axis.Labels[0], t.Axis.Codes[^1]));
        Same(HypotheticalExtraction.OfRegion(t, f, system, "R1"), model.ExtractRegion("R1"));
        if (t.Intermediate.Enumerate().All(v => v >= 0)) Same(StructuralPaths.Of(t, f, system, "R1", 0.05), model.Paths("R1", 0.05));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Emissions_are_given_by_region_and_sector_or_along_the_axis()
    {
        var t = Leather.Table;
        var flat = new LabelledVector("emissions", t.Axis, Leather.Intensity.Emissions, Unit.TonneCO2, ValueStatus.Illustrative);
        var square = new LabelledMatrix("emissions", t.Regions, t.Sectors,
            Matrix<double>.Build.Dense(3, 3, (r, s) => flat[3 * r + s]), Unit.TonneCO2, ValueStatus.Illustrative);
        Same(Leather.Model.Transfers(), new EmbodiedCarbonModel(t, flat).Transfers());
        Same(Leather.Model.Transfers(), new EmbodiedCarbonModel(t, square).Transfers());
        Assert.Equal("Embodied carbon of 3 regions × 3 sectors, 450 t CO2 (illustrative, not observed)", Leather.Model.ToString());
    }

    [Fact]
    public void One_system_serves_every_question_and_every_thread()
    {
        var (table, intensity) = RandomTable.Build(4, 5, 3);
        var model = new EmbodiedCarbonModel(table, intensity);
        var systems = new ILeontiefInverse[16];
        var answers = new TransferMatrix[16];
        Parallel.For(0, 16, k => (systems[k], answers[k]) = (model.Leontief, model.Transfers()));
        Assert.All(systems, s => Assert.Same(model.Leontief, s));
        Assert.All(answers, a => Same(answers[0], a));
        Assert.Same(model.Leontief, model.WhatIf(intensity).Leontief);
        Assert.Same(model.Leontief, model.WhatIf(table.FinalUseByProduct()).Leontief);
    }

    [Fact]
    public void Thousands_of_intensities_of_one_table_cost_the_solves_of_one()
    {
        var (table, intensity) = RandomTable.Build(3, 4, 7);
        var counting = new CountingInverse(LeontiefSystem.Of(table));
        var model = new EmbodiedCarbonModel(table, intensity, counting);
        var emissions = new LabelledVector("emissions", table.Axis, intensity.Emissions, Unit.TonneCO2, ValueStatus.Illustrative);
        _ = model.Transfers();
        var solves = counting.Solves;
        Parallel.For(1, 50, k =>
        {
            var more = Intensity.Of(emissions * k, table);
            Same(new EmbodiedCarbonModel(table, more).Transfers(), model.WhatIf(more).Transfers());
        });
        Assert.Equal(solves, counting.Solves);
        // Another table is another matter.
        var (once, twice) = (model.Transfers().Amounts[0, 1], model.WhatIf(table.FinalUseByProduct() * 2).Transfers().Amounts[0, 1]);
        Assert.Equal(2 * once, twice, 1e-9 * once);
    }

    [Fact]
    public void A_question_is_answered_by_the_system_that_was_given()
    {
        var counting = new CountingInverse(LeontiefSystem.Of(Leather.Table));
        var model = new EmbodiedCarbonModel(Leather.Table, Leather.Intensity, counting);
        Assert.Equal(0, counting.Solves);
        Same(Leather.Model.Transfers(), model.Transfers());
        Same(Leather.Model.EmissionMultipliers(), model.EmissionMultipliers());
        Assert.Equal(2, counting.Solves);
        Same(Leather.Model.EmissionsByDestination(), model.EmissionsByDestination());
        Assert.Equal(4, counting.Solves);
    }

    [Fact]
    public void Tables_and_systems_that_do_not_fit_are_refused()
    {
        var (t, f) = (Leather.Table, Leather.Intensity);
        var competitive = new MultiRegionalTable(t.Regions, t.Sectors, t.Intermediate, t.FinalUse, t.Exports, t.ImportedInputs, t.ValueAdded, t.Output,
            t.Status, competitiveImports: Vector<double>.Build.Dense(9, 1));
        Assert.Contains("WithDomesticUseOnly", Assert.Throws<InputOutputException>(() => new EmbodiedCarbonModel(competitive, f)).Message);
        var (other, otherIntensity) = RandomTable.Build(2, 2, 1);
        Assert.Throws<AxisException>(() => new EmbodiedCarbonModel(t, otherIntensity));
        Assert.Contains("4 sectors", Assert.Throws<InputOutputException>(() => new EmbodiedCarbonModel(t, f, LeontiefSystem.Of(other))).Message);
        Assert.Throws<AxisException>(() => Leather.Model.Extract("Nowhere · Nothing"));
    }

    private static void Same(ITabular expected, ITabular actual)
    {
        Assert.Equal(expected.Caption, actual.Caption);
        Assert.Equal(expected.Status, actual.Status);
        Assert.Equal(expected.ToColumns().Keys, actual.ToColumns().Keys);
        foreach (var (a, b) in expected.ToColumns().Values.Zip(actual.ToColumns().Values)) Assert.Equal(a, b);
    }

    private sealed class CountingInverse(ILeontiefInverse inner) : ILeontiefInverse
    {
        public int Solves { get; private set; }

        public int Order => inner.Order;

        public Matrix<double> RequiredOutput(Matrix<double> finalUse) => Counted(inner.RequiredOutput(finalUse));

        public Vector<double> Multipliers(Vector<double> coefficients) => Counted(inner.Multipliers(coefficients));

        public Matrix<double> Inverse(IProgress<double>? progress, CancellationToken cancellation) => Counted(inner.Inverse(progress, cancellation));

        private T Counted<T>(T result)
        {
            Solves++;
            return result;
        }
    }
}
