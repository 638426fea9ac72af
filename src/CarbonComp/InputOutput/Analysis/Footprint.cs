namespace CarbonComp;

/// <summary>Emissions by the final products that cause them, and by the sectors that emit them.</summary>
/// <remarks>f is the intensity of the table's sectors, B the inverse of its system, <c>m = f'B</c>, Y its final use by region.</remarks>
public static class Footprint
{
    /// <summary>By final product (rows: product of a region) and region of use (columns): <c>m_i·Y_it</c>, t CO2.</summary>
    public static LabelledMatrix ByProduct(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system)
    {
        var multipliers = LeontiefMultipliers.Emissions(table, intensity, system).Values;
        return new("emissions by final product", table.Axis, table.Regions, table.FinalUse.MapIndexed((i, _, y) => multipliers[i] * y, Zeros.Include),
            Unit.TonneCO2, intensity.StatusIn(table));
    }

    /// <summary>By emitting sector (rows: sector of a region) and region of use (columns): <c>f̂·B·Y</c>, t CO2.</summary>
    public static LabelledMatrix ByEmitter(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system)
    {
        intensity.RequireFor(table);
        return new("emissions by emitting sector", table.Axis, table.Regions, intensity.EmittedFor(system.RequiredOutput(table.FinalUse), 1),
            Unit.TonneCO2, intensity.StatusIn(table));
    }

    /// <summary>By kind of product (rows), wherever made, and region of use (columns), t CO2.</summary>
    public static LabelledMatrix BySector(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system)
    {
        var (byProduct, s) = (ByProduct(table, intensity, system), table.Sectors.Count);
        return new("emissions by kind of final product", table.Sectors, table.Regions, Matrix<double>.Build.Dense(s, table.Regions.Count,
            (i, t) => Enumerable.Range(0, table.Regions.Count).Sum(r => byProduct.Values[r * s + i, t])), Unit.TonneCO2, byProduct.Status);
    }

    /// <summary>A region's or sector's number for each unit of its value added or output, <c>E_r / va_r</c>: with emissions, the intensity form.</summary>
    /// <remarks>0 where neither is anything. Give the size in <c>10^4 yuan</c>, say, for tonnes per 10^4 yuan.</remarks>
    /// <exception cref="InputOutputException">A number of a region or sector whose size is not positive.</exception>
    /// <exception cref="UnitException">A size that is not money.</exception>
    public static LabelledVector PerUnitOf(LabelledVector values, LabelledVector size)
    {
        values.Axis.Require(size.Axis, size.Name);
        if (size.Unit.Dimension != Unit.Yuan.Dimension && size.Unit.Dimension != new UnitDimension(Dollar: 1))
            throw new UnitException($"{size.Name} is in {size.Unit}, not in money. Give value added or output.");
        for (var i = 0; i < values.Values.Count; i++)
            if (!(size[i] > 0) && (size[i] < 0 || values[i] != 0))
                throw new InputOutputException($"{size.Name} of {values.Axis.Labels[i]} is {size[i]:G6} {size.Unit}, so there is no {values.Name} "
                    + $"per unit of it. Leave it out, or add it to a larger one.");
        return new($"{values.Name} per unit of {size.Name}", values.Axis, TableShape.PerOutput(values.Values, size.Values), values.Unit / size.Unit,
            ValueStatuses.Weakest(values.Status, size.Status));
    }

    /// <summary>A region's number for each of its people.</summary>
    /// <exception cref="InputOutputException">A region without people.</exception>
    public static LabelledVector PerCapita(LabelledVector values, LabelledVector population)
    {
        values.Axis.Require(population.Axis, population.Name);
        population.RequirePositive("It must be positive, or there is nothing per person.", message => new InputOutputException(message));
        return (values / population.In(Unit.Person)).Named($"{values.Name} per person");
    }
}
