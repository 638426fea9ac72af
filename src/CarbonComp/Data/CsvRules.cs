using CsvHelper;

namespace CarbonComp;

// How files of separated values are read: strictly, with line numbers for messages.
internal static class CsvRules
{
    public static CsvReaderOptions For(char separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        TrimWhitespace = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        // Otherwise a quote that is not closed would swallow the rows after it.
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
    };
}
