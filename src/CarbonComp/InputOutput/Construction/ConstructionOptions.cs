namespace CarbonComp;

/// <summary>The choices in the construction of a sub-national table that no source settles.</summary>
public sealed record ConstructionOptions
{
    /// <summary>How self-supply is estimated; FLQ by default.</summary>
    public RegionalPurchaseCoefficient RegionalPurchaseCoefficient { get; init; } = RegionalPurchaseCoefficient.FleggQuotient;

    /// <summary>Sectors whose products are taken to be supplied by the region itself as far as it can, such as construction; none unless named.</summary>
    public IReadOnlyList<string> LocalSectors { get; init; } = [];

    /// <summary>δ of FLQ and of the pool, from 0 to below 1; 0.3, the upper end of what is usual (0.25–0.3).</summary>
    public double Delta { get; init; } = 0.3;

    /// <summary>δ of each product, from 0 to below 1, for <see cref="RegionalPurchaseCoefficient.SupplyDemandPool"/>; none takes <see cref="Delta"/>
    /// for all.</summary>
    public LabelledVector? ProductDeltas { get; init; }

    /// <summary>h of CHARM by sector, from 0 to 1; none takes it from the nation's foreign trade (<see cref="CrossHauling.Heterogeneity"/>).</summary>
    public LabelledVector? ProductHeterogeneity { get; init; }

    /// <summary>β of gravity: how fast trade falls with distance; 1.</summary>
    public double DistanceDecay { get; init; } = 1;

    /// <summary>The region that takes what the study's regions leave of the nation, last in order; null if the regions are the whole nation.</summary>
    public Region? Rest { get; init; } = new("rest", "Rest of the nation");

    /// <summary>The largest difference that balancing may leave, relative to each total.</summary>
    public double Tolerance { get; init; } = 1e-11;

    /// <summary>How often balancing may scale rows and columns.</summary>
    public int MaximumIterations { get; init; } = 5_000;
}
