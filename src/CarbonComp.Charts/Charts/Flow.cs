namespace CarbonComp.Charts;

/// <summary>An amount that goes from one place to another.</summary>
/// <param name="From">The origin.</param>
/// <param name="To">The destination.</param>
/// <param name="Amount">How much; not negative.</param>
public sealed record Flow(string From, string To, double Amount);
