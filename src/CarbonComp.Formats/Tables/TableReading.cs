using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats;

/// <summary>The result of reading a file: the table, and what the file holds beyond it.</summary>
/// <param name="Table">The table in the file's currency and unit.</param>
/// <param name="Source">The file, and its sheet.</param>
/// <param name="ImportedFinalUse">Final use bought abroad, R·C by column of <see cref="MultiRegionalTable.FinalUseByCategory"/>; zero where
/// the file has none.</param>
/// <param name="Satellites">Rows of emissions or other stressors by name, n + R·C values (sectors, then final-use columns), in the file's own unit.</param>
/// <param name="Notes">Remarks for the user: residuals put into the error column, sectors without output, what was added up or left out.</param>
public sealed record TableReading(MultiRegionalTable Table, string Source, Vector<double> ImportedFinalUse,
    IReadOnlyDictionary<string, Vector<double>> Satellites, IReadOnlyList<string> Notes) : Tabular
{
    /// <summary>The table's year, prices and source; empty where the file does not say them.</summary>
    public TableDescription Description { get; init; } = new();

    /// <summary>The units of satellite rows by name, as the file states them; empty where it does not.</summary>
    public IReadOnlyDictionary<string, string> SatelliteUnits { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string Caption => $"{Source}: {Table.Caption}, {Table.Unit}"
        + (Description.Prices.Length > 0 ? $", {Description.Prices}" : "") + (Description.Year is { } year ? Invariant($", {year}") : "");

    /// <inheritdoc/>
    public override ValueStatus Status => Table.Status;

    /// <summary>Emissions by sector of all regions from a satellite row, as <see cref="Intensity.Of(LabelledVector, MultiRegionalTable)"/>
    /// takes them.</summary>
    /// <param name="row">The row's name, or a part of it that no other has.</param>
    /// <param name="unit">The unit in the file, such as <c>Mt CO2</c>; one that the row's name contradicts (<c>CO2 (kt)</c>) is refused.</param>
    /// <exception cref="DataException">No such row, or several; the message lists those that there are.</exception>
    /// <exception cref="UnitException">A unit that is not known.</exception>
    public LabelledVector Emissions(string row, string unit)
    {
        var (name, values) = Satellite(row);
        return new(name, Table.Axis, values.SubVector(0, Table.Axis.Count), UnitOf(name, unit), Status);
    }

    /// <summary>Direct emissions of households and other final users by region, from a satellite row: for
    /// <see cref="TransferMatrix.WithHouseholds"/>.</summary>
    /// <inheritdoc cref="Emissions"/>
    public LabelledVector HouseholdEmissions(string row, string unit)
    {
        var ((name, values), n, c) = (Satellite(row), Table.Axis.Count, Table.Categories.Count);
        return new($"{name}, of final users", Table.Regions, Enumerable.Range(0, Table.Regions.Count)
            .Select(r => values.SubVector(n + r * c, c).Sum()), UnitOf(name, unit), Status);
    }

    /// <summary>The notes made while reading, one a row.</summary>
    public override Columns ToColumns() => new(new Column("noted while reading", Notes.Count > 0 ? Notes.ToArray()
        : ["nothing: every total that the file gives holds"]));

    /// <summary>The unit, which a name with a unit in brackets must not contradict: <c>CO2 (Mt)</c>.</summary>
    private Unit UnitOf(string name, string unit)
    {
        var asked = Unit.Parse(unit);
        var stated = name.IndexOfAny(['(', '（']) is var open and > 0 && name.IndexOfAny([')', '）'], open) is var close and > 0
            ? name[(open + 1)..close].Trim() : "";
        foreach (var text in new[] { stated, $"{stated} CO2" })
        {
            Unit own;
            try { own = Unit.Parse(text); }
            catch (UnitException) { continue; }
            return own.Dimension == asked.Dimension && own.Factor == asked.Factor ? asked
                : throw new DataException(Source, $"the row \"{name}\" is in {text}, and {unit} is asked for. Name the unit of the file.");
        }
        return asked;
    }

    private (string Name, Vector<double> Values) Satellite(string row)
    {
        if (Satellites.TryGetValue(row, out var exact)) return (row, exact);
        string[] named = [.. Satellites.Keys.Where(k => k.Contains(row, StringComparison.OrdinalIgnoreCase))];
        if (named.Length == 1) return (named[0], Satellites[named[0]]);
        var there = named.Length > 1 ? named : [.. Satellites.Keys];
        throw new DataException(Source, (named.Length > 1 ? $"{named.Length} satellite rows have \"{row}\" in their name"
            : $"no satellite row has \"{row}\" in its name")
            + (there.Length == 0 ? ": none was read. Some readers ask which satellites to read." : $". There are: {Listing.Of(there, 8, "; ")}. Name one."));
    }
}
