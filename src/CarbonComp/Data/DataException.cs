namespace CarbonComp;

/// <summary>A data package or table that cannot be read as it is.</summary>
/// <remarks>The message names file, line, row and field as far as they are known, then what is wrong and what to do.</remarks>
public sealed class DataException : CarbonCompException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="place">Where: <c>economy.csv, line 5 (Tangshan), field gdp</c>.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public DataException(string place, InvariantText message) : base($"{place}: {message.ToString()}") => Place = place;

    /// <summary>Creates the exception with the one that caused it.</summary>
    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">The cause.</param>
    public DataException(string place, InvariantText message, Exception inner) : base($"{place}: {message.ToString()}", inner) => Place = place;

    /// <summary>The place of the error.</summary>
    public string Place { get; }
}
