using System.Collections.Concurrent;
using System.Globalization;

namespace CarbonComp.Studies;

/// <summary>China's national input–output tables of several years, each with its classification of sectors.</summary>
public sealed class NationalTables
{
    private readonly DataPackage package;
    private readonly DataTable listed;
    private readonly ConcurrentDictionary<int, NationalTable> read = new();

    private NationalTables(DataPackage package, SectorConcordances concordances)
    {
        (this.package, Concordances, listed) = (package, concordances, package["tables"]);
        Years = [.. listed.Texts("year").Select(y => int.Parse(y, NumberStyles.None, CultureInfo.InvariantCulture))];
    }

    /// <summary>Reads the packages.</summary>
    /// <param name="data">The folder <c>data</c>, with <c>national-tables</c> and <c>concordances</c>.</param>
    /// <exception cref="DataException">A package is missing or damaged.</exception>
    public static NationalTables Load(string data) =>
        new(DataPackage.Load(Path.Combine(data, "national-tables")), SectorConcordances.Load(Path.Combine(data, "concordances")));

    /// <summary>The classifications of sectors, and what leads from one to another.</summary>
    public SectorConcordances Concordances { get; }

    /// <summary>The years that have a table.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The year, nearest to a year, with a table whose sectors are those of a classification or lead to them.</summary>
    /// <param name="year">Any year.</param>
    /// <param name="classification">A classification.</param>
    /// <exception cref="InputOutputException">No table leads to the classification.</exception>
    public int Nearest(int year, string classification)
    {
        var leading = Years.Where(y => Concordances.Leads(Classification(y), classification)).ToArray();
        return leading.Length > 0 ? leading.MinBy(y => Math.Abs(y - year))
            : throw new InputOutputException($"No national table leads to the sectors of {classification}.");
    }

    /// <summary>The classification of a year's sectors, such as <c>2017-42</c>.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public string Classification(int year) => listed.Where("year", Text(year)).Texts("classification")[0];

    /// <summary>The table of a year, with domestic and imported products apart.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <exception cref="DataException">A year without a table.</exception>
    public NationalTable this[int year] => read.GetOrAdd(year, y => NationalTable.From(Cells(y), Concordances.Sectors(Classification(y))));

    /// <summary>A component of value added by sector: <c>depreciation</c>, <c>compensation_of_employees</c>.</summary>
    /// <param name="component">The row of the table.</param>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <returns>Yuan; zero where the table has no cell.</returns>
    public LabelledVector Component(string component, int year)
    {
        var (rows, sectors) = (Cells(year).Where("block", "V").Where("row", component), Concordances.Sectors(Classification(year)));
        var known = rows.Texts("column").Zip(rows.Numbers("value")).ToDictionary(c => c.First, c => c.Second);
        return new LabelledVector(component, sectors, sectors.Codes.Select(c => known.GetValueOrDefault(c)), rows.UnitOf("value"),
            rows.StatusOf("value")).In("yuan");
    }

    private DataTable Cells(int year) => package[$"table-{Text(year)}"];

    private static string Text(int year) => Invariant($"{year}");
}
