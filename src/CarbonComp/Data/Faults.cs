namespace CarbonComp;

/// <summary>Collects the faults of a file, so that all are reported together.</summary>
/// <param name="shown">The file.</param>
internal sealed class Faults(string shown)
{
    private readonly List<DataException> found = [];

    public int Count => found.Count;

    /// <summary>Everything found so far, each with its own place.</summary>
    public IReadOnlyList<DataException> All => [.. found.SelectMany(f => f.Faults)];

    public void Add(string place, string message) => found.Add(new(place, message));

    public void Add(string place, InvariantText message) => found.Add(new(place, message));

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

    /// <inheritdoc cref="Collect{T}"/>
    public void Collect(Action read) => Collect(() =>
    {
        read();
        return true;
    });

    /// <summary>Keeps a refusal for later.</summary>
    public void Add(DataException wrong) => found.Add(wrong);

    /// <summary>Refuses the file if anything was found.</summary>
    /// <exception cref="DataException">At least one fault; the message lists the first twenty.</exception>
    public void ThrowIfAny()
    {
        if (found.Count > 0) throw found.Count == 1 ? found[0] : new DataException(shown, found);
    }
}
