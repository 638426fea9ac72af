namespace CarbonComp.Abatement;

/// <summary>The result of <see cref="SlacksBasedMeasure.Plain"/>.</summary>
/// <param name="Method">The measure and its choices.</param>
/// <param name="Scores">Efficiency ρ in (0, 1]; 1 on the frontier.</param>
/// <param name="Slacks">Possible savings of each input and additions to each output, in the units of the data.</param>
/// <param name="Peers">For each unit one set of peers, the heaviest first.</param>
public sealed record SlacksBasedEfficiency(string Method, LabelledVector Scores, IReadOnlyList<LabelledVector> Slacks,
    IReadOnlyList<IReadOnlyList<ReferenceUnit>> Peers) : Tabular
{
    /// <inheritdoc/>
    public override string Caption => $"Efficiency, {Method}";

    /// <inheritdoc/>
    public override ValueStatus Status => Scores.Status;

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of([Scores, .. Slacks])
        .With("peers", Peers.Select(p => string.Join(", ", p)));
}
