namespace CarbonComp.Zoning;

/// <summary>Borders of the functional zones (<c>docs/methods.md#zones</c>). The source prints them as an image; the defaults follow its text.</summary>
public sealed record FunctionalZoneThresholds
{
    /// <summary>The least ecological support coefficient of a sink area. Default 1.8.</summary>
    public double SinkSupport { get; init; } = 1.8;

    /// <summary>The least economic contribution coefficient of low-carbon optimization and total control. Default 1.</summary>
    public double Contribution { get; init; } = 1;

    /// <summary>The share of the regions' mean emission below which emissions are low. Default 0.5.</summary>
    public double LowEmission { get; init; } = 0.5;

    /// <summary>The share of the regions' mean emission from which emissions are high. Default 1.</summary>
    public double HighEmission { get; init; } = 1;

    /// <summary>The thresholds, where low emissions end before high ones begin.</summary>
    /// <remarks>Thresholds that are only moved to see what changes may pass each other: the order of the rules decides then.</remarks>
    internal FunctionalZoneThresholds Ordered() => LowEmission <= HighEmission ? this : throw new CarbonCompException(
        Invariant($"Low emissions end at {LowEmission} and high emissions begin at {HighEmission} times the regions' mean. ")
        + "Choose a low threshold that is not above the high one.");

    internal FunctionalZoneThresholds Valid()
    {
        (string Name, double Value)[] all = [("ecological support", SinkSupport), ("economic contribution", Contribution),
            ("low emission", LowEmission), ("high emission", HighEmission)];
        return all.FirstOrDefault(t => !(t.Value >= 0 && double.IsFinite(t.Value))) is { Name: not null } wrong
            ? throw new CarbonCompException(Invariant($"The threshold of {wrong.Name} must be zero or positive; it is {wrong.Value}.")) : this;
    }
}
