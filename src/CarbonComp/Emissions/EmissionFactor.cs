namespace CarbonComp;

/// <summary>The carbon that a fuel releases for its energy.</summary>
/// <param name="Fuel">The fuel.</param>
/// <param name="CarbonContent">Carbon content, kg C/GJ of net calorific value.</param>
/// <param name="Oxidation">Share of the carbon that is oxidised, above 0 and at most 1; the IPCC's default is 1.</param>
/// <param name="Basis">The fuel of the source that the number is given for: <c>other bituminous coal</c>.</param>
public sealed record EmissionFactor(string Fuel, double CarbonContent, double Oxidation = 1, string Basis = "")
{
    /// <summary>GJ in a tonne of standard coal equivalent (7000 kcal/kg).</summary>
    public const double GigajoulePerTce = 29.3076;

    /// <summary>K of docs/methods.md#bth-1, t C/tce: <c>carbon content · 29.3076 / 1000 · oxidation</c>.</summary>
    public double TonneCarbonPerTce => CarbonContent * GigajoulePerTce / 1000 * Oxidation;
}
