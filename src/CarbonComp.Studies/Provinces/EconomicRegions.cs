namespace CarbonComp.Studies;

/// <summary>The eight economic regions of China by the Development Research Center of the State Council (2005), which many studies of trade use.</summary>
/// <remarks>Hong Kong, Macao and Taiwan are in none. The four regions of the National Bureau of Statistics are <see cref="MacroRegions"/>.</remarks>
public static class EconomicRegions
{
    private static readonly ProvinceGroups Groups = new("economic regions",
    [
        ("Northeast", ["Liaoning", "Jilin", "Heilongjiang"]),
        ("North coast", ["Beijing", "Tianjin", "Hebei", "Shandong"]),
        ("East coast", ["Shanghai", "Jiangsu", "Zhejiang"]),
        ("South coast", ["Fujian", "Guangdong", "Hainan"]),
        ("Middle Yellow River", ["Shaanxi", "Shanxi", "Henan", "Inner Mongolia"]),
        ("Middle Yangtze", ["Hubei", "Hunan", "Jiangxi", "Anhui"]),
        ("Southwest", ["Yunnan", "Guizhou", "Sichuan", "Chongqing", "Guangxi"]),
        ("Northwest", ["Gansu", "Qinghai", "Ningxia", "Tibet", "Xinjiang"]),
    ]);

    /// <summary>The eight, from the Northeast to the Northwest.</summary>
    public static RegionAxis Axis => Groups.Axis;

    /// <summary>Which economic region each province belongs to.</summary>
    /// <param name="provinces">Provinces by their English names; some may be missing, but each region has one.</param>
    /// <exception cref="AxisException">A region that is no province of the mainland, or an economic region without any; the message names it.</exception>
    public static Concordance Of(RegionAxis provinces) => Groups.Of(provinces);
}
