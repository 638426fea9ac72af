namespace CarbonComp.Abatement;

/// <summary>Data from which no reduction cost can be estimated, or a cost that the data do not determine.</summary>
public sealed class AbatementException : CarbonCompException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which unit or input, and what to do.</param>
    public AbatementException(InvariantText message) : base(message) { }
}
