namespace CarbonComp;

/// <summary>Whose compensation standard prices a flow between two regions.</summary>
public enum PriceRule
{
    /// <summary>The standard of the region that pays the net flow.</summary>
    Payer,

    /// <summary>The standard of the region that is paid for the net flow.</summary>
    Recipient,

    /// <summary>The standard of the region that emits or sequesters. Each of the two flows of a pair has its own price before they are netted.</summary>
    Producer,

    /// <summary>One price for all: the standards must be equal.</summary>
    Uniform,
}
