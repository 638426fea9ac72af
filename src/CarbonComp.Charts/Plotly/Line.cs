namespace CarbonComp.Charts;

/// <summary>How a line looks.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Width">Its width, px.</param>
/// <param name="Dash">"solid", "dash", "dot"; solid where nothing is said.</param>
internal sealed record Line(string? Color = null, double? Width = null, string? Dash = null);
