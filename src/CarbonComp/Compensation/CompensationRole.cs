namespace CarbonComp.Compensation;

/// <summary>The role of a region in the compensation.</summary>
public enum CompensationRole
{
    /// <summary>L &gt; 0.</summary>
    Payer,

    /// <summary>L &lt; 0.</summary>
    Recipient,

    /// <summary>L = 0, or within the neutral band.</summary>
    Neutral,
}
