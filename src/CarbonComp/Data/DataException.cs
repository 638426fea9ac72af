namespace CarbonComp;

/// <summary>A data package or table that cannot be read as it stands.</summary>
/// <remarks>The message names file, line, row and field as far as they are known, then what is wrong and what to do.</remarks>
public sealed class DataException : CarbonCompException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="place">Where: <c>economy.csv, line 5 (Tangshan), field gdp</c>.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public DataException(string place, string message) : base($"{place}: {message}") => Place = place;

    /// <summary>Creates the exception; numbers in its message are written alike in every culture.</summary>
    /// <param name="place">Where: <c>economy.csv, line 5 (Tangshan), field gdp</c>.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public DataException(string place, InvariantText message) : this(place, message.ToString()) { }

    /// <summary>Creates the exception with the one that caused it.</summary>
    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">The cause.</param>
    public DataException(string place, string message, Exception inner) : base($"{place}: {message}", inner) => Place = place;

    /// <summary>Creates the exception with the one that caused it; numbers in its message are written alike in every culture.</summary>
    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">The cause.</param>
    public DataException(string place, InvariantText message, Exception inner) : this(place, message.ToString(), inner) { }

    /// <summary>Where it is wrong.</summary>
    public string Place { get; }
}
