namespace CarbonComp.Charts;

/// <summary>An amount that goes from one place to another.</summary>
/// <param name="From">Where it leaves.</param>
/// <param name="To">Where it arrives.</param>
/// <param name="Amount">How much; not negative.</param>
public sealed record Flow(string From, string To, double Amount);
