namespace CarbonComp.Sinks;

/// <summary>Carbon stored in each cell of a land cover raster (<c>docs/methods.md#bth-11</c>, in InVEST's raster form).</summary>
public sealed record StorageGrid : Tabular
{
    private readonly IReadOnlyList<(CarbonPool Pool, int Cells)> classes;
    private readonly double cellHectares;

    private StorageGrid(RasterGrid carbon, IReadOnlyList<(CarbonPool, int)> classes, double cellHectares, ValueStatus status) =>
        (Carbon, this.classes, this.cellHectares, Status) = (carbon, classes, cellHectares, status);

    /// <summary>Storage from class numbers in a metric projection: each cell's area times the pools of its class. Cells without value stay without.</summary>
    /// <exception cref="UnitException">The raster is in degrees.</exception>
    /// <exception cref="CarbonCompException">A class that is not a whole number or has no pools; the message names row and column.</exception>
    public static StorageGrid Of(RasterGrid landCover, CarbonPools pools, ValueStatus status)
    {
        var hectares = landCover.CellArea * Unit.SquareKilometre.To(Unit.Parse("ha"));
        var counts = new Dictionary<int, int>();
        var carbon = landCover.Select($"carbon storage of {landCover.Name}", (_, cell) =>
        {
            var pool = pools.At(landCover, cell);
            counts[pool.LandUseCode] = counts.GetValueOrDefault(pool.LandUseCode) + 1;
            return pool.Total * hectares;
        });
        return new(carbon, [.. counts.OrderBy(c => c.Key).Select(c => (pools[c.Key], c.Value))], hectares, ValueStatuses.Weakest(status, pools.Status));
    }

    /// <summary>t C in each cell.</summary>
    public RasterGrid Carbon { get; }

    /// <summary>All carbon, t C.</summary>
    public double TotalCarbon => classes.Sum(c => c.Cells * cellHectares * c.Pool.Total);

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => Carbon.Name;

    /// <summary>A row a land class: area and carbon.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, classes).With("land class", c => c.Pool.Name)
        .With("area", c => c.Cells * cellHectares * Unit.Parse("ha").To(Unit.SquareKilometre), Unit.SquareKilometre)
        .With("carbon", c => c.Cells * cellHectares * c.Pool.Total, Unit.TonneCarbon);
}
