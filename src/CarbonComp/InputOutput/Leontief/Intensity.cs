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

    /// <summary><c>f = E / x</c>, from emissions by region (rows) and sector (columns) of the table: a mass of CO2, not negative.</summary>
    /// <exception cref="InputOutputException">Negative emissions, or emissions of a sector without output.</exception>
    /// <exception cref="AxisException">Other regions or sectors than the table's.</exception>
    /// <exception cref="UnitException">Not a mass of CO2.</exception>
    public static Intensity Of(LabelledMatrix emissions, MultiRegionalTable table)
    {
        table.Regions.Require(emissions.Rows, emissions.Name);
        table.Sectors.Require(emissions.Columns, emissions.Name);
        return Of(new LabelledVector(emissions.Name, table.Axis, emissions.Values.Transpose().Enumerate(), emissions.Unit, emissions.Status), table);
    }

    /// <summary><c>f = E / x</c>, from emissions by sector of all regions, in the table's order.</summary>
    /// <inheritdoc cref="Of(LabelledMatrix, MultiRegionalTable)"/>
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
        return new(table.Axis, tonnes, TableShape.PerOutput(tonnes, table.Output), table.Unit, ValueStatuses.Weakest(emissions.Status, table.Status));
    }

    /// <summary>The same coefficients on the output of another table of the same regions and sectors, <c>E = f·x</c>: what a scenario emits.</summary>
    /// <exception cref="AxisException">Other regions or sectors.</exception>
    /// <exception cref="UnitException">Another currency.</exception>
    public Intensity ForOutputOf(MultiRegionalTable table)
    {
        Axis.Require(table.Axis, "The table");
        var values = table.Unit == PerUnit ? Values : Values * table.Unit.To(PerUnit);
        return new(table.Axis, values.PointwiseMultiply(table.Output), values, table.Unit, StatusIn(table));
    }

    /// <summary>t CO2 per unit of currency of a sector of a region.</summary>
    public double this[string region, string sector] => Values[Axis.Position(Axis.Regions.IndexOf(region), Axis.Sectors.IndexOf(sector))];

    /// <summary>One row per region, one column per sector, in t CO2 per 10 000 of the currency.</summary>
    public override Columns ToColumns() => TableShape.ToColumns("region", Axis.Regions, Axis.Sectors, 1e4 * TableShape.ByRegion(Values, Axis));

    // What every analysis of emissions demands: an intensity of the table's sectors, and no imports among its deliveries.
    internal void RequireFor(MultiRegionalTable table)
    {
        table.Axis.Require(Axis, "Intensity");
        table.RequireDomesticUse();
    }

    // R × m, or n × m for one sector a row: blocksum(f̂ · X), the emissions for the outputs X.
    internal Matrix<double> EmittedFor(Matrix<double> outputs, int sectors) =>
        TableShape.SumRows(outputs.MapIndexed((i, _, x) => Values[i] * x, Zeros.Include), sectors);

    internal ValueStatus StatusIn(MultiRegionalTable table) => ValueStatuses.Weakest(table.Status, Status);
}
