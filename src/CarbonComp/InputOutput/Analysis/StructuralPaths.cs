namespace CarbonComp.InputOutput;

/// <summary>Structural path analysis: the supply chains that cause the emissions of a final use, largest first, down to a threshold.</summary>
/// <remarks>A chain's continuation upstream is followed only while all that lies beyond it, <c>m_j</c> times the delivery, is above the threshold;
/// nothing above it is missed (for non-negative coefficients).</remarks>
/// <param name="Axis">The sectors of all regions.</param>
/// <param name="Paths">The chains, largest first.</param>
/// <param name="Total">Of all chains of any length.</param>
/// <param name="Threshold">From which amount on a chain is listed.</param>
/// <param name="IsComplete">Whether every chain above the threshold is listed; false where <c>mostPaths</c> cut the list.</param>
/// <param name="Status">The weakest status of table and emissions.</param>
public sealed record StructuralPaths(
    Axis Axis, IReadOnlyList<StructuralPath> Paths, double Total, double Threshold, bool IsComplete, ValueStatus Status) : Tabular
{
    /// <summary>What is followed, with its unit; emissions of CO2 unless another was given.</summary>
    public Stressor Stressor { get; init; } = Stressor.CarbonDioxide;

    /// <summary>The share of the total that the listed chains explain.</summary>
    public double Coverage => Total == 0 ? 0 : Paths.Sum(p => p.Amount) / Total;

    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <inheritdoc/>
    public override string Caption => Invariant(
        $"{Paths.Count} supply chains of {NumberFormat.Quantity(Threshold, Stressor.Unit)} or more{(IsComplete ? "" : " (the list was cut)")}, "
        + $"{Coverage:P1} of {NumberFormat.Quantity(Total, Stressor.Unit)}");

    /// <summary>The chains that cause the emissions of a region's final use; of that of all regions and exports if none is named.</summary>
    /// <remarks>The threshold is the share of the total from which on a chain is listed, above 0 and below 1.</remarks>
    /// <exception cref="InputOutputException">Negative deliveries.</exception>
    /// <exception cref="OperationCanceledException">The token ended the search.</exception>
    public static StructuralPaths Of(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system, string? region = null,
        double threshold = 1e-3, int mostPaths = 10_000, CancellationToken cancellation = default)
    {
        if (threshold is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold,
                "A threshold is a share of the total, above 0 and below 1. Write 0.01 for 1 %.");
        var multipliers = LeontiefMultipliers.Emissions(table, intensity, system).Values;
        var coefficients = TableShape.ColumnMajor(TechnicalCoefficients.Of(table));
        if (Array.Exists(coefficients, v => v < 0))
            throw new InputOutputException(
                "Some intermediate deliveries are negative, so chains cannot be cut off by size. Balance or aggregate the table first.");
        var (n, y) = (table.Axis.Count, region is null ? table.FinalUse.RowSums() + table.Exports : table.FinalUse.Column(table.Regions.IndexOf(region)));
        var total = multipliers * y;
        // Where a stressor is negative somewhere, what lies beyond may cancel: its size bounds it.
        if (intensity.Values.Any(f => f < 0)) multipliers = system.Multipliers(intensity.Values.PointwiseAbs());
        var least = threshold * Math.Abs(total);

        var open = new PriorityQueue<(Link Chain, double Delivery), double>();
        void Follow(Link chain, double delivery)
        {
            var beyond = Math.Abs(multipliers[chain.Sector] * delivery);
            if (beyond >= least && delivery != 0) open.Enqueue((chain, delivery), -beyond);
        }
        for (var i = 0; i < n; i++) Follow(new Link(i, null), y[i]);
        var found = new List<StructuralPath>();
        var complete = true;
        while (open.TryDequeue(out var next, out _))
        {
            cancellation.ThrowIfStopped();
            var (chain, delivery) = next;
            if (intensity.Values[chain.Sector] * delivery is var tonnes && Math.Abs(tonnes) >= least)
            {
                if (found.Count == mostPaths) { complete = false; break; }
                found.Add(new([.. chain.Sectors()], tonnes));
            }
            for (var i = 0; i < n; i++)
                if (coefficients[chain.Sector * n + i] is var input and not 0) Follow(new Link(i, chain), input * delivery);
        }
        return new(table.Axis, [.. found.OrderByDescending(p => Math.Abs(p.Amount))], total, least, complete, intensity.StatusIn(table))
        {
            Stressor = intensity.Stressor,
        };
    }

    /// <summary>One of <see cref="Paths"/> in words: <c>Tangshan · Energy → Tangshan · Manufacturing → Beijing · Construction</c>.</summary>
    public string Describe(StructuralPath path) => string.Join(" → ", path.Sectors.Select(i => Axis.Labels[i]));

    /// <inheritdoc/>
    public override Columns ToColumns() => Table.OfRows(Caption, Paths).With("supply chain", Describe).With("stages", p => p.Stages)
        .With(Stressor.Name, p => p.Amount, Stressor.Unit).With("share (%)", p => Total == 0 ? 0 : 100 * p.Amount / Total);

    // A chain as a list from the emitting sector on, shared between the chains that continue it.
    private sealed record Link(int Sector, Link? User)
    {
        public IEnumerable<int> Sectors()
        {
            for (var link = this; link is not null; link = link.User) yield return link.Sector;
        }
    }
}
