namespace CarbonComp.Tests.Abatement;

public class KendallTauTests
{
    [Fact]
    public void Ties_count_as_in_tau_b()
    {
        // Reference: kendalltau of SciPy.
        Assert.Equal(-0.47140452079103173, Of([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]), 1e-15);
        Assert.Equal(1, Of([1, 2, 3], [10, 11, 500]));
        Assert.Equal(-1, Of([1, 2, 3], [3, 2, 1]));
        Assert.True(double.IsNaN(Of([1, 1, 1], [1, 2, 3])));
    }

    [Fact]
    public void Other_labels_are_refused() => Assert.Throws<AxisException>(() =>
        KendallTau.Of(Vector("a", [1, 2]), new("b", SectorAxis.Of("x", "y"), [1.0, 2], Unit.One, ValueStatus.Illustrative)));

    private static double Of(double[] first, double[] second) => KendallTau.Of(Vector("first", first), Vector("second", second));

    private static LabelledVector Vector(string name, double[] values) =>
        new(name, SectorAxis.Of(values.Select((_, k) => $"s{k}")), values, Unit.One, ValueStatus.Illustrative);
}
