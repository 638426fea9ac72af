namespace CarbonComp.Abatement;

/// <summary>How a technology binds emissions to those of its activities.</summary>
public enum EmissionConstraint
{
    /// <summary>Emissions are those of the activities: weak disposability, reducing them costs output; the price may be negative.</summary>
    Equality,

    /// <summary>Emissions are at least those of the activities: more may be emitted for nothing; the price is never negative.</summary>
    Inequality,
}
