namespace CarbonComp.Regions;

/// <summary>Matching of regions with the areas of a boundary file or the regions of another table.</summary>
/// <remarks>By code where both sides have one: areas whose code differs are other places, whatever their name. A region whose code is its name has none.
/// Codes of digits are those of administrative divisions, so 22 is 220000, unless names in one script contradict: a table may number its regions, and
/// its 11 is not Beijing then. Codes of another kind (JL and 220000) say nothing about each other, and only whole names count then. Otherwise names are
/// compared in any case, and without the ending for the kind of place: 河北省 is 河北,
/// 内蒙古自治区 is 内蒙古; but 吉林省 is not 吉林市.</remarks>
public static class PlaceNames
{
    // Longest first: 维吾尔自治区 before 自治区.
    private static readonly string[] Endings =
        ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "自治州", "地区", "省", "市", "盟"];

    /// <summary>The area of a region in a boundary file: by code, else by a name, else by a name without its ending; null if there is none.</summary>
    /// <remarks>Where the region has several, the first.</remarks>
    /// <exception cref="CarbonCompException">Areas of different places that fit the region equally well.</exception>
    public static MapFeature? Match(Region region, IReadOnlyList<MapFeature> features) => All(region, features) is [var first, ..] ? first : null;

    /// <summary>Every area of a region in a boundary file: several where the file lists its parts one by one.</summary>
    /// <exception cref="CarbonCompException">Areas of different places that fit the region equally well: other codes, or other files.</exception>
    public static IReadOnlyList<MapFeature> All(Region region, IReadOnlyList<MapFeature> features)
    {
        var code = Code(region);
        MapFeature[] byCode = code.Length == 0 ? [] : [.. features.Where(f => SameCode(f.Code, code) && !IsNumber(f.Code, code, Labels(region), [f.Name]))];
        if (byCode.Length > 0) return OfOnePlace(region, byCode);
        MapFeature[] open = [.. features.Where(f => code.Length == 0 || f.Code.Length == 0 || !SameKind(code, f.Code) || f.Code.Trim().Length != code.Length)];
        MapFeature[] byName = [.. open.Where(f => Labels(region).Any(label => Same(f.Name, label) || Same(f.Code, label)))];
        if (byName.Length > 0) return OfOnePlace(region, byName);
        return OfOnePlace(region, [.. open.Where(f => (code.Length == 0 || f.Code.Length == 0) && Labels(region).Any(label => Alike(f.Name, label)))]);
    }

    /// <summary>Whether two regions are the same place: by code where both have one of the same kind, else by a name, or by one without its ending.</summary>
    public static bool Match(Region first, Region second)
    {
        var (one, other) = (Code(first), Code(second));
        if (one.Length > 0 && other.Length > 0 && SameKind(one, other))
        {
            if (one.Length == other.Length) return SameCode(one, other);
            if (SameCode(one, other) && !IsNumber(one, other, Labels(first), Labels(second))) return true;
        }
        return Labels(first).Any(a => Labels(second).Any(b => Same(a, b) || Alike(a, b)));
    }

    private static MapFeature[] OfOnePlace(Region region, MapFeature[] found)
    {
        var other = found.FirstOrDefault(f => f.Source != found[0].Source || f.Code != found[0].Code && !SameCode(f.Code, found[0].Code));
        return other is null ? found
            : throw new CarbonCompException($"{region} ({region.Code}) could be {found[0]} of {found[0].Source} or {other} of {other.Source}. "
                + $"Give the region the code of its area, or read fewer files.");
    }

    // A region that has no code of its own is called by its name there.
    private static string Code(Region region) => Same(region.Code, region.Name) || Same(region.Code, region.LocalName) ? "" : region.Code.Trim();

    private static IEnumerable<string> Labels(Region region) => new[] { region.Name, region.LocalName, region.Code }.Where(l => l.Length > 0);

    private static bool Same(string a, string b) => a.Length > 0 && string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsDivision(string code) => code.Length is > 0 and <= 12 && code.All(char.IsAsciiDigit);

    // Digits and digits, or letters of one length such as those of ISO 3166.
    private static bool SameKind(string a, string b) => IsDivision(a.Trim()) && IsDivision(b.Trim())
        || a.Trim().Length == b.Trim().Length && a.Trim().All(char.IsAsciiLetter) && b.Trim().All(char.IsAsciiLetter);

    // Pairs of zeros at the end of a division's code name the whole: 22, 2200 and 220000.
    private static bool SameCode(string a, string b) => Same(a, b) || IsDivision(a.Trim()) && IsDivision(b.Trim()) && a.Trim().Length % 2 == 0
        && b.Trim().Length % 2 == 0 && a.Trim().PadRight(12, '0') == b.Trim().PadRight(12, '0');

    // Whether a short code that fits a longer one is the number of a row: the places have names in one script, and no two of them fit.
    private static bool IsNumber(string a, string b, IEnumerable<string> labels, IEnumerable<string> others)
    {
        if (a.Trim().Length == b.Trim().Length) return false;
        static bool IsLatin(string name) => char.IsAsciiLetter(name.Trim()[0]);
        (string One, string Other)[] pairs = [.. labels.SelectMany(l => others, (one, other) => (one, other)).Where(p => p.one.Length > 0 && p.other.Length > 0
            && !p.one.All(char.IsAsciiDigit) && !p.other.All(char.IsAsciiDigit) && IsLatin(p.one) == IsLatin(p.other))];
        return pairs.Length > 0 && !pairs.Any(p => Same(p.One, p.Other) || Alike(p.One, p.Other));
    }

    private static bool Alike(string a, string b)
    {
        var (one, other) = (Ending(a), Ending(b));
        return (one.Length == 0 || other.Length == 0 || one == other) && Same(a.Trim()[..^one.Length], b.Trim()[..^other.Length]);
    }

    private static string Ending(string name) =>
        Endings.FirstOrDefault(e => name.Trim().Length > e.Length && name.Trim().EndsWith(e, StringComparison.Ordinal)) ?? "";
}
