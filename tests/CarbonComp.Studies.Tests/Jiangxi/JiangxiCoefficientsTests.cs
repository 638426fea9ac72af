using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies.Tests;

public class JiangxiCoefficientsTests
{
    private static readonly RegionAxis Jiangxi = RegionAxis.Of("Jiangxi");

    [Fact]
    public void Emissions_of_the_province_are_the_printed_ones()
    {
        // JX 4.1, 2020: 183.42 Mt from energy (98.1 Mtce), 45.19 million persons breathing 3.57 Mt, 186.99 Mt in all.
        var emissions = LandUseEmissions.Compute(new("energy", Jiangxi, [98.086], Unit.Parse("Mtce"), ValueStatus.Paper),
            new("population", Jiangxi, [4518.86], Unit.Parse("万人"), ValueStatus.Statistic), JiangxiCoefficients.AsPrinted);
        Assert.Equal(183.42e6, emissions["Jiangxi", "energy"], 1e4);
        Assert.Equal(3.57e6, emissions["Jiangxi", "respiration"], 5e3);
        Assert.Equal(186.99e6, emissions.Total, 1e4);
    }

    [Fact]
    public void Absorption_of_the_province_is_the_printed_one_with_forest_at_58_92()
    {
        // 61.34 % and 26.47 % of 16.69 million ha (JX 3.3): 59.1 and 0.574 Mt; the source prints 8.92 and 5.73.
        var areas = new LabelledMatrix("area", Jiangxi, new CategoryAxis("land class", "forest", "cultivated land"),
            Matrix<double>.Build.DenseOfArray(new[,] { { 1669 * 0.6134, 1669 * 0.2647 } }), Unit.Parse("万公顷"), ValueStatus.Paper);
        var absorption = CarbonAbsorption.Compute(areas, JiangxiCoefficients.AsPrinted);
        Assert.InRange(absorption["Jiangxi", "forest"], 58.9e6, 59.2e6);
        Assert.Equal(0.574e6, absorption["Jiangxi", "cultivated land"], 1e3);
    }

    [Fact]
    public void Consistent_coefficients_are_in_CO2_with_a_tenth_of_the_printed_forest()
    {
        var (printed, consistent) = (JiangxiCoefficients.AsPrinted, BudgetCoefficients.Consistent);
        Assert.Equal(44.0 / 12, consistent.Respiration / printed.Respiration, 12);
        Assert.Equal(0.58 * 44 / 12, consistent.Absorption("Forest"), 12);
        Assert.Equal(ValueStatus.Constructed, consistent.Status);
        Assert.Equal(printed.LandClasses, consistent.LandClasses);
    }
}
