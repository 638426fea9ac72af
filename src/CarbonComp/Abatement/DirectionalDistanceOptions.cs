namespace CarbonComp.Abatement;

/// <summary>Assumptions of a directional distance function by data envelopment analysis.</summary>
public sealed record DirectionalDistanceOptions
{
    /// <summary>Constant returns, emissions as an equation, own direction.</summary>
    public static DirectionalDistanceOptions Default { get; } = new();

    /// <summary>Constant returns, or variable ones in the way of Kuosmanen (2005), where each activity has an abatement factor of its own.</summary>
    public ReturnsToScale Returns { get; init; } = ReturnsToScale.Constant;

    /// <summary>The constraint on emissions: an equation (weak disposability) or an inequality.</summary>
    public EmissionConstraint Emissions { get; init; } = EmissionConstraint.Equality;

    /// <summary>The direction; by default the unit's own value added and emissions.</summary>
    public DirectionVector Direction { get; init; } = DirectionVector.Own;

    /// <inheritdoc/>
    public override string ToString() => "directional distance function by DEA, "
        + (Returns == ReturnsToScale.Constant ? "constant returns" : "variable returns (Kuosmanen)") + ", "
        + (Emissions == EmissionConstraint.Equality ? "weakly disposable emissions" : "emissions by inequality")
        + $", direction: {Direction}";
}
