namespace CarbonComp.Scenarios;

/// <summary>What a scenario starts from: a model, absorption and standards of a year.</summary>
public sealed record ScenarioBase
{
    /// <summary>The base of the same regions.</summary>
    /// <param name="model">Table and emissions of CO2.</param>
    /// <param name="absorption">A mass of CO2 by region and class of land.</param>
    /// <param name="standard">Money for a tonne of CO2 by region.</param>
    /// <param name="year">The year of all of them.</param>
    /// <param name="rule">Whose standard prices a flow.</param>
    /// <exception cref="AxisException">Absorption or standards of a region that the table lacks, or of different regions.</exception>
    /// <exception cref="UnitException">Other quantities.</exception>
    public ScenarioBase(EmbodiedCarbonModel model, LabelledMatrix absorption, CompensationStandard standard, int year, PriceRule rule = PriceRule.Payer)
    {
        model.Intensity.Stressor.RequireCarbonDioxide("A scenario");
        standard.Regions.Require(absorption.Rows, absorption.Name);
        foreach (var region in standard.Regions.Codes) _ = model.Table.Regions.IndexOf(region);
        (Model, Absorption, Standard, Year, Rule) = (model, absorption.In(Unit.TonneCO2), standard, year, rule);
    }

    /// <summary>Table and emissions.</summary>
    public EmbodiedCarbonModel Model { get; }

    /// <summary>t CO2 by region and class of land.</summary>
    public LabelledMatrix Absorption { get; }

    /// <summary>Money for a tonne of CO2 by region.</summary>
    public CompensationStandard Standard { get; }

    /// <summary>The base year.</summary>
    public int Year { get; }

    /// <summary>Whose standard prices a flow.</summary>
    public PriceRule Rule { get; }

    /// <summary>The regions that are compensated: those of the standards. The table may have more.</summary>
    public RegionAxis Regions => Standard.Regions;
}
