namespace CarbonComp.Abatement;

/// <summary>The result of <see cref="RadialEfficiency"/>.</summary>
/// <param name="Method">The model and its choices.</param>
/// <param name="Scores">Input-oriented: θ in (0, 1]; output-oriented: φ of 1 or more.</param>
/// <param name="Slacks">What is left after the radial change, in the units of the data: excess of each input, shortfall of each output.</param>
/// <param name="Peers">For each unit one set of peers, the heaviest first.</param>
public sealed record RadialEstimate(string Method, LabelledVector Scores, IReadOnlyList<LabelledVector> Slacks,
    IReadOnlyList<IReadOnlyList<ReferenceUnit>> Peers) : Tabular
{
    /// <summary>Farrell's technical efficiency in (0, 1]: θ, or 1/φ.</summary>
    public LabelledVector Efficiency => new("technical efficiency", Scores.Axis, Scores.Values.Select(s => s > 1 ? 1 / s : s), Unit.One, Status);

    /// <inheritdoc/>
    public override string Caption => $"Radial efficiency, {Method}";

    /// <inheritdoc/>
    public override ValueStatus Status => Scores.Status;

    /// <summary>One row per unit: the score, slacks and peers.</summary>
    public override Columns ToColumns() => Columns.Of([Scores, .. Slacks]).With("peers", Peers.Select(p => string.Join(", ", p)));
}
