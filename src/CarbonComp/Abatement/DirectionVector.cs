namespace CarbonComp.Abatement;

/// <summary>Direction of a distance function: the additional value added and the avoided emissions of one unit of distance.</summary>
/// <remarks>Chambers, Chung and Färe 1998; Chung, Färe and Grosskopf 1997. The direction is <c>(g_y, −g_b)</c>.</remarks>
public sealed record DirectionVector
{
    private readonly double? valueAdded, emissions;

    private DirectionVector(double? valueAdded, double? emissions) => (this.valueAdded, this.emissions) = (valueAdded, emissions);

    /// <summary>The unit's own value added and emissions: β is the share by which one can grow and the other shrink.</summary>
    public static DirectionVector Own { get; } = new(null, null);

    /// <summary>The unit's own value added, emissions held.</summary>
    public static DirectionVector ValueAddedOnly { get; } = new(null, 0);

    /// <summary>The same amounts for every unit: money and t CO2, not negative, not both 0.</summary>
    /// <exception cref="AbatementException">An amount that is negative or not finite, or both 0.</exception>
    public static DirectionVector Fixed(double valueAdded, double emissions) =>
        double.IsFinite(valueAdded) && double.IsFinite(emissions) && valueAdded >= 0 && emissions >= 0 && valueAdded + emissions > 0
            ? new(valueAdded, emissions)
            : throw new AbatementException("A direction needs a gain of value added and a reduction of emissions: two numbers, "
                + "not negative, not both 0.");

    /// <summary>The direction, g_y in money and g_b in t CO2, for a unit with this value added and these emissions.</summary>
    public (double ValueAdded, double Emissions) For(double valueAdded, double emissions) =>
        (this.valueAdded ?? valueAdded, this.emissions ?? emissions);

    /// <inheritdoc/>
    public override string ToString() => (valueAdded, emissions) switch
    {
        (null, null) => "own value added and emissions",
        (null, 0) => "own value added, emissions held",
        _ => Invariant($"value added {valueAdded}, emissions {emissions} t CO2"),
    };
}
