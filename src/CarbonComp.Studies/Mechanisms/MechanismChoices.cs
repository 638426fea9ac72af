namespace CarbonComp.Studies;

/// <summary>What the four mechanisms leave open, on the case of China's provinces. Every default is what the notebook of the mechanism takes.</summary>
public sealed record MechanismChoices
{
    /// <summary>BTH: money for a tonne; the paper's price if none is given.</summary>
    public CarbonPrice? FlowPrice { get; init; }

    /// <summary>BTH: whose standard prices a flow.</summary>
    public PriceRule FlowRule { get; init; } = PriceRule.Payer;

    /// <summary>BTH: the open choices of service flows.</summary>
    public ServiceFlowOptions Services { get; init; } = new();

    /// <summary>BTH: whether t C of storage are read as t CO2, as in the paper. By default carbon is converted, so that one unit holds throughout.</summary>
    public bool StorageAsPrinted { get; init; }

    /// <summary>BTH: whether ability is over the mean of regions or of people.</summary>
    public RegionalMean Mean { get; init; } = RegionalMean.PopulationWeighted;

    /// <summary>JX: the reading of its open formulas.</summary>
    public CompensationReading Budget { get; init; } = new();

    /// <summary>JX: money for a tonne; between the paper's sink prices by income if none is given, which for the whole country is the upper one.</summary>
    public CarbonPrice? BudgetPrice { get; init; }

    /// <summary>JX: absorption of a hectare, in one unit with emissions.</summary>
    public BudgetCoefficients Coefficients { get; init; } = BudgetCoefficients.Consistent;

    /// <summary>BTH and JX: the Engel coefficient of every region, a share. The nation's of 2020 if none is given: no figure by province is at hand.</summary>
    public double? Engel { get; init; }

    /// <summary>BTH and JX: a of the growth curve.</summary>
    public double CurveA { get; init; } = 1;

    /// <summary>BTH and JX: b of the growth curve.</summary>
    public double CurveB { get; init; } = 1;

    /// <summary>BTH and JX: t of the growth curve.</summary>
    public DevelopmentStage Stage { get; init; } = DevelopmentStage.Engel;

    /// <summary>PRC: the reduction cost of a province: <c>quadratic</c>, <c>slacks-based</c> or <c>carbon productivity</c>.</summary>
    public string CostOfProvince { get; init; } = "quadratic";

    /// <summary>PRC: whose cost prices a flow.</summary>
    public PriceRule CostRule { get; init; } = PriceRule.Payer;

    /// <summary>PEC: the estimator of the cost by sector, one of <see cref="ProvincialCompensation.Estimators"/>.</summary>
    public string CostOfSector { get; init; } = ProvincialCompensation.DefaultEstimator;

    /// <summary>PEC: the end of the interval of each cost.</summary>
    public ShadowPriceEnd End { get; init; } = ShadowPriceEnd.Upper;

    /// <summary>PEC: what counts as a sink.</summary>
    public SinkChoice Sinks { get; init; } = SinkChoice.LandCropsAndGrass;
}
