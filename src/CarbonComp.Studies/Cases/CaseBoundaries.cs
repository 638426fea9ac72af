namespace CarbonComp.Studies;

/// <summary>Where the outlines of a case come from: a file of its own, or those that ECharts 4.9 ships.</summary>
internal static class CaseBoundaries
{
    /// <summary>The source of the shipped outlines in captions.</summary>
    public const string Source = "Apache ECharts 4.9";

    /// <summary>The customary equal-area projection of China.</summary>
    public static readonly EqualAreaProjection Projection = new(105, 25, 47);

    private const string Own = "boundaries.geojson";

    /// <summary>The areas of shipped files.</summary>
    /// <exception cref="CarbonCompException">A file is not there; the message says which command installs it.</exception>
    public static IReadOnlyList<MapFeature> Shipped(params IReadOnlyList<string> files) => files.FirstOrDefault(f => !File.Exists(f)) is { } missing
        ? throw new CarbonCompException($"The boundaries {missing} are not there. Run environment/run.sh once; it installs them.") : EchartsMap.Read(files);

    /// <summary>The regions with the outlines of the case's <c>boundaries.geojson</c>, or where it has none with those of the shipped
    /// province that has all of them.</summary>
    /// <param name="regions">The regions.</param>
    /// <param name="package">The package in whose folder the case's own file would be.</param>
    /// <param name="boundaries">The folder <c>map/json</c> of ECharts.</param>
    /// <exception cref="CarbonCompException">No file has all the regions; the message names those that are missing, and says what to do.</exception>
    public static RegionMap Of(RegionAxis regions, DataPackage package, string boundaries)
    {
        var own = Path.Combine(package.Folder, Own);
        if (File.Exists(own)) return FromOwn(regions, own, $"{Path.GetFileName(package.Folder)}/{Own}");
        var provinces = Path.Combine(boundaries, "province");
        if (!Directory.Exists(provinces))
            throw new CarbonCompException($"The boundaries {provinces} are not there. Run environment/run.sh once; it installs them. Or put a "
                + $"{Own} beside the case's datapackage.json.");
        // Outlines are decoded only where the names stand in the file.
        foreach (var file in Directory.EnumerateFiles(provinces, "*.json").Order(StringComparer.Ordinal))
            if (File.ReadAllText(file) is var text && regions.All(r => new[] { r.Code, r.LocalName, r.Name }.Any(label => label.Length > 0
                && text.Contains(label, StringComparison.Ordinal)))
                && EchartsMap.Read(file) is var features && regions.All(region => PlaceNames.Match(region, features) is not null))
                return RegionMap.Of(regions, features, Projection, source: Source);
        throw new CarbonCompException($"No province of {provinces} has all of {string.Join(", ", regions.Labels)}. Give regions.csv the codes or "
            + $"Chinese names of the map, or put a {Own} beside the case's datapackage.json.");
    }

    private static RegionMap FromOwn(RegionAxis regions, string file, string shown)
    {
        var features = GeoJsonMap.Read(file);
        string[] missing = [.. regions.Where(region => PlaceNames.Match(region, features) is null).Select(region => region.Name)];
        return missing.Length == 0 ? RegionMap.Of(regions, features, source: $"the case's {Own}")
            : throw new CarbonCompException($"{shown}: there is no outline of {string.Join(", ", missing)}. "
            + $"Its {features.Count} areas are {Listing.Of(features.Select(f => $"{f}"))}. "
                + "Give each region's area its name or code as in regions.csv; or delete the file, then cities of China are found by code or Chinese name.");
    }
}
