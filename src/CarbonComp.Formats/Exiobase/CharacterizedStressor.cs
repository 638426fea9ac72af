namespace CarbonComp.Formats;

/// <summary>What was made of one row of an extension.</summary>
/// <param name="Name">The row, as delivered.</param>
/// <param name="Unit">Its unit, as delivered.</param>
/// <param name="Gas">What it was counted as, such as <c>CH4, fossil</c>.</param>
/// <param name="Potential">t CO2e for a tonne; 0 where the row is not counted.</param>
/// <param name="Tonnes">What it adds over all sectors and final users, t CO2e.</param>
public sealed record CharacterizedStressor(string Name, string Unit, string Gas, double Potential, double Tonnes);
