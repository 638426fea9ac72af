namespace CarbonComp.Numerics;

/// <summary>A linear system that has no solution, or a native library that is asked for and not there.</summary>
public sealed class LinearAlgebraException : CarbonCompException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public LinearAlgebraException(InvariantText message) : base(message) { }
}
