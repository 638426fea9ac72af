namespace CarbonComp.Interactive;

/// <summary>A column on its way into a frame: its heading with unit and status, and values of one kind.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Values">Numbers (missing ones not a number), or whole numbers, truth values or texts, of which missing ones are null.</param>
internal sealed record FrameSeries(string Heading, Array Values);
