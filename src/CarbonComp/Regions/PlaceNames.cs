namespace CarbonComp.Regions;

/// <summary>Matching of regions with the areas of a boundary file or the regions of another table.</summary>
/// <remarks>Names are compared in any case, and without the ending for the kind of place: 河北省 is 河北, 内蒙古自治区 is 内蒙古.</remarks>
public static class PlaceNames
{
    // Longest first: 维吾尔自治区 before 自治区.
    private static readonly string[] Endings =
        ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "自治州", "地区", "省", "市", "盟"];

    /// <summary>The area of a region in a boundary file: by code, else by a name, else by a name without its ending; null if there is none.</summary>
    /// <exception cref="CarbonCompException">Two areas that fit the region equally well.</exception>
    public static MapFeature? Match(Region region, IReadOnlyList<MapFeature> features) =>
        One(region, features.Where(f => Same(f.Code, region.Code)))
        ?? One(region, features.Where(f => Labels(region).Any(label => Same(f.Name, label) || Same(f.Code, label))))
        ?? One(region, features.Where(f => Labels(region).Any(label => Same(Stem(f.Name), Stem(label)))));

    /// <summary>Whether two regions are the same place: by code, by a name, or by a name without its ending.</summary>
    public static bool Match(Region first, Region second) => Labels(first).Any(a => Labels(second).Any(b => Same(a, b) || Same(Stem(a), Stem(b))));

    private static MapFeature? One(Region region, IEnumerable<MapFeature> candidates)
    {
        var found = candidates.Take(2).ToArray();
        return found.Length < 2 ? found.FirstOrDefault()
            : throw new CarbonCompException($"{region} ({region.Code}) could be {found[0]} of {found[0].Source} or {found[1]} of {found[1].Source}. "
                + $"Give the region the code of its area, or read fewer files.");
    }

    private static IEnumerable<string> Labels(Region region) => new[] { region.Name, region.LocalName, region.Code }.Where(l => l.Length > 0);

    private static bool Same(string a, string b) => a.Length > 0 && string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Stem(string name)
    {
        var trimmed = name.Trim();
        var ending = Endings.FirstOrDefault(e => trimmed.Length > e.Length && trimmed.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? trimmed : trimmed[..^ending.Length];
    }
}
