namespace CarbonComp;

internal static class Listing
{
    // The items, or the first of them and the number of all: "Beijing, Tianjin, … (30 in all)".
    public static string Of(IEnumerable<string> items, int most = 16, string separator = ", ")
    {
        string[] all = [.. items];
        return string.Join(separator, all.Take(most)) + (all.Length > most ? Invariant($"{separator}… ({all.Length} in all)") : "");
    }
}
