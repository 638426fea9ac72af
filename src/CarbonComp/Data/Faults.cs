using System.Globalization;

namespace CarbonComp;

/// <summary>Collects the faults of a file, so that all are reported together.</summary>
/// <param name="shown">The file.</param>
internal sealed class Faults(string shown)
{
    private const int MostReported = 20;
    private readonly List<(string Place, string Message)> found = [];

    public int Count => found.Count;

    public void Add(string place, string message) => found.Add((place, message));

    public void Add(string place, InvariantText message) => found.Add((place, message.ToString()));

    /// <summary>Runs what may refuse a cell, and collects the refusal.</summary>
    /// <returns>What it gives, or the default where it refuses.</returns>
    public T? Collect<T>(Func<T> read)
    {
        try { return read(); }
        catch (DataException wrong)
        {
            Add(wrong);
            return default;
        }
    }

    /// <summary>Keeps a refusal for later.</summary>
    public void Add(DataException wrong) => Add(wrong.Place, wrong.Message.StartsWith(wrong.Place + ": ", StringComparison.Ordinal)
        ? wrong.Message[(wrong.Place.Length + 2)..] : wrong.Message);

    /// <summary>Refuses the file if anything was found.</summary>
    /// <exception cref="DataException">At least one fault; the message lists the first twenty.</exception>
    public void ThrowIfAny()
    {
        if (found.Count == 0) return;
        if (found.Count == 1) throw new DataException(found[0].Place, found[0].Message);
        var rest = found.Count > MostReported ? string.Create(CultureInfo.InvariantCulture, $"\n… and {found.Count - MostReported} more") : "";
        throw new DataException(shown, string.Create(CultureInfo.InvariantCulture, $"{found.Count} things are wrong:")
            + string.Concat(found.Take(MostReported).Select(f => $"\n- {f.Place}: {f.Message}")) + rest);
    }
}
