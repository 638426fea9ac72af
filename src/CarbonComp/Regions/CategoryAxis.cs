namespace CarbonComp;

/// <summary>Labels of any other kind: fuels, land classes, final-use categories.</summary>
/// <param name="kind">What they are, in the singular: "land class".</param>
/// <param name="names">The names, each once.</param>
public sealed class CategoryAxis(string kind, params IEnumerable<string> names)
    : Axis(kind, [.. names.Select(n => (n, n, ""))]);
