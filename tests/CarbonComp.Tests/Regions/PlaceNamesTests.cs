using NetTopologySuite.Geometries;

namespace CarbonComp.Tests;

public class PlaceNamesTests
{
    private static MapFeature Area(string name, string code, double west = 120, string source = "areas.json") =>
        new(name, code, GeometryFactory.Default.ToGeometry(new Envelope(west, west + 1, 40, 41)), source);

    [Theory]
    [InlineData("220000", "Jilin", "吉林省")]
    [InlineData("22", "Jilin", "吉林省")]
    [InlineData("220000", "Jilin", "吉林")]
    [InlineData("JL", "Jilin", "吉林省")]
    [InlineData("Jilin", "Jilin", "吉林省")]
    public void A_province_is_never_the_city_that_is_called_like_it(string code, string name, string local)
    {
        MapFeature[] cities = [Area("长春市", "220100"), Area("吉林市", "220200")];
        Assert.Null(PlaceNames.Match(new Region(code, name, local), cities));
        Assert.Equal("220000", PlaceNames.Match(new Region(code, name, local), [.. cities, Area("吉林省", "220000")])!.Code);
    }

    [Theory]
    [InlineData("110000", "Beijing", "北京市", "北京", "110000")]
    [InlineData("11", "Beijing", "", "首都", "110000")]
    [InlineData("11", "Zhejiang", "浙江省", "浙江省", "330000")]
    [InlineData("bj", "Beijing", "北京市", "北京市", "110000")]
    [InlineData("Beijing", "Beijing", "北京市", "北京", "110000")]
    [InlineData("110000", "Beijing", "北京市", "北京", "")]
    [InlineData("150000", "Inner Mongolia", "内蒙古自治区", "内蒙古", "")]
    [InlineData("CHN", "China", "", "other", "chn")]
    public void A_region_is_found_by_code_else_by_name(string code, string name, string local, string areaName, string areaCode) =>
        Assert.NotNull(PlaceNames.Match(new Region(code, name, local), [Area("another", "990000"), Area(areaName, areaCode)]));

    [Theory]
    [InlineData("110000", "120000", "北京市")]
    [InlineData("CHN", "CHE", "China")]
    [InlineData("11", "12", "北京市")]
    public void A_differing_code_wins_over_any_name(string code, string areaCode, string name) =>
        Assert.Null(PlaceNames.Match(new Region(code, "A", name), [Area(name, areaCode)]));

    [Fact]
    public void Regions_of_two_tables_are_the_same_by_the_same_rules()
    {
        Assert.True(PlaceNames.Match(new Region("11", "Beijing"), new Region("110000", "北京市")));
        // A table that numbers its regions: its eleventh is not Beijing, and its first is, whatever the number.
        Assert.False(PlaceNames.Match(new Region("11", "Zhejiang"), new Region("110000", "Beijing", "北京市")));
        Assert.True(PlaceNames.Match(new Region("11", "Zhejiang"), new Region("330000", "Zhejiang", "浙江省")));
        Assert.True(PlaceNames.Match(new Region("1", "Beijing"), new Region("110000", "Beijing", "北京市")));
        Assert.True(PlaceNames.Match(new Region("Hebei", "Hebei", "河北"), new Region("130000", "Hebei Province", "河北省")));
        Assert.False(PlaceNames.Match(new Region("220000", "Jilin", "吉林"), new Region("220200", "Jilin", "吉林")));
        Assert.False(PlaceNames.Match(new Region("a", "a", "吉林省"), new Region("b", "b", "吉林市")));
    }

    [Fact]
    public void Places_of_one_name_and_different_codes_or_files_are_not_one()
    {
        var region = new Region("朝阳区", "朝阳区");
        var codes = Assert.Throws<CarbonCompException>(() => PlaceNames.Match(region, [Area("朝阳区", "110105"), Area("朝阳区", "220104")])).Message;
        Assert.Contains("110105", codes);
        Assert.Contains("220104", codes);
        Assert.Contains("b.json", Assert.Throws<CarbonCompException>(() =>
            PlaceNames.Match(region, [Area("朝阳区", "1", source: "a.json"), Area("朝阳区", "1", source: "b.json")])).Message);
    }

    [Fact]
    public void Areas_of_one_region_are_united_and_a_note_says_so()
    {
        MapFeature[] areas = [Area("Alpha", "1", 120), Area("Bravo", "1", 121), Area("Charlie", "2", 125)];
        var map = RegionMap.Of(new RegionAxis(new("1", "One"), new("2", "Two")), areas);
        Assert.Equal("One is united of 2 areas: Alpha (1), Bravo (1).", Assert.Single(map.Notes));
        Assert.Equal(2, map.Areas["One"] / map.Areas["Two"], 1e-6);
        Assert.Equal(121, map.Cores[0].Longitude, 0.01);
        Assert.IsType<Polygon>(map.Outlines[0]); // The border between its parts is gone.
        var byName = RegionMap.Of(RegionAxis.Of("One", "Two"), [Area("One", "", 120), Area("One", "", 121), Area("Two", "", 125)]);
        Assert.Equal(map.Areas["One"], byName.Areas["One"], 1e-6);
        Assert.Single(byName.WithCores(new("longitude", byName.Regions, [120, 125], Unit.Parse("deg"), ValueStatus.Constructed),
            new("latitude", byName.Regions, [40, 40], Unit.Parse("deg"), ValueStatus.Constructed)).Notes);
        Assert.Empty(RegionMap.Of(RegionAxis.Of("Charlie"), areas).Notes);
    }

    [Fact]
    public void A_missing_outline_lists_the_properties_that_may_hold_names()
    {
        var area = Area("Alpha", "1") with { Properties = ["name", "district"] };
        Assert.Contains("another property of the file: name, district", Assert.Throws<CarbonCompException>(() => RegionMap.Of(RegionAxis.Of("One"),
            [area])).Message);
    }
}
