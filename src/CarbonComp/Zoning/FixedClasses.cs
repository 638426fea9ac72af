namespace CarbonComp;

/// <summary>Classes between fixed bounds, the same for every year and place.</summary>
public static class FixedClasses
{
    /// <summary>Puts values into classes by rising bounds in their unit. A value at a bound belongs to the class above it.</summary>
    /// <exception cref="CarbonCompException">No bound, or bounds that do not rise.</exception>
    public static Classification Classify(LabelledVector values, params double[] bounds)
    {
        if (bounds.Length == 0) throw new CarbonCompException($"Classes of {values.Name} need at least one bound, such as 1.");
        RequireRising(bounds, "0.6, 1.2, 1.8");
        var names = Classification.Between(bounds, Operands.Suffix(values.Unit));
        return new($"bounds at {string.Join(", ", bounds.Select(b => Invariant($"{b:0.####}")))}{Operands.Suffix(values.Unit)}",
            values, [.. values.Values.Select(v => 1 + bounds.Count(b => v >= b))], bounds.Length + 1, names);
    }

    internal static void RequireRising(IReadOnlyList<double> bounds, string example)
    {
        if (bounds.Zip(bounds.Skip(1), (a, b) => a < b).Any(rises => !rises) || !bounds.All(double.IsFinite))
            throw new CarbonCompException($"The bounds of classes must rise, such as {example}.");
    }
}
