namespace CarbonComp;

/// <summary>The N of BTH eq. 14 and 15: what attracts and what is attracted at the breakpoint.</summary>
public enum AttractionMass
{
    /// <summary>Sequestration service supply (CSSS): the ranges of BTH Table 3 follow from it.</summary>
    Storage,

    /// <summary>Sequestration service demand (CSSD): what the text of BTH says N is.</summary>
    Demand,
}
