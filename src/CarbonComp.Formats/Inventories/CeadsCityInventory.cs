namespace CarbonComp.Formats;

/// <summary>Total emissions of China's cities by Carbon Emission Accounts and Datasets (CEADs), xlsx, Mt CO2.</summary>
/// <remarks>
/// Two sheets with the same numbers: <c>emission vector</c> (id, city, year, emission) and <c>emission matrix</c> (cities by years, blank
/// where nothing is published). A city is named by province and city, <c>安徽安庆</c>; the second part alone finds it where no other
/// city has it. Tried on the edition of 2023: 290 cities, 3929 numbers, 1997 to 2019 and one of 1995. Cite Shan et al. 2022, Science Bulletin
/// (10.1016/j.scib.2022.08.024), and name CEADs.
/// </remarks>
public static class CeadsCityInventory
{
    private const string Vector = "emission vector", Matrix = "emission matrix";
    private static readonly string[] VectorColumns = ["ID", "CITY", "YEAR", "EMISSION"];

    /// <summary>Reads the workbook.</summary>
    /// <param name="path">The xlsx file.</param>
    /// <param name="tolerance">The largest difference between both sheets that is accepted, as a share of the number.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between rows.</param>
    /// <returns>Emissions in t CO2; what is published in neither sheet is absent.</returns>
    /// <exception cref="DataException">
    /// A damaged file, a sheet that is missing, text in a number's cell, a city and year that is missing in one sheet or differs. All faults
    /// of the file are reported together.
    /// </exception>
    public static CityEmissions Read(string path, double tolerance = CeadsInventory.DefaultTolerance,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var (shown, faults) = (Path.GetFileName(path), new Faults(Path.GetFileName(path)));
        XlsxRows.Sheets(path);
        Dictionary<(string City, int Year), (double Value, string Place)>? vector = null, matrix = null;
        XlsxRows.Each(path, _ => true, (sheet, rows) =>
        {
            if (sheet.Trim().Equals(Vector, StringComparison.OrdinalIgnoreCase)) vector = ReadVector(rows, faults, progress, cancellation);
            if (sheet.Trim().Equals(Matrix, StringComparison.OrdinalIgnoreCase)) matrix = ReadMatrix(rows, faults, cancellation);
        });
        if (vector is null || matrix is null)
            throw new DataException(shown, $"there must be the sheets \"{Vector}\" and \"{Matrix}\". Restore the one that is missing.");
        RequireAgreement(vector, matrix, tolerance, faults);
        faults.ThrowIfAny();
        if (vector.Count == 0) throw new DataException(shown, "there are no emissions of any city. Restore the sheets.");
        progress?.Report(1);
        return new(shown, Cities(vector.Keys.Select(k => k.City).Distinct()),
            vector.Select(v => (v.Key.City, v.Key.Year, v.Value.Value * Unit.MegatonneCO2.Factor)));
    }

    private static Dictionary<(string, int), (double, string)> ReadVector(XlsxRows rows, Faults faults,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        var found = new Dictionary<(string, int), (double, string)>();
        var heading = rows.Read() ? Enumerable.Range(0, rows.Count).Select(c => rows.Text(c).ToUpperInvariant()).ToArray() : [];
        int[] at = [.. VectorColumns.Select(h => Array.IndexOf(heading, h))];
        if (at.Contains(-1))
        {
            faults.Add(rows.DisplayName, "the first row must name the columns ID, city, year and emission. Restore it.");
            return found;
        }
        while (rows.Read())
        {
            cancellation.ThrowIfStopped();
            progress?.Report(rows.Share);
            if (rows.IsBlank()) continue;
            var (id, city) = (rows.Text(at[0]), rows.Text(at[1]));
            if (!rows.TryNumber(at[2], out var number) || !IsYear(number)) faults.Add(rows.Place(rows.Row, at[2]), $"\"{rows.Text(at[2])}\" is not a year.");
            else if (id != FormattableString.Invariant($"{city}{number}"))
                faults.Add(rows.Place(rows.Row, at[0]), $"the ID is \"{id}\", the city \"{city}\" and the year {number}. The ID must be both in one word.");
            else Add(found, rows, (city, (int)number), at[3], faults);
        }
        return found;
    }

