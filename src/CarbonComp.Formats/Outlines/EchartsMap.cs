using System.Text.Json.Nodes;

namespace CarbonComp.Formats;

/// <summary>Reads the boundary files of Apache ECharts 4 (<c>map/json/china.json</c>, <c>map/json/province/hebei.json</c>).</summary>
/// <remarks>
/// They are GeoJSON with encoded coordinates. Each ring is a text in which every two characters are the step to the next point: character code − 64, zig-zag
/// coded
/// (sign in the lowest bit), added up from the ring's <c>encodeOffsets</c> and divided by the scale, 1024 to a degree.
/// A point is therefore known to about 0.1 km. The outlines are simplified, and like most Chinese web maps they may be shifted
/// by some hundred metres (GCJ-02), which areas and distances between cities do not feel. Islets that the rounding made a line are left out.
/// Outlines of several cities in <c>china-cities.json</c> are stored as rings of one polygon and come out wrong; use the province files.
/// </remarks>
public static class EchartsMap
{
    private const double DefaultScale = 1024;

    /// <summary>Reads the areas of one or more files. A file without <c>UTF8Encoding</c> is read as plain GeoJSON.</summary>
    /// <param name="paths">The files.</param>
    /// <exception cref="CarbonCompException">No such file, one that is not UTF-8, or one that cannot be decoded; the message names the feature.</exception>
    public static IReadOnlyList<MapFeature> Read(params IEnumerable<string> paths) => Read(paths, TextEncoding.Default);

    /// <summary>Reads the areas of files that are not UTF-8.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="encoding">Their encoding: <c>gb18030</c>.</param>
    /// <exception cref="CarbonCompException">No such file, bytes of another encoding, or a file that cannot be decoded.</exception>
    public static IReadOnlyList<MapFeature> Read(IEnumerable<string> paths, string encoding) => [.. paths.SelectMany(path => ReadOne(path, encoding))];

    private static IReadOnlyList<MapFeature> ReadOne(string path, string encoding)
    {
        var root = GeoJsonMap.ReadNode(path, encoding);
        var source = Path.GetFileName(path);
        if (root is JsonObject file && file["UTF8Encoding"] is JsonValue encoded && encoded.TryGetValue(out bool isEncoded) && isEncoded)
            Decode(file, source);
        // The file's rounding crosses many outlines within 0.1 km, as the remarks say; that is no fault of one area.
        return [.. GeoJsonMap.Parse(root, source).Select(f => f with { Note = null })];
    }

    private static void Decode(JsonObject file, string source)
    {
        var scale = file["UTF8Scale"] is JsonValue given ? (double)given : DefaultScale;
        foreach (var (feature, position) in (file["features"] as JsonArray ?? []).Select((f, i) => (f, i + 1)))
        {
            if (feature?["geometry"] is not JsonObject geometry) continue;
            var name = (string?)feature["properties"]?["name"] ?? "no name";
            try
            {
                var shapes = Decode(geometry["coordinates"]!, geometry["encodeOffsets"]!, scale);
                geometry["coordinates"] = (string?)geometry["type"] == "MultiPolygon" ? WithoutCollapsed(shapes) : shapes;
            }
            catch (Exception wrong) when (wrong is NullReferenceException or InvalidOperationException or ArgumentOutOfRangeException or FormatException)
            {
                throw new CarbonCompException($"{source}, feature {position} ({name}): coordinates and encodeOffsets do not fit together. "
                    + $"Is it a map of Apache ECharts 4?", wrong);
            }
        }
    }

    // Rings may lie one or two levels deep (Polygon, MultiPolygon); offsets lie as deep as the rings.
    private static JsonArray Decode(JsonNode coordinates, JsonNode offsets, double scale) => coordinates is JsonArray several
        ? new JsonArray([.. several.Select((inner, i) => Decode(inner!, offsets[i]!, scale))])
        : Ring((string)coordinates!, (int)offsets[0]!, (int)offsets[1]!, scale);

    private static JsonArray Ring(string text, int x, int y, double scale)
    {
        if (text.Length % 2 != 0) throw new FormatException("An odd number of characters.");
        var points = new JsonArray();
        for (var i = 0; i < text.Length; i += 2)
        {
            x += Unfold(text[i] - 64);
            y += Unfold(text[i + 1] - 64);
            points.Add((JsonNode)new JsonArray(JsonValue.Create(x / scale), JsonValue.Create(y / scale)));
        }
        return points;
    }

    // Rounding has made some islets a line: of several parts, those without three corners are left out.
    private static JsonArray WithoutCollapsed(JsonArray polygons)
    {
        var kept = polygons.Where(p => p![0]!.AsArray().DistinctBy(c => ((double)c![0]!, (double)c[1]!)).Count() >= 3).Select(p => p!.DeepClone()).ToArray();
        return kept.Length > 0 ? new JsonArray(kept) : polygons.DeepClone().AsArray();
    }

    private static int Unfold(int zigzag) => zigzag >> 1 ^ -(zigzag & 1);
}
