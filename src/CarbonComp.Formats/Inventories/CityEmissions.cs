namespace CarbonComp.Formats;

/// <summary>Total CO2 emissions of cities by year; what is not published is absent, not zero.</summary>
public sealed record CityEmissions : Tabular
{
    private readonly Dictionary<(int City, int Year), double> tonnes = [];

    /// <summary>Creates the table.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cities">The cities.</param>
    /// <param name="values">City (code, name or local name), year, and t CO2, not negative; each city and year at most once.</param>
    /// <param name="status">The status of the numbers.</param>
    /// <exception cref="AxisException">A city that is not on the axis.</exception>
    /// <exception cref="EmissionsException">A negative number, one that is not finite, or a city and year twice.</exception>
    public CityEmissions(string source, RegionAxis cities, IEnumerable<(string City, int Year, double Tonnes)> values,
        ValueStatus status = ValueStatus.Statistic)
    {
        (Source, Cities, Status) = (source, cities, status);
        foreach (var (city, year, value) in values)
        {
            if (!double.IsFinite(value) || value < 0)
                throw new EmissionsException($"Emissions of {city} in {year} are {value} t CO2. They must be a number that is not negative.");
            if (!tonnes.TryAdd((cities.IndexOf(city), year), value))
                throw new EmissionsException($"Emissions of {city} in {year} are given twice. Leave one out.");
        }
        Years = [.. tonnes.Keys.Select(k => k.Year).Distinct().Order()];
    }

    /// <summary>The source.</summary>
    public string Source { get; }

    /// <summary>The cities.</summary>
    public RegionAxis Cities { get; }

    /// <summary>The years in which at least one city has a number.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The number of values.</summary>
    public int Count => tonnes.Count;

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"{Source}: emissions of {Cities.Count} cities, {Count} numbers";

    /// <summary>Emissions of a city in a year, t CO2; null where none are published.</summary>
    /// <param name="city">Code, name or local name.</param>
    /// <param name="year">The year.</param>
    /// <exception cref="AxisException">No such city.</exception>
    public double? this[string city, int year] => tonnes.TryGetValue((Cities.IndexOf(city), year), out var value) ? value : null;

    /// <summary>Emissions in a year of the cities that have a number, t CO2.</summary>
    /// <param name="year">The year.</param>
    /// <exception cref="EmissionsException">No city has one.</exception>
    public LabelledVector Of(int year)
    {
        int[] given = [.. Enumerable.Range(0, Cities.Count).Where(c => tonnes.ContainsKey((c, year)))];
        return given.Length == 0
            ? throw new EmissionsException($"{Source} has no emissions of {year}. There are: {string.Join(", ", Years)}.")
            : new("emissions", new RegionAxis(given.Select(c => Cities[c])), given.Select(c => tonnes[(c, year)]), Unit.TonneCO2, Status);
    }

    /// <summary>Emissions in a year of the cities that are wanted, t CO2.</summary>
    /// <param name="year">The year.</param>
    /// <param name="cities">The cities, found by their names, local names or codes; the result is along this axis.</param>
    /// <exception cref="AxisException">A city that is not here.</exception>
    /// <exception cref="EmissionsException">A city without a number; the message names all of them.</exception>
    public LabelledVector Of(int year, RegionAxis cities)
    {
        double?[] values = [.. cities.Select(c => this[Label(c), year])];
        string[] missing = [.. cities.Where((_, i) => values[i] is null).Select(c => c.Name)];
        return missing.Length > 0
            ? throw new EmissionsException($"{Source} has no emissions in {year} of {string.Join(", ", missing)}. Leave them out or choose another year.")
            : new("emissions", cities, values.Select(v => v!.Value), Unit.TonneCO2, Status);
    }

    /// <summary>One row a city: its emissions by year, not a number where none are published.</summary>
    public override Columns ToColumns() => new([new Column("city", Cities.Labels.ToArray()),
        .. Years.Select(year => new Column(Invariant($"{year}"),
            Enumerable.Range(0, Cities.Count).Select(c => tonnes.GetValueOrDefault((c, year), double.NaN)).ToArray(), Unit.TonneCO2))]);

    private string Label(Region city) => new[] { city.Code, city.Name, city.LocalName }.FirstOrDefault(l => l.Length > 0 && Cities.Contains(l)) ?? city.Name;
}
