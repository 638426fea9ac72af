namespace CarbonComp;

/// <summary>Value added for each tonne emitted: the simplest estimate of what a tonne less costs.</summary>
/// <remarks>
/// An average, where the other estimators give the margin: it is the reduction cost if value added can only be cut
/// in proportion with emissions (Kaya and Yokobori 1997).
/// </remarks>
public static class CarbonProductivity
{
    /// <summary><c>y / b</c> for each label.</summary>
    /// <param name="valueAdded">Value added, money of China, not negative.</param>
    /// <param name="emissions">Emissions, CO2, positive, along the same axis.</param>
    /// <returns>yuan/t CO2.</returns>
    /// <exception cref="AbatementException">Emissions that are not positive, or negative value added.</exception>
    /// <exception cref="AxisException">Different axes.</exception>
    /// <exception cref="UnitException">Other kinds of units.</exception>
    public static LabelledVector Compute(LabelledVector valueAdded, LabelledVector emissions)
    {
        valueAdded.Axis.Require(emissions.Axis, emissions.Name);
        var (y, b) = (valueAdded.In(Unit.Yuan).Values, emissions.In(Unit.TonneCO2).Values);
        return new("carbon productivity", valueAdded.Axis, Enumerable.Range(0, y.Count).Select(k => Ratio(y[k], b[k], valueAdded.Axis.Labels[k])),
            Unit.YuanPerTonneCO2, ValueStatuses.Weakest(valueAdded.Status, emissions.Status));
    }

    /// <summary><c>y / b</c> for each pair of labels.</summary>
    /// <inheritdoc cref="Compute(LabelledVector, LabelledVector)"/>
    public static LabelledMatrix Compute(LabelledMatrix valueAdded, LabelledMatrix emissions)
    {
        valueAdded.Rows.Require(emissions.Rows, emissions.Name);
        valueAdded.Columns.Require(emissions.Columns, emissions.Name);
        var (y, b) = (valueAdded.In(Unit.Yuan).Values, emissions.In(Unit.TonneCO2).Values);
        return new("carbon productivity", valueAdded.Rows, valueAdded.Columns,
            y.MapIndexed((i, j, value) => Ratio(value, b[i, j], $"{valueAdded.Rows.Labels[i]}, {valueAdded.Columns.Labels[j]}")),
            Unit.YuanPerTonneCO2, ValueStatuses.Weakest(valueAdded.Status, emissions.Status));
    }

    private static double Ratio(double valueAdded, double emissions, string label) =>
        !(emissions > 0) ? throw new AbatementException(
            $"Emissions of {label} are {emissions} t CO2; value added per tonne needs positive emissions. Leave it out, or merge it with another.")
        : valueAdded < 0 ? throw new AbatementException(
            $"Value added of {label} is {valueAdded} yuan; negative value added has no productivity. Leave it out, or merge it with another.")
        : valueAdded / emissions;
}
