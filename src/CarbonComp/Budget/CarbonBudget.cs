namespace CarbonComp.Budget;

/// <summary>Emissions less absorption of regions in one year, and each region's share in the economy and in the sink.</summary>
/// <remarks>Source: <c>docs/methods.md#jx-4</c> to <c>#jx-7</c>. <see cref="CarbonBudgetModel"/> takes several years on to zones and money.</remarks>
public sealed record CarbonBudget : Tabular
{
    private CarbonBudget(LabelledVector emissions, LabelledVector absorption) => (Emissions, Absorption) = (emissions, absorption);

    /// <summary>The budget of one year from C and CA, masses of CO2 by region, not negative.</summary>
    /// <exception cref="AxisException">The two are along different axes.</exception>
    /// <exception cref="UnitException">Not masses of CO2.</exception>
    /// <exception cref="CarbonCompException">A negative value; the message names the region.</exception>
    public static CarbonBudget Of(LabelledVector emissions, LabelledVector absorption)
    {
        emissions.Axis.Require(absorption.Axis, absorption.Name);
        emissions.RequireNotNegative();
        absorption.RequireNotNegative("It cannot be negative; absorption is given as a positive amount.");
        return new(emissions.In(Unit.TonneCO2), absorption.In(Unit.TonneCO2));
    }

    /// <summary>The regions.</summary>
    public Axis Regions => Emissions.Axis;

    /// <summary>C, t CO2.</summary>
    public LabelledVector Emissions { get; }

    /// <summary>CA, t CO2.</summary>
    public LabelledVector Absorption { get; }

    /// <summary>C − CA, t CO2; a net source is positive.</summary>
    public LabelledVector Balance => (Emissions - Absorption).Named("carbon budget");

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Emissions.Status, Absorption.Status);

    /// <inheritdoc/>
    public override string Caption => "Carbon budget";

    /// <summary>Economic contribution coefficient, <c>ECC = (G_i/G) / (C_i/C)</c> (<c>docs/methods.md#ecc</c>).</summary>
    /// <remarks>Above 1 a region's share of GDP exceeds its share of emissions. The mean weighted by emissions is 1.</remarks>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="UnitException">Not money.</exception>
    /// <exception cref="CarbonCompException">GDP or emissions that are not positive; the message names the region.</exception>
    public LabelledVector EconomicContribution(LabelledVector gdp)
    {
        Regions.Require(gdp.Axis, gdp.Name);
        return ShareOver("economic contribution coefficient", gdp.RequirePositive().InCurrency());
    }

    /// <summary>Ecological support coefficient, <c>ESC = (CA_i/CA) / (C_i/C)</c> (<c>docs/methods.md#esc</c>).</summary>
    /// <remarks>Above 1 a region's share of absorption exceeds its share of emissions. The mean weighted by emissions is 1.</remarks>
    /// <exception cref="CarbonCompException">Emissions that are not positive in a region, or no absorption anywhere.</exception>
    public LabelledVector EcologicalSupport() => Absorption.Total > 0
        ? ShareOver("ecological support coefficient", Absorption)
        : throw new CarbonCompException("No region absorbs anything, so shares of the absorption are not defined.");

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(Emissions.Named("emissions"), Absorption.Named("absorption"), Balance.Named("budget"));

    private LabelledVector ShareOver(string name, LabelledVector part)
    {
        if (Emissions.Values.Find(e => !(e > 0), Zeros.Include) is var (i, _))
            throw new CarbonCompException($"{Regions.Labels[i]} emits nothing, so its {name} is not defined. Leave it out.");
        return (part / part.Sum() / (Emissions / Emissions.Sum())).Named(name);
    }
}
