namespace CarbonComp.Scenarios;

/// <summary>A row of a scenario: in a year a quantity is so many times that of the base year.</summary>
/// <param name="Region">Code or name; empty or <c>*</c> stands for all.</param>
/// <param name="Sector">Code or name of a sector, of a class of land for land use; empty or <c>*</c> stands for all.</param>
/// <param name="Quantity">What is multiplied.</param>
/// <param name="Factor">By what, against the base year; not negative.</param>
/// <param name="Year">The year in which the factor is reached, after the base year.</param>
/// <param name="Place">Where it was read, for messages.</param>
public sealed record ScenarioStep(string Region, string Sector, ScenarioQuantity Quantity, double Factor, int Year, string Place = "a scenario")
{
    /// <summary>Whether a label stands for all.</summary>
    internal static bool IsAll(string label) => label is "" or "*";

    /// <summary>The rows of one path: the same quantity of the same region and sector.</summary>
    internal (ScenarioQuantity Quantity, string Region, string Sector) Path => (Quantity, Region.ToUpperInvariant(), Sector.ToUpperInvariant());
}
