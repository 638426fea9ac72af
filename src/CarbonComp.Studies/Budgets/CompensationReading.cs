namespace CarbonComp.Studies;

/// <summary>Readings of JX 9 to 14 where the source leaves them open: its formulas 8 to 11, 13 and 14 are images.</summary>
/// <remarks>Every default is the reading that the text describes best. None was chosen because results agree.</remarks>
public sealed record CompensationReading
{
    /// <summary>Every reading of the revision with every reading of the allowance.</summary>
    public static IReadOnlyList<CompensationReading> RevisionsAndAllowances { get; } = [.. Enum.GetValues<IntensityRevision>().SelectMany(revision =>
        Enum.GetValues<EmissionAllowance>().Select(allowance => new CompensationReading { Revision = revision, Allowance = allowance }))];

    /// <summary>JX 10: the revision of emissions by intensity.</summary>
    public IntensityRevision Revision { get; init; } = IntensityRevision.Mean;

    /// <summary>JX 9 and 11: the emissions that are free of charge.</summary>
    public EmissionAllowance Allowance { get; init; } = EmissionAllowance.MeanOfAll;

    /// <summary>JX 13: whose sink prices.</summary>
    public SinkMarket Market { get; init; } = SinkMarket.International;

    /// <summary>JX 13: whether the price can leave the range of sink prices.</summary>
    public PriceRange Range { get; init; } = PriceRange.Open;

    /// <summary>JX 14: t of the growth curve.</summary>
    public DevelopmentStage Stage { get; init; } = DevelopmentStage.Engel;

    /// <summary>The base values of a model under this reading.</summary>
    /// <param name="model">The years of a case.</param>
    /// <exception cref="CarbonCompException">A revision by intensity of a model with one year.</exception>
    public BudgetCompensation Compensation(CarbonBudgetModel model) => model.Compensation(
        Revision switch
        {
            IntensityRevision.None => Everywhere(model, 1, Unit.One),
            IntensityRevision.Product => (model.IntensityChange() * model.IntensityLevel()).Named("product of change and level of intensity"),
            _ => null,
        },
        Allowance switch
        {
            EmissionAllowance.None => Everywhere(model, 0, Unit.TonneCO2),
            EmissionAllowance.OwnMean => (model.EconomicContribution() * OwnMean(model)).Named("ECC × own mean emission"),
            _ => null,
        });

    private static LabelledVector Everywhere(CarbonBudgetModel model, double value, Unit unit) =>
        new("none", model.Regions, Enumerable.Repeat(value, model.Regions.Count), unit, model.Status);

    private static LabelledVector OwnMean(CarbonBudgetModel model) =>
        model.Years.Select(year => model.Emissions(year)).Aggregate((sum, year) => sum + year) / model.Years.Count;
}
