namespace CarbonComp;

/// <summary>What every estimator of reduction costs gives: how efficient each unit is, and what a tonne less costs it.</summary>
public interface IReductionCostEstimate : ITabular
{
    /// <summary>The estimator and its choices, in a line.</summary>
    string Method { get; }

    /// <summary>The score of each unit, a pure number; what it means is the estimator's.</summary>
    LabelledVector Scores { get; }

    /// <summary>The units on the frontier: those that nothing observed surpasses.</summary>
    IReadOnlyList<string> Efficient { get; }

    /// <summary>What a tonne less costs each unit, yuan/t CO2.</summary>
    ShadowPrices ShadowPrices { get; }
}
