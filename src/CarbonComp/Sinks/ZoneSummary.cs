namespace CarbonComp.Sinks;

/// <summary>Areas, sums and means of a raster by region.</summary>
/// <param name="Areas">The true area of the cells that have a value, km2.</param>
/// <param name="Sums">The sum of the cells' values: the total where values are amounts per cell.</param>
/// <param name="Means">The mean weighted by true cell area. Where values are densities, means times areas are the totals.</param>
public sealed record ZoneSummary(LabelledVector Areas, LabelledVector Sums, LabelledVector Means);
