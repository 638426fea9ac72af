namespace CarbonComp;

/// <summary>Input that cannot be computed with: the message says what is wrong, where, and what to do.</summary>
public class CarbonCompException : Exception
{
    /// <summary>An error whose message says what is wrong, where (file, row, region, sector) and what to do.</summary>
    public CarbonCompException(InvariantText message) : base(message.ToString()) { }

    /// <inheritdoc cref="CarbonCompException(InvariantText)"/>
    public CarbonCompException(InvariantText message, Exception inner) : base(message.ToString(), inner) { }
}
