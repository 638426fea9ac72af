namespace CarbonComp.InputOutput;

/// <summary>The difference between a row's or column's sum and its output.</summary>
/// <param name="Label">Region and sector.</param>
/// <param name="Residual">Output minus the sum of the entries, in the table's currency.</param>
/// <param name="Relative">Its size as a share of turnover.</param>
/// <param name="Unit">The currency.</param>
public sealed record TableResidual(string Label, double Residual, double Relative, Unit Unit)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Label} is off by {NumberFormat.Quantity(Residual, Unit)} ({Share} of turnover)";

    private string Share => Relative >= 1e-4 ? Invariant($"{100 * Relative:G3} %") : Invariant($"{Relative:0.#E+0}");
}
