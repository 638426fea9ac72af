namespace CarbonComp.Sinks;

/// <summary>Areas of land classes by region, from a raster.</summary>
/// <param name="Areas">km2, region × class.</param>
/// <param name="WithoutClass">The area of the region's cells that have no value, km2.</param>
/// <param name="Resolution">The side of the cells that were counted, in words: no class smaller than a cell is seen.</param>
/// <param name="Notes">What was done to the raster.</param>
public sealed record ZoneClassAreas(LabelledMatrix Areas, LabelledVector WithoutClass, string Resolution, IReadOnlyList<string> Notes) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status => Areas.Status;

    /// <inheritdoc/>
    public override string Caption => string.Join(". ", Notes.Prepend($"Areas of land classes, cells of {Resolution}"));

    /// <summary>Classes that are one class of another list added up: the codes of this list's classes and the names of the other's.</summary>
    /// <exception cref="CarbonCompException">A class that has an area, but no name there.</exception>
    public LabelledMatrix As(IReadOnlyDictionary<string, string> countsAs)
    {
        // A class of the legend that is nowhere needs no name.
        var names = Areas.Columns.Codes.Select((code, c) => countsAs.TryGetValue(code, out var name) ? name : Areas.Values.Column(c).Sum() == 0 ? null
            : throw new CarbonCompException($"Land class {code} counts as no class. Say which, or leave it out of the legend.")).ToArray();
        var classes = new CategoryAxis(Areas.Columns.Kind, names.OfType<string>().Distinct());
        var sums = Matrix<double>.Build.Dense(Areas.Rows.Count, classes.Count);
        for (var c = 0; c < names.Length; c++)
            for (var r = 0; r < Areas.Rows.Count; r++) if (names[c] is { } name) sums[r, classes.IndexOf(name)] += Areas.Values[r, c];
        return new(Areas.Name, Areas.Rows, classes, sums, Areas.Unit, Areas.Status);
    }

    /// <summary>A row a region, a column a class.</summary>
    public override Columns ToColumns() => WithoutClass.Total > 0
        ? Areas.ToColumns().With(WithoutClass.Name, WithoutClass.Values, WithoutClass.Unit) : Areas.ToColumns();
}
