namespace CarbonComp;

/// <summary>Data from which no reduction cost can be estimated, or a cost that the data do not determine.</summary>
/// <param name="message">Which unit or input, and what to do.</param>
public sealed class AbatementException(string message) : CarbonCompException(message);
