namespace CarbonComp.Studies;

/// <summary>What the construction of a table between provinces takes from statistics, and the choices that no statistic settles.</summary>
public sealed record ProvincialChoices
{
    /// <summary>Self-supply, distance, balancing. None takes the supply–demand pool with δ calibrated on the provincial tables of 2007, and β = 1.</summary>
    public ConstructionOptions? Options { get; init; }

    /// <summary>Whether exports and imports of goods are those of customs; otherwise exports follow output and imports the nation's coefficients.</summary>
    public bool CustomsTrade { get; init; } = true;

    /// <summary>Whether final use is divided by GDP by expenditure; otherwise by GDP.</summary>
    public bool Expenditure { get; init; } = true;

    /// <summary>A factor for every calibrated δ: above 1 provinces trade more than the tables of 2007 show, below 1 less.</summary>
    public double Openness { get; init; } = 1;
}
