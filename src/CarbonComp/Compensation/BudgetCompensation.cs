using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>What each region owes for by its carbon budget (JX 8–11): emissions revised by intensity, less absorption, less an allowance.</summary>
[TypeFormatterSource(typeof(TabularFormatterSource))]
public sealed class BudgetCompensation : ITabular
{
    private readonly CarbonBudget budget;

    private BudgetCompensation(CarbonBudget budget, LabelledVector threshold, LabelledVector revised, IntensityRevision revision, ValueStatus status)
    {
        this.budget = budget;
        (Threshold, RevisedEmissions, Revision, Status) = (threshold, revised, revision, status);
        Owed = new("revised base value", budget.Regions, revised.Values - budget.Absorption.Values - threshold.Values, Unit.TonneCO2, status);
    }

    /// <summary>Base value, threshold, revision and revised base value.</summary>
    /// <param name="budget">The later year's budget; <see cref="CarbonBudget.Balance"/> is the base value L of JX 8.</param>
    /// <param name="gdp">Money by region in the later year, positive.</param>
    /// <param name="earlierEmissions">A mass of CO2 by region in the earlier year, positive.</param>
    /// <param name="earlierGdp">Money by region in the earlier year, positive.</param>
    /// <param name="meanEmission">D of JX 9, t CO2: the regions' mean emission, over the years where the study has several; positive.</param>
    /// <param name="revision">Which reading of JX 10.</param>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="UnitException">Not masses of CO2, or not yuan.</exception>
    /// <exception cref="CarbonCompException">GDP or emissions that are not positive; the message names the region.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A mean emission that is not positive.</exception>
    public static BudgetCompensation Of(CarbonBudget budget, LabelledVector gdp, LabelledVector earlierEmissions, LabelledVector earlierGdp,
        double meanEmission, IntensityRevision revision = IntensityRevision.Mean)
    {
        if (!(meanEmission > 0 && double.IsFinite(meanEmission))) throw new ArgumentOutOfRangeException(nameof(meanEmission), meanEmission, "The mean emission is a positive mass.");
        var contribution = budget.EconomicContribution(gdp);
        var earlier = CarbonBudget.Of(earlierEmissions, new("absorption", earlierEmissions.Axis, Vector<double>.Build.Dense(earlierEmissions.Axis.Count), Unit.TonneCO2, earlierEmissions.Status));
        budget.Regions.Require(earlier.Regions, earlierEmissions.Name);
        _ = earlier.EconomicContribution(earlierGdp); // the same demands on the earlier year
        var status = ValueStatuses.Weakest(budget.Status, gdp.Status, earlierEmissions.Status, earlierGdp.Status);
        var (now, before) = (gdp.In(Unit.Yuan), earlierGdp.In(Unit.Yuan));
        var (g1, g2) = (budget.Emissions.Values.PointwiseDivide(now.Values), earlier.Emissions.Values.PointwiseDivide(before.Values));
        var whole = budget.Emissions.Total / now.Total / (earlier.Emissions.Total / before.Total);
        var (change, level) = (g1.PointwiseDivide(g2) / whole, g1 / g1.Average());
        var factor = revision switch
        {
            IntensityRevision.None => Vector<double>.Build.Dense(g1.Count, 1),
            IntensityRevision.Mean => (change + level) / 2,
            IntensityRevision.Product => change.PointwiseMultiply(level),
            _ => throw new ArgumentOutOfRangeException(nameof(revision)),
        };
        return new(budget, new("emission threshold", budget.Regions, contribution.Values * meanEmission, Unit.TonneCO2, status),
            new("revised emissions", budget.Regions, budget.Emissions.Values.PointwiseMultiply(factor), Unit.TonneCO2, status), revision, status);
    }

    /// <summary>L of JX 8, t CO2: emissions less absorption.</summary>
    public LabelledVector BaseValue => budget.Balance;

    /// <summary>P of JX 9, t CO2: the economic contribution coefficient times the mean emission.</summary>
    public LabelledVector Threshold { get; }

    /// <summary>C' of JX 10, t CO2.</summary>
    public LabelledVector RevisedEmissions { get; }

    /// <summary>Which reading of JX 10.</summary>
    public IntensityRevision Revision { get; }

    /// <summary>L' of JX 11, t CO2: revised emissions less absorption less threshold. Positive pays. Settled by <see cref="Settlement.ByRegion"/>.</summary>
    public LabelledVector Owed { get; }

    /// <inheritdoc/>
    public ValueStatus Status { get; }

    /// <inheritdoc/>
    public string Caption => $"What regions owe for by their carbon budget; intensity revision {Revision}";

    /// <summary>A row a region: every step from base value to revised base value.</summary>
    public Columns ToColumns()
    {
        Column Tonnes(string name, LabelledVector values) => new(name, values.Values.ToArray(), Unit.TonneCO2);
        return new(new Column(budget.Regions.Kind, budget.Regions.Labels.ToArray()), Tonnes("emissions C", budget.Emissions), Tonnes("absorption CA", budget.Absorption),
            Tonnes("base value L", BaseValue), Tonnes("threshold P", Threshold), Tonnes("revised emissions C'", RevisedEmissions), Tonnes("revised base value L'", Owed));
    }

    /// <inheritdoc/>
    public override string ToString() => TableText.Render(this);
}
