namespace CarbonComp;

/// <summary>A quantity for one unit of each fuel: its energy content (tce/t, tce/m3) or its emissions (t CO2/t, t CO2/m3).</summary>
/// <remarks>Where the carbon of a fuel is known per unit of energy, use <see cref="EmissionFactors"/> instead.</remarks>
public sealed record FuelFactors : Tabular
{
    private readonly Dictionary<string, Quantity> byFuel;

    /// <summary>Creates a set of at least one factor, each fuel once; no number is negative. The caption says where they are from.</summary>
    /// <exception cref="EmissionsException">No factor, a fuel twice, or a number outside its range; the message names the fuel.</exception>
    public FuelFactors(string caption, IEnumerable<KeyValuePair<string, Quantity>> factors)
    {
        (Caption, byFuel) = (caption, new(StringComparer.OrdinalIgnoreCase));
        foreach (var (fuel, factor) in factors)
        {
            if (!(factor.Value >= 0 && double.IsFinite(factor.Value)))
                throw new EmissionsException($"The factor of {fuel} is {factor.Value} {factor.Unit}. It must be zero or positive.");
            if (!byFuel.TryAdd(fuel, factor)) throw new EmissionsException($"Duplicate fuel {fuel}. List each fuel once.");
        }
        if (byFuel.Count == 0) throw new EmissionsException($"{caption}: there is no fuel. List at least one.");
    }

    /// <summary>Reads factors from a table with the fields <c>fuel</c>, <c>value</c>, <c>unit</c> and, where rows differ, <c>status</c>.</summary>
    /// <exception cref="DataException">A field or a number is missing.</exception>
    public static FuelFactors From(DataTable table) => new(table.Title, table.Texts("fuel").Zip(table.Texts("unit"), (fuel, unit) =>
        KeyValuePair.Create(fuel, new Quantity(table.Value(fuel, unit), Unit.Parse(unit), table.Where("fuel", fuel).StatusOf("value")))));

    /// <summary>The factors that emissions were computed with: emissions (t CO2 by fuel) over fuel used. Fuels that are not used are left out.</summary>
    /// <exception cref="AxisException">A fuel that is used and has no emissions.</exception>
    public static FuelFactors Implied(string caption, LabelledVector emissions, FuelUse use) => new(caption, use.ByFuel.Where(f => f.Total > 0)
        .Select(fuel => KeyValuePair.Create(fuel.Name, emissions.In(Unit.TonneCO2).At(fuel.Name)
            / fuel.Sum().In(fuel.Unit.Dimension == VolumeOfGas.Dimension ? VolumeOfGas : TonneOfFuel))));

    /// <summary>The fuels.</summary>
    public IReadOnlyCollection<string> Fuels => byFuel.Keys;

    /// <inheritdoc/>
    public override string Caption { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(byFuel.Values.Select(f => f.Status));

    /// <summary>The factor of a fuel, in any case.</summary>
    /// <exception cref="EmissionsException">No such fuel; the message lists those there are.</exception>
    public Quantity this[string fuel] => byFuel.TryGetValue(fuel, out var factor) ? factor
        : throw new EmissionsException($"{Caption} has no factor of {fuel}. There are: {string.Join(", ", byFuel.Keys)}. Add it.");

    /// <summary>Whether a fuel has a factor.</summary>
    public bool Has(string fuel) => byFuel.ContainsKey(fuel);

    /// <summary>The same set with the factor of one fuel replaced or added.</summary>
    public FuelFactors With(string fuel, Quantity factor) =>
        new(Caption, new Dictionary<string, Quantity>(byFuel, StringComparer.OrdinalIgnoreCase) { [fuel] = factor });

    /// <summary>One row a fuel.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, byFuel.ToArray()).With("fuel", f => f.Key).With("factor", f => f.Value.Value)
        .With("unit", f => f.Value.Unit.Symbol).With("status", f => f.Value.Status.ToString().ToLowerInvariant());

    private static Unit TonneOfFuel { get; } = Unit.Parse("t fuel");

    private static Unit VolumeOfGas { get; } = Unit.Parse("10^3 m3");
}
