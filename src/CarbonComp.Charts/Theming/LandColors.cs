namespace CarbonComp.Charts;

/// <summary>The colours of land classes, the same in bars and on maps: forests green, water blue, towns red.</summary>
/// <remarks>Names are those of the IGBP legend, of the groups that studies make of it, and of China's land survey in English and Chinese; case does not
/// matter.</remarks>
public static class LandColors
{
    private static readonly Dictionary<string, ThemeColor> Known = new(StringComparer.OrdinalIgnoreCase);

    static LandColors()
    {
        void Are(string color, params string[] names)
        {
            foreach (var name in names) Known.Add(name, ThemeColor.Parse(color));
        }
        Are("#5AAE61", "Forest", "Forest land", "Woodland", "林地", "Mixed forest");
        Are("#0B5D2A", "Evergreen needleleaf forest");
        Are("#1B7837", "Evergreen broadleaf forest");
        Are("#4D9221", "Deciduous needleleaf forest");
        Are("#7FBC6B", "Deciduous broadleaf forest", "Orchards", "Garden", "园地");
        Are("#B8A03C", "Shrubland", "Closed shrubland");
        Are("#CDB96A", "Open shrubland");
        Are("#A6D96A", "Woody savanna");
        Are("#D0E69C", "Savanna");
        Are("#E6E3A0", "Grassland", "草地");
        Are("#4FB3A9", "Wetland", "Permanent wetland", "湿地");
        Are("#F2C879", "Cropland", "Cultivated land", "耕地");
        Are("#E0B07A", "Cropland and natural vegetation");
        Are("#C0392B", "Urban", "Construction land", "Built-up land", "建设用地");
        Are("#A6CEE3", "Water", "Water area", "水域");
        Are("#DCE9F5", "Snow and ice");
        Are("#CFC7BC", "Barren", "Bare", "Unused land", "未利用地");
    }

    /// <summary>The colour of a class; null where its name is not known.</summary>
    public static ThemeColor? Of(string name) => Known.TryGetValue(name, out var color) ? color : null;

    // The colours of all categories of an axis; null where it is not one of land classes or one of them is not known.
    internal static IReadOnlyList<ThemeColor>? Of(Axis axis)
    {
        var all = axis.Labels.Select(Of).OfType<ThemeColor>().ToArray();
        return all.Length == axis.Count && all.Length > 0 && all.Distinct().Count() == all.Length ? all : null;
    }
}
