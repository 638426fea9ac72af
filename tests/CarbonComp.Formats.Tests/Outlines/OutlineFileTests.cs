using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;

namespace CarbonComp.Formats.Tests;

/// <summary>Shapefiles and GeoPackages: written by another program's library, by GDAL, or damaged.</summary>
public class OutlineFileTests
{
    private const string Utm50 = """
        PROJCS["WGS_1984_UTM_Zone_50N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],
        UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],
        PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """;

    [Fact]
    public void Shapefile_gives_names_codes_and_outlines()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "utf-8", ("石家庄市", "130100", Box(114, 38)), ("唐山市", "130200", Box(118, 39)));
        var features = OutlineFile.Read(path);
        Assert.Equal(["石家庄市 (130100)", "唐山市 (130200)"], features.Select(f => f.ToString()));
        Assert.True(features[0].Outline.EqualsTopologically(Box(114, 38)));
        Assert.Equal(["130100", "130200"], ShapefileMap.Read(path, name: "code").Select(f => f.Name));
        Assert.Contains("There are: name, code", Refusal(() => ShapefileMap.Read(path, name: "city")), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_gb18030_are_read_by_the_cpg_file_or_by_argument()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "gb18030", ("石家庄市", "130100", Box(114, 38)));
        File.WriteAllText(folder.File("map.cpg"), "936");
        Assert.Equal("石家庄市", ShapefileMap.Read(path)[0].Name);
        File.Delete(folder.File("map.cpg"));
        Assert.Equal("石家庄市", ShapefileMap.Read(path, encoding: "gb18030")[0].Name);
        Assert.Contains("encoding", Refusal(() => ShapefileMap.Read(path, encoding: "utf-8")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_projection_is_followed_or_refused_by_its_name()
    {
        using var folder = new TemporaryFolder();
        var (x, y) = RasterCoordinates.Utm(50, true).Project(new(116, 40));
        var path = Write(folder, "utf-8", ("a", "1", Rectangle(x, y, 1000)));
        Assert.Contains("is not longitude and latitude", Refusal(() => ShapefileMap.Read(path)), StringComparison.Ordinal);
        File.WriteAllText(folder.File("map.prj"), Utm50);
        var corner = ShapefileMap.Read(path)[0].Outline.Coordinates.MinBy(c => c.X + c.Y)!;
        Assert.Equal((116.0, 40.0), (Math.Round(corner.X, 6), Math.Round(corner.Y, 6)));
        File.WriteAllText(folder.File("map.prj"), Utm50.Replace("WGS_1984\",6378137.0,298.257223563", "Xian_1980\",6378140.0,298.257",
            StringComparison.Ordinal));
        Assert.Contains("Xian_1980", Refusal(() => ShapefileMap.Read(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_outline_that_crosses_itself_is_mended_and_the_map_says_so()
    {
        using var folder = new TemporaryFolder();
        var crossed = new GeometryFactory().CreatePolygon([new(114, 38), new(116, 40), new(116, 38), new(114, 39), new(114, 38)]);
        var feature = Assert.Single(ShapefileMap.Read(Write(folder, "utf-8", ("a", "1", crossed))));
        Assert.True(feature.Outline.IsValid);
        Assert.Contains("crosses itself", feature.Note, StringComparison.Ordinal);
        Assert.Contains("crosses itself", Assert.Single(RegionMap.Of(new RegionAxis(new Region("1", "a")), [feature]).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void GeoPackages_of_GDAL_are_read_as_its_shapefiles_are()
    {
        using var folder = new TemporaryFolder();
        Gdal.Run("gdal_outlines.py", folder.Path);
        var expected = GeoJsonMap.Read(folder.File("map.geojson"));
        foreach (var found in new[] { OutlineFile.Read(folder.File("degrees.gpkg")), OutlineFile.Read(folder.File("utm.gpkg")),
            OutlineFile.Read(folder.File("utm.shp")),
            GeoPackageMap.Read(folder.File("two.gpkg"), "second"), OutlineFile.Read(folder.File("gbk.shp")) })
        {
            Assert.Equal(expected.Select(f => f.Name), found.Select(f => f.Name));
            foreach (var (a, b) in expected.Zip(found)) Assert.Equal(0, a.Outline.SymmetricDifference(b.Outline).Area, 1e-6);
        }
        Assert.Contains("2 layers: first, second", Refusal(() => GeoPackageMap.Read(folder.File("two.gpkg"))), StringComparison.Ordinal);
        Assert.Contains("Krassowsky", Refusal(() => OutlineFile.Read(folder.File("beijing1954.gpkg"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_parts_and_other_endings_are_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "utf-8", ("a", "1", Box(114, 38)));
        File.Delete(folder.File("map.dbf"));
        Assert.Contains("map.dbf", Refusal(() => ShapefileMap.Read(path)), StringComparison.Ordinal);
        Assert.Contains("ogr2ogr", Refusal(() => OutlineFile.Read("map.kml")), StringComparison.Ordinal);
    }

    [Theory, Trait("size", "large")]
    [InlineData("map.shp")]
    [InlineData("map.dbf")]
    public void A_tampered_shapefile_ends_in_a_clear_exception_or_in_areas(string part)
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "utf-8", ("石家庄市", "130100", Box(114, 38)), ("唐山市", "130200", Box(118, 39)));
        Tamper(folder.File(part), 5_000, () => ShapefileMap.Read(path), "map.");
    }

    [Fact, Trait("size", "large")]
    public void A_tampered_GeoPackage_ends_in_a_clear_exception_or_in_areas()
    {
        using var folder = new TemporaryFolder();
        Gdal.Run("gdal_outlines.py", folder.Path);
        Tamper(folder.File("degrees.gpkg"), 10_000, () => GeoPackageMap.Read(folder.File("degrees.gpkg")), "degrees.gpkg");
    }

    // Changes three bytes, or cuts the file; what is thrown names the file.
    private static void Tamper(string path, int times, Func<IReadOnlyList<MapFeature>> read, string named)
    {
        var (whole, random, refused) = (File.ReadAllBytes(path), new Random(16), 0);
        for (var n = 0; n < times; n++)
        {
            var bytes = n % 4 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (n % 4 != 0) for (var i = 0; i < 3; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(path, bytes);
            try { Assert.NotEmpty(read()); }
            catch (CarbonCompException wrong)
            {
                refused++;
                Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
            }
        }
        Assert.InRange(refused, times / 10, times);
    }

    private static string Write(TemporaryFolder folder, string encoding, params (string Name, string Code, Geometry Shape)[] areas)
    {
        var features = areas.Select(a => new Feature(a.Shape, new AttributesTable { { "name", a.Name }, { "code", a.Code } })).ToArray();
        Shapefile.WriteAllFeatures(features, folder.File("map.shp"), encoding: CarbonComp.Data.TextEncoding.Named(encoding, "test"));
        File.Delete(folder.File("map.cpg"));
        return folder.File("map.shp");
    }

    private static Polygon Box(double west, double south) => Rectangle(west, south, 1);

    private static Polygon Rectangle(double west, double south, double side) => new GeometryFactory().CreatePolygon(
        [new(west, south), new(west, south + side), new(west + side, south + side), new(west + side, south), new(west, south)]);

    private static string Refusal(Action wrong) => Assert.ThrowsAny<CarbonCompException>(wrong).Message;
}
