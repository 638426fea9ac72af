namespace CarbonComp.Studies;

/// <summary>Land by class from a map beside that of a survey or of a finer map, class by class.</summary>
public sealed record LandCoverComparison : Tabular
{
    private readonly IReadOnlyList<(string Name, double Map, double Other, double Apart)> rows;

    private LandCoverComparison(string caption, ValueStatus status, IReadOnlyList<(string, double, double, double)> rows) =>
        (Caption, Status, this.rows) = (caption, status, rows);

    /// <summary>Compares by region, so that differences that cancel out in the sum are seen.</summary>
    /// <param name="map">Areas from the map.</param>
    /// <param name="countsAs">The class of the statistics for each code of the map.</param>
    /// <param name="statistics">Areas of the same regions by class.</param>
    /// <param name="source">What the statistics are, for the caption.</param>
    /// <exception cref="AxisException">Other regions.</exception>
    public static LandCoverComparison Of(ZoneClassAreas map, IReadOnlyDictionary<string, string> countsAs, LabelledMatrix statistics, string source)
    {
        var (found, given) = (map.As(countsAs), statistics.In(Unit.SquareKilometre));
        found.Rows.Require(given.Rows, given.Name);
        return new($"Land from cells of {map.Resolution} beside {source}", ValueStatuses.Weakest(found.Status, given.Status),
            [.. given.Columns.Labels.Where(found.Columns.Contains).Select(name => (found.Column(name).Values, given.Column(name).Values) is var (a, b)
                ? (name, a.Sum(), b.Sum(), (a - b).PointwiseAbs().Sum()) : default)]);
    }

    /// <summary>Compares the sum of all regions with one number a class, as a survey of the whole has it.</summary>
    /// <param name="map">Areas from the map.</param>
    /// <param name="countsAs">The class of the survey for each code of the map.</param>
    /// <param name="survey">Areas by class.</param>
    /// <param name="source">What the survey is, for the caption.</param>
    /// <exception cref="UnitException">Not areas.</exception>
    public static LandCoverComparison Of(ZoneClassAreas map, IReadOnlyDictionary<string, string> countsAs, LabelledVector survey, string source)
    {
        var (found, given) = (map.As(countsAs), survey.In(Unit.SquareKilometre));
        return new($"Land from cells of {map.Resolution} beside {source}", ValueStatuses.Weakest(found.Status, given.Status),
            [.. given.Axis.Labels.Where(found.Columns.Contains).Select(name => (found.Column(name).Total, given[name]) is var (a, b)
                ? (name, a, b, Math.Abs(a - b)) : default)]);
    }

    /// <inheritdoc/>
    public override string Caption { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>The area of a class on the map over that of the statistics.</summary>
    /// <exception cref="KeyNotFoundException">No such class in both.</exception>
    public double Share(string landClass) => rows.FirstOrDefault(r => r.Name == landClass) is { Name: not null } row ? row.Map / row.Other
        : throw new KeyNotFoundException($"No class \"{landClass}\". There are: {string.Join(", ", rows.Select(r => r.Name))}.");

    /// <summary>A row a class.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, rows, Status).With("land class", r => r.Name)
        .With("map", r => r.Map, Unit.SquareKilometre).With("statistics", r => r.Other, Unit.SquareKilometre)
        .With("map over statistics", r => r.Other > 0 ? 100 * r.Map / r.Other : double.NaN, Unit.Percent)
        .With("apart, sum over regions", r => r.Other > 0 ? 100 * r.Apart / r.Other : double.NaN, Unit.Percent).ToColumns();
}
