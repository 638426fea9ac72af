namespace CarbonComp.Formats;

/// <summary>Multi-regional tables as one long csv file, a flow a row: from_region, from_sector, to_region, to_sector, value.</summary>
/// <remarks>
/// A block beside the sectors has its name in the sector's place and an empty region: to_sector <c>exports</c>,
/// <c>competitive imports</c>, <c>error</c>, <c>output</c>; from_sector <c>imported inputs</c>, <c>value added</c>; final use is
/// to_sector <c>use:</c> and the category. Zeros may be left out, output (one row a sector) may not; a category of final use appears more than once.
/// Labels are codes; where
/// names say more, further columns hold them in the rows of output: region_name, region_local_name, sector_name, sector_local_name, of from_region and
/// from_sector; use_name and
/// use_local_name belong in rows of final use; once is enough.
/// Unit and status, what the columns mean, and what else is known of a table are in the <c>datapackage.json</c> beside it, which is
/// written with it. It holds size and hash of the file: one that was changed on purpose is accepted after <see cref="DataPackage.Seal"/>.
/// </remarks>
public static class TidyTable
{
    /// <summary>Reads a tidy csv file, plain or gzip.</summary>
    /// <param name="path">The file.</param>
    /// <param name="unit">The currency with its multiple; needed where no <c>datapackage.json</c> beside the file says it.</param>
    /// <param name="status">The status of the numbers; likewise.</param>
    /// <param name="tolerance">The largest residual of a row or column that is accepted, as a share of its turnover.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="encoding">The encoding of a file that no data package describes, where it is not UTF-8: <c>gb18030</c>.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The file does not fit: line and column, what is wrong, what to do. Or its data package says another unit or
    /// status, is damaged, or is of another file.</exception>
    public static TableReading ReadCsv(string path, Unit? unit = null, ValueStatus? status = null, double tolerance = TableReport.DefaultTolerance,
        IProgress<double>? progress = null, string encoding = TextEncoding.Default, CancellationToken cancellation = default) =>
        TidyReader.Read(path, unit, status, tolerance, encoding, progress, cancellation);

    /// <summary>Writes a tidy csv file, whole or not at all, and describes it in the <c>datapackage.json</c> of its folder; zero flows are left out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file.</param>
    /// <param name="description">Facts about the table beside its unit and status, as <see cref="TableReading.Description"/> of one that was read.</param>
    /// <exception cref="DataException">A line break in a code, name or description; a data package in the folder that is damaged.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteCsv(MultiRegionalTable table, string path, TableDescription? description = null) =>
        TidyWriter.Write(table, path, description ?? new());
}
