namespace CarbonComp.Uncertainty;

/// <summary>Morris's measures of one result, in its unit: the change when an input moves through its whole distribution.</summary>
/// <param name="Result">The result.</param>
/// <param name="Trajectories">The number of trajectories.</param>
/// <param name="Mean">μ by input: effects of both signs cancel.</param>
/// <param name="MeanAbsolute">μ* by input: how much it matters.</param>
/// <param name="StandardDeviation">σ by input: how much its effect depends on the others, or is curved.</param>
public sealed record ElementaryEffects(string Result, int Trajectories, LabelledVector Mean, LabelledVector MeanAbsolute,
    LabelledVector StandardDeviation) : Tabular
{
    /// <inheritdoc/>
    public override string Caption => Invariant($"Elementary effects on {Result}, {Trajectories} trajectories");

    /// <inheritdoc/>
    public override ValueStatus Status => MeanAbsolute.Status;

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(MeanAbsolute.Named("μ*"), Mean.Named("μ"), StandardDeviation.Named("σ"));
}
