namespace CarbonComp.Regions;

/// <summary>Which labels have the same sign in several vectors, such as the net payments of regions under different choices.</summary>
public sealed record SignTally
{
    internal SignTally(IReadOnlyList<LabelledVector> vectors)
    {
        if (vectors.Count == 0) throw new CarbonCompException("There is no vector whose signs could be compared. Give at least one.");
        foreach (var other in vectors) vectors[0].Axis.Require(other.Axis, other.Name);
        IReadOnlyList<string> All(Func<double, bool> holds) =>
            [.. vectors[0].Axis.Labels.Where((_, i) => vectors.All(v => holds(v[i])))];
        (Positive, Negative) = (All(v => v > 0), All(v => v < 0));
        Mixed = [.. vectors[0].Axis.Labels.Except(Positive).Except(Negative)];
    }

    /// <summary>The labels above zero in every vector, in the order of the axis.</summary>
    public IReadOnlyList<string> Positive { get; }

    /// <summary>The labels below zero in every vector.</summary>
    public IReadOnlyList<string> Negative { get; }

    /// <summary>All other labels: their sign depends on the vector, or is zero in one.</summary>
    public IReadOnlyList<string> Mixed { get; }
}