    private static Dictionary<(string, int), (double, string)> ReadMatrix(XlsxRows rows, Faults faults, CancellationToken cancellation)
    {
        var found = new Dictionary<(string, int), (double, string)>();
        var years = rows.Read() ? Enumerable.Range(0, rows.Count).Select(c => Year(rows, c, faults)).ToArray() : [];
        while (rows.Read())
        {
            cancellation.ThrowIfStopped();
            if (rows.IsBlank()) continue;
            var city = rows.Text(0);
            if (city.Length == 0) faults.Add(rows.Place(rows.Row, 0), "the row has numbers and no city. Name the city.");
            for (var c = 1; c < years.Length && city.Length > 0; c++)
                if (!rows.IsEmpty(c)) Add(found, rows, (city, years[c]), c, faults);
        }
        return found;
    }

    private static int Year(XlsxRows rows, int column, Faults faults)
    {
        if (column == 0 || rows.Text(column).Length == 0) return 0;
        if (int.TryParse(rows.Text(column), System.Globalization.CultureInfo.InvariantCulture, out var year) && IsYear(year)) return year;
        faults.Add(rows.Place(rows.Row, column), $"\"{rows.Text(column)}\" is not a year. Each column of the matrix is headed by its year.");
        return 0;
    }

    private static void Add(Dictionary<(string City, int Year), (double, string)> found, XlsxRows rows, (string City, int Year) key, int column, Faults faults)
    {
        var (before, place) = (faults.Count, rows.Place(rows.Row, column));
        var value = faults.Collect(() => rows.Number(column, emptyIsZero: false));
        if (faults.Count > before) return;
        if (value < 0) faults.Add(place, $"the emission of {key.City} is {value:R}. It cannot be negative.");
        else if (!found.TryAdd(key, (value, place))) faults.Add(place, $"{key.City} in {key.Year} is there twice. Leave one out.");
    }

    private static void RequireAgreement(Dictionary<(string City, int Year), (double Value, string Place)> vector,
        Dictionary<(string City, int Year), (double Value, string Place)> matrix, double tolerance, Faults faults)
    {
        foreach (var ((city, year), (value, place)) in vector)
        {
            if (!matrix.TryGetValue((city, year), out var other))
                faults.Add(place, $"{city} in {year} is {value:R} Mt here and absent in the sheet \"{Matrix}\". Correct one of them.");
            else if (Math.Abs(value - other.Value) > tolerance * Math.Max(value, other.Value))
                faults.Add(place, $"{city} in {year} is {value:R} Mt here and {other.Value:R} Mt in {other.Place}. Correct one of them.");
        }
        foreach (var ((city, year), (value, place)) in matrix.Where(m => !vector.ContainsKey(m.Key)))
            faults.Add(place, $"{city} in {year} is {value:R} Mt here and absent in the sheet \"{Vector}\". Correct one of them.");
    }

    private static RegionAxis Cities(IEnumerable<string> names)
    {
        string[] all = [.. names];
        string? Province(string name) => CeadsInventoryNames.ChineseStems
            .FirstOrDefault(p => name.Length > p.Length && name.StartsWith(p, StringComparison.Ordinal));
        string Second(string name) => Province(name) is { } province ? name[province.Length..] : "";
        var unique = all.GroupBy(Second).Where(g => g.Count() == 1).Select(g => g.Key).Except(all).ToHashSet();
        return new(all.Select(name => new Region(name, name, unique.Contains(Second(name)) ? Second(name) : "")));
    }

    private static bool IsYear(double year) => year is >= 1900 and < 2200 && year == Math.Floor(year);
}
