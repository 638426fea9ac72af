namespace CarbonComp.Uncertainty;

/// <summary>The shares of a result's variance that inputs cause: alone (first order) and together with the others (total)
/// (<c>docs/methods.md#sobol</c>).</summary>
/// <param name="Result">The result.</param>
/// <param name="Samples">N, the number of rows of the design that were used.</param>
/// <param name="Level">The level of the bootstrap intervals.</param>
/// <param name="First">First-order index by input.</param>
/// <param name="FirstLower">The lower end of its interval.</param>
/// <param name="FirstUpper">The upper end of its interval.</param>
/// <param name="Total">Total index by input.</param>
/// <param name="TotalLower">The lower end of its interval.</param>
/// <param name="TotalUpper">The upper end of its interval.</param>
public sealed record SobolIndices(string Result, int Samples, double Level, LabelledVector First, LabelledVector FirstLower, LabelledVector FirstUpper,
    LabelledVector Total, LabelledVector TotalLower, LabelledVector TotalUpper) : Tabular
{
    /// <summary>The share of the variance that no input causes alone, <c>1 − ΣS_i</c>: what interactions cause, up to sampling error.</summary>
    public double Interactions => 1 - First.Total;

    /// <inheritdoc/>
    public override string Caption => Invariant($"What the spread of {Result} comes from: Sobol indices, {Samples} samples, {100 * Level:0.##} % intervals");

    /// <inheritdoc/>
    public override ValueStatus Status => First.Status;

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(First.Named("first order S"), FirstLower.Named("S from"), FirstUpper.Named("S to"),
        Total.Named("total ST"), TotalLower.Named("ST from"), TotalUpper.Named("ST to"));
}
