using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class GlobalWarmingPotentialsTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("A", "B");

    public static TheoryData<string> Sets => ["AR5", "AR6"];

    // IPCC 2013, table 8.A.1; IPCC 2021, table 7.15.
    [Theory]
    [InlineData("AR5", 30, 28, 265)]
    [InlineData("AR6", 29.8, 27.0, 273)]
    public void Each_gas_has_the_potential_of_its_report(string report, double fossil, double other, double nitrousOxide)
    {
        var set = Set(report);
        Assert.Equal($"GWP100 {report}", set.Name);
        Assert.Equal(fossil, set.Characterize(Gas("t CH4", 1, 2), MethaneOrigin.Fossil)["A"], 1e-12);
        Assert.Equal(2 * other, set.Characterize(Gas("t CH4", 1, 2), MethaneOrigin.NonFossil)["B"], 1e-12);
        Assert.Equal(1000 * nitrousOxide, set.Characterize(Gas("kt N2O", 1, 0))["A"], 1e-9);
        Assert.Equal(5, set.Characterize(Gas("t CO2", 5, 0))["A"], 1e-12);
        Assert.Equal(fossil * 1e6, set.Characterize(new Quantity(1, Unit.Parse("Mt CH4")), MethaneOrigin.Fossil).In("t CO2e").Value, 1e-3);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_result_says_by_which_set_it_was_made(string report)
    {
        var vector = Set(report).Characterize(Gas("t N2O", 1, 1));
        Assert.Contains($"CO2e by GWP100 {report}", vector.Name, StringComparison.Ordinal);
        Assert.Equal(Unit.Parse("t CO2e"), vector.Unit);
        var matrix = Set(report).Characterize(LabelledMatrix.OfColumns("methane", "source", Gas("t CH4", 1, 2).Named("rice")), MethaneOrigin.NonFossil);
        Assert.Contains($"by GWP100 {report}", matrix.Name, StringComparison.Ordinal);
        Assert.Equal(3 * Set(report).MethaneNonFossil, matrix.Total, 1e-12);
    }

    [Fact]
    public void Gases_and_their_equivalents_do_not_mix()
    {
        var (co2, ch4) = (Gas("t CO2", 1, 1), Gas("t CH4", 1, 1));
        var equivalents = GlobalWarmingPotentials.Ar6.Characterize(co2);
        Assert.Throws<UnitException>(() => co2 + ch4);
        Assert.Contains("GlobalWarmingPotentials", Assert.Throws<UnitException>(() => equivalents.In("t CO2")).Message, StringComparison.Ordinal);
        Assert.Throws<UnitException>(() => GlobalWarmingPotentials.Ar6.Characterize(equivalents));
        Assert.Throws<UnitException>(() => GlobalWarmingPotentials.Ar6.Characterize(Gas("t C", 1, 1)));
        Assert.Contains("methane", Assert.Throws<CarbonCompException>(() => GlobalWarmingPotentials.Ar6.Characterize(ch4)).Message, StringComparison.Ordinal);
        Assert.Throws<CarbonCompException>(() => new GlobalWarmingPotentials("none", "", 0, 1, 1));
    }

    private static GlobalWarmingPotentials Set(string report) => report == "AR5" ? GlobalWarmingPotentials.Ar5 : GlobalWarmingPotentials.Ar6;

    private static LabelledVector Gas(string unit, double a, double b) =>
        new("emissions", Regions, Vector<double>.Build.Dense([a, b]), Unit.Parse(unit), ValueStatus.Illustrative);
}
