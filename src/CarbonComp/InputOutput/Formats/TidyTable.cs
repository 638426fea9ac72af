namespace CarbonComp;

/// <summary>Multi-regional tables as one long csv file, a flow a row: from_region, from_sector, to_region, to_sector, value.</summary>
/// <remarks>
/// A block beside the sectors has its name in the sector's place and an empty region: to_sector <c>exports</c>,
/// <c>competitive imports</c>, <c>error</c>, <c>output</c>; from_sector <c>imported inputs</c>, <c>value added</c>; final use is
/// to_sector <c>use:</c> and the category. Zeros may be left out, output (one row a sector) may not; a category of final use stands more than once. Labels are codes; where
/// names say more, further columns hold them in the rows of output: region_name, region_local_name, sector_name, sector_local_name, of from_region and from_sector; use_name and
/// use_local_name stand in rows of final use, once is enough.
/// Unit and status are fields of the data package, so they are arguments here.
/// </remarks>
public static class TidyTable
{
    /// <summary>Reads a tidy csv file, plain or gzip.</summary>
    /// <param name="path">The file.</param>
    /// <param name="unit">The currency with its multiple.</param>
    /// <param name="status">Where the numbers come from.</param>
    /// <param name="tolerance">The largest residual of a row or column that is accepted, as a share of its turnover.</param>
    /// <param name="progress">Told the share that is read.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The file does not fit: line and column, what is wrong, what to do.</exception>
    public static TableReading ReadCsv(string path, Unit unit, ValueStatus status, double tolerance = TableReport.DefaultTolerance,
        IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        TidyReader.Read(path, unit, status, tolerance, progress, cancellation);

    /// <summary>Writes a tidy csv file, whole or not at all; zero flows are left out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">A line break in a code or name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteCsv(MultiRegionalTable table, string path) => TidyWriter.Write(table, path);
}
