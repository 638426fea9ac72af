namespace CarbonComp;

/// <summary>Labels of any other kind: fuels, land classes, final-use categories.</summary>
public sealed class CategoryAxis : Axis
{
    /// <summary>Categories whose names are their codes.</summary>
    /// <param name="kind">What they are, in the singular: "land class".</param>
    /// <param name="names">The names, each once.</param>
    /// <exception cref="AxisException">No category, one without name, or a duplicate.</exception>
    public CategoryAxis(string kind, params IEnumerable<string> names) : base(kind, [.. names.Select(n => (n, n, ""))]) { }

    private CategoryAxis(string kind, IReadOnlyList<(string Code, string Name, string LocalName)> categories) : base(kind, categories) { }

    /// <summary>Categories with names beside their codes, as <c>GFCF</c>, gross fixed capital formation.</summary>
    /// <param name="kind">What they are, in the singular: "final use".</param>
    /// <param name="categories">Code, name, and name in the local script, which may be empty; each once.</param>
    /// <exception cref="AxisException">No category, one without code or name, or a duplicate.</exception>
    public static CategoryAxis Of(string kind, params IEnumerable<(string Code, string Name, string LocalName)> categories) => new(kind, [.. categories]);
}
