namespace CarbonComp.Formats;

/// <summary>Supply and use of all regions as GLORIA's files have them: rows and columns are regions, in each industries and then products.</summary>
internal sealed class GloriaMatrices(int regions, int sectors, int uses)
{
    private readonly int n = regions * sectors;

    /// <summary>Use, product × industry, column-major; the result takes its place.</summary>
    public double[] Use { get; } = new double[regions * sectors * regions * sectors];

    /// <summary>Supply of a region, industry × product, column-major.</summary>
    public double[][] Supply { get; } = [.. Enumerable.Range(0, regions).Select(_ => new double[sectors * sectors])];

    public double[] FinalUse { get; } = new double[regions * sectors * regions * uses];

    public double[] ValueAdded { get; } = new double[regions * sectors];

    /// <summary>Reads T: supply in the rows of industries, use in those of products; anything elsewhere is a fault.</summary>
    public void Transactions(CsvRows rows, Faults faults, Action<double> progress, CancellationToken cancellation) =>
        Each(rows, 2 * n, 2 * n, (r, isProduct, s) =>
    {
        for (var c = 0; c < 2 * n; c++)
        {
            var value = Number(rows, c, faults);
            if (value == 0) continue;
            var (region, toProduct, sector) = Place(c);
            if (isProduct && !toProduct) Use[(region * sectors + sector) * n + r * sectors + s] = value;
            else if (!isProduct && toProduct && region == r && value > 0) Supply[r][sector * sectors + s] = value;
            else faults.Add(rows.Place(rows.Row, c), isProduct == toProduct
                ? "a number where industries sell to industries, or products to products: supply and use are in the other blocks. The file is of another form."
                : !isProduct && region == r ? Invariant($"supply is {value}. It must be zero or positive.").ToString()
                : "an industry supplies a product of another region. The file is of another form.");
        }
        progress((double)rows.Row / (2 * n));
    }, cancellation);

    /// <summary>Reads Y: products are used, industries are not.</summary>
    public void Final(CsvRows rows, Faults faults, CancellationToken cancellation) => Each(rows, 2 * n, regions * uses, (r, isProduct, s) =>
    {
        for (var u = 0; u < regions * uses; u++)
        {
            var value = Number(rows, u, faults);
            if (isProduct) FinalUse[u * n + r * sectors + s] = value;
            else if (value != 0) faults.Add(rows.Place(rows.Row, u), "final use of an industry. Only products are used.");
        }
    }, cancellation);

    /// <summary>Reads V: rows of value added by region; what they have for products must be nothing.</summary>
    public void Added(CsvRows rows, int items, Faults faults, CancellationToken cancellation)
    {
        Lines(rows, regions * items, 2 * n, _ => Row(rows, faults, ValueAdded, add: true), cancellation);
    }

    /// <summary>Reads the rows that are wanted of a satellite file, by industry.</summary>
    public void Satellites(CsvRows rows, IReadOnlyList<string> names, Func<string, bool> wanted, Dictionary<string, double[]> into, Faults faults,
        CancellationToken cancellation) => Lines(rows, names.Count, 2 * n, row =>
    {
        if (wanted(names[row])) Row(rows, faults, into[names[row]] = new double[n + regions * uses], add: false);
    }, cancellation);

    public void FinalSatellites(CsvRows rows, IReadOnlyList<string> names, Dictionary<string, double[]> into, Faults faults, CancellationToken cancellation) =>
        Lines(rows, names.Count, regions * uses, row =>
        {
            if (!into.TryGetValue(names[row], out var values)) return;
            for (var u = 0; u < regions * uses; u++) values[n + u] = Number(rows, u, faults);
        }, cancellation);

    private void Row(CsvRows rows, Faults faults, double[] values, bool add)
    {
        for (var c = 0; c < 2 * n; c++)
        {
            var value = Number(rows, c, faults);
            var (region, isProduct, sector) = Place(c);
            if (!isProduct) values[region * sectors + sector] = add ? values[region * sectors + sector] + value : value;
            else if (value != 0) faults.Add(rows.Place(rows.Row, c), "a number for a product. Value added and satellites are those of industries.");
        }
    }

    private static double Number(CsvRows rows, int column, Faults faults) => rows.TryNumber(column, out var number) && double.IsFinite(number) ? number
        : faults.Collect(() => rows.Number(column, false));

    private (int Region, bool IsProduct, int Sector) Place(int index) => (index / (2 * sectors), index / sectors % 2 == 1, index % sectors);

    private void Each(CsvRows rows, int count, int width, Action<int, bool, int> row, CancellationToken cancellation) => Lines(rows, count, width, k =>
    {
        var (region, isProduct, sector) = Place(k);
        row(region, isProduct, sector);
    }, cancellation);

    private static void Lines(CsvRows rows, int count, int width, Action<int> row, CancellationToken cancellation)
    {
        for (var k = 0; k < count; k++)
        {
            cancellation.ThrowIfStopped();
            if (!rows.Read()) throw new DataException(rows.DisplayName,
                $"the file ends after {k} of {count} rows. It is not complete, or the ReadMe is of another release.");
            if (rows.Count != width) throw new DataException(rows.Place(rows.Row),
                $"the row has {rows.Count} cells, expected {width}. The ReadMe is of another release, or the file is damaged.");
            row(k);
        }
        if (rows.Read()) throw new DataException(rows.Place(rows.Row),
            $"there are more than the {count} rows that the ReadMe names. Take that of the release.");
    }
}
