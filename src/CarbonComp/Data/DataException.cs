namespace CarbonComp;

/// <summary>A data package or table that cannot be read as it is.</summary>
/// <remarks>The message names file, line, row and field as far as they are known, then what is wrong and what to do.</remarks>
public sealed class DataException : CarbonCompException
{
    /// <summary>The place (<c>economy.csv, line 5 (Tangshan), field gdp</c>), what is wrong there, and what to do.</summary>
    public DataException(string place, InvariantText message) : base($"{place}: {message.ToString()}") => Place = place;

    /// <inheritdoc cref="DataException(string, InvariantText)"/>
    public DataException(string place, InvariantText message, Exception inner) : base($"{place}: {message.ToString()}", inner) => Place = place;

    /// <summary>Several things that are wrong with one file or package, told together: the first twenty in the message, all in <see cref="Faults"/>.</summary>
    /// <param name="place">What they are wrong with.</param>
    /// <param name="faults">At least two.</param>
    public DataException(string place, IReadOnlyList<DataException> faults) : base(Listed(place, faults)) =>
        (Place, several) = (place, [.. faults.SelectMany(f => f.Faults)]);

    private const int MostListed = 20;
    private readonly IReadOnlyList<DataException>? several;

    /// <summary>The place of the error.</summary>
    public string Place { get; }

    /// <summary>Everything that is wrong, each with its own place; this alone where it is one thing.</summary>
    public IReadOnlyList<DataException> Faults => several ?? [this];

    private static string Listed(string place, IReadOnlyList<DataException> faults)
    {
        DataException[] all = [.. faults.SelectMany(f => f.Faults)];
        return Invariant($"{place}: {all.Length} things are wrong:") + string.Concat(all.Take(MostListed).Select(f => $"\n- {f.Message}"))
            + (all.Length > MostListed ? Invariant($"\n… and {all.Length - MostListed} more") : "");
    }

    // What is read, or its error at a place.
    internal static T At<T>(string place, Func<T> read)
    {
        try { return read(); }
        catch (CarbonCompException wrong) when (wrong is not DataException) { throw new DataException(place, wrong.Message, wrong); }
    }
}
