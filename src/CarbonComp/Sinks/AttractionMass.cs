namespace CarbonComp;

/// <summary>N of the flow range: the mass by which output and input areas attract (<c>docs/methods.md#bth-14</c>).</summary>
public enum AttractionMass
{
    /// <summary>Supply of sequestration service, CSSS. The ranges printed in the source follow from it.</summary>
    Storage,

    /// <summary>Demand for sequestration service, CSSD, as the text of the source defines N.</summary>
    Demand,
}
