namespace CarbonComp;

/// <summary>How much a region pays or that it is paid (JX 4.4.2).</summary>
public enum CompensationClass
{
    /// <summary>Among the payers of much: high-compensation area.</summary>
    High,

    /// <summary>Among the payers of less: low- or common-compensation area.</summary>
    Low,

    /// <summary>Is paid, or neither pays nor is paid: compensated area.</summary>
    Compensated,
}
