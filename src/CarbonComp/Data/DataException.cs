namespace CarbonComp;

/// <summary>A data package or table that cannot be read as it is.</summary>
/// <remarks>The message names file, line, row and field as far as they are known, then what is wrong and what to do.</remarks>
public sealed class DataException : CarbonCompException
{
    /// <summary>The place (<c>economy.csv, line 5 (Tangshan), field gdp</c>), what is wrong there, and what to do.</summary>
    public DataException(string place, InvariantText message) : base($"{place}: {message.ToString()}") => Place = place;

    /// <inheritdoc cref="DataException(string, InvariantText)"/>
    public DataException(string place, InvariantText message, Exception inner) : base($"{place}: {message.ToString()}", inner) => Place = place;

    /// <summary>The place of the error.</summary>
    public string Place { get; }

    // What is read, or its error at a place.
    internal static T At<T>(string place, Func<T> read)
    {
        try { return read(); }
        catch (CarbonCompException wrong) when (wrong is not DataException) { throw new DataException(place, wrong.Message, wrong); }
    }
}
