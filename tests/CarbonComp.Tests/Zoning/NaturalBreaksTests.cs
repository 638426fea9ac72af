using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests;

public class NaturalBreaksTests
{
    [Theory] // Fisher–Jenks references: the smallest value, then the largest of each class
    [InlineData(new double[] { 0, 1, -2 }, 2, new double[] { -2, -2, 1 })]
    [InlineData(new double[] { -1, -1, -1, -1, 2, 2 }, 2, new double[] { -1, -1, 2 })]
    [InlineData(new double[] { 5, 5, 5 }, 1, new double[] { 5, 5 })]
    [InlineData(new double[] { 3, 1, 2 }, 3, new double[] { 1, 1, 2, 3 })]
    public void Breaks_are_the_references(double[] values, int classes, double[] expected) => Assert.Equal(expected, NaturalBreaks.Breaks(values, classes));

    [Fact]
    public void No_other_classes_of_small_series_have_a_smaller_sum_of_squares() =>
        Prop.ForAll(Series().ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (values, wanted) =>
        {
            var classes = Math.Min(wanted, values.Distinct().Count());
            var found = NaturalBreaks.Classify(Vector(values), classes);
            return Math.Abs(found.WithinSumOfSquares - BruteForce(values, classes)) < 1e-9 * (1 + found.WithinSumOfSquares)
                && found.Classes.Distinct().Count() == classes;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_large_offset_does_not_spoil_the_breaks() =>
        Prop.ForAll(Series().ToArbitrary(), values =>
        {
            var classes = Math.Min(3, values.Distinct().Count());
            var shifted = values.Select(v => v + 1e9).ToArray();
            return Math.Abs(NaturalBreaks.Classify(Vector(shifted), classes).WithinSumOfSquares - BruteForce(values, classes)) < 1e-3;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_rises_with_classes_from_0_to_1()
    {
        double[] values = [1, 2, 4, 7, 11, 16, 22, 29];
        var fits = Enumerable.Range(1, values.Length).Select(k => NaturalBreaks.Classify(Vector(values), k).GoodnessOfVarianceFit).ToArray();
        Assert.Equal(0, fits[0], 12);
        Assert.Equal(1, fits[^1], 12);
        Assert.Equal(fits.Order(), fits);
    }

    [Fact]
    public void Classes_know_their_members_and_legend()
    {
        var found = NaturalBreaks.Classify(Vector([10, 1, 11, 2]), 2);
        Assert.Equal([2, 1, 2, 1], found.Classes);
        Assert.Equal(["R0", "R2"], found.Members(2));
        Assert.Equal(1, found["R3"]);
        Assert.Equal([1.0, 10.0], (double[])found.Legend().Columns["from"]);
        Assert.Equal([2.0, 11.0], (double[])found.Legend().Columns["to"]);
    }

    [Fact]
    public void Impossible_numbers_of_classes_are_refused()
    {
        Assert.Contains("1 to 2", Assert.Throws<CarbonCompException>(() => NaturalBreaks.Classify(Vector([1, 1, 2]), 3)).Message, StringComparison.Ordinal);
        Assert.Throws<CarbonCompException>(() => NaturalBreaks.Classify(Vector([1, 2]), 0));
        Assert.Throws<CarbonCompException>(() => NaturalBreaks.Breaks([1, double.NaN], 1));
    }

    [Fact]
    public void Classes_by_the_mean_have_their_lower_bound_inside()
    {
        // Mean 100: 49 | 50, 99 | 100, 149 | 150, 203.
        var found = MeanClasses.Classify(Vector([49, 50, 99, 100, 149, 150, 103]));
        Assert.Equal(100, found.Values.Values.Average());
        Assert.Equal([1, 2, 2, 3, 3, 4, 3], found.Classes);
        Assert.Equal(4, found.Count);
        Assert.Equal([1, 1, 1, 2, 2, 2, 2], MeanClasses.Classify(found.Values, 1).Classes);
    }

    [Fact]
    public void Given_bounds_make_the_same_classes_of_any_values()
    {
        var found = FixedClasses.Classify(Vector([0.2, 0.6, 1.79, 1.8, 9]), 0.6, 1.8);
        Assert.Equal([1, 2, 2, 3, 3], found.Classes);
        Assert.Equal(["below 0.6", "0.6–1.8", "1.8 and above"], found.Names);
        Assert.Equal(found.Names, FixedClasses.Classify(Vector([5, 6]), 0.6, 1.8).Names);
        Assert.Equal(["below 50 % of the mean", "50 % of the mean and above"], MeanClasses.Classify(Vector([1, 2]), 0.5).Names);
        Assert.Equal(["1 to 2", "10 to 11"], NaturalBreaks.Classify(Vector([10, 1, 11, 2]), 2).Names);
        Assert.Throws<CarbonCompException>(() => FixedClasses.Classify(Vector([1, 2])));
        Assert.Throws<CarbonCompException>(() => FixedClasses.Classify(Vector([1, 2]), 2, 1));
    }

    [Fact]
    public void Classes_by_the_mean_need_a_positive_mean_and_rising_bounds()
    {
        Assert.Throws<CarbonCompException>(() => MeanClasses.Classify(Vector([-1, 1])));
        Assert.Throws<CarbonCompException>(() => MeanClasses.Classify(Vector([1, 2]), 1, 0.5));
        Assert.Throws<CarbonCompException>(() => MeanClasses.Classify(Vector([1, 2]), double.NaN));
    }

    private static LabelledVector Vector(double[] values) => new("x", RegionAxis.Of(values.Select((_, i) => $"R{i}")), values, Unit.One,
        ValueStatus.Illustrative);

    private static Gen<double[]> Series() => from length in Gen.Choose(1, 8) from values in Gen.Choose(-20, 20).Select(i => i / 2.0)
        .ArrayOf(length) select values;

    // Every way to cut the sorted values, equal ones together.
    private static double BruteForce(double[] values, int classes)
    {
        var groups = values.GroupBy(v => v).OrderBy(g => g.Key).Select(g => g.ToArray()).ToArray();
        return Best(0, classes);

        double Best(int from, int left)
        {
            if (left == 1) return SumOfSquares(groups[from..].SelectMany(g => g));
            return Enumerable.Range(from + 1, groups.Length - from - left + 1)
                .Min(end => SumOfSquares(groups[from..end].SelectMany(g => g)) + Best(end, left - 1));
        }

        static double SumOfSquares(IEnumerable<double> members) => members.ToArray() is var all && all.Average() is var mean
            ? all.Sum(v => (v - mean) * (v - mean)) : 0;
    }
}
