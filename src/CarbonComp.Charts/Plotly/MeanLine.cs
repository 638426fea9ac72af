namespace CarbonComp.Charts;

/// <summary>The line of the mean in a violin.</summary>
/// <param name="Visible">Whether it is drawn.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Width">Its width, px.</param>
internal sealed record MeanLine(bool Visible, string Color, double Width);
