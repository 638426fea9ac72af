using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class CarbonBudgetModelTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("A", "B");

    // Last 60 and 40 t at GDP 30 and 10: intensities 2 and 4, mean 3, whole 2.5. First 45 and 30 at 15 and 15: 3 and 2, whole 2.5.
    private static readonly CarbonBudgetModel Model = new(
        ByYear("C", Unit.TonneCO2, [45, 75, 60], [30, 50, 40]), ByYear("CA", Unit.TonneCO2, [2, 2, 2], [8, 8, 8]),
        ByYear("GDP", Unit.Yuan, [15, 20, 30], [15, 12, 10]));

    [Fact]
    public void A_member_without_a_year_is_about_the_last()
    {
        Assert.Equal([2010, 2015, 2020], Model.Years);
        Assert.Equal([60, 40], Model.Emissions().Values.ToArray());
        Assert.Equal([43, 22], Model.Budget(2010).Balance.Values.ToArray());
        Assert.Equal([0.75 / 0.6, 0.25 / 0.4], Model.EconomicContribution().Values, Near);
        Assert.Equal([0.2 / 0.6, 0.8 / 0.4], Model.EcologicalSupport().Values, Near);
        Assert.Equal(FunctionalZone.CarbonSink, Model.Zones()["B"]);
        Assert.Equal(FunctionalZone.IntensityControl, Model.Zones(thresholds: new() { SinkSupport = 3 })["B"]);
        Assert.Contains("2010, 2015, 2020", Assert.Throws<CarbonCompException>(() => Model.Budget(2012)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Base_value_allowance_and_revision_follow_JX_8_to_11()
    {
        // a = (2/3, 2), s = (2/3, 4/3); ECC is 1.25 and 0.625; D is 50.
        Assert.Equal([2.0 / 3, 2], Model.IntensityChange().Values, Near);
        Assert.Equal([2.0 / 3, 4.0 / 3], Model.IntensityLevel().Values, Near);
        var compensation = Model.Compensation();
        Assert.Equal([58, 32], compensation.BaseValue.Values.ToArray());
        Assert.Equal([60 * 2.0 / 3, 40 * 5.0 / 3], compensation.RevisedEmissions.Values, Near);
        Assert.Equal([62.5, 31.25], compensation.Allowance.Values, Near);
        Assert.Equal([60 * 2.0 / 3 - 2 - 62.5, 40 * 5.0 / 3 - 8 - 31.25], compensation.Owed.Values, Near);
    }

    [Fact]
    public void Revision_and_allowance_can_be_others()
    {
        var (twice, ten) = (new LabelledVector("twice", Regions, [2, 2], Unit.One, ValueStatus.Illustrative), Tonnes("ten", 10, 10));
        Assert.Equal([120 - 2 - 10, 80 - 8 - 10], Model.Compensation(twice, ten).Owed.Values, Near);
        Assert.Contains("revision: twice; allowance: ten", Model.Compensation(twice, ten).Caption, StringComparison.Ordinal);
        Assert.Throws<UnitException>(() => Model.Compensation(ten, ten));
        Assert.Contains("twice of A is -2", Assert.Throws<CarbonCompException>(() => Model.Compensation((-twice).Named("twice"), ten)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_price_is_an_argument_and_payments_follow_it()
    {
        CarbonPrice Price(double value) => new(value, Unit.Parse("US$/t CO2"), "made up", ValueStatus.Illustrative);
        var (one, ten) = (Model.Settlement(Price(1)), Model.Settlement(Price(10)));
        Assert.Equal(Model.Compensation().Owed.Values, one.Net.In("US$").Values, Near);
        Assert.Equal(10 * one.Net.Values, ten.Net.Values, Near);
        var coefficient = CompensationCoefficient.GrowthCurve(CompensationCoefficient.ShareOf(Model.Gdp()),
            new("Engel", Regions, [0.3, 0.3], Unit.One, ValueStatus.Illustrative));
        Assert.Equal(10 * coefficient.Values["A"] * one.Net["A"], Model.Settlement(Price(10), coefficient).Net["A"], 1e-9);
        var other = Model.Compensation(allowance: Tonnes("none", 0, 0));
        Assert.Equal(other.Owed.Values, Model.Settlement(Price(1), compensation: other).Net.Values, Near);
    }

    [Fact]
    public void Price_levels_of_the_nation_cancel()
    {
        var inflated = new CarbonBudgetModel(ByYear("C", Unit.TonneCO2, [45, 75, 60], [30, 50, 40]),
            ByYear("CA", Unit.TonneCO2, [2, 2, 2], [8, 8, 8]), ByYear("GDP", Unit.Yuan, [15, 20, 39], [15, 12, 13]));
        Assert.Equal(Model.Compensation().Owed.Values, inflated.Compensation().Owed.Values, Near);
    }

    [Fact]
    public void One_year_has_all_but_a_change()
    {
        var single = new CarbonBudgetModel(Tonnes("C", 60, 40), Tonnes("CA", 2, 8), new("GDP", Regions, [30, 10], Unit.Yuan, ValueStatus.Paper), 2020);
        Assert.Equal(Model.Zones().Zones, single.Zones().Zones);
        Assert.Contains("two years", Assert.Throws<CarbonCompException>(() => single.Compensation()).Message, StringComparison.Ordinal);
        Assert.Equal([58 - 62.5, 32 - 31.25], single.Compensation(single.IntensityLevel() * 0 + 1).Owed.Values, Near);
    }

    [Fact]
    public void Wrong_input_is_refused_by_name()
    {
        LabelledMatrix C() => ByYear("C", Unit.TonneCO2, [45, 75, 60], [30, 50, 40]);
        LabelledMatrix Gdp() => ByYear("GDP", Unit.Yuan, [15, 20, 30], [15, 12, 10]);
        string Message(Action act) => Assert.ThrowsAny<CarbonCompException>(act).Message;
        Assert.Contains("CA of 2015 in B is -8", Message(() => _ = new CarbonBudgetModel(C(), ByYear("CA", Unit.TonneCO2, [2, 2, 2], [8, -8, 8]), Gdp())),
            StringComparison.Ordinal);
        Assert.Throws<UnitException>(() => new CarbonBudgetModel(C(), C(), C()));
        Assert.Throws<AxisException>(() => new CarbonBudgetModel(C().Transpose(), C().Transpose(), Gdp().Transpose()));
        var late = LabelledMatrix.OfColumns("C", "year", Tonnes("2020", 1, 1), Tonnes("2010", 1, 1));
        Assert.Contains("rising order", Message(() => _ = new CarbonBudgetModel(late, late, late)), StringComparison.Ordinal);
        var words = LabelledMatrix.OfColumns("C", "year", Tonnes("before", 1, 1));
        Assert.Contains("\"before\" of C is not a year", Message(() => _ = new CarbonBudgetModel(words, words, words)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_price_of_sinks_lies_between_the_two_by_income()
    {
        // JX 13: 10 to 15 US$ at the mean rate of 2020, 6.8976 yuan.
        CarbonPrice Yuan(double dollars) =>
            new CarbonPrice(dollars, Unit.Parse("US$/t CO2"), "made up", ValueStatus.Paper).Exchanged(new(6.8976, Unit.Parse("yuan/US$")));
        var (low, high) = (Yuan(10), Yuan(15));
        Assert.Equal(68.976 + 34.488 * 0.79, CarbonPrice.ByIncome(low, high, 5.688 / 7.2).PerTonneCO2, 1e-9);
        Assert.Equal(68.976 + 34.488 * 2, CarbonPrice.ByIncome(low, high, 2).PerTonneCO2, 1e-9);
        Assert.Equal(high.PerTonneCO2, CarbonPrice.ByIncome(low, high, 1).PerTonneCO2, 1e-9);
        Assert.Throws<CarbonCompException>(() => CarbonPrice.ByIncome(high, low, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CarbonPrice.ByIncome(low, high, 0));
    }

    private static LabelledVector Tonnes(string name, params double[] values) => new(name, Regions, values, Unit.TonneCO2, ValueStatus.Illustrative);

    private static LabelledMatrix ByYear(string name, Unit unit, double[] a, double[] b) => new(name, Regions, new CategoryAxis("year", "2010", "2015", "2020"),
        Matrix<double>.Build.DenseOfRowArrays(a, b), unit, ValueStatus.Illustrative);

    private static bool Near(double x, double y) => Math.Abs(x - y) < 1e-9;
}
