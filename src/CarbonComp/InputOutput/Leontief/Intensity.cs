namespace CarbonComp;

/// <summary>Direct emission coefficients: emissions per unit of output of each sector of each region (docs/methods.md#bth-6).</summary>
public sealed record Intensity : Tabular
{
    private Intensity(RegionSectorAxis axis, Vector<double> emissions, Vector<double> values, Unit perUnit, ValueStatus status) =>
        (Axis, Emissions, Values, PerUnit, Status) = (axis, emissions, values, perUnit, status);

    /// <summary>The sectors of all regions.</summary>
    public RegionSectorAxis Axis { get; }

    /// <summary>E, t CO2, n.</summary>
    public Vector<double> Emissions { get; }

    /// <summary>f = E / x, t CO2 per unit of currency, n; 0 where nothing is produced.</summary>
    public Vector<double> Values { get; }

    /// <summary>The currency of the output.</summary>
    public Unit PerUnit { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"Emission intensity, t CO2 per 10 000 {PerUnit}";

    /// <summary><c>f = E / x</c>.</summary>
    /// <param name="emissions">Emissions by region (rows) and sector (columns), a mass of CO2, not negative.</param>
    /// <param name="table">The table whose output divides them; same regions and sectors.</param>
    /// <exception cref="InputOutputException">Negative emissions, or emissions of a sector without output.</exception>
    /// <exception cref="AxisException">Other regions or sectors than the table's.</exception>
    /// <exception cref="UnitException">Not a mass of CO2.</exception>
    public static Intensity Of(LabelledMatrix emissions, MultiRegionalTable table)
    {
        table.Regions.Require(emissions.Rows, emissions.Name);
        table.Sectors.Require(emissions.Columns, emissions.Name);
        var values = emissions.In(Unit.TonneCO2).Values;
        var s = table.Sectors.Count;
        return Of(new LabelledVector(emissions.Name, table.Axis, Vector<double>.Build.Dense(table.Axis.Count, i => values[i / s, i % s]),
            Unit.TonneCO2, emissions.Status), table);
    }

    /// <inheritdoc cref="Of(LabelledMatrix, MultiRegionalTable)"/>
    /// <param name="emissions">Emissions by sector of all regions, in the table's order.</param>
    /// <param name="table">The table whose output divides them.</param>
    public static Intensity Of(LabelledVector emissions, MultiRegionalTable table)
    {
        table.Axis.Require(emissions.Axis, emissions.Name);
        var tonnes = emissions.In(Unit.TonneCO2).Values;
        for (var i = 0; i < tonnes.Count; i++)
        {
            if (tonnes[i] < 0)
                throw new InputOutputException($"Emissions of {table.Axis.Labels[i]} are {tonnes[i]:G6} t CO2. Emissions cannot be negative; "
                    + $"removals belong to the sinks.");
            if (tonnes[i] > 0 && table.Output[i] == 0)
                throw new InputOutputException($"{table.Axis.Labels[i]} emits {tonnes[i]:G6} t CO2 but has no output in the table, so its "
                    + $"emissions reach no user. Give it output, or move its emissions to the sector that contains it.");
        }
        var intensity = Vector<double>.Build.Dense(tonnes.Count, i => table.Output[i] == 0 ? 0 : tonnes[i] / table.Output[i]);
        return new(table.Axis, tonnes, intensity, table.Unit, ValueStatuses.Weakest(emissions.Status, table.Status));
    }

    /// <summary>The same coefficients on the output of another table, <c>E = f·x</c>: what a scenario emits.</summary>
    /// <param name="table">A table of the same regions, sectors and currency.</param>
    /// <exception cref="AxisException">Other regions or sectors.</exception>
    /// <exception cref="UnitException">Another currency.</exception>
    public Intensity ForOutputOf(MultiRegionalTable table)
    {
        Axis.Require(table.Axis, "The table");
        var values = table.Unit == PerUnit ? Values : Values * table.Unit.To(PerUnit);
        return new(table.Axis, values.PointwiseMultiply(table.Output), values, table.Unit, ValueStatuses.Weakest(Status, table.Status));
    }

    /// <summary>t CO2 per unit of currency by region and sector.</summary>
    /// <param name="region">Region label.</param>
    /// <param name="sector">Sector label.</param>
    public double this[string region, string sector] => Values[Axis.Position(Axis.Regions.IndexOf(region), Axis.Sectors.IndexOf(sector))];

    /// <summary>One row per region, one column per sector, in t CO2 per 10 000 of the currency.</summary>
    public override Columns ToColumns() => new([new Column("region", Axis.Regions.Labels.ToArray()),
        .. Axis.Sectors.Labels.Select((label, s) => new Column(label,
            Enumerable.Range(0, Axis.Regions.Count).Select(r => 1e4 * Values[Axis.Position(r, s)]).ToArray()))]);
}
