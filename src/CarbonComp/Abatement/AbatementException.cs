namespace CarbonComp.Abatement;

/// <summary>Data from which no reduction cost can be estimated, or a cost that the data do not determine.</summary>
public sealed class AbatementException : CarbonCompException
{
    /// <summary>Creates the exception: which unit or input, and what to do.</summary>
    public AbatementException(InvariantText message) : base(message) { }
}
