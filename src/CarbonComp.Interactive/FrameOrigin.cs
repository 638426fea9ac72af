namespace CarbonComp.Interactive;

/// <summary>Unit, status and name of a frame's numbers, as the caller gives them.</summary>
internal sealed record FrameOrigin(string? Name, string? Unit, ValueStatus? Status, Axis? RowAxis, Axis? ColumnAxis, double? Absent);
