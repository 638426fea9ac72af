namespace CarbonComp.Studies;

/// <summary>Orders and sets of places, said as a source says them.</summary>
internal static class Named
{
    /// <summary>The places with the largest values, largest first: <c>A, B</c>.</summary>
    public static string Largest(IEnumerable<(string Place, double Value)> values, int count) =>
        string.Join(", ", values.OrderByDescending(v => v.Value).Take(count).Select(v => v.Place));

    /// <summary>The places with the smallest values, smallest first.</summary>
    public static string Smallest(IEnumerable<(string Place, double Value)> values, int count) => Largest(values.Select(v => (v.Place, -v.Value)), count);

    /// <summary>A set of places in the order in which a row prints them, where it prints the same set.</summary>
    public static string AsIn(PublishedNumber row, string places) =>
        row.Printed.Split(", ").Order(StringComparer.Ordinal).SequenceEqual(places.Split(", ").Order(StringComparer.Ordinal)) ? row.Printed : places;
}
