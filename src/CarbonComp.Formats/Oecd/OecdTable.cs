namespace CarbonComp.Formats;

/// <summary>The Inter-Country Input–Output tables of the OECD (ICIO), csv, million US dollars at current prices.</summary>
/// <remarks>
/// One heading row and one label column of <c>COUNTRY_sector</c>; final use <c>_HFCE, _NPISH, _GGFC, _GFCF, _INVNT, _DPABR</c> (older
/// editions <c>_P33, _NONRES, _FD, _DISC</c>; that of 2016 with the use first: <c>HFCE_, NPS_, INV_, DIRP_</c>), named as the editions' notes do; rows
/// of taxes less
/// subsidies (TLS or TAX, or <c>COUNTRY_TAXSUB</c>) and value added (VA, VALU, or both as <c>VA+TAXSUB</c>), which all become value added; OUT, OUTPUT
/// or TOTAL is
/// output, a column DISC of no country the discrepancy. Editions until 2023 come with China and Mexico in parts: CN1, MX1 without, CN2, MX2 (and CN3, MX3)
/// within export processing and global manufacturing. They are added to their country, or stay regions of their own: final use, which files give
/// for the country only, is then that of CN1 and MX1, and so is what they still have under CHN and MEX; the other parts have none.
/// </remarks>
public static class OecdTable
{
    // Where an edition lists final use of a folded country by zone, it is added up like its sectors.
    private static readonly Dictionary<string, string> Joined = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CN1"] = "CHN", ["CN2"] = "CHN", ["CN3"] = "CHN", ["MX1"] = "MEX", ["MX2"] = "MEX", ["MX3"] = "MEX",
    };

    private static readonly Dictionary<string, string> Apart = new(StringComparer.OrdinalIgnoreCase) { ["CHN"] = "CN1", ["MEX"] = "MX1" };

    private static readonly HashSet<string> Producing = new(StringComparer.OrdinalIgnoreCase) { "CN2", "CN3", "MX2", "MX3" };

    private static readonly Dictionary<string, string> FinalUses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["HFCE"] = "household final consumption expenditure",
        ["NPISH"] = "non-profit institutions serving households", ["GGFC"] = "general government final consumption",
        ["GFCF"] = "gross fixed capital formation", ["INVNT"] = "changes in inventories and valuables", ["DPABR"] = "direct purchases abroad by residents",
        ["NONRES"] = "direct purchases by non-residents", ["P33"] = "direct purchases abroad", ["DISC"] = "discrepancy", ["FD"] = "total final demand",
        ["NPS"] = "non-profit institutions serving households",
        ["INV"] = "changes in inventories and valuables", ["DIRP"] = "direct purchases by residents abroad",
    };

    /// <summary>Reads a year.</summary>
    /// <param name="path">The csv file, plain or gzip, or the zip archive of several years as delivered (<c>2016-2020.zip</c>,
    /// <c>2016-2020_SML.zip</c>).</param>
    /// <param name="year">The year, by which a file of an archive is chosen; a file whose name says another is refused.</param>
    /// <param name="keepZones">Whether the parts of China and Mexico stay regions of their own.</param>
    /// <param name="rounding">The largest residual of a row or column that rounding in the source explains, million US dollars; residuals of rows go
    /// into the error
    /// column.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The file does not fit: line and column, what is wrong, what to do; zones to keep where the file has none.</exception>
    public static TableReading ReadCsv(string path, int? year = null, bool keepZones = false, double rounding = 1,
        ValueStatus status = ValueStatus.Statistic, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var file = YearFile.Open(path, year, ".csv");
        var reading = WideReader.Read(file.Rows, new WideLayout
        {
            Unit = Unit.Parse("million US$"), Status = status, Description = new() { Year = file.Year, Prices = "current prices" },
            RegionRow = 1, LabelRow = 1, FirstRow = 2, RegionColumn = 1, LabelColumn = 1, FirstColumn = 2,
            LabelSeparator = '_', Categories = [.. FinalUses.Keys], Names = Name, CategoryPrefix = null, Fold = keepZones ? Apart : Joined,
            WithoutUses = keepZones ? Producing : [],
            Columns = Totals, Rows = Below, ColumnRule = label => label.Equals("DISC", StringComparison.OrdinalIgnoreCase) ? TableBlock.Error : null,
            RowRule = label => label.EndsWith("_TAXSUB", StringComparison.OrdinalIgnoreCase) ? TableBlock.ValueAdded : null,
            Rounding = rounding, ResidualsAsError = true,
        }, progress, cancellation);
        if (!keepZones) return reading;
        var zones = reading.Table.Regions.Codes.Where(Producing.Contains).ToArray();
        return zones.Length > 0 ? reading with
            {
                Notes = [.. reading.Notes, $"{Listing.Of(zones, 6)} are regions of their own; final use of their country is that of its part 1."],
            }
            : throw new DataException(reading.Source, "no processing zone (CN2, MX2, …) has sectors in this file, so none can be kept apart. "
                + "Take the edition with zones (not _SML), or read without keepZones.");
    }

    private static void Name(AxisNames names)
    {
        foreach (var (code, name) in FinalUses) names.Define(NameKind.UseName, code, name);
    }

    private static Dictionary<string, TableBlock> Totals =>
        new() { ["OUT"] = TableBlock.Output, ["OUTPUT"] = TableBlock.Output, ["TOTAL"] = TableBlock.Output };

    private static Dictionary<string, TableBlock> Below => new(Totals)
    {
        ["TLS"] = TableBlock.ValueAdded, ["TAX"] = TableBlock.ValueAdded, ["VA"] = TableBlock.ValueAdded, ["VALU"] = TableBlock.ValueAdded,
        ["VA+TAXSUB"] = TableBlock.ValueAdded,
    };
}
