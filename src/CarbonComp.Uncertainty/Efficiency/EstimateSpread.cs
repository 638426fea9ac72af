namespace CarbonComp.Uncertainty;

/// <summary>How far estimates of the same quantity by several methods are apart, label by label.</summary>
/// <param name="Lowest">The lowest estimate of each label.</param>
/// <param name="Median">The median estimate.</param>
/// <param name="Highest">The highest estimate.</param>
/// <param name="Name">What is estimated.</param>
/// <param name="Methods">The methods.</param>
public sealed record EstimateSpread(LabelledVector Lowest, LabelledVector Median, LabelledVector Highest, string Name, IReadOnlyList<string> Methods) : Tabular
{
    /// <summary>The spread of estimates, each named after its method.</summary>
    /// <param name="name">What is estimated, such as "reduction cost".</param>
    /// <param name="estimates">At least two, along one axis and of one kind of unit.</param>
    /// <exception cref="UncertaintyException">Fewer than two estimates.</exception>
    /// <exception cref="AxisException">Estimates along other labels.</exception>
    /// <exception cref="UnitException">Estimates of another kind.</exception>
    public static EstimateSpread Of(string name, IReadOnlyList<LabelledVector> estimates)
    {
        if (estimates.Count < 2)
            throw new UncertaintyException($"A spread needs at least two estimates of {name}; there {(estimates.Count == 1 ? "is one" : "are none")}.");
        var first = estimates[0];
        foreach (var estimate in estimates) first.Axis.Require(estimate.Axis, estimate.Name);
        var all = estimates.Select(e => e.In(first.Unit)).ToArray();
        LabelledVector Of(string which, Func<double[], double> pick) => new(which, first.Axis, Enumerable.Range(0, first.Axis.Count)
            .Select(i => pick([.. all.Select(e => e[i]).Order()])), first.Unit, ValueStatuses.Weakest(estimates.Select(e => e.Status)));
        return new(Of("lowest", v => v[0]), Of("median", v => v.Length % 2 == 1 ? v[v.Length / 2] : (v[v.Length / 2 - 1] + v[v.Length / 2]) / 2),
            Of("highest", v => v[^1]), name, [.. estimates.Select(e => e.Name)]);
    }

    /// <inheritdoc/>
    public override string Caption => Invariant($"{Name} by {Methods.Count} estimators");

    /// <inheritdoc/>
    public override ValueStatus Status => Median.Status;

    /// <summary>A row a label.</summary>
    public override Columns ToColumns() => Columns.Of(Lowest, Median, Highest);
}
