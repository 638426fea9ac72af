using System.Text;
using System.Text.Json;

namespace CarbonComp.Formats.Tests;

public class EchartsMapTests
{
    private static readonly (double X, double Y)[] Square = [(116, 40), (117, 40), (117, 41), (116, 41), (116, 40)];
    private static readonly (double X, double Y)[] Hole = [(116.25, 40.25), (116.25, 40.75), (116.75, 40.75), (116.75, 40.25), (116.25, 40.25)];

    [Fact]
    public void Polygon_with_a_hole_is_decoded_to_the_point()
    {
        var feature = Assert.Single(Read(Encoded("方城市", "130001", "Polygon", [Square, Hole])));
        Assert.Equal(("方城市", "130001"), (feature.Name, feature.Code));
        Assert.Equal(0.75, feature.Outline.Area, 12);
        Assert.Equal((116.5, 40.5), (feature.Outline.Centroid.X, feature.Outline.Centroid.Y));
    }

    [Fact]
    public void Multipolygon_keeps_its_parts_apart()
    {
        var island = Square.Select(p => (p.X + 2, p.Y - 3)).ToArray();
        var feature = Assert.Single(Read(Encoded("海岛市", "130002", "MultiPolygon", [Square], [island])));
        Assert.Equal(2, feature.Outline.NumGeometries);
        Assert.Equal(2, feature.Outline.Area, 12);
    }

    [Fact]
    public void An_islet_that_rounding_made_a_line_is_left_out()
    {
        (double, double)[] islet = [(118, 39), (118.001, 39), (118, 39)];
        Assert.Equal(1, Assert.Single(Read(Encoded("海岛市", "130002", "MultiPolygon", [islet], [Square]))).Outline.Area, 12);
    }

    [Fact]
    public void Steps_to_the_west_and_south_keep_their_sign()
    {
        (double, double)[] ring = [(-10, -20), (-11.5, -20.25), (-12, -22), (-10, -20)];
        var outline = Assert.Single(Read(Encoded("x", "1", "Polygon", [ring]))).Outline;
        Assert.Equal(ring, outline.Coordinates.Select(c => (c.X, c.Y)));
    }

    [Fact]
    public void Plain_GeoJSON_is_read_by_the_same_call()
    {
        var feature = Assert.Single(Read("""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"adcode":130003,"name":"Plain"},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}},
              {"type":"Feature","properties":{"name":"line"},"geometry":{"type":"LineString","coordinates":[[1,1],[2,1]]}}]}
            """));
        Assert.Equal(("Plain", "130003"), (feature.Name, feature.Code));
        Assert.Equal(0.5, feature.Outline.Area, 12);
    }

    [Theory]
    [InlineData("not json", "is not JSON")]
    [InlineData("{}", "features")]
    [InlineData("""
        {"features":[{"properties":{"name":"远市"},
          "geometry":{"type":"Polygon","coordinates":[[[500000,4000000],[500001,4000000],[500001,4000001]]]}}]}
        """, "远市")]
    [InlineData("""{"features":[{"properties":{"name":"短市"},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,2]]]}}]}""", "短市")]
    [InlineData("""
        {"UTF8Encoding":true,"features":[{"properties":{"name":"断市"},"geometry":{"type":"Polygon","coordinates":["@@A"],"encodeOffsets":[[1,1]]}}]}
        """, "断市")]
    [InlineData("""{"UTF8Encoding":true,"features":[{"properties":{"name":"无市"},"geometry":{"type":"Polygon","coordinates":["@@AA"]}}]}""", "无市")]
    public void A_broken_file_is_refused_with_the_place_named(string content, string named)
    {
        var error = Assert.Throws<CarbonCompException>(() => Read(content));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.json", Assert.Throws<CarbonCompException>(() => EchartsMap.Read("nowhere.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_ring_that_crosses_itself_is_mended()
    {
        var bow = Assert.Single(Read("""
            {"features":[{"properties":{"name":"bow"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}]}
            """)).Outline;
        Assert.True(bow.IsValid);
        Assert.Equal(0.5, bow.Area, 12);
    }

    internal static IReadOnlyList<MapFeature> Read(string content)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        File.WriteAllText(path, content);
        try { return EchartsMap.Read(path); }
        finally { File.Delete(path); }
    }

    /// <summary>A map file as Apache ECharts 4 writes it.</summary>
    internal static string Encoded(string name, string code, string type, params (double X, double Y)[][][] polygons)
    {
        var strings = polygons.Select(p => p.Select(Encode).ToArray()).ToArray();
        var offsets = polygons.Select(p => p.Select(r => new[] { (int)Math.Round(r[0].X * 1024), (int)Math.Round(r[0].Y * 1024) }).ToArray()).ToArray();
        object geometry = type == "Polygon"
            ? new { type, coordinates = strings[0], encodeOffsets = offsets[0] }
            : new { type, coordinates = strings, encodeOffsets = offsets };
        return JsonSerializer.Serialize(new { type = "FeatureCollection", UTF8Encoding = true, features =
            new[] { new { id = code, type = "Feature", properties = new { name }, geometry } } });
    }

    private static string Encode((double X, double Y)[] ring)
    {
        var text = new StringBuilder();
        var (x, y) = ((int)Math.Round(ring[0].X * 1024), (int)Math.Round(ring[0].Y * 1024));
        foreach (var point in ring)
        {
            var (nextX, nextY) = ((int)Math.Round(point.X * 1024), (int)Math.Round(point.Y * 1024));
            text.Append(Fold(nextX - x)).Append(Fold(nextY - y));
            (x, y) = (nextX, nextY);
        }
        return text.ToString();
    }

    private static char Fold(int step) => (char)((step << 1 ^ step >> 31) + 64);
}
