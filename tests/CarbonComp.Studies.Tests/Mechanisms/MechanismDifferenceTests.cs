namespace CarbonComp.Studies.Tests;

public class MechanismDifferenceTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void Parts_add_up_to_the_difference_whatever_the_signs(int seed)
    {
        var (first, second) = RandomMechanisms.Pair(seed);
        var difference = MechanismDifference.Of(first, second);
        var sum = difference.Quantity + difference.Price + difference.Standard;
        var scale = first.Net.Abs().Total + second.Net.Abs().Total;
        Assert.All(first.Regions, r => Assert.Equal(second.Net[r.Code] - first.Net[r.Code], sum[r.Code], 1e-12 * scale));
        Assert.Equal(1, difference.Shares.Total, 1e-12);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Exchanging_the_mechanisms_turns_every_part_round(int seed)
    {
        var (first, second) = RandomMechanisms.Pair(seed);
        var (there, back) = (MechanismDifference.Of(first, second), MechanismDifference.Of(second, first));
        var scale = first.Net.Abs().Total + second.Net.Abs().Total;
        foreach (var (a, b) in new[] { (there.Quantity, back.Quantity), (there.Price, back.Price), (there.Standard, back.Standard) })
            Assert.All(first.Regions, r => Assert.Equal(-a[r.Code], b[r.Code], 1e-12 * scale));
    }

    [Fact]
    public void What_is_the_same_in_both_has_no_part()
    {
        var mechanism = RandomMechanisms.Budget(3, price: 40);
        var dearer = RandomMechanisms.Budget(3, price: 100);
        var difference = MechanismDifference.Of(mechanism, dearer);
        Assert.All(mechanism.Regions, r => Assert.Equal((0, 0), (Math.Round(difference.Quantity[r.Code], 6), Math.Round(difference.Standard[r.Code], 6))));
        Assert.All(mechanism.Regions, r => Assert.Equal(1.5 * mechanism.Net[r.Code], difference.Price[r.Code], 1e-6));
    }

    [Fact]
    public void Parts_are_those_of_the_formula_for_one_region_with_the_fund()
    {
        // v = q·p·σ from (2, 3, 5) to (7, 11, 13), written out over the six orders.
        double Part(double a0, double a1, double b0, double b1, double c0, double c1) =>
            (a1 - a0) * (b0 * c0 / 3 + (b0 * c1 + b1 * c0) / 6 + b1 * c1 / 3);
        var difference = MechanismDifference.Of(RandomMechanisms.OneRegion(2, 3, 5), RandomMechanisms.OneRegion(7, 11, 13));
        Assert.Equal(Part(2, 7, 3, 11, 5, 13), difference.Quantity[0], 1e-9);
        Assert.Equal(Part(3, 11, 2, 7, 5, 13), difference.Price[0], 1e-9);
        Assert.Equal(Part(5, 13, 2, 7, 3, 11), difference.Standard[0], 1e-9);
    }
}
