namespace CarbonComp.Tests;

/// <summary>The thirteen cities: codes, names, and reference areas and cores computed from other boundary polygons (DataV, equal-area).</summary>
internal static class ThirteenCities
{
    private static readonly (string Code, string Name, string LocalName, double Area, double Longitude, double Latitude)[] Cities =
    [
        ("110000", "Beijing", "北京市", 16394, 116.4170, 40.1859), ("120000", "Tianjin", "天津市", 12089, 117.3472, 39.2826),
        ("130100", "Shijiazhuang", "石家庄市", 14056, 114.4470, 38.1307), ("130200", "Tangshan", "唐山市", 14098, 118.3391, 39.7092),
        ("130300", "Qinhuangdao", "秦皇岛市", 7852, 119.1931, 40.0857), ("130400", "Handan", "邯郸市", 12057, 114.5494, 36.5534),
        ("130500", "Xingtai", "邢台市", 12418, 114.8226, 37.2135), ("130600", "Baoding", "保定市", 22188, 115.1766, 39.0223),
        ("130700", "Zhangjiakou", "张家口市", 36726, 115.0376, 40.8625), ("130800", "Chengde", "承德市", 39426, 117.5568, 41.3463),
        ("130900", "Cangzhou", "沧州市", 14317, 116.7717, 38.2696), ("131000", "Langfang", "廊坊市", 6401, 116.6323, 39.2582),
        ("131100", "Hengshui", "衡水市", 8830, 115.8288, 37.7624),
    ];

    public static RegionAxis Regions { get; } = new(Cities.Select(c => new Region(c.Code, c.Name, c.LocalName)));

    public static LabelledVector ReferenceAreas { get; } = new("area", Regions, Cities.Select(c => c.Area), Unit.SquareKilometre, ValueStatus.Statistic);

    public static LabelledVector ReferenceLongitudes { get; } = new("centroid longitude", Regions, Cities.Select(c => c.Longitude), Unit.Parse("deg"),
        ValueStatus.Statistic);

    public static LabelledVector ReferenceLatitudes { get; } = new("centroid latitude", Regions, Cities.Select(c => c.Latitude), Unit.Parse("deg"),
        ValueStatus.Statistic);

    public static GeoPoint ReferenceCentroid(string city) => new(ReferenceLongitudes[city], ReferenceLatitudes[city]);

    /// <summary>The map from the installed boundary package; the test is skipped where it is not installed.</summary>
    public static RegionMap Map()
    {
        Assert.SkipWhen(MapFolder is null, "Boundaries are not installed (environment/node_modules/echarts): run environment/run.sh first.");
        return RegionMap.Of(Regions, EchartsMap.Read(Path.Combine(MapFolder!, "province", "hebei.json"), Path.Combine(MapFolder!, "china.json")),
            new EqualAreaProjection(105, 25, 47));
    }

    public static string? MapFolder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var maps = Path.Combine(folder.FullName, "environment", "node_modules", "echarts", "map", "json");
                if (Directory.Exists(maps)) return maps;
            }
            return null;
        }
    }
}
