using System.Globalization;

namespace CarbonComp.Interactive;

/// <summary>Collects the faults of a frame, so that all are reported together.</summary>
/// <param name="what">The task that failed: "gdp cannot be read from the frame".</param>
internal sealed class Faults(string what)
{
    private const int MostExamples = 8;
    private readonly List<string> found = [];

    public void Add(string fault) => found.Add(fault);

    /// <summary>Adds a fault that several rows share, where there are any.</summary>
    /// <param name="rows">Rows, from 0.</param>
    /// <param name="fault">The fault, from a list of the rows: <c>row 3, row 7</c>.</param>
    public void AddRows(IReadOnlyCollection<int> rows, Func<string, string> fault)
    {
        if (rows.Count > 0) Add(fault(Shorten(rows, Row)));
    }

    public void ThrowIfAny()
    {
        if (found.Count > 0) throw new FrameException(what, found);
    }

    /// <summary>A row as people count: the first is row 1.</summary>
    public static string Row(int row) => string.Create(CultureInfo.InvariantCulture, $"row {row + 1}");

    public static string Shorten<T>(IReadOnlyCollection<T> items, Func<T, string> text) => string.Join(", ", items.Take(MostExamples).Select(text))
        + (items.Count > MostExamples ? string.Create(CultureInfo.InvariantCulture, $", … ({items.Count} in all)") : "");
}
