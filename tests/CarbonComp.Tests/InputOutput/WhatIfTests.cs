using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class WhatIfTests
{
    [Fact]
    public void Nothing_changed_leaves_everything_as_it_was() => Prop.ForAll(RandomTable.Rough, sample =>
    {
        var (t, model, size) = (sample.Table, sample.Model, sample.Emitted);
        Near(model.Transfers().Amounts, model.WhatIf(sample.Intensity).Transfers().Amounts, 0, size);
        Near(model.Transfers().Amounts, model.WhatIf(t.FinalUseByProduct()).Transfers().Amounts, 1e-10, size);
        if (First(t) is not { } input) return;
        var same = model.WhatIf(input with { Factor = 1 });
        Near(t.Intermediate, same.Table.Intermediate, 1e-10, t.Output.Sum());
        Near(model.Transfers().Amounts, same.Transfers().Amounts, 1e-10, size);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_scenario_is_a_table_that_balances_with_the_system_that_belongs_to_it() => Prop.ForAll(RandomTable.Rough, sample =>
    {
        var more = sample.Model.WhatIf(sample.Table.FinalUseByProduct() * 1.25);
        Anew(more, sample.Emitted);
        if (First(sample.Table) is not { } input) return;
        Anew(sample.Model.WhatIf(input), sample.Emitted);
        // A scenario of a scenario.
        Anew(more.WhatIf(input), sample.Emitted);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Emissions_follow_final_use_and_intensity_in_proportion()
    {
        var (t, model) = (Leather.Table, Leather.Model);
        // The textbook table has no exports: with one and a half times the final use everything grows alike.
        var more = model.WhatIf(t.FinalUseByProduct() * 1.5);
        Near(model.Transfers().Amounts * 1.5, more.Transfers().Amounts, 1e-10, 450);
        Near(t.Intermediate * 1.5, more.Table.Intermediate, 1e-10, 100);
        Assert.True((t.ValueAdded * 1.5 - more.Table.ValueAdded).AbsoluteMaximum() < 1e-9);
        var emissions = new LabelledVector("emissions", t.Axis, Leather.Intensity.Emissions, Unit.TonneCO2, ValueStatus.Illustrative);
        Near(model.Transfers().Amounts / 2, model.WhatIf(Intensity.Of(emissions * 0.5, t)).Transfers().Amounts, 1e-12, 450);
    }

    [Fact]
    public void A_changed_input_is_what_the_buyer_spends_less()
    {
        var (t, model) = (Leather.Table, Leather.Model);
        var then = model.WhatIf(new InputChange("Germany · Agriculture", "Turkey · Transport equipment", 0.5)).Table;
        var (a, b) = (TechnicalCoefficients.Of(t), TechnicalCoefficients.Of(then));
        Assert.Equal(a[6, 5] / 2, b[6, 5], 1e-12);
        a[6, 5] = b[6, 5];
        Near(a, b, 1e-12, 1);
        Near(t.FinalUse, then.FinalUse, 0, 1);
        Assert.Equal(t.ValueAdded[5] / t.Output[5] + a[6, 5], then.ValueAdded[5] / then.Output[5], 1e-12);
        Assert.True(then.Output[6] < t.Output[6]);
        Assert.Equal(ValueStatus.Illustrative, then.Status);
    }

    [Fact]
    public void Changes_that_cannot_be_made_are_refused()
    {
        InputChange Of(double factor, string supplier = "Germany · Agriculture") => new(supplier, "Turkey · Textile and leather", factor);
        string Refused(params InputChange[] changes) => Assert.Throws<InputOutputException>(() => Leather.Model.WhatIf(changes)).Message;
        Assert.Contains("factor of -1", Refused(Of(-1)));
        Assert.Contains("factor of NaN", Refused(Of(double.NaN)));
        Assert.Contains("changed twice", Refused(Of(0.5), Of(0.8)));
        Assert.Contains("is 0 in the table", Refused(Of(0.5, "Argentina · Transport equipment") with { Buyer = "Turkey · Agriculture" }));
        Assert.Contains("no longer productive", Refused(Of(1e6)));
        Assert.Contains("at least one", Refused());
        Assert.Throws<AxisException>(() => Leather.Model.WhatIf(Of(0.5, "Nowhere · Agriculture")));
        Assert.Throws<UnitException>(() => Leather.Model.WhatIf(Leather.Model.FootprintByProduct()));
        Assert.Throws<AxisException>(() => Leather.Model.WhatIf(Leather.Model.FootprintBySector()));
    }

    // A fifth less of the first input that somebody buys.
    private static InputChange? First(MultiRegionalTable t)
    {
        foreach (var (i, j, z) in t.Intermediate.EnumerateIndexed())
            if (z > 0 && t.Output[j] > 0) return new(t.Axis.Labels[i], t.Axis.Labels[j], 0.8);
        return null;
    }

    private static void Anew(EmbodiedCarbonModel scenario, double size)
    {
        Assert.True(scenario.Table.Validate().IsBalanced, scenario.Table.Validate().ToString());
        var anew = new EmbodiedCarbonModel(scenario.Table, scenario.Intensity);
        Near(anew.Transfers().Amounts, scenario.Transfers().Amounts, 1e-9, size);
        Near(anew.TransfersBySector().Amounts, scenario.TransfersBySector().Amounts, 1e-9, size);
        Near(anew.FootprintByProduct().Values, scenario.FootprintByProduct().Values, 1e-9, size);
        Near(anew.EmissionsByDestination(bySector: true).ByDestination.Values, scenario.EmissionsByDestination(bySector: true).ByDestination.Values, 1e-9,
            size);
        Near(anew.IncomeResponsibility().Amounts.ToColumnMatrix(), scenario.IncomeResponsibility().Amounts.ToColumnMatrix(), 1e-9, size);
        Assert.Equal(scenario.Intensity.Emissions.Sum(), scenario.Transfers().Emissions.Total, 1e-9 * size);
    }

    private static void Near(Matrix<double> expected, Matrix<double> actual, double tolerance, double size) =>
        Assert.True((expected - actual).Enumerate().Max(Math.Abs) <= tolerance * (1 + size));
}
