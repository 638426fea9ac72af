namespace CarbonComp;

/// <summary>Whether income can carry a price beyond the highest (JX 13, whose formula is an image in the source).</summary>
public enum PriceRange
{
    /// <summary>An area that is richer than the nation pays more than the highest price.</summary>
    Open,

    /// <summary>The ratio of incomes counts up to 1, so that the price stays between the lowest and the highest.</summary>
    Closed,
}
