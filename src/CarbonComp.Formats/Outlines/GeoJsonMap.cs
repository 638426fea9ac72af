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
    /// Name and code of an area are its properties <c>name</c> and <c>adcode</c>, <c>code</c> or <c>id</c>, or the feature's own <c>id</c>.
    /// Outlines that cross themselves are mended without moving a point; features that are neither polygon nor multipolygon are left out.
    /// </remarks>
    /// <param name="path">The file, UTF-8.</param>
    /// <exception cref="CarbonCompException">No such file, no FeatureCollection, or a coordinate that is not a place on the Earth; the
    /// message names the feature.</exception>
    public static IReadOnlyList<MapFeature> Read(string path) => Parse(ReadNode(path), Path.GetFileName(path));

    internal static JsonNode ReadNode(string path)
    {
        if (!File.Exists(path)) throw new CarbonCompException($"There is no boundary file {path}. Check the path, or install what provides it.");
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) ?? throw new CarbonCompException($"{Path.GetFileName(path)} is empty; a GeoJSON "
                + $"FeatureCollection is needed.");
        }
        catch (JsonException wrong)
        {
            throw new CarbonCompException($"{Path.GetFileName(path)} is not JSON: {wrong.Message}", wrong);
        }
    }

    internal static IReadOnlyList<MapFeature> Parse(JsonNode root, string source)
    {
        if (root is not JsonObject || root["features"] is not JsonArray features)
            throw new CarbonCompException($"{source} has no \"features\"; a GeoJSON FeatureCollection is needed.");
        var read = new List<MapFeature>();
        foreach (var (feature, position) in features.Select((f, i) => (f, i + 1)))
        {
            var code = Text(feature?["properties"], CodeKeys) is { Length: > 0 } property ? property : Text(feature, ["id"]);
            var name = Text(feature?["properties"], NameKeys) is { Length: > 0 } own ? own : code;
            var where = $"{source}, feature {position}" + (name.Length > 0 ? $" ({name})" : "");
            try
            {
                if (Outline(feature?["geometry"], where) is { } outline) read.Add(new(name, code, outline, source));
            }
            catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or ArgumentException)
            {
                throw new CarbonCompException($"{where}: the geometry cannot be read: {wrong.Message}", wrong);
            }
        }
        return read;
    }

    private static Geometry? Outline(JsonNode? geometry, string where)
    {
        var polygons = (string?)geometry?["type"] switch
        {
            "Polygon" => [Rings(geometry["coordinates"], where)],
            "MultiPolygon" => (geometry["coordinates"] as JsonArray ?? []).Select(p => Rings(p, where)).ToArray(),
            _ => null,
        };
        if (polygons is null) return null;
        if (polygons.Length == 0) throw new CarbonCompException($"{where} has no coordinates.");
        Geometry shape = polygons.Length == 1 ? polygons[0] : GeometryFactory.Default.CreateMultiPolygon(polygons);
        if (!shape.IsValid) shape = GeometryFixer.Fix(shape);
        return shape.IsEmpty ? throw new CarbonCompException($"{where} covers no area.") : shape;
    }

    private static Polygon Rings(JsonNode? rings, string where)
    {
        if (rings is not JsonArray { Count: > 0 } array) throw new CarbonCompException($"{where} has no coordinates.");
        var read = array.Select(ring => Ring(ring, where)).ToArray();
        return GeometryFactory.Default.CreatePolygon(read[0], read[1..]);
    }

    private static LinearRing Ring(JsonNode? ring, string where)
    {
        var points = (ring as JsonArray ?? []).Select(p => new Coordinate((double)p![0]!, (double)p[1]!)).ToList();
        foreach (var p in points)
            if (!(Math.Abs(p.X) <= 180 && Math.Abs(p.Y) <= 90))
                throw new CarbonCompException($"{where}: ({p.X}, {p.Y}) is not longitude and latitude in degrees. Reproject the file to WGS 84 or CGCS2000.");
        if (points.Count > 0 && !points[0].Equals2D(points[^1])) points.Add(points[0].Copy());
        if (points.Count < 4) throw new CarbonCompException($"{where}: a ring of {points.Count} points is no outline; at least three corners are needed.");
        return GeometryFactory.Default.CreateLinearRing([.. points]);
    }

    private static string Text(JsonNode? node, IEnumerable<string> keys) =>
        node is not JsonObject fields ? "" : keys.Select(k => fields[k]).FirstOrDefault(v => v is JsonValue)?.ToString() ?? "";
}
