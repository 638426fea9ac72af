using System.Collections.Frozen;

namespace CarbonComp;

/// <summary>Emission factors, one a fuel, with their source.</summary>
public sealed record EmissionFactors : Tabular
{
    private readonly FrozenDictionary<string, EmissionFactor> byFuel;

    /// <summary>Creates a set of at least one factor, each fuel once.</summary>
    /// <exception cref="EmissionsException">A fuel twice or without a name, or a factor outside its range; the message names the fuel.</exception>
    public EmissionFactors(string source, IEnumerable<EmissionFactor> factors, ValueStatus status = ValueStatus.Statistic)
    {
        (Source, All, Status) = (source, [.. factors], status);
        if (All.Count == 0) throw new EmissionsException("There are no emission factors. At least one is needed.");
        foreach (var factor in All)
        {
            if (string.IsNullOrWhiteSpace(factor.Fuel)) throw new EmissionsException("A fuel has no name. Name it.");
            if (!(factor.CarbonContent > 0 && double.IsFinite(factor.CarbonContent)))
                throw new EmissionsException($"The carbon content of {factor.Fuel} is {factor.CarbonContent:R} kg C/GJ. It must be positive: "
                    + $"between about 12 (gas) and 71 (blast furnace gas).");
            if (!(factor.Oxidation > 0 && factor.Oxidation <= 1))
                throw new EmissionsException($"The oxidised share of {factor.Fuel} is {factor.Oxidation:R}. It must be above 0 and at most 1.");
        }
        if (All.GroupBy(f => f.Fuel, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new EmissionsException($"The fuel {twice.Key} is listed twice among the emission factors. List each fuel once.");
        byFuel = All.ToFrozenDictionary(f => f.Fuel, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The IPCC's default carbon contents of 2006 by fuel.</summary>
    /// <remarks>
    /// 2006 IPCC Guidelines for National Greenhouse Gas Inventories, Volume 2, Chapter 1, Table 1.3 (default values),
    /// all carbon oxidised. Raw coal 25.8 kg C/GJ · 29.3076 GJ/tce = 0.756 t C/tce; diesel oil 20.2 → 0.592; natural
    /// gas 15.3 → 0.448. Which IPCC fuel is used for a fuel of the statistics is in <see cref="EmissionFactor.Basis"/>:
    /// coals are taken as bituminous, "other gas" as blast furnace gas, which is most of it in steel regions.
    /// </remarks>
    public static EmissionFactors Ipcc2006 { get; } = new("2006 IPCC Guidelines, Volume 2, Table 1.3, default carbon contents; all carbon oxidised",
    [
        new("Raw coal", 25.8, Basis: "other bituminous coal"),
        new("Cleaned coal", 25.8, Basis: "coking coal"),
        new("Other washed coal", 25.8, Basis: "other bituminous coal"),
        new("Briquettes", 26.6, Basis: "patent fuel"),
        new("Coke", 29.2, Basis: "coke oven coke"),
        new("Coke oven gas", 12.1, Basis: "coke oven gas"),
        new("Other gas", 70.8, Basis: "blast furnace gas"),
        new("Other coking products", 22.0, Basis: "coal tar"),
        new("Crude oil", 20.0, Basis: "crude oil"),
        new("Gasoline", 18.9, Basis: "motor gasoline"),
        new("Kerosene", 19.5, Basis: "jet kerosene"),
        new("Diesel oil", 20.2, Basis: "gas/diesel oil"),
        new("Fuel oil", 21.1, Basis: "residual fuel oil"),
        new("LPG", 17.2, Basis: "liquefied petroleum gases"),
        new("Refinery gas", 15.7, Basis: "refinery gas"),
        new("Other petroleum products", 20.0, Basis: "other petroleum products"),
        new("Natural gas", 15.3, Basis: "natural gas"),
    ]);

    /// <summary>The source.</summary>
    public string Source { get; }

    /// <summary>The factors, in order.</summary>
    public IReadOnlyList<EmissionFactor> All { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"Emission factors: {Source}";

    /// <summary>The fuels, in order.</summary>
    public CategoryAxis Fuels => new("fuel", All.Select(f => f.Fuel));

    /// <summary>The factor of a fuel, in any case.</summary>
    /// <exception cref="EmissionsException">No such fuel; the message names those there are.</exception>
    public EmissionFactor this[string fuel] => byFuel.TryGetValue(fuel.Trim(), out var factor) ? factor
        : throw new EmissionsException($"There is no emission factor of \"{fuel}\". There are: {string.Join(", ", All.Select(f => f.Fuel))}. "
        + $"Add one with With(new EmissionFactor(…)).");

    /// <summary>The same set with one factor replaced or added.</summary>
    /// <remarks>The set names the source of the factor too, and has the weaker of the two statuses.</remarks>
    public EmissionFactors With(EmissionFactor factor, string source = "own factor", ValueStatus status = ValueStatus.Illustrative)
    {
        var factors = byFuel.ContainsKey(factor.Fuel)
            ? All.Select(f => string.Equals(f.Fuel, factor.Fuel, StringComparison.OrdinalIgnoreCase) ? factor : f) : All.Append(factor);
        return new($"{Source}; {factor.Fuel}: {source}", factors, ValueStatuses.Weakest(Status, status));
    }

    /// <summary>Reads a set from a table with the fields <c>fuel</c> and <c>carbon_content</c> and, where it has one, <c>oxidation</c>.</summary>
    /// <exception cref="CarbonCompException">Missing fields, a unit that is no carbon for energy, or numbers out of range.</exception>
    public static EmissionFactors From(DataTable table)
    {
        var content = table.Numbers("carbon_content") * table.UnitOf("carbon_content").To(Unit.Parse("kg C/GJ"));
        var oxidation = table.Has("oxidation") ? table.Numbers("oxidation") * table.UnitOf("oxidation").To(Unit.One) : null;
        return new(table.Title, table.Texts("fuel").Select((fuel, i) => new EmissionFactor(fuel, content[i], oxidation?[i] ?? 1)), table.Status);
    }

    /// <inheritdoc/>
    public override Columns ToColumns() => Table.OfRows(Caption, All).With("fuel", f => f.Fuel)
        .With("carbon content", f => f.CarbonContent, Unit.Parse("kg C/GJ")).With("oxidised", f => f.Oxidation, Unit.One)
        .With("K", f => f.TonneCarbonPerTce, Unit.Parse("t C/tce")).With("IPCC fuel", f => f.Basis);
}
