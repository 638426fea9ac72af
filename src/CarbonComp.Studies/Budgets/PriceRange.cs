namespace CarbonComp.Studies;

/// <summary>Readings of <c>docs/methods.md#jx-13</c>, whose formula is an image: whether income can raise the price above the highest.</summary>
public enum PriceRange
{
    /// <summary>An area richer than the nation pays more than the highest price.</summary>
    Open,

    /// <summary>The ratio of incomes counts up to 1, so the price stays between the lowest and the highest.</summary>
    Closed,
}
