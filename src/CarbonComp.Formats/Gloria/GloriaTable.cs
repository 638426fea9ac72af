using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats;

/// <summary>GLORIA (Lenzen et al. 2022): multi-regional supply and use tables of 164 regions × 120 sectors, csv, thousand US
/// dollars at basic prices.</summary>
/// <remarks>
/// A zip archive or folder of a year (<c>GLORIA_MRIOs_59_2022</c>) with <c>…_T-Results_…</c>, <c>…_Y-Results_…</c> and
/// <c>…_V-Results_…</c>, of which Markup001 is in basic prices; satellites in <c>GLORIA_SatelliteAccounts_059_2022</c>
/// (<c>…_TQ-Results_…</c>, <c>…_YQ-Results_…</c>). Files have no headings: <c>GLORIA_ReadMe_059.xlsx</c> names regions,
/// sectors, final uses and satellites. Along T are regions, in each 120 industries and then 120 products; supply is in the rows of industries (each
/// region's own products), use in the rows of products. A symmetric table is made of them by
/// <see cref="SupplyUse"/>, by default industry by industry with fixed product sales, <c>Z = V·q̂⁻¹·U</c>. Output is that of supply. Regions whose
/// transactions are all zero, as GLORIA has for states that are no more, are left out, and told. Supply and use balance only nearly: what misses is
/// accepted up to a tolerance, and told.
/// </remarks>
public static class GloriaTable
{
    /// <summary>Reads the table of a year.</summary>
    /// <param name="path">The folder or zip archive of transactions, final use and value added.</param>
    /// <param name="construct">The assumption by which a symmetric table is made.</param>
    /// <param name="readMe">The workbook of names; none means the one beside the archive or in the folder.</param>
    /// <param name="satellites">Which satellite rows are read: those whose name contains this, such as <c>'co2_excl_short_cycle_org_c_total_EDGAR'</c>;
    /// none reads none, empty text all.</param>
    /// <param name="satelliteArchive">The folder or zip archive of satellites; none means the one beside the archive whose name begins with
    /// <c>GLORIA_SatelliteAccounts</c>.</param>
    /// <param name="tolerance">The largest residual of a row or column that is accepted, as a share of its turnover.</param>
    /// <param name="rounding">The largest absolute residual that is accepted beside it, thousand US dollars, and what of a product that nobody supplies
    /// may be used.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The files do not fit: file, line and column, what is wrong, what to do.</exception>
    public static TableReading Read(string path, SupplyUseConstruct construct = SupplyUseConstruct.FixedProductSales, string? readMe = null,
        string? satellites = null, string? satelliteArchive = null, double tolerance = 0.05, double rounding = 1000,
        ValueStatus status = ValueStatus.Statistic, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var names = GloriaNames.Read(readMe ?? GloriaNames.Find(path));
        using var archive = new TableArchive(path, ',');
        var matrices = new GloriaMatrices(names.Regions.Length, names.Sectors.Length, names.Uses.Length);
        void Part(TableArchive from, string part, Action<CsvRows, Faults> read)
        {
            using var rows = from.Require(Basic(part), $"…_{part}-Results_…_Markup001(full).csv (basic prices)");
            var faults = new Faults(rows.DisplayName);
            try { read(rows, faults); }
            catch (DataException wrong) when (faults.Count > 0) { faults.Add(wrong); }
            faults.ThrowIfAny();
        }
        var year = YearFile.OfName(archive.Names.First(n => Basic("T")(n) || !archive.Contains(Basic("T"))));
        Part(archive, "T", (rows, faults) => matrices.Transactions(rows, faults, s => progress?.Report(0.9 * s), cancellation));
        Part(archive, "Y", (rows, faults) => matrices.Final(rows, faults, cancellation));
        Part(archive, "V", (rows, faults) => matrices.Added(rows, names.ValueAdded.Length, faults, cancellation));
        var stressors = new Dictionary<string, double[]>();
        if (satellites is not null)
        {
            string[] all = [.. names.Satellites.Select(s => s.Name)];
            bool Wanted(string name) => name.Contains(satellites, StringComparison.OrdinalIgnoreCase);
            if (!all.Any(Wanted)) throw new DataException(archive.DisplayName,
                $"no satellite row has \"{satellites}\" in its name. There are: {Listing.Of(all, 5, "; ")}.");
            using var accounts = new TableArchive(satelliteArchive ?? Beside(path), ',');
            Part(accounts, "TQ", (rows, faults) => matrices.Satellites(rows, all, Wanted, stressors, faults, cancellation));
            Part(accounts, "YQ", (rows, faults) => matrices.FinalSatellites(rows, all, stressors, faults, cancellation));
        }
        var blocks = GloriaConstruct.Blocks(archive.DisplayName, names, matrices, stressors, construct, rounding);
        blocks.Description = new() { Year = year, Prices = "current basic prices" };
        progress?.Report(1);
        return blocks.Finish(Unit.Parse("thousand US$"), status, tolerance, rounding, residualsAsError: false);
    }

    private static Func<string, bool> Basic(string part) => name => name.Contains($"_{part}-Results_", StringComparison.OrdinalIgnoreCase)
        && name.EndsWith("_Markup001(full).csv", StringComparison.OrdinalIgnoreCase);

    private static string Beside(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(path)))!;
        string[] found = [.. Directory.EnumerateFileSystemEntries(folder, "GLORIA_SatelliteAccounts*")];
        return found.Length == 1 ? found[0] : throw new DataException(Path.GetFileName(path), found.Length == 0
            ? "there is no GLORIA_SatelliteAccounts… beside it. Put that of its year there, or name it."
            : $"several archives of satellites are beside it: {Listing.Of(found.Select(f => Path.GetFileName(f)), 5)}. Name the one of its year.");
    }
}
