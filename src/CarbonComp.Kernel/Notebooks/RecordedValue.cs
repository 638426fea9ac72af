namespace CarbonComp.Kernel.Notebooks;

/// <summary>One value that a notebook recorded.</summary>
/// <param name="Name">The name under which it was recorded.</param>
/// <param name="Row">The label of its row, such as a region.</param>
/// <param name="Column">The label of its column.</param>
/// <param name="Number">The value, where it is a number.</param>
/// <param name="Text">The value, where it is a text.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Status">Where it comes from: paper, statistic, constructed or illustrative.</param>
internal sealed record RecordedValue(string Name, string? Row, string? Column, double? Number, string? Text, string? Unit, string? Status);
