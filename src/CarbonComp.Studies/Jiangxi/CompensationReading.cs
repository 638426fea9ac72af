namespace CarbonComp.Studies;

/// <summary>How JX 9 to 14 are read where the text of the source leaves them open: its formulas 8 to 11, 13 and 14 are images.</summary>
/// <remarks>Every default is the reading that the text describes best; none was chosen because results agree.</remarks>
public sealed record CompensationReading
{
    /// <summary>JX 10: how emissions are revised by intensity.</summary>
    public IntensityRevision Revision { get; init; } = IntensityRevision.Mean;

    /// <summary>JX 9 and 11: what a region may emit.</summary>
    public EmissionAllowance Allowance { get; init; } = EmissionAllowance.MeanOfAll;

    /// <summary>JX 13: whose sink prices.</summary>
    public SinkMarket Market { get; init; } = SinkMarket.International;

    /// <summary>JX 13: whether the price can leave the range of sink prices.</summary>
    public PriceRange Range { get; init; } = PriceRange.Open;

    /// <summary>JX 14: what t of the growth curve is.</summary>
    public GrowthArgument Argument { get; init; } = GrowthArgument.EngelCoefficient;
}
