namespace CarbonComp.Numerics;

/// <summary>A linear program that is malformed, has no optimum, or cannot be solved here.</summary>
/// <param name="message">Which program, which variable or constraint, and what to do.</param>
public sealed class LinearProgramException(InvariantText message) : CarbonCompException(message);
