namespace CarbonComp.Abatement;

/// <summary>Direction of a distance function: the additional value added and the avoided emissions of one unit of distance.</summary>
/// <remarks>Chambers, Chung and Färe 1998; Chung, Färe and Grosskopf 1997. The direction is <c>(g_y, −g_b)</c>.</remarks>
public sealed record DirectionVector
{
    private readonly double? valueAdded, emissions;

    private IReadOnlyDictionary<string, double> Outputs { get; init; } = new Dictionary<string, double>();

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

    /// <summary>The same direction with a gain of another good output, in its unit, not negative. Without it such outputs grow with value added
    /// where the direction is the unit's own, and are held where it is not.</summary>
    /// <exception cref="AbatementException">A gain that is negative or not finite.</exception>
    public DirectionVector WithOutput(string output, double gain) => double.IsFinite(gain) && gain >= 0
        ? new(valueAdded, emissions) { Outputs = new Dictionary<string, double>(Outputs, StringComparer.OrdinalIgnoreCase) { [output] = gain } }
        : throw new AbatementException($"The direction of {output} is {gain}. Give a gain that is not negative.");

    // The gain of another good output for a unit that has so much of it.
    internal double For(LabelledVector output, int unit) => Outputs.TryGetValue(output.Name, out var gain) ? gain : IsOwn ? output[unit] : 0;

    // A direction along an output that the units do not have is refused.
    internal void Require(ProductionUnits units)
    {
        if (Outputs.Keys.FirstOrDefault(o => units.OtherOutputs.All(v => !v.Name.Equals(o, StringComparison.OrdinalIgnoreCase))) is { } missing)
            throw new AbatementException($"The direction names the output {missing}, which the units do not have. They have "
                + (units.OtherOutputs.Count == 0 ? "value added alone." : $"{string.Join(", ", units.OtherOutputs.Select(v => v.Name))}."));
    }

    private bool IsOwn => valueAdded is null && emissions is null;

    /// <summary>The direction, g_y in money and g_b in t CO2, for a unit with this value added and these emissions.</summary>
    public (double ValueAdded, double Emissions) For(double valueAdded, double emissions) =>
        (this.valueAdded ?? valueAdded, this.emissions ?? emissions);

    /// <inheritdoc/>
    public override string ToString() => (valueAdded, emissions) switch
    {
        (null, null) => "own value added and emissions",
        (null, 0) => "own value added, emissions held",
        _ => Invariant($"value added {valueAdded}, emissions {emissions} t CO2"),
    } + string.Concat(Outputs.Select(o => Invariant($", {o.Key} {o.Value}")));
}
