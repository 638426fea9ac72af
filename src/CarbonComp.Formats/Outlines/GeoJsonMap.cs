using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CarbonComp.Formats;

/// <summary>Reads areas from GeoJSON (RFC 7946): a FeatureCollection of polygons and multipolygons.</summary>
public static class GeoJsonMap
{
    private static readonly string[] CodeKeys = ["adcode", "code", "id", "region"];
    private static readonly string[] NameKeys = ["name", "NAME", "Name", "name_zh", "local_name"];

    /// <summary>Reads the areas of a file.</summary>
    /// <remarks>
    /// Name and code of an area are its properties <c>name</c> and <c>adcode</c>, <c>code</c> or <c>id</c>, or the feature's own <c>id</c>, unless other
    /// properties are named. Outlines that cross themselves are mended without moving a point; features that are neither polygon nor multipolygon are left
    /// out. A <c>crs</c> member is followed: longitude and latitude of WGS 84, CGCS2000, ETRS89 or NAD83, Web Mercator, and UTM of WGS 84; any other is
    /// refused by its name.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="name">The property that holds the names, where it is not one of the usual.</param>
    /// <param name="code">The property that holds the codes, likewise.</param>
    /// <param name="encoding">The file's encoding where it is not UTF-8: <c>gb18030</c>.</param>
    /// <exception cref="CarbonCompException">No such file, bytes of another encoding, no FeatureCollection, no such property (the message lists those there
    /// are), a coordinate system that is not known, or a coordinate that is not a place on the Earth; the message names the feature.</exception>
    public static IReadOnlyList<MapFeature> Read(string path, string? name = null, string? code = null, string encoding = TextEncoding.Default) =>
        Parse(ReadNode(path, encoding), Path.GetFileName(path), name, code);

    internal static JsonNode ReadNode(string path, string encoding = TextEncoding.Default)
    {
        if (!File.Exists(path)) throw new CarbonCompException($"There is no boundary file {path}. Check the path, or install what provides it.");
        try
        {
            return JsonNode.Parse(TextEncoding.ReadFile(path, encoding)) ?? throw new CarbonCompException($"{Path.GetFileName(path)} is empty; a GeoJSON "
                + $"FeatureCollection is needed.");
        }
        catch (JsonException wrong)
        {
            throw new CarbonCompException($"{Path.GetFileName(path)} is not JSON: {wrong.Message}", wrong);
        }
    }

    internal static IReadOnlyList<MapFeature> Parse(JsonNode root, string source, string? nameKey = null, string? codeKey = null)
    {
        if (root is not JsonObject || root["features"] is not JsonArray features)
            throw new CarbonCompException($"{source} has no \"features\"; a GeoJSON FeatureCollection is needed.");
        string[] there = [.. features.SelectMany(f => f?["properties"] is JsonObject own ? own.Select(p => p.Key) : []).Distinct()];
        foreach (var asked in new[] { nameKey, codeKey })
            if (asked is not null && !there.Contains(asked)) throw Without($"no property \"{asked}\"");
        var place = MapCoordinates.Of(root, source);
        var read = new List<MapFeature>();
        foreach (var (feature, position) in features.Select((f, i) => (f, i + 1)))
        {
            var code = Text(feature?["properties"], codeKey is null ? CodeKeys : [codeKey]) is { Length: > 0 } property ? property
                : codeKey is null ? Text(feature, ["id"]) : "";
            var name = Text(feature?["properties"], nameKey is null ? NameKeys : [nameKey]) is { Length: > 0 } own ? own : nameKey is null ? code : "";
            var where = $"{source}, feature {position}" + (name.Length > 0 ? $" ({name})" : "");
            try
            {
                var its = feature is JsonObject given && given.ContainsKey("crs") ? MapCoordinates.Of(given, where) : place;
                if (Outline(feature?["geometry"], where, its) is var (outline, note)) read.Add(new(name, code, outline, source) { Properties = there, Note =
                    note });
            }
            catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or ArgumentException)
            {
                throw new CarbonCompException($"{where}: the geometry cannot be read: {wrong.Message}", wrong);
            }
        }
        if (read.Count > 0 && read.All(f => f.Name.Length == 0)) throw Without($"no name in {string.Join(", ", nameKey is null ? NameKeys : [nameKey])}");
        return read;

        CarbonCompException Without(string what) => new(there.Length == 0 ? $"{source}: its areas have {what}, and no other properties either. Give them names."
            : $"{source}: its areas have {what}. There are: {string.Join(", ", there)}. Name the one that holds the names: name: \"{there[0]}\".");
    }

    private static (Geometry Outline, string? Note)? Outline(JsonNode? geometry, string where, MapCoordinates place)
    {
        var polygons = (string?)geometry?["type"] switch
        {
            "Polygon" => [Rings(geometry["coordinates"], where, place)],
            "MultiPolygon" => (geometry["coordinates"] as JsonArray ?? []).Select(p => Rings(p, where, place)).ToArray(),
            _ => null,
        };
        if (polygons is null) return null;
        if (polygons.Length == 0) throw new CarbonCompException($"{where} has no coordinates.");
        Geometry shape = polygons.Length == 1 ? polygons[0] : GeometryFactory.Default.CreateMultiPolygon(polygons);
        var isCrossed = !shape.IsValid;
        if (isCrossed) shape = GeometryFixer.Fix(shape);
        return shape.IsEmpty ? throw new CarbonCompException($"{where} covers no area.")
            : (shape, isCrossed ? $"The outline of {where} crosses itself and was mended." : null);
    }

    private static Polygon Rings(JsonNode? rings, string where, MapCoordinates place)
    {
        if (rings is not JsonArray { Count: > 0 } array) throw new CarbonCompException($"{where} has no coordinates.");
        var read = array.Select(ring => Ring(ring, where, place)).ToArray();
        return GeometryFactory.Default.CreatePolygon(read[0], read[1..]);
    }

    private static LinearRing Ring(JsonNode? ring, string where, MapCoordinates place)
    {
        var points = (ring as JsonArray ?? []).Select(p => place.Place((double)p![0]!, (double)p[1]!)).ToList();
        foreach (var p in points)
            if (!(Math.Abs(p.X) <= 180 && Math.Abs(p.Y) <= 90))
                throw new CarbonCompException($"{where}: ({p.X}, {p.Y}) is not longitude and latitude in degrees. Reproject the file to WGS 84 or CGCS2000, "
                    + "or give it a crs member that says what they are.");
        foreach (var (a, b) in points.Zip(points.Skip(1)))
            if (Math.Abs(a.X - b.X) is > 180 and < 360 - 1e-9)
                throw new CarbonCompException($"{where}: an edge goes from longitude {a.X} to {b.X}, across the antimeridian. Cut the outline there into two "
                    + "parts, as RFC 7946 asks.");
        if (points.Count > 0 && !points[0].Equals2D(points[^1])) points.Add(points[0].Copy());
        if (points.Count < 4) throw new CarbonCompException($"{where}: a ring of {points.Count} points is no outline; at least three corners are needed.");
        return GeometryFactory.Default.CreateLinearRing([.. points]);
    }

    private static string Text(JsonNode? node, IEnumerable<string> keys) =>
        node is not JsonObject fields ? "" : keys.Select(k => fields[k]).FirstOrDefault(v => v is JsonValue)?.ToString() ?? "";
}
