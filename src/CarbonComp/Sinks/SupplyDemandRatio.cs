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
}
