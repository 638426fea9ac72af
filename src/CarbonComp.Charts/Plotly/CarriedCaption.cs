namespace CarbonComp.Charts;

/// <summary>A caption in plotly's JSON; <see cref="FigureCaption.Carried"/> makes it.</summary>
/// <param name="Status">The weakest status of the values, by its name.</param>
/// <param name="Note">A remark for the reader.</param>
/// <param name="Source">The publication or procedure that the values come from.</param>
internal sealed record CarriedCaption(string Status, string? Note, string? Source);
