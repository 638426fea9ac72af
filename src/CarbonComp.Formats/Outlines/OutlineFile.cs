namespace CarbonComp.Formats;

/// <summary>Reads areas from a boundary file of any kind that is known, by its ending.</summary>
public static class OutlineFile
{
    /// <summary>GeoJSON (<c>.geojson</c>, <c>.json</c>, also that of ECharts), shapefile (<c>.shp</c>) or GeoPackage (<c>.gpkg</c>).</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The property that holds the names, where it is not one of the usual.</param>
    /// <param name="code">The property that holds the codes, likewise.</param>
    /// <exception cref="CarbonCompException">Another ending, or as for the kind.</exception>
    public static IReadOnlyList<MapFeature> Read(string path, string? name = null, string? code = null) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".SHP" => ShapefileMap.Read(path, name, code),
        ".GPKG" => GeoPackageMap.Read(path, null, name, code),
        ".GEOJSON" => GeoJsonMap.Read(path, name, code),
        ".JSON" => name is null && code is null ? EchartsMap.Read(path) : GeoJsonMap.Read(path, name, code),
        var ending => throw new DataException(path, $"boundaries in {(ending.Length > 0 ? ending : "a file without ending")} are not read. "
            + "Convert it: ogr2ogr out.gpkg in."),
    };
}
