namespace CarbonComp;

/// <summary>Classes by shares of the mean (<c>docs/methods.md#breaks</c>): below 50 %, 50–100 %, 100–150 %, above.</summary>
public static class MeanClasses
{
    /// <summary>Puts values into classes by rising shares of their mean: 0.5, 1 and 1.5 if none are given.</summary>
    /// <remarks>A value at a bound belongs to the class above it.</remarks>
    /// <exception cref="CarbonCompException">A mean that is not positive, or bounds that do not rise or are negative.</exception>
    public static Classification Classify(LabelledVector values, params double[] bounds)
    {
        var shares = bounds.Length == 0 ? [0.5, 1, 1.5] : bounds;
        FixedClasses.RequireRising(shares, "0.5, 1, 1.5");
        if (shares[0] < 0)
            throw new CarbonCompException($"Classes are bounded by shares of the mean, and {shares[0]} is negative. Write 0.5 for half the mean.");
        var mean = values.Values.Average();
        if (!(mean > 0)) throw new CarbonCompException($"The mean of {values.Name} is {mean}; classes by shares of the mean need a positive one.");
        return new($"bounds at {string.Join(", ", shares.Select(s => Invariant($"{s * 100:0.##}")))} % of the mean",
            values, [.. values.Values.Select(v => 1 + shares.Count(s => v >= s * mean))], shares.Length + 1,
            Classification.Between([.. shares.Select(s => 100 * s)], " % of the mean"));
    }
}
