namespace CarbonComp;

/// <summary>One input of one sector, changed in a scenario: cleaner power, another technology, a substituted material.</summary>
/// <param name="Supplier">Whose product is bought: label or code along the table's axis, <c>"Hebei · Energy supply"</c>.</param>
/// <param name="Buyer">Which sector buys it: label or code along the same axis.</param>
/// <param name="Factor">The input per unit of the buyer's output in the scenario, as a multiple of that before: 0.8 is a fifth less. Not negative.</param>
/// <param name="Status">Where the factor comes from.</param>
public sealed record InputChange(string Supplier, string Buyer, double Factor, ValueStatus Status = ValueStatus.Illustrative);
