namespace CarbonComp;

/// <summary>An input–output table that cannot be computed with.</summary>
/// <param name="message">What is wrong, in which region and sector, and what to do.</param>
public sealed class InputOutputException(string message) : CarbonCompException(message);
