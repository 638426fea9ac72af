using System.Text;

namespace CarbonComp.Formats.Tests;

public sealed class GeoJsonMapTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Write(string features, string more = "", Encoding? encoding = null)
    {
        var path = folder.File("map.geojson");
        File.WriteAllBytes(path, (encoding ?? new UTF8Encoding(false)).GetBytes($$"""{"type": "FeatureCollection"{{more}}, "features": [{{features}}]}"""));
        return path;
    }

    private static string Box(string properties, double west = 118, double south = 39, double east = 119, double north = 40) =>
        FormattableString.Invariant($$$"""
        {"type": "Feature", "properties": { {{{properties}}} }, "geometry": {"type": "Polygon",
         "coordinates": [[[{{{west}}}, {{{south}}}], [{{{east}}}, {{{south}}}], [{{{east}}}, {{{north}}}], [{{{west}}}, {{{north}}}], [{{{west}}},
             {{{south}}}]]]}}
        """);

    private static string Complaint(Func<IReadOnlyList<MapFeature>> read) => Assert.ThrowsAny<CarbonCompException>(read).Message;

    [Fact]
    public void Names_and_codes_may_be_in_any_property()
    {
        var path = Write(Box("\"name\": \"Alpha\", \"district\": \"One\", \"gid\": 7"));
        var area = Assert.Single(GeoJsonMap.Read(path));
        Assert.Equal(("Alpha", ""), (area.Name, area.Code));
        Assert.Equal(["name", "district", "gid"], area.Properties);
        area = Assert.Single(GeoJsonMap.Read(path, name: "district", code: "gid"));
        Assert.Equal(("One", "7"), (area.Name, area.Code));
    }

    [Fact]
    public void A_property_that_is_not_there_is_refused_and_those_there_are_listed()
    {
        var path = Write(Box("\"NAME_1\": \"Alpha\", \"gid\": 7"));
        Assert.Contains("no property \"NAME_2\". There are: NAME_1, gid", Complaint(() => GeoJsonMap.Read(path, name: "NAME_2")));
        Assert.Contains("There are: NAME_1, gid. Name the one that holds the names: name: \"NAME_1\"", Complaint(() => GeoJsonMap.Read(path)));
        Assert.Equal("Alpha", Assert.Single(GeoJsonMap.Read(path, name: "NAME_1")).Name);
    }

    [Fact]
    public void Several_areas_of_a_district_become_one_region()
    {
        var path = Write(string.Join(", ", Box("\"name\": \"Alpha\", \"district\": \"One\"", 0, 0, 5, 5), Box("\"name\": \"Bravo\", \"district\": \"One\"", 5,
            0, 10, 5),
            Box("\"name\": \"Charlie\", \"district\": \"Two\"", 0, 5, 5, 10)));
        var map = RegionMap.Of(RegionAxis.Of("One", "Two"), GeoJsonMap.Read(path, name: "district"));
        Assert.Equal(5, map.Cores[0].Longitude, 0.01);
        Assert.Contains("One is united of 2 areas", Assert.Single(map.Notes));
    }

    [Theory]
    [InlineData("gbk")]
    [InlineData("GB18030")]
    [InlineData("big5")]
    public void A_file_in_another_encoding_is_refused_or_read_by_its_name(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = encoding == "big5" ? "臺北市" : "唐山市";
        var path = Write(Box($"\"name\": \"{name}\", \"adcode\": 130200"), encoding: Encoding.GetEncoding(encoding));
        Assert.Contains("map.geojson, line 1: the file is not UTF-8", Complaint(() => GeoJsonMap.Read(path)));
        Assert.Contains("not UTF-8", Complaint(() => EchartsMap.Read(path)));
        Assert.Equal(name, Assert.Single(GeoJsonMap.Read(path, encoding: encoding)).Name);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84")]
    [InlineData("urn:ogc:def:crs:EPSG::4326")]
    [InlineData("EPSG:4490")]
    [InlineData("epsg:4326")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4326")]
    public void Longitude_and_latitude_may_be_declared(string crs) => Assert.Equal(118, Assert.Single(GeoJsonMap.Read(
        Write(Box("\"name\": \"A\""), $$$""", "crs": {"type": "name", "properties": {"name": "{{{crs}}}"}}"""))).Outline.EnvelopeInternal.MinX);

    // Coordinates of 118° to 119° east, 39° to 40° north, by pyproj-independent formulas: Web Mercator's sphere; UTM zone 50, whose meridian is 117°.
    [Theory]
    [InlineData("urn:ogc:def:crs:EPSG::3857", 13135699.913606282, 4721671.572580107, 13247019.404399557, 4865942.279503176, 118, 39)]
    [InlineData("EPSG:32650", 500000, 4316776.583, 600000, 4427757.218, 117, 39)]
    public void Metric_coordinates_are_followed(string crs, double west, double south, double east, double north, double longitude, double latitude)
    {
        var declared = $$$""", "crs": {"type": "name", "properties": {"name": "{{{crs}}}"}}""";
        var box = Assert.Single(GeoJsonMap.Read(Write(Box("\"name\": \"A\"", west, south, east, north), declared))).Outline.EnvelopeInternal;
        Assert.Equal(longitude, box.MinX, 1e-5);
        Assert.Equal(latitude, box.MinY, 0.01);
        Assert.Contains("not longitude and latitude", Complaint(() => GeoJsonMap.Read(Write(Box("\"name\": \"A\"", west, south, east, north)))));
    }

    [Theory]
    [InlineData("""{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}""", "EPSG::27700")]
    [InlineData("""{"type": "link", "properties": {"href": "http://example.org/crs"}}""", "http://example.org/crs")]
    [InlineData("null", "empty or unknown")]
    public void Another_coordinate_system_is_refused_by_its_name(string crs, string named)
    {
        var refused = Complaint(() => GeoJsonMap.Read(Write(Box("\"name\": \"A\""), $", \"crs\": {crs}")));
        Assert.Contains(named, refused);
        Assert.Contains("Reproject the file", refused);
    }

    [Fact]
    public void An_outline_that_crosses_the_antimeridian_uncut_is_refused() =>
        Assert.Contains("feature 1 (Fiji): an edge goes from longitude", Complaint(() => GeoJsonMap.Read(Write(Box("\"name\": \"Fiji\"", 177, -18, -179,
            -17)))));
}
