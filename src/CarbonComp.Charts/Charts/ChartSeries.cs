namespace CarbonComp.Charts;

/// <summary>Numbers in order, such as the points of a curve, with what they are and where they come from.</summary>
/// <param name="Name">The name of the quantity: "Engel coefficient".</param>
/// <param name="Values">The numbers; what is not finite is a gap.</param>
/// <param name="Unit">The unit of the values.</param>
/// <param name="Status">The status of the values.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double> Values, Unit Unit, ValueStatus Status = ValueStatus.Constructed)
{
    /// <summary>The numbers of a vector.</summary>
    /// <param name="vector">The vector; its labels are left out.</param>
    public static implicit operator ChartSeries(LabelledVector vector) => new(vector.Name, [.. vector.Values], vector.Unit, vector.Status);

    /// <summary>Quantities in order, in the unit of the first. The status is the weakest of theirs.</summary>
    /// <param name="name">The quantity.</param>
    /// <param name="quantities">At least one.</param>
    /// <exception cref="UnitException">Quantities that measure different things.</exception>
    public static ChartSeries Of(string name, params IEnumerable<CarbonComp.Quantity> quantities)
    {
        CarbonComp.Quantity[] all = [.. quantities];
        if (all.Length == 0) throw new CarbonCompException($"{name} has no numbers. Give at least one.");
        return new(name, [.. all.Select(q => q.In(all[0].Unit).Value)], all[0].Unit, ValueStatuses.Weakest(all.Select(q => q.Status)));
    }

    /// <summary>The same numbers in another unit of the kind.</summary>
    /// <param name="unit">The unit.</param>
    /// <exception cref="UnitException">The unit measures something else.</exception>
    public ChartSeries In(Unit unit) => unit == Unit ? this : this with { Values = [.. Values.Select(v => v * Unit.To(unit))], Unit = unit };
}
