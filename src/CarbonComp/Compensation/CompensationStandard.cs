namespace CarbonComp;

/// <summary>Money that each region pays or is paid for a tonne of CO2.</summary>
public sealed record CompensationStandard : Tabular
{
    /// <summary>Standards that are known, such as printed ones or reduction costs; not negative.</summary>
    /// <exception cref="AxisException">Not along regions.</exception>
    /// <exception cref="UnitException">Not money for a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">A negative standard; the message names the region.</exception>
    public CompensationStandard(LabelledVector prices)
    {
        Regions = prices.RegionsOf();
        Prices = prices.RequireNotNegative("A standard cannot be negative.").InCurrencyPerTonneCO2();
    }

    /// <summary>Price times coefficient (<c>docs/methods.md#bth-17</c>).</summary>
    public static CompensationStandard Of(CarbonPrice price, CompensationCoefficient coefficient) =>
        new((coefficient.Values * price.Quantity).Named("compensation standard"));

    /// <summary>The price alone, the same everywhere.</summary>
    public static CompensationStandard Uniform(RegionAxis regions, CarbonPrice price) => new(new LabelledVector("compensation standard", regions,
        Enumerable.Repeat(price.PerTonneCO2, regions.Count), price.Quantity.Unit, price.Status));

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>Money for a tonne of CO2 by region.</summary>
    public LabelledVector Prices { get; }

    /// <summary>The currency of <see cref="Prices"/>.</summary>
    public Unit Currency => Prices.Unit * Unit.TonneCO2;

    /// <summary>Money for a tonne of CO2 in a region: code, name or local name.</summary>
    public double this[string region] => Prices[region];

    /// <inheritdoc/>
    public override ValueStatus Status => Prices.Status;

    /// <inheritdoc/>
    public override string Caption => "Compensation standard by region";

    /// <inheritdoc/>
    public override Columns ToColumns() => Prices.ToColumns();
}
