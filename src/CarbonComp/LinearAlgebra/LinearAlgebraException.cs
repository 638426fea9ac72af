namespace CarbonComp;

/// <summary>A linear system that has no solution, or a native library that is asked for and not there.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class LinearAlgebraException(string message) : CarbonCompException(message);
