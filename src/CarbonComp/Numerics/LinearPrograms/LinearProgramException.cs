namespace CarbonComp.Numerics;

/// <summary>A linear program that is malformed, has no optimum, or cannot be solved here.</summary>
public sealed class LinearProgramException : CarbonCompException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which program, which variable or constraint, and what to do.</param>
    public LinearProgramException(InvariantText message) : base(message) { }
}
