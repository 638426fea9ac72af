namespace CarbonComp.Sinks;

/// <summary>The value of a change of carbon storage over years, as InVEST's carbon model has it (<c>docs/methods.md#invest-valuation</c>).</summary>
/// <remarks><c>V = price / n · Σ_t 1 / ((1 + d)^t (1 + c)^t)</c>, t = 0 … n − 1, for each tonne of carbon, which is taken up evenly in the n years.</remarks>
public sealed record StorageValuation
{
    private StorageValuation(Quantity perTonne, ValueStatus status) => (PerTonne, Status) = (perTonne, status);

    /// <summary>Values a tonne of carbon that is taken up evenly between two years.</summary>
    /// <param name="price">The price of a tonne of carbon in the first year.</param>
    /// <param name="discount">The discount rate d of a year as a share: 0.028.</param>
    /// <param name="priceChange">The yearly rate c at which the price is weighed down, as a share: −0.071. InVEST divides by 1 + c.</param>
    /// <param name="first">The year of the earlier state.</param>
    /// <param name="last">The year of the later state.</param>
    /// <exception cref="UnitException">Not a price of carbon.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate that is not between −1 and 1, or years that do not follow.</exception>
    public static StorageValuation Of(Quantity price, double discount, double priceChange, int first, int last)
    {
        RequireRate(discount, "The discount rate", nameof(discount));
        RequireRate(priceChange, "The yearly change of the price", nameof(priceChange));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(last, first);
        if ((price * Tonne).Unit.Dimension.Carbon != 0 || price.Unit.Dimension.Carbon == 0) throw new UnitException($"A price of {price.Unit} is not one of "
            + $"carbon. Give it for t C.");
        var (years, factor) = (last - first, 1 / ((1 + discount) * (1 + priceChange)));
        return new(price * (Enumerable.Range(0, years).Sum(t => Math.Pow(factor, t)) / years), price.Status);
    }

    /// <summary>The value of a tonne of carbon.</summary>
    public Quantity PerTonne { get; }

    /// <summary>The status of the price.</summary>
    public ValueStatus Status { get; }

    /// <summary>The value of a change of storage, in each cell.</summary>
    /// <exception cref="UnitException">Not carbon.</exception>
    public LabelledRaster Of(LabelledRaster change)
    {
        var one = new Quantity(1, change.Unit, change.Status) * PerTonne;
        if (one.Unit.Dimension.Carbon != 0) throw new UnitException($"{change.Name} is in {change.Unit}, which is not carbon.");
        return change.Select($"value of {change.Name}", change.Meaning, one.Unit, v => v * one.Value);
    }

    /// <summary>The value of a change of storage, by region.</summary>
    /// <exception cref="UnitException">Not carbon.</exception>
    public LabelledVector Of(LabelledVector change) => change.Unit.Dimension.Carbon == 0
        ? throw new UnitException($"{change.Name} is in {change.Unit}, which is not carbon.") : (change * PerTonne).Named($"value of {change.Name}");

    private static void RequireRate(double rate, string what, string name)
    {
        if (!(rate is > -1 and < 1)) throw new ArgumentOutOfRangeException(name, rate, $"{what} is a share between −1 and 1: 0.028 for 2.8 % a year.");
    }

    private static Quantity Tonne { get; } = new(1, Unit.TonneCarbon);
}
