namespace CarbonComp;

/// <summary>What a tonne of CO2 is worth, in yuan.</summary>
public sealed record CarbonPrice : Tabular
{
    /// <summary>Creates the price.</summary>
    /// <param name="value">How many.</param>
    /// <param name="unit">Of what: money for a mass of CO2, such as <c>yuan/t CO2</c>.</param>
    /// <param name="source">Where the price comes from: "national carbon market, mean of 2021".</param>
    /// <param name="status">Where the value comes from.</param>
    /// <exception cref="UnitException">Not yuan for a mass of CO2 (a price of carbon goes through <see cref="PerTonneCarbon"/>).</exception>
    /// <exception cref="CarbonCompException">A price that is negative or no number.</exception>
    public CarbonPrice(double value, Unit unit, string source, ValueStatus status)
    {
        if (!(value >= 0 && double.IsFinite(value)))
            throw new CarbonCompException($"A carbon price of {value} {unit} ({source}) cannot be paid. A price is a number from 0 on.");
        (YuanPerTonneCO2, Source, Status) = (value * unit.To(Unit.YuanPerTonneCO2), source, status);
    }

    /// <summary>A price of carbon, not of CO2: 44/12 as high for a tonne.</summary>
    /// <param name="yuan">Yuan for a tonne of carbon, not negative.</param>
    /// <param name="source">Where the price comes from.</param>
    /// <param name="status">Where the value comes from.</param>
    /// <exception cref="CarbonCompException">A price that is negative or no number.</exception>
    public static CarbonPrice PerTonneCarbon(double yuan, string source, ValueStatus status) =>
        new(yuan / CarbonDioxide.PerCarbon, Unit.YuanPerTonneCO2, source, status);

    /// <summary>Yuan for a tonne of CO2.</summary>
    public double YuanPerTonneCO2 { get; }

    /// <summary>The price with its unit and status.</summary>
    public Quantity Quantity => new(YuanPerTonneCO2, Unit.YuanPerTonneCO2, Status);

    /// <summary>Where the price comes from.</summary>
    public string Source { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"Carbon price: {Source}";

    /// <inheritdoc/>
    public override Columns ToColumns() => new(new Column("price", new[] { YuanPerTonneCO2 }, Unit.YuanPerTonneCO2));
}
