namespace CarbonComp.Charts;

/// <summary>How text looks.</summary>
/// <param name="Family">Fonts, best first.</param>
/// <param name="Size">Size, px.</param>
/// <param name="Color">A colour for all or one for each.</param>
/// <param name="Shadow">A halo that lifts the text from what is behind it, as CSS writes it.</param>
internal sealed record TextFont(string? Family = null, double? Size = null, PlotText? Color = null, string? Shadow = null);
