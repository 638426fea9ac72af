namespace CarbonComp.Abatement;

/// <summary>The result of any estimator of reduction costs: the efficiency of each unit, and its cost of a tonne less.</summary>
public interface IReductionCostEstimate : ITabular
{
    /// <summary>The estimator and its choices, in a line.</summary>
    string Method { get; }

    /// <summary>The score of each unit, a pure number defined by the estimator.</summary>
    LabelledVector Scores { get; }

    /// <summary>The units on the frontier: those that nothing observed surpasses.</summary>
    IReadOnlyList<string> Efficient { get; }

    /// <summary>The cost of a tonne less, money for t CO2.</summary>
    ShadowPrices ShadowPrices { get; }
}
