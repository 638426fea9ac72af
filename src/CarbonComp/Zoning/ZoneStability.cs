namespace CarbonComp;

/// <summary>Stability of functional zones as thresholds move: all at once over a grid, and each alone until it changes a region.</summary>
public sealed record ZoneStability : Tabular
{
    private static readonly (string Name, Func<FunctionalZoneThresholds, double> Of,
        Func<FunctionalZoneThresholds, double, FunctionalZoneThresholds> With)[] Kinds =
    [
        ("ecological support", t => t.SinkSupport, (t, v) => t with { SinkSupport = v }),
        ("economic contribution", t => t.Contribution, (t, v) => t with { Contribution = v }),
        ("low emission", t => t.LowEmission, (t, v) => t with { LowEmission = v }),
        ("high emission", t => t.HighEmission, (t, v) => t with { HighEmission = v }),
    ];

    private ZoneStability(FunctionalZones zones, double reach, int steps, LabelledVector share, IReadOnlyList<ZoneChange?> changes) =>
        (Zones, Reach, Steps, Share, Changes) = (zones, reach, steps, share, changes);

    /// <summary>Moves each threshold to both sides by up to a share of itself (the reach), in at least two steps; the grid has steps⁴ settings.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A reach or number of steps outside its range.</exception>
    public static ZoneStability Of(FunctionalZones zones, double reach = 0.2, int steps = 9)
    {
        if (reach is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(reach), reach, "It must be between 0 and 1: 0.2 for 20 %.");
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        double[] factors = [.. Enumerable.Range(0, steps).Select(k => 1 - reach + 2 * reach * k / (steps - 1))];
        IEnumerable<FunctionalZoneThresholds> grid = [zones.Thresholds];
        foreach (var (_, of, with) in Kinds) grid = grid.SelectMany(_ => factors, (t, f) => with(t, of(t) * f));
        return new(zones, reach, steps, zones.Stability(grid), [.. Enumerable.Range(0, zones.Zones.Count).Select(i => First(zones, i))]);
    }

    /// <summary>The zones under their own thresholds.</summary>
    public FunctionalZones Zones { get; }

    /// <summary>The largest move of each threshold to both sides, as a share of itself.</summary>
    public double Reach { get; }

    /// <summary>Values of each threshold.</summary>
    public int Steps { get; }

    /// <summary>Share of the grid's settings under which each region keeps its zone, 0 to 1.</summary>
    public LabelledVector Share { get; }

    /// <summary>For each region the threshold whose smallest move alone changes its zone, and to what; null where none does.</summary>
    public IReadOnlyList<ZoneChange?> Changes { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => Zones.Status;

    /// <inheritdoc/>
    public override string Caption => Invariant($"Stability of functional zones: four thresholds within {100 * Reach:0.#} %, "
        + $"{Math.Pow(Steps, Kinds.Length):0} settings");

    /// <summary>A row a region: its zone, how often it keeps it, what changes it first.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, Changes.Index()).With(Share.Axis.Kind, r => Share.Axis.Labels[r.Index])
        .With("zone", r => FunctionalZones.NameOf(Zones.Zones[r.Index])).With("keeps it", r => 100 * Share[r.Index], Unit.Percent)
        .With("threshold that changes it first", r => r.Item?.Threshold ?? "none")
        .With("set to", r => r.Item?.From, Unit.One).With("would have to be", r => r.Item?.To, Unit.One)
        .With("zone then", r => r.Item is { } change ? FunctionalZones.NameOf(change.Zone) : "");

    // A threshold changes a region where it passes the region's own number, if it does so at all.
    private static ZoneChange? First(FunctionalZones zones, int region)
    {
        var mean = zones.Emissions.Values.Average();
        double[] own = [zones.Support[region], zones.Contribution[region], zones.Emissions[region] / mean, zones.Emissions[region] / mean];
        var name = zones.Emissions.Axis.Labels[region];
        return Kinds.Select((kind, k) => (kind, Value: own[k])).Where(c => c.Value > 0)
            .SelectMany(c => new[] { c.Value * (1 - 1e-9), c.Value * (1 + 1e-9) }.Select(moved =>
                (Change: new ZoneChange(c.kind.Name, c.kind.Of(zones.Thresholds), c.Value, zones.Under(c.kind.With(zones.Thresholds, moved))[name]), c.kind)))
            .Where(c => c.Change.Zone != zones.Zones[region]).Select(c => c.Change).MinBy(c => Math.Abs(c.Move));
    }
}
