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
        Assert.Contains("B emits nothing", Message(() => CarbonBudget.Of(Tonnes("C", 60, 0), Tonnes("CA", 1, 1)).EcologicalSupport()),
            StringComparison.Ordinal);
        Assert.Contains("CA of A", Message(() => CarbonBudget.Of(Tonnes("C", 60, 40), Tonnes("CA", -2, 8))), StringComparison.Ordinal);
        Assert.Contains("No region absorbs", Message(() => CarbonBudget.Of(Tonnes("C", 60, 40), Tonnes("CA", 0, 0)).EcologicalSupport()),
            StringComparison.Ordinal);
        Assert.Contains("\"moor\"", Message(() => CarbonAbsorption.Compute(new("area", Jiangxi, new CategoryAxis("land class", "moor"),
            Matrix<double>.Build.Dense(1, 1, 1), Unit.SquareKilometre, ValueStatus.Paper), BudgetCoefficients.Consistent)), StringComparison.Ordinal);
        Assert.Contains("energy of Jiangxi", Message(() => LandUseEmissions.Compute(new("energy", Jiangxi, [-1.0], Unit.TonneStandardCoal, ValueStatus.Paper),
            new("population", Jiangxi, [1.0], Unit.Person, ValueStatus.Paper), BudgetCoefficients.Consistent)), StringComparison.Ordinal);
    }

    private static readonly Comparison Near = new();

    private sealed class Comparison : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-9;

        public int GetHashCode(double obj) => 0;
    }

    private static CarbonBudget Toy() => CarbonBudget.Of(Tonnes("C", 60, 40), Tonnes("CA", 2, 8));

    private static LabelledVector Tonnes(string name, params double[] values) =>
        new(name, RegionAxis.Of("A", "B"), values, Unit.TonneCO2, ValueStatus.Illustrative);

    private static LabelledVector Yuan(params double[] values) => new("GDP", RegionAxis.Of("A", "B"), values, Unit.Yuan, ValueStatus.Illustrative);
}
