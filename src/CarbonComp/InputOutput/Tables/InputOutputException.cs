namespace CarbonComp.InputOutput;

/// <summary>An input–output table that cannot be computed with.</summary>
public sealed class InputOutputException : CarbonCompException
{
    /// <summary>Creates the exception from what is wrong, in which region and sector, and what to do.</summary>
    public InputOutputException(InvariantText message) : base(message) { }
}
