namespace CarbonComp.Compensation;

/// <summary>The signs of a region's two net flows (<c>docs/methods.md#balance</c>): four cases with both, four with one, and neutral.</summary>
public enum BalanceCase
{
    /// <summary>Others emit for it and sequester for it (double-high): pays for both.</summary>
    DoubleHigh,

    /// <summary>It emits for others and sequesters for others (double-low): receives for both.</summary>
    DoubleLow,

    /// <summary>Others emit for it, it sequesters for others (source deficit, sink surplus): the larger flow decides.</summary>
    SourceDeficitSinkSurplus,

    /// <summary>It emits for others, others sequester for it (source surplus, sink deficit): the larger flow decides.</summary>
    SourceSurplusSinkDeficit,

    /// <summary>Others emit for it; no net service flow.</summary>
    EmbodiedImportOnly,

    /// <summary>It emits for others; no net service flow.</summary>
    EmbodiedExportOnly,

    /// <summary>Others sequester for it; no net embodied flow.</summary>
    ServiceImportOnly,

    /// <summary>It sequesters for others; no net embodied flow.</summary>
    ServiceExportOnly,

    /// <summary>No net flow of either kind.</summary>
    Neutral,
}
