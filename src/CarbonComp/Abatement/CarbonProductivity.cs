namespace CarbonComp;

/// <summary>Value added per tonne emitted: the simplest estimate of the cost of a tonne less (<c>docs/methods.md#productivity</c>).</summary>
/// <remarks>
/// An average, where the other estimators give the margin: it is the reduction cost if value added can only be cut
/// in proportion with emissions (Kaya and Yokobori 1997).
/// </remarks>
public static class CarbonProductivity
{
    /// <summary><c>y / b</c> for each label: money, not negative, over a mass of CO2, positive.</summary>
    /// <returns>Money for t CO2.</returns>
    /// <exception cref="AbatementException">Emissions that are not positive, or negative value added.</exception>
    /// <exception cref="AxisException">Different axes.</exception>
    /// <exception cref="UnitException">Other kinds of units.</exception>
    public static LabelledVector Compute(LabelledVector valueAdded, LabelledVector emissions)
    {
        valueAdded.Axis.Require(emissions.Axis, emissions.Name);
        valueAdded.Require(v => v >= 0, "Negative value added has no productivity. Leave it out, or merge it with another.", Error);
        emissions.RequirePositive("Value added per tonne needs positive emissions. Leave it out, or merge it with another.", Error);
        return (valueAdded.InCurrency() / emissions.In(Unit.TonneCO2)).Named("carbon productivity");
    }

    /// <summary><c>y / b</c> for each pair of labels.</summary>
    /// <inheritdoc cref="Compute(LabelledVector, LabelledVector)"/>
    public static LabelledMatrix Compute(LabelledMatrix valueAdded, LabelledMatrix emissions)
    {
        valueAdded.Rows.Require(emissions.Rows, emissions.Name);
        valueAdded.Columns.Require(emissions.Columns, emissions.Name);
        valueAdded.RequireNotNegative("Negative value added has no productivity. Leave it out, or merge it with another.", Error);
        foreach (var region in emissions.Rows.Labels)
            emissions.Row(region).RequirePositive("Value added per tonne needs positive emissions. Leave it out, or merge it with another.", Error);
        return (valueAdded.InCurrency() / emissions.In(Unit.TonneCO2)).Named("carbon productivity");
    }

    private static AbatementException Error(string message) => new(message);
}
