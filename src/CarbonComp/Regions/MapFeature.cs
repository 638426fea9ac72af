using NetTopologySuite.Geometries;

namespace CarbonComp.Regions;

/// <summary>One area of a boundary file, before it is known which region it is.</summary>
/// <param name="Name">Its name in the file: <c>石家庄市</c>.</param>
/// <param name="Code">Its code in the file: <c>130100</c>; may be empty.</param>
/// <param name="Outline">Its outline: polygon or multipolygon, longitude and latitude in degrees.</param>
/// <param name="Source">The file, for messages and captions.</param>
public sealed record MapFeature(string Name, string Code, Geometry Outline, string Source)
{
    /// <summary>The properties that the areas of the file have, for messages: any of them may hold names.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>What was done with the outline, as a sentence; null for nothing.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Code.Length > 0 ? $"{Name} ({Code})" : Name;
}
