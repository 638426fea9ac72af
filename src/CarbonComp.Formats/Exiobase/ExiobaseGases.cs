using System.Text.RegularExpressions;

namespace CarbonComp.Formats;

/// <summary>Greenhouse gases of EXIOBASE's extensions as CO2 equivalents, by the names that its releases give to their rows.</summary>
/// <remarks>
/// From release 3.9 on there is no <c>impacts</c>, so what was characterized there is characterized here: <c>e = Σ_s GWP_s · m_s</c> over the rows
/// <c>CO2 - …</c>, <c>CH4 - …</c>, <c>N2O - …</c>, <c>SF6 - air</c>, <c>HFC - air</c> and <c>PFC - air</c> of <c>air_emissions</c> (before, of
/// <c>satellite</c>). HFC and PFC are delivered in kg CO2-eq and count as they are. Methane of coal mines, wells and refineries and of combustion is fossil;
/// that of agriculture and waste, and rows <c>CH4_bio</c>, are not. Carbon dioxide of biomass (<c>CO2_bio</c>, <c>CO2 - waste - biogenic</c>) is left out
/// unless it is asked for; that of drained peat counts. Units are those of the release's <c>unit.txt</c>.
/// </remarks>
public static partial class ExiobaseGases
{
    private static readonly Dictionary<string, double> Masses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["g"] = 1e-6, ["kg"] = 1e-3, ["t"] = 1, ["tonne"] = 1, ["tonnes"] = 1, ["kt"] = 1e3, ["Gg"] = 1e3, ["Mt"] = 1e6, ["Tg"] = 1e6,
    };

    /// <summary>All greenhouse gases of an extension as CO2 equivalents.</summary>
    /// <param name="reading">A table that was read with an extension that has them.</param>
    /// <param name="potentials">The set of potentials.</param>
    /// <param name="withBiogenic">Whether carbon dioxide of biomass is counted like other.</param>
    /// <exception cref="DataException">No such rows, rows without a unit or in one that is not known, a gas that the set
    /// does not have; all together.</exception>
    public static CharacterizedEmissions Characterize(TableReading reading, GlobalWarmingPotentials potentials, bool withBiogenic = false)
    {
        var table = reading.Table;
        var (n, c) = (table.Axis.Count, table.Categories.Count);
        var (sectors, users) = (new double[n], new double[table.Regions.Count]);
        var (stressors, faults) = (new List<CharacterizedStressor>(), new List<string>());
        foreach (var (name, values) in reading.Satellites)
        {
            if (Gas().Match(name) is not { Success: true } found) continue;
            var biogenic = found.Groups["bio"].Success || Has(name, "biogenic");
            var (gas, factor) = Potential(found.Groups["gas"].Value, biogenic, name, potentials, withBiogenic);
            var unit = reading.SatelliteUnits.GetValueOrDefault(name, "");
            if (Scale(gas, unit) is not { } scale || factor is null)
            {
                faults.Add(unit.Length == 0 ? $"\"{name}\" has no unit: the extension has no unit.txt that names it"
                    : factor is null ? $"{potentials.Name} has no potential for \"{name}\"" : $"\"{name}\" is in \"{unit}\", which is not {Expected(gas)}");
                continue;
            }
            var weight = scale * factor.Value;
            var before = sectors.Sum() + users.Sum();
            for (var i = 0; i < n; i++) sectors[i] += weight * values[i];
            for (var u = 0; u < values.Count - n; u++) users[u / c] += weight * values[n + u];
            stressors.Add(new(name, unit, factor == 0 ? $"{gas}, not counted" : gas, factor.Value, sectors.Sum() + users.Sum() - before));
        }
        if (faults.Count > 0) throw new DataException(reading.Source,
            $"{string.Join("; ", faults)}. Restore the release's file, or take a set that has the gas.");
        if (stressors.Count == 0)
            throw new DataException(reading.Source, reading.Satellites.Count == 0
                ? "no extension was read. Name the one with emissions, air_emissions (to 3.8.2: satellite), where the table is read."
                : $"no row is a greenhouse gas by its name (CO2 - …, CH4 - …, N2O - …, SF6, HFC, PFC). There are: "
                    + $"{Listing.Of(reading.Satellites.Keys, 5, "; ")}.");
        var title = $"Greenhouse gases, CO2e by {potentials.Name}{(withBiogenic ? ", with CO2 of biomass" : "")}";
        var tonnes = Unit.Parse("t CO2e");
        return new(new(title, table.Axis, sectors, tonnes, reading.Status),
            new($"{title}, of final users", table.Regions, users, tonnes, reading.Status), stressors);
    }

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static (string Gas, double? Factor) Potential(string gas, bool biogenic, string name, GlobalWarmingPotentials potentials,
        bool withBiogenic) => gas switch
    {
        "CO2" => biogenic ? ("CO2 of biomass", withBiogenic ? 1 : 0) : ("CO2", 1),
        "CH4" => biogenic || Has(name, " agriculture ") || Has(name, " waste ") ? ("CH4, other", potentials.MethaneNonFossil)
            : ("CH4, fossil", potentials.MethaneFossil),
        "N2O" => ("N2O", potentials.NitrousOxide),
        "SF6" => ("SF6", potentials.SulfurHexafluoride),
        _ => ($"{gas}, in CO2e", 1),
    };

    /// <summary>Tonnes in a unit; none where it is no mass, or is of CO2e where the gas itself is asked for.</summary>
    private static double? Scale(string gas, string unit)
    {
        var parts = Equivalent().Match(unit);
        var isEquivalent = parts.Groups["e"].Success;
        return parts.Success && isEquivalent == gas.EndsWith("CO2e", StringComparison.Ordinal) && Masses.TryGetValue(parts.Groups["mass"].Value, out var tonnes)
            ? tonnes : null;
    }

    private static string Expected(string gas) => gas.EndsWith("CO2e", StringComparison.Ordinal) ? "a mass of CO2-eq (kg CO2-eq)" : "a mass (kg, t, Gg)";

    [GeneratedRegex(@"^(?<gas>CO2|CH4|N2O|SF6|HFC|PFC)(?<bio>_bio)?(?=\s*-|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Gas();

    [GeneratedRegex(@"^\s*(?<mass>[A-Za-z]+)\.?\s*(?<e>CO2[\s-]*e(q|quiv|quivalents?)?\.?)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Equivalent();
}
