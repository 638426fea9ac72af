namespace CarbonComp;

/// <summary>What each region pays or is paid for a tonne of CO2 (BTH 5.2): the carbon price times its coefficient.</summary>
public sealed record CompensationStandard : Tabular
{
    private CompensationStandard(LabelledVector values) => Values = values;

    /// <summary>Price times coefficient (BTH eq. 17 and 18).</summary>
    /// <param name="price">The carbon price.</param>
    /// <param name="coefficient">γ by region.</param>
    public static CompensationStandard Of(CarbonPrice price, CompensationCoefficient coefficient) =>
        new((coefficient.Values * price.Quantity).Named("compensation standard"));

    /// <summary>The price alone, the same everywhere.</summary>
    /// <param name="regions">The regions.</param>
    /// <param name="price">The carbon price.</param>
    public static CompensationStandard Uniform(RegionAxis regions, CarbonPrice price) => new(new LabelledVector("compensation standard", regions,
        Enumerable.Repeat(price.YuanPerTonneCO2, regions.Count), Unit.YuanPerTonneCO2, price.Status));

    /// <summary>Standards that are given, such as printed ones or reduction costs at the place of production.</summary>
    /// <param name="standards">Yuan for a mass of CO2 by region, not negative.</param>
    /// <exception cref="AxisException">Not along regions.</exception>
    /// <exception cref="UnitException">Not yuan for a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">A negative standard; the message names the region.</exception>
    public static CompensationStandard Given(LabelledVector standards)
    {
        _ = standards.RegionsOf();
        return new(standards.RequireNotNegative("A standard cannot be negative.").In(Unit.YuanPerTonneCO2));
    }

    /// <summary>The regions.</summary>
    public RegionAxis Regions => (RegionAxis)Values.Axis;

    /// <summary>Yuan for a tonne of CO2 by region.</summary>
    public LabelledVector Values { get; }

    /// <summary>Yuan for a tonne of CO2 in a region.</summary>
    /// <param name="region">Code, name or local name.</param>
    public double this[string region] => Values[region];

    /// <inheritdoc/>
    public override ValueStatus Status => Values.Status;

    /// <inheritdoc/>
    public override string Caption => "Compensation standard by region";

    /// <inheritdoc/>
    public override Columns ToColumns() => Values.ToColumns();
}
