namespace CarbonComp.Sinks;

/// <summary>The formulas of one service flow, from an output area s to an input area r (<c>docs/methods.md#bth-14</c> to <c>#bth-16</c>).</summary>
public static class ServiceFlow
{
    /// <summary>Impact factor k of the source, from earlier studies.</summary>
    public const double CustomaryImpactFactor = 0.6;

    /// <summary>Flow range: how far an output area's sequestration service reaches towards an input area.</summary>
    /// <remarks><c>D_r = D_rs / (1 + √(N_r / N_s))</c>: the breakpoint between two attractions, the stronger output area reaching further.</remarks>
    /// <param name="distance">Core-to-core distance D_rs, km, positive.</param>
    /// <param name="inputMass">N_r of the input area, t CO2, not negative.</param>
    /// <param name="outputMass">N_s of the output area, t CO2, positive.</param>
    /// <returns>Kilometres, in (0, distance].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A distance or mass outside its range.</exception>
    public static double Range(double distance, double inputMass, double outputMass) =>
        Guard.Positive(distance) / (1 + Math.Sqrt(Guard.NotNegative(inputMass) / Guard.Positive(outputMass)));

    /// <summary>Flow intensity, <c>I = (S − D) / D_r²</c>, from which the source's table follows.</summary>
    /// <param name="outputSurplus">S − D of the output area, t CO2, not negative.</param>
    /// <param name="range">Flow range D_r, km, positive.</param>
    /// <returns>t CO2/km2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A deficit, or a range that is not positive.</exception>
    public static double IntensityOfSurplus(double outputSurplus, double range) =>
        Guard.NotNegative(outputSurplus) / (Guard.Positive(range) * range);

    /// <summary>Amount of service that flows, <c>V = k · S_rs · I_rs</c>.</summary>
    /// <param name="flowArea">S_rs, km2 of the input area inside the flow range, not negative.</param>
    /// <param name="intensity">I_rs, t CO2/km2, not negative.</param>
    /// <param name="impactFactor">k, from 0 to 1.</param>
    /// <returns>t CO2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside its range.</exception>
    public static double Amount(double flowArea, double intensity, double impactFactor = CustomaryImpactFactor) =>
        Guard.Share(impactFactor, "The impact factor k must be between 0 and 1.") * Guard.NotNegative(flowArea) * Guard.NotNegative(intensity);
}
