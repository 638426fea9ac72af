namespace CarbonComp.Uncertainty;

/// <summary>An uncertain input, a sample or a run that cannot be; the message names it.</summary>
public sealed class UncertaintyException : CarbonCompException
{
    /// <summary>Creates the exception.</summary>
    public UncertaintyException(InvariantText message) : base(message) { }

    /// <summary>Creates the exception with its cause.</summary>
    public UncertaintyException(InvariantText message, Exception cause) : base(message, cause) { }
}
