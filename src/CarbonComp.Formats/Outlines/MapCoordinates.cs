using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NetTopologySuite.Geometries;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace CarbonComp.Formats;

/// <summary>The coordinate system that a boundary file declares, and the way from it to longitude and latitude.</summary>
/// <param name="Place">The place of a pair of coordinates, degrees.</param>
internal sealed partial record MapCoordinates(Func<double, double, Coordinate> Place)
{
    // Longitude and latitude, whose datums differ by less than the outlines of any map are known.
    private static readonly int[] Geographic = [4326, 4490, 4258, 4269, 4979, 4937];

    private static readonly int[] WebMercator = [3857, 900913, 102100, 102113, 3785];

    public static MapCoordinates Degrees { get; } = new((x, y) => new(x, y));

    /// <summary>What the member <c>crs</c> of an object says; degrees of WGS 84 where there is none, as RFC 7946 has it.</summary>
    /// <exception cref="CarbonCompException">A system that is not known, or a link to one.</exception>
    public static MapCoordinates Of(JsonNode root, string source)
    {
        if (root is not JsonObject declared || !declared.ContainsKey("crs")) return Degrees;
        var crs = declared["crs"];
        var name = crs switch
        {
            JsonValue text => text.ToString(),
            JsonObject system => system["properties"] is JsonObject properties
                ? (properties["name"] ?? properties["code"] ?? properties["href"])?.ToString() ?? "" : "",
            _ => "",
        };
        if (Crs84().IsMatch(name)) return Degrees;
        var code = Epsg().Match(name) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return OfCode(code) ?? throw new CarbonCompException($"{source}: its crs is {(name.Length > 0 ? $"\"{name}\"" : "empty or unknown")}, which is not "
            + $"known here. "
            + "Known are CRS84, EPSG:4326, EPSG:4490, EPSG:3857 and UTM (EPSG:32601 to 32760). Reproject the file to EPSG:4326 (ogr2ogr -t_srs EPSG:4326).");
    }

    /// <summary>What well-known text says, as in a <c>.prj</c> file.</summary>
    /// <exception cref="DataException">A system that is not known, or on another datum.</exception>
    public static MapCoordinates OfText(string text, string source)
    {
        var system = WktSystem.Parse(text, source);
        if (system.Plane is null) return Degrees;
        if (system.IsWebMercator) return From(ProjectedCoordinateSystem.WebMercator);
        try { return From(system.Plane, system.Earth); }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            throw new DataException(source, $"its projection \"{system.Name}\" is not known here ({wrong.Message}). {WktSystem.Remedy}", wrong);
        }
    }

    /// <summary>What a code of EPSG's list says; null where it is not known here.</summary>
    public static MapCoordinates? OfCode(int code) => Geographic.Contains(code) ? Degrees
        : WebMercator.Contains(code) ? From(ProjectedCoordinateSystem.WebMercator)
        : code is > 32600 and <= 32660 ? From(ProjectedCoordinateSystem.WGS84_UTM(code - 32600, true))
        : code is > 32700 and <= 32760 ? From(ProjectedCoordinateSystem.WGS84_UTM(code - 32700, false)) : null;

    private static MapCoordinates From(ProjectedCoordinateSystem system, GeographicCoordinateSystem? earth = null)
    {
        var back = new CoordinateTransformationFactory().CreateFromCoordinateSystems(system, earth ?? GeographicCoordinateSystem.WGS84).MathTransform;
        return new((x, y) => back.Transform(x, y) is var (longitude, latitude) ? new(longitude, latitude) : new());
    }

    [GeneratedRegex(@"(?:OGC:[0-9.]*:?|^)(?:CRS:?84)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Crs84();

    [GeneratedRegex(@"(?:EPSG(?::[0-9.]*)?[:/]+(?:0/)?|^)([0-9]{4,6})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Epsg();
}
