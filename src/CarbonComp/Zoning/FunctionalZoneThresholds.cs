namespace CarbonComp;

/// <summary>Where functional zones begin. The table of the source that says so is an image: these are read from its text.</summary>
public sealed record FunctionalZoneThresholds
{
    /// <summary>From this ecological support coefficient on a region is a sink area. Default 1.8.</summary>
    public double SinkSupport { get; init; } = 1.8;

    /// <summary>From this economic contribution coefficient on a region earns at least what it emits. Default 1.</summary>
    public double Contribution { get; init; } = 1;

    /// <summary>Below this share of the regions' mean emission a region emits little. Default 0.5.</summary>
    public double LowEmission { get; init; } = 0.5;

    /// <summary>From this share of the regions' mean emission on a region emits much. Default 1.</summary>
    public double HighEmission { get; init; } = 1;

    /// <summary>The same thresholds, if zones can be told apart by them.</summary>
    /// <exception cref="CarbonCompException">One that is negative or no number.</exception>
    internal FunctionalZoneThresholds Valid()
    {
        (string Name, double Value)[] all = [("ecological support", SinkSupport), ("economic contribution", Contribution),
            ("little emission", LowEmission), ("much emission", HighEmission)];
        return all.FirstOrDefault(t => !(t.Value >= 0 && double.IsFinite(t.Value))) is { Name: not null } wrong
            ? throw new CarbonCompException($"The threshold of {wrong.Name} is {wrong.Value}. Give a number from 0 on.") : this;
    }
}
