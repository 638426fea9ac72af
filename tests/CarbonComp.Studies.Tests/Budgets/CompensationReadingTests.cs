using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies.Tests;

public class CompensationReadingTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("A", "B");

    // As in the library's test of JX 8 to 11: a = (2/3, 2), s = (2/3, 4/3), ECC = (1.25, 0.625), means of the years 60 and 40.
    private static readonly CarbonBudgetModel Model = new(
        ByYear("C", Unit.TonneCO2, [45, 75, 60], [30, 50, 40]), ByYear("CA", Unit.TonneCO2, [2, 2, 2], [8, 8, 8]),
        ByYear("GDP", Unit.Yuan, [15, 20, 30], [15, 12, 10]));

    [Fact]
    public void Readings_of_the_revision()
    {
        Assert.Equal([60, 40], Of(IntensityRevision.None).RevisedEmissions.Values, Near);
        Assert.Equal([60 * 2.0 / 3, 40 * 5.0 / 3], Of(IntensityRevision.Mean).RevisedEmissions.Values, Near);
        Assert.Equal([60 * 4.0 / 9, 40 * 8.0 / 3], Of(IntensityRevision.Product).RevisedEmissions.Values, Near);
        Assert.Equal([60 - 2 - 62.5, 40 - 8 - 31.25], Of(IntensityRevision.None).Owed.Values, Near);
    }

    [Fact]
    public void Readings_of_the_allowance()
    {
        Assert.Equal([62.5, 31.25], Of(IntensityRevision.None).Allowance.Values, Near);
        Assert.Equal([1.25 * 60, 0.625 * 40], Of(IntensityRevision.None, EmissionAllowance.OwnMean).Allowance.Values, Near);
        Assert.Equal([58, 32], Of(IntensityRevision.None, EmissionAllowance.None).Owed.Values, Near);
    }

    private static BudgetCompensation Of(IntensityRevision revision, EmissionAllowance allowance = EmissionAllowance.MeanOfAll) =>
        new CompensationReading { Revision = revision, Allowance = allowance }.Compensation(Model);

    private static LabelledMatrix ByYear(string name, Unit unit, double[] a, double[] b) => new(name, Regions, new CategoryAxis("year", "2010", "2015", "2020"),
        Matrix<double>.Build.DenseOfRowArrays(a, b), unit, ValueStatus.Illustrative);

    private static bool Near(double x, double y) => Math.Abs(x - y) < 1e-9;
}
