namespace CarbonComp.Numerics;

/// <summary>A linear system without a unique solution, or a native library that is asked for and missing.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class LinearAlgebraException(InvariantText message) : CarbonCompException(message);
