namespace CarbonComp.Formats;

/// <summary>Texts of cells, which may hold line breaks and rows of spaces, as one line.</summary>
internal static class OneLine
{
    public static string Of(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
