namespace CarbonComp.Compensation;

/// <summary>The compensation base of each region by its carbon budget: revised emissions less absorption less an allowance.</summary>
/// <remarks>
/// <c>L' = C·r − CA − P</c> with the revision factor r and the allowance P (<c>docs/methods.md#jx-8</c> to <c>#jx-11</c>).
/// Both are arguments. <see cref="CarbonBudgetModel"/> has the documented defaults.
/// </remarks>
public sealed record BudgetCompensation : Tabular
{
    private BudgetCompensation(CarbonBudget budget, LabelledVector revision, LabelledVector allowance) =>
        (Budget, Revision, Allowance) = (budget, revision, allowance);

    /// <summary>The base values of a budget, with r, a pure number, not negative, and P, a mass of CO2. Captions give their names.</summary>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="UnitException">A revision that is not a pure number, or an allowance that is not a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">A negative revision; the message names the region.</exception>
    public static BudgetCompensation Of(CarbonBudget budget, LabelledVector revision, LabelledVector allowance)
    {
        budget.Regions.Require(revision.Axis, revision.Name);
        budget.Regions.Require(allowance.Axis, allowance.Name);
        return new(budget, revision.RequireNotNegative().In(Unit.One), allowance.In(Unit.TonneCO2));
    }

    /// <summary>Change of a region's emission intensity against that of all regions, <c>a = (g1_i/g2_i) / (G1/G2)</c>, with g = C/GDP.</summary>
    /// <remarks>C is a mass of CO2, GDP money. Price levels cancel if they are the same in all regions.</remarks>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="CarbonCompException">GDP or earlier emissions that are not positive; the message names the region.</exception>
    public static LabelledVector IntensityChange(LabelledVector emissions, LabelledVector gdp, LabelledVector earlierEmissions, LabelledVector earlierGdp)
    {
        earlierEmissions.RequirePositive();
        var (now, before) = (Intensity(emissions, gdp), Intensity(earlierEmissions, earlierGdp));
        var whole = emissions.Sum() / gdp.Sum() / (earlierEmissions.Sum() / earlierGdp.Sum());
        return (now / before / whole).Named("change of intensity");
    }

    /// <summary>Level of a region's emission intensity against the mean of the regions, <c>s = g_i / ḡ</c>, with g = C/GDP.</summary>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="CarbonCompException">GDP that is not positive; the message names the region.</exception>
    public static LabelledVector IntensityLevel(LabelledVector emissions, LabelledVector gdp)
    {
        var intensity = Intensity(emissions, gdp);
        return (intensity / intensity.Mean()).Named("level of intensity");
    }

    /// <summary>C and CA.</summary>
    public CarbonBudget Budget { get; }

    /// <summary>r, by region.</summary>
    public LabelledVector Revision { get; }

    /// <summary>P, t CO2 by region.</summary>
    public LabelledVector Allowance { get; }

    /// <summary>L = C − CA, t CO2.</summary>
    public LabelledVector BaseValue => Budget.Balance;

    /// <summary>C' = C·r, t CO2.</summary>
    public LabelledVector RevisedEmissions => (Budget.Emissions * Revision).Named("revised emissions");

    /// <summary>L', t CO2: positive pays. <see cref="Settlement.ByRegion"/> turns it into money.</summary>
    public LabelledVector Owed => (RevisedEmissions - Budget.Absorption - Allowance).Named("revised base value");

    /// <inheritdoc/>
    public override ValueStatus Status => Owed.Status;

    /// <inheritdoc/>
    public override string Caption => $"Compensation base by carbon budget; revision: {Revision.Name}; allowance: {Allowance.Name}";

    /// <summary>A row a region: every step from base value to revised base value.</summary>
    public override Columns ToColumns() => Columns.Of(Budget.Emissions.Named("emissions C"), Budget.Absorption.Named("absorption CA"),
        BaseValue.Named("base value L"), Allowance.Named("allowance P"), RevisedEmissions.Named("revised emissions C'"),
        Owed.Named("revised base value L'"));

    private static LabelledVector Intensity(LabelledVector emissions, LabelledVector gdp) =>
        emissions.In(Unit.TonneCO2) / gdp.RequirePositive().InCurrency();
}
