namespace CarbonComp.Studies;

/// <summary>The four macro-regions of China by the National Bureau of Statistics: East, Central, West, Northeast.</summary>
/// <remarks>Hong Kong, Macao and Taiwan are in none. A division of one's own is a <see cref="Concordance"/> too.</remarks>
public static class MacroRegions
{
    private static readonly ProvinceGroups Groups = new("macro-regions",
    [
        ("East", ["Beijing", "Tianjin", "Hebei", "Shanghai", "Jiangsu", "Zhejiang", "Fujian", "Shandong", "Guangdong", "Hainan"]),
        ("Central", ["Shanxi", "Anhui", "Jiangxi", "Henan", "Hubei", "Hunan"]),
        ("West", ["Inner Mongolia", "Guangxi", "Chongqing", "Sichuan", "Guizhou", "Yunnan", "Tibet", "Shaanxi", "Gansu", "Qinghai", "Ningxia", "Xinjiang"]),
        ("Northeast", ["Liaoning", "Jilin", "Heilongjiang"]),
    ]);

    /// <summary>East, Central, West, Northeast.</summary>
    public static RegionAxis Axis => Groups.Axis;

    /// <summary>Which macro-region each province belongs to.</summary>
    /// <param name="provinces">Provinces by their English names; some may be missing, but each macro-region has one.</param>
    /// <exception cref="AxisException">A region that is no province of the mainland, or a macro-region without any; the message names it.</exception>
    public static Concordance Of(RegionAxis provinces) => Groups.Of(provinces);
}
