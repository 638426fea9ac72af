namespace CarbonComp.Formats;

/// <summary>Greenhouse gases of a table's extension as CO2 equivalents, with what was made of each row.</summary>
/// <param name="Emissions">By sector of all regions, t CO2e.</param>
/// <param name="HouseholdEmissions">Of final users by region, t CO2e.</param>
/// <param name="Stressors">The rows that are greenhouse gases, counted or not.</param>
public sealed record CharacterizedEmissions(LabelledVector Emissions, LabelledVector HouseholdEmissions,
    IReadOnlyList<CharacterizedStressor> Stressors) : Tabular
{
    /// <inheritdoc/>
    public override string Caption => Emissions.Name;

    /// <inheritdoc/>
    public override ValueStatus Status => Emissions.Status;

    /// <summary>One row a stressor.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, Stressors).With("stressor", s => s.Name).With("unit", s => s.Unit)
        .With("counted as", s => s.Gas).With("t CO2e for a tonne", s => s.Potential).With("emissions", s => s.Tonnes, Unit.Parse("t CO2e"));
}
