namespace CarbonComp;

/// <summary>Input that cannot be computed with: the message says what is wrong, where, and what to do.</summary>
public class CarbonCompException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where (file, row, region, sector) and what to do.</param>
    public CarbonCompException(InvariantText message) : base(message.ToString()) { }

    /// <summary>Creates the exception with the one that caused it.</summary>
    /// <param name="message">What is wrong, where and what to do.</param>
    /// <param name="inner">The cause.</param>
    public CarbonCompException(InvariantText message, Exception inner) : base(message.ToString(), inner) { }
}
