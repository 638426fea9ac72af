namespace CarbonComp.Sinks;

/// <summary>Areas, totals and means of a raster by region.</summary>
/// <param name="Areas">The true area of the cells that have a value, km2.</param>
/// <param name="Totals">The sum of amounts, or of densities times the true areas of their cells.</param>
/// <param name="Means">Totals divided by areas: the mean density.</param>
/// <param name="Notes">What was done to the raster.</param>
public sealed record ZoneSummary(LabelledVector Areas, LabelledVector Totals, LabelledVector Means, IReadOnlyList<string> Notes) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status => Totals.Status;

    /// <inheritdoc/>
    public override string Caption => string.Join(". ", Notes.Prepend($"{Totals.Name} by region, summed over cells"));

    /// <summary>A row a region: area, total, mean.</summary>
    public override Columns ToColumns() => Columns.Of(Areas, Totals, Means);
}
