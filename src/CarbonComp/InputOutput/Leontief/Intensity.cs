namespace CarbonComp;

/// <summary>Direct coefficients: emissions, or another stressor, per unit of output of each sector of each region (docs/methods.md#bth-6).</summary>
/// <remarks>A stressor is any amount by sector: CO2, another gas, energy, water, jobs, value added. CO2 is kept in tonnes, others in the canonical unit
/// of their kind. Every result that follows says its name and unit.</remarks>
public sealed record Intensity : Tabular
{
    private Intensity(RegionSectorAxis axis, Stressor stressor, Vector<double> emissions, Vector<double> values, Unit perUnit, ValueStatus status) =>
        (Axis, Stressor, Emissions, Values, PerUnit, Status) = (axis, stressor, emissions, values, perUnit, status);

    /// <summary>The sectors of all regions.</summary>
    public RegionSectorAxis Axis { get; }

    /// <summary>What is emitted, used or made, and its unit.</summary>
    public Stressor Stressor { get; }

    /// <summary>E, in the unit of <see cref="Stressor"/>, n.</summary>
    public Vector<double> Emissions { get; }

    /// <summary>f = E / x per unit of currency, n; 0 where nothing is produced.</summary>
    public Vector<double> Values { get; }

    /// <summary>The currency of the output.</summary>
    public Unit PerUnit { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption =>
        $"{(Stressor.IsCarbonDioxide ? "Emission" : Stressor.Title)} intensity, {Stressor.Unit} per 10 000 {PerUnit}";

    /// <summary><c>f = E / x</c>, from emissions by region (rows) and sector (columns) of the table, or from another amount.</summary>
    /// <remarks>Only money may be negative: value added of a branch that loses.</remarks>
    /// <exception cref="InputOutputException">Negative emissions, or emissions of a sector without output.</exception>
    /// <exception cref="AxisException">Other regions or sectors than the table's.</exception>
    /// <exception cref="UnitException">A ratio, not an amount.</exception>
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
        var stressor = Stressor.Of(emissions.Name, emissions.Unit);
        var amounts = emissions.In(stressor.Unit).Values;
        for (var i = 0; i < amounts.Count; i++)
        {
            if (amounts[i] < 0 && !stressor.MayBeNegative)
                throw new InputOutputException($"{stressor.Title} of {table.Axis.Labels[i]} are {amounts[i]:G6} {stressor.Unit}. {stressor.Title} cannot be "
                    + (stressor.IsCarbonDioxide ? "negative; removals belong to the sinks." : "negative; only money can."));
            if (amounts[i] != 0 && table.Output[i] == 0)
                throw new InputOutputException($"{table.Axis.Labels[i]} has no output in the table, so its {stressor.Name} of {amounts[i]:G6} "
                    + $"{stressor.Unit} reach no user. Give it output, or move them to the sector that contains it.");
        }
        return new(table.Axis, stressor, amounts, TableShape.PerOutput(amounts, table.Output), table.Unit,
            ValueStatuses.Weakest(emissions.Status, table.Status));
    }

    /// <summary>The same coefficients on the output of another table of the same regions and sectors, <c>E = f·x</c>: what a scenario emits.</summary>
    /// <exception cref="AxisException">Other regions or sectors.</exception>
    /// <exception cref="UnitException">Another currency.</exception>
    public Intensity ForOutputOf(MultiRegionalTable table)
    {
        Axis.Require(table.Axis, "The table");
        var values = table.Unit == PerUnit ? Values : Values * table.Unit.To(PerUnit);
        return new(table.Axis, Stressor, values.PointwiseMultiply(table.Output), values, table.Unit, StatusIn(table));
    }

    /// <summary>Per unit of currency of a sector of a region.</summary>
    public double this[string region, string sector] => Values[Axis.Position(Axis.Regions.IndexOf(region), Axis.Sectors.IndexOf(sector))];

    /// <summary>One row per region, one column per sector, per 10 000 of the currency.</summary>
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
