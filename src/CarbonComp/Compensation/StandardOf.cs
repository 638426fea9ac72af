namespace CarbonComp;

/// <summary>Whose compensation standard a flow between two regions is paid at.</summary>
public enum StandardOf
{
    /// <summary>Of the region that pays the net flow. The payments of BTH Fig. 11 follow from it.</summary>
    Payer,

    /// <summary>Of the region that is paid for the net flow.</summary>
    Recipient,

    /// <summary>Of the region where it is emitted or sequestered, each of the two flows of a pair at its own, before they are set off.</summary>
    Producer,

    /// <summary>One price for all: the standards must be equal.</summary>
    Uniform,
}
