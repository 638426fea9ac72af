namespace CarbonComp;

/// <summary>The service that flows from one region to another.</summary>
/// <param name="Output">The region that sequesters more than it demands.</param>
/// <param name="Input">The region that demands more than it sequesters.</param>
/// <param name="Distance">From core to core, km.</param>
/// <param name="Range">How far the service reaches, km (BTH eq. 14).</param>
/// <param name="Intensity">t CO2/km2 (BTH eq. 15).</param>
/// <param name="FlowArea">How much of the input region it reaches, km2.</param>
/// <param name="Amount">t CO2 (BTH eq. 16).</param>
public sealed record ServiceLink(Region Output, Region Input, double Distance, double Range, double Intensity, double FlowArea, double Amount);
