namespace CarbonComp.Regions;

/// <summary>A raster with the name, unit, meaning and status of its numbers, and with what was done to it.</summary>
/// <remarks>Formulas on rasters are evaluated while cells are read, block by block; nothing is held in memory.</remarks>
public sealed record LabelledRaster : Tabular, IRaster
{
    private readonly IRaster cells;

    private LabelledRaster(IRaster cells, string name, CellMeaning meaning, Unit unit, ValueStatus status, IReadOnlyList<string> notes) =>
        (this.cells, Name, Meaning, Unit, Status, Notes) = (cells, name, meaning, unit, status, notes);

    /// <summary>A raster of class numbers: land cover.</summary>
    public static LabelledRaster Classes(IRaster cells, string name, ValueStatus status) => new(cells, name, CellMeaning.Class, Unit.One, status, []);

    /// <summary>A raster of amounts of each cell: persons.</summary>
    public static LabelledRaster Amounts(IRaster cells, string name, Unit unit, ValueStatus status) =>
        new(cells, name, CellMeaning.Amount, unit, status, []);

    /// <summary>A raster of densities or other intensities: persons per km2.</summary>
    public static LabelledRaster Densities(IRaster cells, string name, Unit unit, ValueStatus status) =>
        new(cells, name, CellMeaning.Density, unit, status, []);

    /// <summary>The name of the quantity.</summary>
    public string Name { get; }

    /// <summary>What the numbers are.</summary>
    public CellMeaning Meaning { get; }

