namespace CarbonComp;

/// <summary>One flow of a transfer matrix.</summary>
/// <param name="From">The emitting region.</param>
/// <param name="To">The using region.</param>
/// <param name="Tonnes">t CO2.</param>
public sealed record TransferFlow(Region From, Region To, double Tonnes);
