using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class CarbonBudgetTests
{
    private static readonly RegionAxis Jiangxi = RegionAxis.Of("Jiangxi");

    [Fact]
    public void Contribution_and_support_weighted_with_emissions_have_a_mean_of_1() =>
        Prop.ForAll(Gen.Choose(1, 1000).Select(i => (double)i).ArrayOf(12).ToArbitrary(), x =>
        {
            var regions = RegionAxis.Of("A", "B", "C", "D");
            LabelledVector V(int from, Unit unit) => new("x", regions, x[from..(from + 4)], unit, ValueStatus.Illustrative);
            var budget = CarbonBudget.Of(V(0, Unit.TonneCO2), V(4, Unit.TonneCO2));
            double Mean(LabelledVector coefficient) => coefficient.Values * budget.Emissions.Values / budget.Emissions.Total;
            return Math.Abs(Mean(budget.EconomicContribution(V(8, Unit.Yuan))) - 1) < 1e-12 && Math.Abs(Mean(budget.EcologicalSupport()) - 1) < 1e-12
                && Math.Abs(budget.Balance.Total - (budget.Emissions.Total - budget.Absorption.Total)) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Contribution_is_share_of_GDP_over_share_of_emissions()
    {
        var budget = Toy();
        Assert.Equal([0.75 / 0.6, 0.25 / 0.4], budget.EconomicContribution(Yuan(30, 10)).Values.Select(v => Math.Round(v, 12)));
        Assert.Equal([0.2 / 0.6, 0.8 / 0.4], budget.EcologicalSupport().Values.Select(v => Math.Round(v, 12)), (a, b) => Math.Abs(a - b) < 1e-11);
        Assert.Equal([58, 32], budget.Balance.Values.ToArray());
    }

    [Fact]
    public void Wrong_input_is_refused_by_name()
    {
        string Message(Action act) => Assert.ThrowsAny<CarbonCompException>(act).Message;
        Assert.Contains("GDP of B", Message(() => Toy().EconomicContribution(Yuan(30, 0))), StringComparison.Ordinal);
        Assert.Contains("B emits nothing", Message(() => CarbonBudget.Of(Tonnes("C", 60, 0), Tonnes("CA", 1, 1)).EcologicalSupport()), StringComparison.Ordinal);
        Assert.Contains("CA of A", Message(() => CarbonBudget.Of(Tonnes("C", 60, 40), Tonnes("CA", -2, 8))), StringComparison.Ordinal);
        Assert.Contains("No region absorbs", Message(() => CarbonBudget.Of(Tonnes("C", 60, 40), Tonnes("CA", 0, 0)).EcologicalSupport()), StringComparison.Ordinal);
        Assert.Contains("\"moor\"", Message(() => CarbonAbsorption.Of(new("area", Jiangxi, new CategoryAxis("land class", "moor"), Matrix<double>.Build.Dense(1, 1, 1), Unit.SquareKilometre, ValueStatus.Paper), BudgetCoefficients.Consistent)), StringComparison.Ordinal);
        Assert.Contains("energy of Jiangxi", Message(() => LandUseEmissions.Of(new("energy", Jiangxi, [-1.0], Unit.TonneStandardCoal, ValueStatus.Paper), new("population", Jiangxi, [1.0], Unit.Person, ValueStatus.Paper), BudgetCoefficients.Consistent)), StringComparison.Ordinal);
    }

    [Fact]
    public void Base_value_threshold_and_revision_follow_JX_8_to_11()
    {
        // Now 60 and 40 t at GDP 30 and 10: intensities 2 and 4, mean 3, whole 2.5. Before 45 and 30 at 15 and 15: 3 and 2, whole 2.5.
        LabelledVector[] years = [Tonnes("C earlier", 45, 30), Tonnes("C between", 75, 50), Tonnes("C", 60, 40)]; // means 60 and 40, of all 50
        BudgetCompensation Of(IntensityRevision revision, EmissionAllowance allowance = EmissionAllowance.MeanOfAll) =>
            BudgetCompensation.Of(Toy(), Yuan(30, 10), years[0], Yuan(15, 15), years, revision, allowance);
        var none = Of(IntensityRevision.None);
        Assert.Equal([58, 32], none.BaseValue.Values.ToArray());
        Assert.Equal([62.5, 31.25], none.Threshold.Values.Select(v => Math.Round(v, 9)));
        Assert.Equal([60 - 2 - 62.5, 40 - 8 - 31.25], none.Owed.Values.Select(v => Math.Round(v, 9)));
        // a = (2/3, 2), s = (2/3, 4/3).
        Assert.Equal([60 * 2.0 / 3, 40 * 5.0 / 3], Of(IntensityRevision.Mean).RevisedEmissions.Values, Near);
        Assert.Equal([60 * 4.0 / 9, 40 * 8.0 / 3], Of(IntensityRevision.Product).RevisedEmissions.Values, Near);
        // ECC is 1.25 and 0.625.
        Assert.Equal([1.25 * 60, 0.625 * 40], Of(IntensityRevision.None, EmissionAllowance.OwnMean).Threshold.Values, Near);
        Assert.Equal([58, 32], Of(IntensityRevision.None, EmissionAllowance.None).Owed.Values, Near);
        Assert.Contains("C earlier", Assert.ThrowsAny<CarbonCompException>(() => BudgetCompensation.Of(Toy(), Yuan(30, 10), Tonnes("C earlier", 45, -30), Yuan(15, 15), years)).Message, StringComparison.Ordinal);
        Assert.Contains("no year", Assert.ThrowsAny<CarbonCompException>(() => BudgetCompensation.Of(Toy(), Yuan(30, 10), years[0], Yuan(15, 15), [])).Message, StringComparison.Ordinal);
        Assert.Contains("of B is 0", Assert.ThrowsAny<CarbonCompException>(() => BudgetCompensation.Of(Toy(), Yuan(30, 10), years[0], Yuan(15, 15), [Tonnes("C", 1, 0)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Price_of_sinks_lies_between_the_two_by_income()
    {
        // JX 13: 10 to 15 US$ at the mean rate of 2020, 6.8976 yuan.
        var (low, high) = (SinkPrice.InDollars(10, 6.8976, "lowest", ValueStatus.Paper), SinkPrice.InDollars(15, 6.8976, "highest", ValueStatus.Paper));
        Assert.Equal(68.976 + 34.488 * 0.79, SinkPrice.Between(low, high, 5.688, 7.2).YuanPerTonneCO2, 1e-9);
        Assert.Throws<CarbonCompException>(() => SinkPrice.Between(high, low, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SinkPrice.Between(low, high, 0, 1));
        // Twice as rich as the nation: beyond the highest price, or at it.
        Assert.Equal(68.976 + 34.488 * 2, SinkPrice.Between(low, high, 2, 1).YuanPerTonneCO2, 1e-9);
        Assert.Equal(high.YuanPerTonneCO2, SinkPrice.Between(low, high, 2, 1, PriceRange.Closed).YuanPerTonneCO2, 1e-9);
    }

    private static readonly Comparison Near = new();

    private sealed class Comparison : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-9;

        public int GetHashCode(double obj) => 0;
    }

    private static CarbonBudget Toy() => CarbonBudget.Of(Tonnes("C", 60, 40), Tonnes("CA", 2, 8));

    private static LabelledVector Tonnes(string name, params double[] values) => new(name, RegionAxis.Of("A", "B"), values, Unit.TonneCO2, ValueStatus.Illustrative);

    private static LabelledVector Yuan(params double[] values) => new("GDP", RegionAxis.Of("A", "B"), values, Unit.Yuan, ValueStatus.Illustrative);
}
