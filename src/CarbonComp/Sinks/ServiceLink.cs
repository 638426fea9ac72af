namespace CarbonComp.Sinks;

/// <summary>The service that flows from one region to another.</summary>
/// <param name="Output">The region that sequesters more than it demands.</param>
/// <param name="Input">The region that demands more than it sequesters.</param>
/// <param name="Distance">From core to core, km.</param>
/// <param name="Range">The flow range, km (<c>docs/methods.md#bth-14</c>).</param>
/// <param name="Intensity">t CO2/km2 (<c>docs/methods.md#bth-15</c>).</param>
/// <param name="FlowArea">The part of the input region within the range, km2.</param>
/// <param name="Amount">t CO2 (<c>docs/methods.md#bth-16</c>).</param>
public sealed record ServiceLink(Region Output, Region Input, double Distance, double Range, double Intensity, double FlowArea, double Amount);