    /// <summary>The unit of the numbers; classes have none.</summary>
    public Unit Unit { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>What was done to the raster: how it was carried to other cells, what was spread by which rule.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public override string Caption => Name;

    /// <inheritdoc/>
    public RasterFrame Frame => cells.Frame;

    /// <inheritdoc/>
    public int BlockRows => cells.BlockRows;

    /// <inheritdoc/>
    public int BlockColumns => cells.BlockColumns;

    /// <inheritdoc/>
    public void Read(RasterWindow window, Span<double> values) => cells.Read(window, values);

    /// <summary>The raster on other cells (<c>docs/methods.md#other-cells</c>); <see cref="Notes"/> says so. On its own cells it is the same.</summary>
    /// <remarks>Where both have one coordinate system, areas that cells have in common are exact; elsewhere a cell is sampled at 8 × 8 places.</remarks>
    /// <exception cref="CarbonCompException">Classes that would be averaged.</exception>
    public LabelledRaster On(RasterFrame frame, Resampling how)
    {
        if (frame.HasCellsOf(Frame)) return this;
        if (how == Resampling.AreaWeighted && Meaning == CellMeaning.Class) throw new CarbonCompException($"{Name} holds numbers of classes, which have no "
            + "mean. Carry it to other cells by Resampling.Nearest.");
        if (how == Resampling.Nearest && Meaning == CellMeaning.Amount) throw new CarbonCompException($"{Name} holds amounts of each cell, which would be "
            + "counted more than once, or lost. Carry it to other cells by Resampling.AreaWeighted.");
        var note = $"{Name}: cells of {Frame.Resolution} carried to {frame.Resolution}, "
            + (how == Resampling.Nearest ? "the nearest" : Meaning == CellMeaning.Amount ? "divided by area" : "averaged by area");
        return new(new ResampledRaster(cells, frame.Named(Frame.Name), how == Resampling.Nearest, Meaning == CellMeaning.Amount), Name, Meaning, Unit, Status,
            [.. Notes, note]);
    }

    /// <summary>Densities times the true area of each cell, as amounts.</summary>
    /// <exception cref="CarbonCompException">Classes or amounts.</exception>
    public LabelledRaster TimesCellArea()
    {
        if (Meaning != CellMeaning.Density) throw new CarbonCompException($"{Name} is not a density. Only densities times areas are amounts.");
        var (unit, factor) = UnitAlgebra.Multiply(Unit, Unit.SquareKilometre);
        return ByArea(Name, CellMeaning.Amount, unit, (value, area) => value * area * factor);
    }

    /// <summary>Amounts divided by the true area of each cell, as densities.</summary>
    /// <exception cref="CarbonCompException">Classes or densities.</exception>
    public LabelledRaster PerSquareKilometre()
    {
        if (Meaning != CellMeaning.Amount) throw new CarbonCompException($"{Name} does not hold amounts. Only amounts on an area are densities.");
        var (unit, factor) = UnitAlgebra.Divide(Unit, Unit.SquareKilometre);
        return ByArea(Name, CellMeaning.Density, unit, (value, area) => value / area * factor);
    }

    /// <summary>The same raster with numbers in another unit of the same kind.</summary>
    /// <exception cref="UnitException">The unit measures something else.</exception>
    public LabelledRaster In(Unit unit)
    {
        var factor = Unit.To(unit);
        return factor == 1 ? new(cells, Name, Meaning, unit, Status, Notes) : Select(Name, Meaning, unit, value => value * factor);
    }

    /// <inheritdoc cref="In(Unit)"/>
    public LabelledRaster In(string unit) => In(Unit.Parse(unit));

    /// <summary>The same raster under another name.</summary>
    public LabelledRaster Named(string name) => new(cells, name, Meaning, Unit, Status, Notes);

    /// <summary>The same raster with a further note.</summary>
    public LabelledRaster WithNote(string note) => new(cells, Name, Meaning, Unit, Status, [.. Notes, note]);

    /// <summary>A raster of the same cells with other numbers; the function is not called where there is none.</summary>
    public LabelledRaster Select(string name, CellMeaning meaning, Unit unit, Func<double, double> value) => Derive(name, meaning, unit, Status,
        (window, inputs, result) =>
        {
            for (var i = 0; i < window.Cells; i++) result[i] = double.IsNaN(inputs[0][i]) ? double.NaN : value(inputs[0][i]);
        });

    /// <summary>1 in the cells of some classes, such as towns, and 0 in those of others.</summary>
    /// <exception cref="CarbonCompException">Not classes.</exception>
    public LabelledRaster Is(string name, params IReadOnlyList<int> classes) => Meaning == CellMeaning.Class
        ? Select(name, CellMeaning.Class, Unit.One, value => value == (int)value && classes.Contains((int)value) ? 1 : 0)
        : throw new CarbonCompException($"{Name} does not hold numbers of classes. Declare it with LabelledRaster.Classes, if it does.");

    /// <summary>Reads all cells into memory, so that what was computed for them is not computed again.</summary>
    /// <exception cref="CarbonCompException">Too many cells.</exception>
    public LabelledRaster InMemory(IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        new(RasterGrid.Of(cells, progress, cancellation), Name, Meaning, Unit, Status, Notes);

    /// <summary>The raster in fewer, larger cells, in memory: the most frequent class, the mean density, the sum of amounts of each group.</summary>
    /// <param name="most">The number of columns, and of rows, that the result may have.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between groups of rows.</param>
    public LabelledRaster Overview(int most = 1200, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var (grid, group) = RasterOverview.Of(cells, most, Meaning, progress, cancellation);
        var note = group == 1 ? null : $"{Name}: {group} × {group} cells drawn as one, " + Meaning switch
        {
            CellMeaning.Class => "the most frequent class", CellMeaning.Amount => "their sum", _ => "their mean",
        };
        return new(grid, Name, Meaning, Unit, Status, note is null ? Notes : [.. Notes, note]);
    }

    /// <summary>What the raster is, a row a property.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, Properties(), Status).With("property", p => p.Name).With("value", p => p.Value).ToColumns();

    internal LabelledRaster Derive(string name, CellMeaning meaning, Unit unit, ValueStatus status, Action<RasterWindow, double[][], double[]> formula,
        params LabelledRaster[] others) => new(new DerivedRaster(name, formula, [cells, .. others.Select(o => o.cells)]), name, meaning, unit,
            ValueStatuses.Weakest([Status, status, .. others.Select(o => o.Status)]), [.. Notes.Concat(others.SelectMany(o => o.Notes)).Distinct()]);

    // A formula of a number and its cell's area, km2.
    internal LabelledRaster ByArea(string name, CellMeaning meaning, Unit unit, Func<double, double, double> value) => Derive(name, meaning, unit, Status,
        (window, inputs, result) =>
        {
            for (var (i, row) = (0, 0); row < window.Rows; row++)
            {
                var area = Frame.Coordinates.RowArea(Frame, window.Row + row);
                for (var column = 0; column < window.Columns; column++, i++)
                {
                    var scale = Frame.Coordinates.ColumnScale(Frame.West + (window.Column + column + 0.5) * Frame.CellWidth);
                    result[i] = double.IsNaN(inputs[0][i]) ? double.NaN : value(inputs[0][i], area * scale);
                }
            }
        });

    private IEnumerable<(string Name, string Value)> Properties() =>
    [
        ("numbers", Meaning switch
        {
            CellMeaning.Class => "classes",
            CellMeaning.Amount => $"{Unit} in a cell",
            _ => Unit == Unit.One ? "a pure number" : Unit.Symbol,
        }),
        ("cells", Invariant($"{Frame.Rows} rows × {Frame.Columns} columns of {Frame.Resolution}").ToString()),
        ("coordinates", Frame.Coordinates.Name),
        .. Notes.Select((note, i) => (i == 0 ? "done" : "", note)),
    ];
}
