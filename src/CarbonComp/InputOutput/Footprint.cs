using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>Emissions by the final products that cause them, and by the sectors that emit them.</summary>
public static class Footprint
{
    /// <summary>By final product (rows: product of a region) and region of use (columns): <c>m_i·Y_it</c>, t CO2.</summary>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="intensity">f, of the same table.</param>
    public static LabelledMatrix ByProduct(MultiRegionalTable table, Intensity intensity)
    {
        var multipliers = LeontiefMultipliers.Emissions(table, intensity).Values;
        return new("emissions by final product", table.Axis, table.Regions, table.FinalUse.MapIndexed((i, _, y) => multipliers[i] * y, Zeros.Include), Unit.TonneCO2, EmbodiedCarbon.Status(table, intensity));
    }

    /// <summary>By emitting sector (rows: sector of a region) and region of use (columns): <c>f̂·B·Y</c>, t CO2.</summary>
    /// <inheritdoc cref="ByProduct"/>
    public static LabelledMatrix ByEmitter(MultiRegionalTable table, Intensity intensity)
    {
        table.Axis.Require(intensity.Axis, "Intensity");
        var outputs = LeontiefSystem.Of(table).RequiredOutput(table.FinalUse);
        return new("emissions by emitting sector", table.Axis, table.Regions, outputs.MapIndexed((i, _, x) => intensity.Values[i] * x, Zeros.Include), Unit.TonneCO2, EmbodiedCarbon.Status(table, intensity));
    }

    /// <summary>By kind of product (rows), wherever made, and region of use (columns), t CO2.</summary>
    /// <inheritdoc cref="ByProduct"/>
    public static LabelledMatrix BySector(MultiRegionalTable table, Intensity intensity)
    {
        var (byProduct, s) = (ByProduct(table, intensity), table.Sectors.Count);
        return new("emissions by kind of final product", table.Sectors, table.Regions, Matrix<double>.Build.Dense(s, table.Regions.Count,
            (i, t) => Enumerable.Range(0, table.Regions.Count).Sum(r => byProduct.Values[r * s + i, t])), Unit.TonneCO2, byProduct.Status);
    }

    /// <summary>A region's number for each of its people.</summary>
    /// <param name="values">By region.</param>
    /// <param name="population">By region, positive.</param>
    /// <exception cref="InputOutputException">A region without people.</exception>
    public static LabelledVector PerCapita(LabelledVector values, LabelledVector population)
    {
        values.Axis.Require(population.Axis, population.Name);
        var people = population.In(Unit.Person).Values;
        for (var r = 0; r < people.Count; r++)
            if (!(people[r] > 0)) throw new InputOutputException($"{population.Name} of {values.Axis.Labels[r]} is not positive, so there is nothing per person.");
        return new($"{values.Name} per person", values.Axis, values.Values.PointwiseDivide(people), values.Unit / Unit.Person, ValueStatuses.Weakest(values.Status, population.Status));
    }
}
