namespace CarbonComp.Charts;

/// <summary>The picture that the save button makes.</summary>
/// <param name="Format">"png" or "svg".</param>
/// <param name="Scale">Pixels of the picture for a pixel of the screen.</param>
/// <param name="FileName">The file's name without ending.</param>
internal sealed record ImageOptions(string Format = "png", double Scale = 2, string FileName = "figure");
