namespace CarbonComp.Compensation;

/// <summary>Classes of regions by what they pay.</summary>
public enum CompensationClass
{
    /// <summary>A payer in the upper class.</summary>
    High,

    /// <summary>A payer in the lower class.</summary>
    Low,

    /// <summary>Is paid, or neither pays nor is paid.</summary>
    Compensated,
}
