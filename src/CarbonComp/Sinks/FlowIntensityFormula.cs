namespace CarbonComp.Sinks;

/// <summary>A formula of the intensity of a service flow (<c>docs/methods.md#bth-15</c>).</summary>
/// <param name="outputSurplus">S − D of the output area, t CO2.</param>
/// <param name="inputMass">N_r of the input area, t CO2.</param>
/// <param name="distance">Core-to-core distance D_rs, km.</param>
/// <param name="range">Flow range D_r, km.</param>
/// <returns>t CO2/km2.</returns>
public delegate double FlowIntensityFormula(double outputSurplus, double inputMass, double distance, double range);
