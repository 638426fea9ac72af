using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>What each region owes for by its carbon budget (JX 8–11): emissions revised by intensity, less absorption, less an allowance.</summary>
public sealed record BudgetCompensation : Tabular
{
    private readonly CarbonBudget budget;

    private BudgetCompensation(CarbonBudget budget, LabelledVector threshold, LabelledVector revised, IntensityRevision revision,
        EmissionAllowance allowance, ValueStatus status)
    {
        this.budget = budget;
        (Threshold, RevisedEmissions, Revision, Allowance, Status) = (threshold, revised, revision, allowance, status);
        Owed = (revised - budget.Absorption - threshold).Named("revised base value");
    }

    /// <summary>Base value, threshold, revision and revised base value.</summary>
    /// <param name="budget">The later year's budget; <see cref="CarbonBudget.Balance"/> is the base value L of JX 8.</param>
    /// <param name="gdp">Money by region in the later year, positive.</param>
    /// <param name="earlierEmissions">A mass of CO2 by region in the earlier year, positive.</param>
    /// <param name="earlierGdp">Money by region in the earlier year, positive.</param>
    /// <param name="emissions">A mass of CO2 by region in each year of the study, positive: D of JX 9 is their mean. The two years above
    /// are usually among them.</param>
    /// <param name="revision">Which reading of JX 10.</param>
    /// <param name="allowance">Which reading of JX 9 and 11.</param>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="UnitException">Not masses of CO2, or not yuan.</exception>
    /// <exception cref="CarbonCompException">GDP or emissions that are not positive, the message names the region; or no year to take the mean of.</exception>
    public static BudgetCompensation Of(CarbonBudget budget, LabelledVector gdp, LabelledVector earlierEmissions, LabelledVector earlierGdp,
        IReadOnlyList<LabelledVector> emissions, IntensityRevision revision = IntensityRevision.Mean, EmissionAllowance allowance = EmissionAllowance.MeanOfAll)
    {
        var contribution = budget.EconomicContribution(gdp);
        var earlier = CarbonBudget.Of(earlierEmissions, new("absorption", earlierEmissions.Axis,
            Vector<double>.Build.Dense(earlierEmissions.Axis.Count), Unit.TonneCO2, earlierEmissions.Status));
        budget.Regions.Require(earlier.Regions, earlierEmissions.Name);
        _ = earlier.EconomicContribution(earlierGdp); // the same demands on the earlier year
        var means = MeanEmissions(budget.Regions, emissions);
        var status = ValueStatuses.Weakest([budget.Status, gdp.Status, earlierEmissions.Status, earlierGdp.Status, .. emissions.Select(e => e.Status)]);
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
        var threshold = allowance switch
        {
            EmissionAllowance.MeanOfAll => contribution.Values * means.Average(),
            EmissionAllowance.OwnMean => contribution.Values.PointwiseMultiply(means),
            EmissionAllowance.None => Vector<double>.Build.Dense(g1.Count),
            _ => throw new ArgumentOutOfRangeException(nameof(allowance)),
        };
        return new(budget, new("emission threshold", budget.Regions, threshold, Unit.TonneCO2, status),
            new("revised emissions", budget.Regions, budget.Emissions.Values.PointwiseMultiply(factor), Unit.TonneCO2, status), revision, allowance, status);
    }

    /// <summary>L of JX 8, t CO2: emissions less absorption.</summary>
    public LabelledVector BaseValue => budget.Balance;

    /// <summary>P of JX 9, t CO2: the economic contribution coefficient times a mean emission.</summary>
    public LabelledVector Threshold { get; }

    /// <summary>C' of JX 10, t CO2.</summary>
    public LabelledVector RevisedEmissions { get; }

    /// <summary>Which reading of JX 10.</summary>
    public IntensityRevision Revision { get; }

    /// <summary>Which reading of JX 9 and 11.</summary>
    public EmissionAllowance Allowance { get; }

    /// <summary>L' of JX 11, t CO2: revised emissions less absorption less threshold. Positive pays. Settled by <see cref="Settlement.ByRegion"/>.</summary>
    public LabelledVector Owed { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => "What regions owe for by their carbon budget; "
        + Revision switch { IntensityRevision.None => "emissions not revised", IntensityRevision.Mean =>
        "emissions revised by the mean of change and level of intensity", _ => "emissions revised by the product of change and level of intensity" }
        + Allowance switch { EmissionAllowance.MeanOfAll => "", EmissionAllowance.OwnMean => ", allowance by each region's own mean", _ => ", no allowance" };

    /// <summary>A row a region: every step from base value to revised base value.</summary>
    public override Columns ToColumns()
    {
        Column Tonnes(string name, LabelledVector values) => new(name, values.Values.ToArray(), Unit.TonneCO2);
        return new(new Column(budget.Regions.Kind, budget.Regions.Labels.ToArray()), Tonnes("emissions C", budget.Emissions),
            Tonnes("absorption CA", budget.Absorption),
            Tonnes("base value L", BaseValue), Tonnes("threshold P", Threshold), Tonnes("revised emissions C'", RevisedEmissions),
                Tonnes("revised base value L'", Owed));
    }

    // Each region's mean over the years, t CO2.
    private static Vector<double> MeanEmissions(Axis regions, IReadOnlyList<LabelledVector> years)
    {
        if (years.Count == 0) throw new CarbonCompException("D of JX 9 is a mean of emissions, and no year is given. Give those of the study.");
        foreach (var year in years) regions.Require(year.Axis, year.Name);
        return years.Select(year => year.RequirePositive().In(Unit.TonneCO2).Values).Aggregate((sum, year) => sum + year) / years.Count;
    }
}
