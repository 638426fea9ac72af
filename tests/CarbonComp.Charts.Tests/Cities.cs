namespace CarbonComp.Charts.Tests;

/// <summary>The thirteen cities with their GDP and population of 2020, and matrices of a made-up gravity pattern between them.</summary>
internal static class Cities
{
    private static readonly (string Code, string Name, string LocalName, double Gdp, double Population)[] All =
    [
        ("110000", "Beijing", "北京市", 36102.6, 2189.3), ("120000", "Tianjin", "天津市", 14083.7, 1386.6),
        ("130100", "Shijiazhuang", "石家庄市", 5935.1, 1123.5), ("130200", "Tangshan", "唐山市", 7210.9, 771.8),
        ("130300", "Qinhuangdao", "秦皇岛市", 1685.8, 313.7), ("130400", "Handan", "邯郸市", 3636.6, 941.4),
        ("130500", "Xingtai", "邢台市", 2200.4, 711.1), ("130600", "Baoding", "保定市", 3954.3, 1154.4),
        ("130700", "Zhangjiakou", "张家口市", 1600.1, 411.9), ("130800", "Chengde", "承德市", 1550.3, 335.4),
        ("130900", "Cangzhou", "沧州市", 3699.9, 730.1), ("131000", "Langfang", "廊坊市", 3301.1, 546.4),
        ("131100", "Hengshui", "衡水市", 1560.2, 421.3),
    ];

    public static RegionAxis Regions { get; } = new(All.Select(c => new Region(c.Code, c.Name, c.LocalName)));

    public static RegionAxis Chinese { get; } = new(All.Select(c => new Region(c.Code, c.LocalName)));

    public static RegionAxis WithRest { get; } = Regions.With(new("CN-X", "Rest of the country", "全国其他地区"));

    public static SectorAxis Sectors { get; } = SectorAxis.Of("Agriculture", "Mining", "Manufacturing", "Energy production and supply", "Construction",
        "Wholesale, retail, accommodation and catering", "Other services");

    public static LabelledVector Gdp { get; } = new("GDP 2020", Regions, All.Select(c => c.Gdp * 1e8), Unit.Yuan, ValueStatus.Statistic);

    public static LabelledVector Population { get; } = new("population 2020", Regions, All.Select(c => c.Population * 1e4), Unit.Person, ValueStatus.Statistic);

    public static LabelledVector Net(RegionAxis? regions = null) => new("net embodied imports", regions ?? Regions,
        [98.06e6, 21.4e6, 45.1e6, -152.3e6, -11.2e6, -38.8e6, 7.45e6, 30.6e6, -2.9e6, -0.4e6, 12.7e6, 28.33e6, -5.1e6], Unit.TonneCO2, ValueStatus.Constructed);

    public static LabelledMatrix Transfers(RegionAxis? regions = null)
    {
        var axis = regions ?? WithRest;
        double Mass(int i) => i < All.Length ? All[i].Gdp : 90_000;
        return new("carbon embodied in final use", axis, axis, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(axis.Count, axis.Count,
            (i, j) => 2e-2 * Mass(i) * Mass(j) / (i == j ? 1.5 : 1 + (i * 7 + j * 3) % 11) * (i == 3 ? 3 : 1)), Unit.TonneCO2, ValueStatus.Constructed);
    }

    public static LabelledMatrix Emissions { get; } = new("emissions", Regions, Sectors, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(13, 7,
        (i, j) => All[i].Gdp * (1 + (i * 5 + j * 3) % 7) * (j == 2 ? 2500 : 500)), Unit.TonneCO2, ValueStatus.Constructed);

    /// <summary>The map from the installed boundary package; the test is skipped where it is not installed.</summary>
    public static RegionMap Map()
    {
        Assert.SkipWhen(Installed.NodeModules is null, "Boundaries are not installed: run environment/run.sh, or npm ci in environment.");
        var maps = Path.Combine(Installed.NodeModules!, "echarts", "map", "json");
        return RegionMap.Of(Regions, EchartsMap.Read(Path.Combine(maps, "province", "hebei.json"), Path.Combine(maps, "china.json")),
            new EqualAreaProjection(105, 25, 47));
    }
}
