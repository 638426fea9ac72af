namespace CarbonComp;

/// <summary>An assignment of detailed sectors or regions to broader ones: each detailed one belongs to exactly one
/// (<c>docs/methods.md#aggregation</c>).</summary>
public sealed class Concordance
{
    private readonly int[] target;

    private Concordance(Axis from, Axis to, int[] target) => (From, To, this.target) = (from, to, target);

    /// <summary>The detailed labels.</summary>
    public Axis From { get; }

    /// <summary>The broader labels.</summary>
    public Axis To { get; }

    /// <summary>The position in <see cref="To"/> of what a position in <see cref="From"/> belongs to.</summary>
    public int this[int position] => target[position];

    internal int[] Targets => target;

    /// <summary>A concordance from pairs of a detailed and a broader label; each detailed label occurs once.</summary>
    /// <exception cref="AxisException">A label that is on neither axis, occurs twice, or is missing; or a broader one that nothing belongs to.</exception>
    public static Concordance Of(Axis from, Axis to, params IEnumerable<(string From, string To)> pairs)
    {
        var target = new int[from.Count];
        Array.Fill(target, -1);
        foreach (var (detailed, broad) in pairs)
        {
            var at = from.IndexOf(detailed);
            if (target[at] >= 0)
                throw new AxisException($"The {from.Kind} \"{detailed}\" is assigned twice, to {to.Labels[target[at]]} and {broad}. Assign it once.");
            target[at] = to.IndexOf(broad);
        }
        if (Array.IndexOf(target, -1) is var missing and >= 0)
            throw new AxisException($"The {from.Kind} \"{from.Labels[missing]}\" is not assigned. Say what it belongs to.");
        if (Enumerable.Range(0, to.Count).Except(target).Select(t => to.Labels[t]).FirstOrDefault() is { } empty)
            throw new AxisException($"Nothing belongs to the {to.Kind} \"{empty}\". Assign something to it or leave it out.");
        return new(from, to, target);
    }

    /// <summary>The concordance that leaves every label as it is.</summary>
    public static Concordance Identity(Axis axis) => new(axis, axis, [.. Enumerable.Range(0, axis.Count)]);

    /// <summary>The matrix of ones and zeros, To × From: aggregation is <c>C·Z·C'</c>.</summary>
    public Matrix<double> ToMatrix() => Matrix<double>.Build.Dense(To.Count, From.Count, (t, f) => target[f] == t ? 1 : 0);
}
