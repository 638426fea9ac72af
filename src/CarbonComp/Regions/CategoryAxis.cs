namespace CarbonComp;

/// <summary>Labels of any other kind: fuels, land classes, final-use categories.</summary>
public sealed class CategoryAxis : Axis
{
    /// <summary>Categories whose names are their codes. The kind is in the singular: "land class".</summary>
    /// <exception cref="AxisException">No category, one without name, or a duplicate.</exception>
    public CategoryAxis(string kind, params IEnumerable<string> names) : base(kind, [.. names.Select(n => (n, n, ""))]) { }

    private CategoryAxis(string kind, IReadOnlyList<(string Code, string Name, string LocalName)> categories) : base(kind, categories) { }

    /// <summary>Categories with names beside their codes, as <c>GFCF</c>, gross fixed capital formation.</summary>
    /// <remarks>The kind is in the singular, "final use". The name in the local script may be empty.</remarks>
    /// <exception cref="AxisException">No category, one without code or name, or a duplicate.</exception>
    public static CategoryAxis Of(string kind, params IEnumerable<(string Code, string Name, string LocalName)> categories) => new(kind, [.. categories]);
}
