namespace CarbonComp.Formats;

/// <summary>FIGARO, Eurostat's inter-country input–output tables (EU inter-country supply, use and input-output tables), csv, million euro at basic
/// prices: 46 areas × 64 industries or products.</summary>
/// <remarks>
/// Two forms of one year, industry by industry or product by product. The matrix (<c>matrix_eu-ic-io_ind-by-ind_24ed_2022.csv</c>): first column
/// <c>rowLabels</c>, labels <c>AREA_sector</c> (<c>DE_C10T12</c>, <c>DE_CPA_A01</c>), final use <c>AREA_P3_S13</c> and so on. The flat file
/// (<c>flat_eu-ic-io_…</c>): columns <c>refArea</c>, <c>rowIi</c> or <c>rowPi</c>, <c>counterpartArea</c>, <c>colIi</c> or <c>colPi</c> and
/// <c>obsValue</c>, a row a flow; all of them must be there. <c>FIGW1</c> is the rest of the world. Rows <c>W2_D21X31</c> (taxes less subsidies on
/// products), <c>W2_OP_RES</c>, <c>W2_OP_NRES</c>, <c>W2_D1</c>, <c>W2_D29X39</c> and <c>W2_B2A3G</c> become value added; what they have under final
/// use is not part of the table. There is no row of output: it is the sum of uses, which inputs and value added are checked against.
/// A table is in yuan or US dollars, so euro are converted by the rate that the caller gives.
/// </remarks>
public static class FigaroTable
{
    internal static readonly Dictionary<string, string> FinalUses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["P3_S13"] = "government", ["P3_S14"] = "households", ["P3_S15"] = "non-profit institutions serving households",
        ["P51G"] = "gross fixed capital formation", ["P5M"] = "changes in inventories and valuables",
    };

    internal static readonly string[] AddedValues = ["D21X31", "OP_RES", "OP_NRES", "D1", "D29X39", "B2A3G"];

    /// <summary>The area of value added: the home of whoever uses.</summary>
    internal const string Home = "W2";

    /// <summary>Reads a year from the matrix or the flat file, told apart by their headings.</summary>
    /// <param name="path">The csv file, plain or gzip, or a zip archive with it.</param>
    /// <param name="dollarsPerEuro">The year's exchange rate, US dollars for a euro, positive.</param>
    /// <param name="year">The year, by which a file of an archive is chosen; a file whose name says another is refused.</param>
    /// <param name="rounding">The largest residual of a column that rounding explains, million US dollars.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The file does not fit: line and column, what is wrong, what to do.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate that is not positive.</exception>
    public static TableReading ReadCsv(string path, double dollarsPerEuro, int? year = null, double rounding = 1,
        ValueStatus status = ValueStatus.Statistic, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        Guard.Positive(dollarsPerEuro, "The rate is US dollars for a euro, positive.");
        var note = Invariant($"Euro were converted at {dollarsPerEuro} US$ for a euro. Output is the sum of uses, for FIGARO gives none: what a sector uses "
            + $"of its own product cannot be checked.");
        var unit = Unit.Parse("million US$");
        var isMatrix = IsMatrix(path, year);
        using var file = YearFile.Open(path, year, ".csv");
        var description = new TableDescription { Year = file.Year, Prices = "current basic prices" };
        if (!isMatrix)
        {
            var blocks = FigaroFlows.Read(file.Rows, Name, progress, cancellation);
            blocks.Exchange(dollarsPerEuro);
            blocks.Description = description;
            blocks.Notes.Add(note);
            return blocks.Finish(unit, status, TableReport.DefaultTolerance, rounding, residualsAsError: false);
        }
        var reading = WideReader.Read(file.Rows, new WideLayout
        {
            Unit = unit, Rate = dollarsPerEuro, Status = status, Description = description, RegionRow = 1, LabelRow = 1, FirstRow = 2, RegionColumn = 1,
            LabelColumn = 1, FirstColumn = 2, LabelSeparator = '_', Categories = [.. FinalUses.Keys], CategoryPrefix = null, Names = Name,
            Columns = new Dictionary<string, TableBlock>(), Rows = AddedValues.ToDictionary(v => $"{Home}_{v}", _ => TableBlock.ValueAdded),
            RequiredRows = [(TableBlock.ValueAdded, "W2_D1 or another of value added")], Rounding = rounding,
        }, progress, cancellation);
        return reading with { Notes = [.. reading.Notes, note] };
    }

    private static bool IsMatrix(string path, int? year)
    {
        using var file = YearFile.Open(path, year, ".csv");
        var rows = file.Rows;
        if (!rows.Read()) throw new DataException(rows.DisplayName, "the file is empty. Restore it.");
        if (rows.Text(0).Equals("rowLabels", StringComparison.OrdinalIgnoreCase)) return true;
        if (Enumerable.Range(0, rows.Count).Any(c => rows.Text(c).Equals("refArea", StringComparison.OrdinalIgnoreCase))) return false;
        throw new DataException(rows.Place(1), $"the heading begins with \"{rows.Text(0)}\". FIGARO's matrix begins with rowLabels, its flat file has "
            + "refArea, rowIi, counterpartArea, colIi and obsValue. It is another publication's file, or separated otherwise.");
    }

    private static void Name(AxisNames names)
    {
        WiodSheet.Name(names, FinalUses);
        names.Define(NameKind.RegionName, "FIGW1", "Rest of the world");
    }
}
