namespace CarbonComp.Formats;

/// <summary>The Inter-Country Input–Output tables of the OECD (ICIO), csv, million US dollars at current prices.</summary>
/// <remarks>
/// One heading row and one label column of <c>COUNTRY_sector</c>; final use <c>_HFCE, _NPISH, _GGFC, _GFCF, _INVNT, _DPABR</c> (older
/// editions <c>_P33, _NONRES, _FD, _DISC</c>; that of 2016 with the use first: <c>HFCE_, NPS_, INV_, DIRP_</c>), named as the editions' notes do; rows
/// of taxes less
/// subsidies (TLS or TAX, or <c>COUNTRY_TAXSUB</c>) and value added (VA, VALU, or both as <c>VA+TAXSUB</c>), which all become value added; OUT, OUTPUT
/// or TOTAL is
/// output, a column DISC of no country the discrepancy. Processing zones are added to their country: CN1, CN2, … to CHN, MX1, MX2, … to MEX.
/// </remarks>
public static class OecdTable
{
    // Where an edition lists final use of a folded country by zone, it is added up like its sectors.
    private static readonly Dictionary<string,
    string> Zones = new(StringComparer.OrdinalIgnoreCase) { ["CN1"] = "CHN", ["CN2"] = "CHN",
        ["CN3"] = "CHN", ["CN4"] = "CHN", ["MX1"] = "MEX", ["MX2"] = "MEX", ["MX3"] = "MEX" };

    private static readonly Dictionary<string, string> FinalUses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["HFCE"] = "household final consumption expenditure",
        ["NPISH"] = "non-profit institutions serving households", ["GGFC"] = "general government final consumption",
        ["GFCF"] = "gross fixed capital formation", ["INVNT"] = "changes in inventories and valuables", ["DPABR"] = "direct purchases abroad by residents",
        ["NONRES"] = "direct purchases by non-residents", ["P33"] = "direct purchases abroad", ["DISC"] = "discrepancy", ["FD"] = "total final demand",
        ["NPS"] = "non-profit institutions serving households",
        ["INV"] = "changes in inventories and valuables", ["DIRP"] = "direct purchases abroad by residents",
    };

    /// <summary>Reads a year.</summary>
    /// <param name="path">The csv file, plain or gzip.</param>
    /// <param name="rounding">The largest residual of a row or column that rounding in the source explains, million US dollars; residuals of rows go
    /// into the error
    /// column.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The file does not fit: line and column, what is wrong, what to do.</exception>
    public static TableReading ReadCsv(string path, double rounding = 1, ValueStatus status = ValueStatus.Statistic,
        IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        WideTable.ReadCsv(path, new WideLayout
        {
            Unit = Unit.Parse("million US$"), Status = status, Description = new() { Prices = "current prices" },
            RegionRow = 1, LabelRow = 1, FirstRow = 2, RegionColumn = 1, LabelColumn = 1, FirstColumn = 2,
            LabelSeparator = '_', Categories = [.. FinalUses.Keys], Names = Name, CategoryPrefix = null, Fold = Zones,
            Columns = Totals, Rows = Below, ColumnRule = label => label.Equals("DISC", StringComparison.OrdinalIgnoreCase) ? TableBlock.Error : null,
            RowRule = label => label.EndsWith("_TAXSUB", StringComparison.OrdinalIgnoreCase) ? TableBlock.ValueAdded : null,
            Rounding = rounding, ResidualsAsError = true,
        }, progress, cancellation);

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
