namespace CarbonComp.Charts;

/// <summary>How the numbers of a raster are put into classes on a map.</summary>
public sealed record RasterClasses
{
    // Breaks are sought among so many numbers at most.
    private const int MostNumbers = 2000;

    private readonly Func<double[], double[]> breaks;

    private RasterClasses(string name, Func<double[], double[]> breaks) => (Name, this.breaks) = (name, breaks);

    /// <summary>The rule in words.</summary>
    public string Name { get; }

    /// <summary>Classes of as many cells each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 or more than 9.</exception>
    public static RasterClasses Quantiles(int classes = 5) => new($"{Checked(classes)} quantiles of the cells that are drawn", sorted =>
        [.. Enumerable.Range(1, classes - 1).Select(k => sorted[(int)((long)k * sorted.Length / classes)])]);

    /// <summary>Natural breaks (Fisher and Jenks).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 or more than 9.</exception>
    public static RasterClasses NaturalBreaks(int classes = 5) => new($"{Checked(classes)} natural breaks of the cells that are drawn", sorted =>
    {
        double[] some = sorted.Length <= MostNumbers ? sorted
            : [.. Enumerable.Range(0, MostNumbers).Select(k => sorted[(int)((long)k * (sorted.Length - 1) / (MostNumbers - 1))])];
        var uppers = CarbonComp.Zoning.NaturalBreaks.Breaks(some, Math.Min(classes, some.Distinct().Count())).Skip(1).SkipLast(1);
        // A bound stands halfway to the next number, so that rounding does not divide cells of one density.
        return [.. uppers.Select(upper => some.FirstOrDefault(v => v > upper + 1e-9 * Math.Abs(upper), upper) is var next && next > upper
            ? (upper + next) / 2 : upper)];
    });

    /// <summary>Bounds between the classes, in the raster's unit.</summary>
    /// <exception cref="CarbonCompException">No bound, more than eight, or bounds that do not rise.</exception>
    public static RasterClasses Given(params IReadOnlyList<double> bounds) =>
        bounds.Count is 0 or > 8 || bounds.Zip(bounds.Skip(1)).Any(b => !(b.First < b.Second))
        ? throw new CarbonCompException("Give one to eight bounds that rise.") : new("given bounds", _ => [.. bounds]);

    internal double[] Bounds(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? [] : [.. breaks(sorted).Distinct().Order()];
    }

    private static int Checked(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, 9);
        return classes;
    }
}
