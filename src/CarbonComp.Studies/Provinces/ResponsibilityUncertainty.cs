using CarbonComp.Uncertainty;

namespace CarbonComp.Studies;

/// <summary>Net payments for responsibility, with what notebook 23 takes as uncertain.</summary>
public static class ResponsibilityUncertainty
{
    private const string Cost = "reduction cost", Whose = "whose cost", Emissions = "emissions of ";

    /// <summary>Net payments as a share of all that is paid, where the estimator of the cost, whose cost counts, and the emissions of each region are
    /// uncertain.</summary>
    /// <remarks>
    /// The distributions are <see cref="UncertaintyDefaults"/>: estimators are equally likely, and so are the payer's and the producer's cost; emissions
    /// spread as an emission factor does, each region's by itself. Costs are not estimated anew. Levels differ many times between estimators, so
    /// each run is in percent of all that is paid in it.
    /// </remarks>
    /// <param name="flows">Who answers for whose emissions.</param>
    /// <param name="costs">Reduction costs by region, named after their estimators.</param>
    public static UncertainResult NetPayment(ResponsibilityFlows flows, IReadOnlyList<LabelledVector> costs)
    {
        var (matrix, rules) = (flows.ToMatrix(), new[] { PriceRule.Payer, PriceRule.Producer });
        CompensationStandard[] standards = [.. costs.Select(cost => new CompensationStandard(cost))];
        var inputs = new UncertainInputs([
            UncertaintyDefaults.Choice(Cost, costs.Count), UncertaintyDefaults.Choice(Whose, rules.Length),
            .. flows.Regions.Labels.Select(region => UncertaintyDefaults.EmissionFactor(Emissions + region, 1))]);
        return new(inputs, draw =>
        {
            var factors = new LabelledVector("factor", flows.Regions, draw.For(Emissions, flows.Regions), Unit.One, draw.Status);
            var settled = Settlement.Bilateral("drawn", matrix.ScaleRows(factors), standards[(int)draw[Cost]], rules[(int)draw[Whose]]);
            return (settled.Net / settled.Paid.Sum()).In(Unit.Percent).Named("net payment, share of all paid");
        });
    }
}
