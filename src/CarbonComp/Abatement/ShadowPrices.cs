namespace CarbonComp;

/// <summary>Cost of a tonne of CO2 less to each unit in value added: an interval, in money for t CO2.</summary>
/// <remarks>
/// At a corner of the frontier many prices support the same point; a solver would report an arbitrary one of them.
/// The ends mean something: with a concave frontier the upper one is what one tonne less costs there, the lower one what
/// one tonne more would bring. A unit in the middle of a facet has one price, and the ends are the same.
/// </remarks>
public sealed record ShadowPrices : Tabular
{
    internal ShadowPrices(string method, Axis units, IReadOnlyList<ValueRange> intervals, Unit currency, ValueStatus status) =>
        (Method, Units, Intervals, Unit, Status) = (method, units, intervals, currency / Unit.TonneCO2, status);

    /// <summary>The estimator.</summary>
    public string Method { get; }

    /// <summary>The units.</summary>
    public Axis Units { get; }

    /// <summary>Money for t CO2, in the currency of value added.</summary>
    public Unit Unit { get; }

    /// <summary>The interval of each unit, in <see cref="Unit"/>.</summary>
    /// <remarks>
    /// An end is infinite where the data do not bound it. The range is empty where there is no price: more value added is possible without
    /// more emissions, or the causing input causes none.
    /// </remarks>
    public IReadOnlyList<ValueRange> Intervals { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"Shadow price of emissions, {Method}";

    /// <summary>The interval of a unit (code, name or local name), in <see cref="Unit"/>.</summary>
    public ValueRange this[string unit] => Intervals[Units.IndexOf(unit)];

    /// <summary>One number for each unit.</summary>
    /// <param name="end">Which end of the interval.</param>
    /// <param name="otherwise">The price where the data do not determine it, a choice of the caller's; without it such units are an error.</param>
    /// <returns>In <see cref="Unit"/>.</returns>
    /// <exception cref="AbatementException">Units for which the data do not determine it; the message names them.</exception>
    public LabelledVector At(ShadowPriceEnd end, double? otherwise = null)
    {
        var values = Intervals.Select(i => Take(i, end)).Select(v => double.IsFinite(v) ? v : otherwise ?? v).ToArray();
        string[] without = [.. Enumerable.Range(0, values.Length).Where(k => !double.IsFinite(values[k]))
            .Select(k => $"{Units.Labels[k]} ({Word(Intervals[k])})")];
        if (without.Length > 0)
            throw new AbatementException($"{Caption}: the data do not determine the {Name(end)} price of {Listing.Of(without)}. "
                + "Take another end, another estimator, say which price to take otherwise, or leave these units out.");
        return new($"{Name(end)} shadow price of emissions", Units, values, Unit, Status);
    }

    /// <summary>One number for each sector (column) of each region (row), in <see cref="Unit"/>.</summary>
    /// <inheritdoc cref="At" path="/param"/>
    /// <exception cref="AbatementException">The units are not sectors of regions, or some have no such number.</exception>
    public LabelledMatrix ByRegionAndSector(ShadowPriceEnd end, double? otherwise = null)
    {
        if (Units is not RegionSectorAxis axis) throw new AbatementException($"These prices are by {Units.Kind}, not by region and sector.");
        var prices = At(end, otherwise);
        return new(prices.Name, axis.Regions, axis.Sectors,
            Matrix<double>.Build.Dense(axis.Regions.Count, axis.Sectors.Count, (r, s) => prices[axis.Position(r, s)]),
            Unit, Status);
    }

    /// <inheritdoc/>
    public override Columns ToColumns() => Table.OfRows(Caption, Units.Labels.Zip(Intervals)).With(Units.Kind, u => u.First)
        .With("lower shadow price", u => u.Second.Lower, Unit).With("upper shadow price", u => u.Second.Upper, Unit)
        .With("determined", u => Word(u.Second));

    private static double Take(ValueRange interval, ShadowPriceEnd end) => end switch
    {
        ShadowPriceEnd.Upper => interval.Upper,
        ShadowPriceEnd.Lower => interval.Lower,
        ShadowPriceEnd.Middle => (interval.Lower + interval.Upper) / 2,
        _ => throw new ArgumentOutOfRangeException(nameof(end)),
    };

    private static string Name(ShadowPriceEnd end) => end.ToString().ToLowerInvariant();

    private static string Word(ValueRange interval) =>
        interval.IsEmpty ? "undefined"
        : interval.IsSingle ? "unique"
        : (double.IsFinite(interval.Lower), double.IsFinite(interval.Upper)) switch
        {
            (true, true) => "interval",
            (true, false) => "no upper end",
            (false, true) => "no lower end",
            _ => "no ends",
        };
}
