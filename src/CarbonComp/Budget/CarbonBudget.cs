namespace CarbonComp;

/// <summary>What each region emits less what its land takes up (JX 5), and its share in economy and sink (JX 6, 7).</summary>
public sealed record CarbonBudget : Tabular
{
    private CarbonBudget(LabelledVector emissions, LabelledVector absorption) => (Emissions, Absorption) = (emissions, absorption);

    /// <summary>Sets absorption against emissions.</summary>
    /// <param name="emissions">C, a mass of CO2 by region, not negative.</param>
    /// <param name="absorption">CA, a mass of CO2 by region, not negative.</param>
    /// <exception cref="AxisException">Not along regions, or not along the same ones.</exception>
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

    /// <summary>C − CA, t CO2: positive, the region is a net source.</summary>
    public LabelledVector Balance => (Emissions - Absorption).Named("carbon budget");

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Emissions.Status, Absorption.Status);

    /// <inheritdoc/>
    public override string Caption => "Carbon budget";

    /// <summary>Economic contribution coefficient (JX 6): <c>ECC = (G_i/G) / (C_i/C)</c>. Above 1 a region earns more than its share of the
    /// emissions.</summary>
    /// <param name="gdp">Money by region, positive.</param>
    /// <returns>A pure number by region; weighted with emissions its mean is 1.</returns>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="UnitException">Not yuan.</exception>
    /// <exception cref="CarbonCompException">GDP or emissions that are not positive; the message names the region.</exception>
    public LabelledVector EconomicContribution(LabelledVector gdp)
    {
        Regions.Require(gdp.Axis, gdp.Name);
        return ShareOver("economic contribution coefficient", gdp.RequirePositive().In(Unit.Yuan));
    }

    /// <summary>Ecological support coefficient (JX 7): <c>ESC = (CA_i/CA) / (C_i/C)</c>. Above 1 a region takes up more than its share of
    /// the emissions.</summary>
    /// <returns>A pure number by region; weighted with emissions its mean is 1.</returns>
    /// <exception cref="CarbonCompException">Emissions that are not positive in a region, or no absorption anywhere.</exception>
    public LabelledVector EcologicalSupport() => Absorption.Total > 0
        ? ShareOver("ecological support coefficient", Absorption)
        : throw new CarbonCompException("No region absorbs anything, so shares of the absorption are not defined.");

    /// <summary>A row a region.</summary>
    public override Columns ToColumns() => Columns.Of(Emissions.Named("emissions"), Absorption.Named("absorption"), Balance.Named("budget"));

    private LabelledVector ShareOver(string name, LabelledVector part)
    {
        for (var i = 0; i < Regions.Count; i++)
            if (!(Emissions[i] > 0)) throw new CarbonCompException($"{Regions.Labels[i]} emits nothing, so its {name} is not defined. Leave it out.");
        return (part / part.Sum() / (Emissions / Emissions.Sum())).Named(name);
    }
}
