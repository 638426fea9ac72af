namespace CarbonComp;

/// <summary>Long lists in a message: the first few items, and how many there are.</summary>
internal static class Listing
{
    /// <summary>The items, or the first of them and the number of all: <c>Beijing, Tianjin, … (30 in all)</c>.</summary>
    /// <param name="items">The items, in order.</param>
    /// <param name="most">The most items to name.</param>
    /// <param name="separator">What is written between two items.</param>
    public static string Of(IEnumerable<string> items, int most = 16, string separator = ", ")
    {
        string[] all = [.. items];
        return string.Join(separator, all.Take(most)) + (all.Length > most ? Invariant($"{separator}… ({all.Length} in all)") : "");
    }
}
