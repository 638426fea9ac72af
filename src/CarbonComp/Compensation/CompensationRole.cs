namespace CarbonComp;

/// <summary>What a region does in the compensation.</summary>
public enum CompensationRole
{
    /// <summary>Owes more than it is owed: L &gt; 0.</summary>
    Payer,

    /// <summary>Is owed more than it owes: L &lt; 0.</summary>
    Recipient,

    /// <summary>Owes nothing and is owed nothing.</summary>
    Neutral,
}
