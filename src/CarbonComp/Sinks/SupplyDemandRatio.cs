namespace CarbonComp;

/// <summary>Supply of sequestration service against demand for it (<c>docs/methods.md#bth-13</c>).</summary>
public static class SupplyDemandRatio
{
    /// <summary><c>CSSDR = (S − D) / (S + D)</c>: a region with a negative ratio needs service, any other can give some.</summary>
    /// <remarks>S and D are masses of CO2 along one axis, not negative.</remarks>
    /// <returns>Pure numbers from −1 to 1.</returns>
    /// <exception cref="AxisException">Supply and demand are not along the same axis.</exception>
    /// <exception cref="UnitException">Not a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">A negative value, or neither supply nor demand; the message names the region.</exception>
    public static LabelledVector Compute(LabelledVector supply, LabelledVector demand) =>
        (Surplus(supply, demand) / (supply.In(Unit.TonneCO2) + demand)).Named("supply-demand ratio");

    /// <summary><c>S − D</c>, t CO2.</summary>
    /// <inheritdoc cref="Compute" path="/remarks|/exception"/>
    public static LabelledVector Surplus(LabelledVector supply, LabelledVector demand)
    {
        supply.Axis.Require(demand.Axis, demand.Name);
        return (supply.RequireNotNegative().In(Unit.TonneCO2) - demand.RequireNotNegative()).Named("surplus");
    }

    /// <summary>The ratio of each cell; no value where supply or demand has none, or where there is neither.</summary>
    /// <remarks>Masses of CO2 in the same cells.</remarks>
    /// <exception cref="UnitException">Not a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">Other cells; while cells are read, a negative number.</exception>
    public static LabelledRaster OnCells(LabelledRaster supply, LabelledRaster demand)
    {
        var given = supply.In(Unit.TonneCO2);
        return given.Derive("supply-demand ratio", CellMeaning.Density, Unit.One, supply.Status, (window, inputs, result) =>
        {
            for (var i = 0; i < window.Cells; i++)
            {
                var (s, d) = (inputs[0][i], inputs[1][i]);
                if (s < 0 || d < 0) throw new CarbonCompException($"{(s < 0 ? supply : demand).Frame.Place(window.Row + i / window.Columns,
                    window.Column + i % window.Columns)}: {(s < 0 ? s : d)} t CO2. It cannot be negative.");
                result[i] = s + d > 0 ? (s - d) / (s + d) : double.NaN;
            }
        }, demand.In(Unit.TonneCO2));
    }
}
