namespace CarbonComp;

/// <summary>Regions by functional zone (<c>docs/methods.md#zones</c>).</summary>
/// <remarks>
/// In this order: support ≥ threshold, carbon sink; contribution ≥ threshold and low emissions, low-carbon optimization;
/// contribution ≥ threshold and high emissions, total control; all others, intensity control.
/// </remarks>
public sealed record FunctionalZones : Tabular
{
    private FunctionalZones(LabelledVector contribution, LabelledVector support, LabelledVector emissions, FunctionalZoneThresholds thresholds)
    {
        (Contribution, Support, Emissions, Thresholds) = (contribution, support, emissions, thresholds);
        Status = ValueStatuses.Weakest(contribution.Status, support.Status, emissions.Status);
        var mean = emissions.Values.Average();
        Zones = [.. Enumerable.Range(0, emissions.Values.Count).Select(i =>
            support[i] >= thresholds.SinkSupport ? FunctionalZone.CarbonSink
            : contribution[i] >= thresholds.Contribution && emissions[i] < thresholds.LowEmission * mean ? FunctionalZone.LowCarbonOptimization
            : contribution[i] >= thresholds.Contribution && emissions[i] >= thresholds.HighEmission * mean ? FunctionalZone.TotalControl
            : FunctionalZone.IntensityControl)];
    }

    /// <summary>Puts regions into zones by ECC and ESC, pure numbers, and emissions, a mass of CO2; with the default borders if none are given.</summary>
    /// <exception cref="AxisException">Not along the same regions.</exception>
    /// <exception cref="UnitException">Not pure numbers, or not a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">A threshold that is negative or not finite, or low emissions that end above high ones.</exception>
    public static FunctionalZones Classify(LabelledVector contribution, LabelledVector support, LabelledVector emissions,
        FunctionalZoneThresholds? thresholds = null)
    {
        emissions.Axis.Require(contribution.Axis, contribution.Name);
        emissions.Axis.Require(support.Axis, support.Name);
        return new(contribution.In(Unit.One), support.In(Unit.One), emissions.In(Unit.TonneCO2), (thresholds ?? new()).Valid().Ordered());
    }

    /// <summary>Economic contribution coefficient.</summary>
    public LabelledVector Contribution { get; }

    /// <summary>Ecological support coefficient.</summary>
    public LabelledVector Support { get; }

    /// <summary>t CO2.</summary>
    public LabelledVector Emissions { get; }

    /// <summary>The borders of the zones.</summary>
    public FunctionalZoneThresholds Thresholds { get; }

    /// <summary>The zone of each region.</summary>
    public IReadOnlyList<FunctionalZone> Zones { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => "Functional zones";

    /// <summary>The zone of a region: code, name or local name.</summary>
    public FunctionalZone this[string region] => Zones[Emissions.Axis.IndexOf(region)];

    /// <summary>The zones of the same regions under other thresholds.</summary>
    public FunctionalZones Under(FunctionalZoneThresholds thresholds) => new(Contribution, Support, Emissions, thresholds.Valid());

    /// <summary>The share of other thresholds, 0 to 1, under which each region keeps its zone.</summary>
    /// <exception cref="CarbonCompException">No thresholds.</exception>
    public LabelledVector Stability(params IEnumerable<FunctionalZoneThresholds> others)
    {
        var settings = others.Select(Under).ToArray();
        if (settings.Length == 0) throw new CarbonCompException("Stability needs at least one other set of thresholds.");
        return new("share of thresholds with the same zone", Emissions.Axis,
            Enumerable.Range(0, Zones.Count).Select(i => settings.Count(s => s.Zones[i] == Zones[i]) / (double)settings.Length), Unit.One, Status);
    }

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(Contribution.Named("economic contribution"), Support.Named("ecological support"),
        Emissions.Named("emissions")).With("zone", Zones.Select(NameOf));

    /// <summary>The name of a zone.</summary>
    public static string NameOf(FunctionalZone zone) => zone switch
    {
        FunctionalZone.CarbonSink => "carbon sink",
        FunctionalZone.LowCarbonOptimization => "low-carbon optimization",
        FunctionalZone.TotalControl => "total control",
        _ => "intensity control",
    };
}
