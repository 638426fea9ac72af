namespace CarbonComp.Tests;

public sealed class SignTallyTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("A", "B", "C", "D");

    private static LabelledVector Net(string name, params double[] values) => new(name, Regions, values, Unit.Yuan, ValueStatus.Constructed);

    [Fact]
    public void Labels_are_told_by_the_signs_they_have_in_all_vectors()
    {
        var signs = LabelledVector.Signs(Net("one", 1, -1, 1, 0), Net("two", 2, -3, -1, 0));
        Assert.Equal(["A"], signs.Positive);
        Assert.Equal(["B"], signs.Negative);
        Assert.Equal(["C", "D"], signs.Mixed);
    }

    [Fact]
    public void Vectors_along_other_labels_and_none_at_all_are_refused()
    {
        Assert.Throws<CarbonCompException>(() => LabelledVector.Signs());
        var other = new LabelledVector("other", RegionAxis.Of("A", "B"), [1, 2], Unit.Yuan, ValueStatus.Constructed);
        Assert.Throws<AxisException>(() => LabelledVector.Signs(Net("one", 1, 2, 3, 4), other));
    }
}
