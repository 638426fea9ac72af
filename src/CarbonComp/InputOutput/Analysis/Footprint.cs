namespace CarbonComp;

/// <summary>Emissions, or another stressor, by the final products that cause them, and by the sectors that emit them.</summary>
/// <remarks>f is the intensity of the table's sectors, B the inverse of its system, <c>m = f'B</c>, Y its final use by region.</remarks>
public static class Footprint
{
    /// <summary>By final product (rows: product of a region) and region of use (columns): <c>m_i·Y_it</c>.</summary>
    public static LabelledMatrix ByProduct(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system)
    {
        var multipliers = LeontiefMultipliers.Emissions(table, intensity, system).Values;
        return new($"{intensity.Stressor.Name} by final product", table.Axis, table.Regions,
            table.FinalUse.MapIndexed((i, _, y) => multipliers[i] * y, Zeros.Include), intensity.Stressor.Unit, intensity.StatusIn(table));
    }

    /// <summary>By emitting sector (rows: sector of a region) and region of use (columns): <c>f̂·B·Y</c>.</summary>
    public static LabelledMatrix ByEmitter(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system)
    {
        intensity.RequireFor(table);
        return new($"{intensity.Stressor.Name} by {(intensity.Stressor.IsCarbonDioxide ? "emitting " : "")}sector", table.Axis, table.Regions,
            intensity.EmittedFor(system.RequiredOutput(table.FinalUse), 1), intensity.Stressor.Unit, intensity.StatusIn(table));
    }

    /// <summary>By kind of product (rows), wherever made, and region of use (columns).</summary>
    public static LabelledMatrix BySector(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system)
    {
        var (byProduct, s) = (ByProduct(table, intensity, system), table.Sectors.Count);
        return new($"{intensity.Stressor.Name} by kind of final product", table.Sectors, table.Regions, Matrix<double>.Build.Dense(s, table.Regions.Count,
            (i, t) => Enumerable.Range(0, table.Regions.Count).Sum(r => byProduct.Values[r * s + i, t])), intensity.Stressor.Unit, byProduct.Status);
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
