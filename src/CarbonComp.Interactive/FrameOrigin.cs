namespace CarbonComp.Interactive;

/// <summary>What the caller says of the numbers in a frame.</summary>
internal sealed record FrameOrigin(string? Name, string? Unit, ValueStatus? Status, Axis? RowAxis, Axis? ColumnAxis, double? Absent);
