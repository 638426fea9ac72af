namespace CarbonComp;

/// <summary>What carbon stored over a span of years is worth today, as InVEST's carbon model values it.</summary>
/// <remarks>
/// The change is spread evenly over the years and each year's part discounted:
/// <c>value = change · p / (q − f) · Σ_{t=0}^{q−f−1} 1 / ((1+r)^t (1+c)^t)</c>, f and q the first and last year.
/// As InVEST has it, a positive c lowers the value of later years and a negative one raises it. The price is of carbon, not of CO2.
/// </remarks>
public sealed record CarbonValuation
{
    /// <summary>Creates the valuation.</summary>
    /// <param name="price">p: money for a tonne of carbon, not negative.</param>
    /// <param name="discountRate">r, a share a year (0.028), above −1.</param>
    /// <param name="priceChange">c, a share a year (−0.071), above −1.</param>
    /// <param name="from">f, the year of the earlier state.</param>
    /// <param name="to">q, the year of the later state, after f.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside its range.</exception>
    public CarbonValuation(double price, double discountRate, double priceChange, int from, int to)
    {
        Guard.NotNegative(price, "A price of carbon is a number from 0 on.");
        if (!(discountRate > -1 && double.IsFinite(discountRate))) throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate,
            "A discount rate is a share above −1.");
        if (!(priceChange > -1 && double.IsFinite(priceChange))) throw new ArgumentOutOfRangeException(nameof(priceChange), priceChange,
            "A change of price is a share above −1.");
        if (to <= from) throw new ArgumentOutOfRangeException(nameof(to), to, $"The later year must come after {from}.");
        (Price, DiscountRate, PriceChange, From, To) = (price, discountRate, priceChange, from, to);
    }

    /// <summary>Money for a tonne of carbon.</summary>
    public double Price { get; }

    /// <summary>A share a year.</summary>
    public double DiscountRate { get; }

    /// <summary>A share a year.</summary>
    public double PriceChange { get; }

    /// <summary>The earlier year.</summary>
    public int From { get; }

    /// <summary>The later year.</summary>
    public int To { get; }

    /// <summary>Money for a tonne of carbon stored over the span: p / (q − f) times the sum of the discount factors.</summary>
    public double Constant => Price / (To - From) * Enumerable.Range(0, To - From).Sum(t => Math.Pow((1 + DiscountRate) * (1 + PriceChange), -t));

    /// <summary>The value of a change of storage, in the price's money.</summary>
    /// <param name="change">A mass of carbon by region, from <see cref="CarbonStorage.Since"/>.</param>
    /// <param name="money">The money the price is in; yuan where none is given.</param>
    /// <exception cref="UnitException">Not a mass of carbon, or not money.</exception>
    public LabelledVector ValueOf(LabelledVector change, Unit? money = null)
    {
        var unit = money ?? Unit.Yuan;
        if (unit.Dimension != Unit.Yuan.Dimension && unit.Dimension != Unit.Parse("US$").Dimension)
            throw new UnitException($"{unit} is not money. Say yuan or US$.");
        return (change.In(Unit.TonneCarbon) * new Quantity(Constant, unit / Unit.TonneCarbon)).Named("value of stored carbon");
    }
}
