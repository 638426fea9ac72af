namespace CarbonComp.Formats;

/// <summary>The World Input–Output Database (Timmer et al. 2015), million US dollars at current prices: release 2013, 41 regions × 35 industries, and
/// release 2016, 44 regions × 56 industries.</summary>
/// <remarks>
/// The release of 2013 rounds to whole millions: rows miss their output by up to about 110 million, which is in the error
/// column of the result. Trade with all regions is inside the table, so exports and imported inputs are zero.
/// </remarks>
public static class WiodTable
{
    // The rows of the 2013 release miss up to 113 million US$ of their output; a row that misses more was changed.
    private const double LargestRounding = 150;

    private static readonly Dictionary<string, string> FinalUses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c37"] = "households", ["c38"] = "non-profit organisations", ["c39"] = "government", ["c41"] = "fixed capital", ["c42"] = "inventories",
    };

    private static readonly Dictionary<string, string> FinalUses2016 = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CONS_h"] = "households", ["CONS_np"] = "non-profit organisations", ["CONS_g"] = "government", ["GFCF"] = "fixed capital",
        ["INVEN"] = "inventories",
    };

    private static readonly Unit MillionDollars = Unit.Parse("million US$");

    /// <summary>Reads the csv form of a year: <c>wiot_YYYY_Z.csv.gz</c>, <c>_FD</c> and <c>_xva</c> in a folder.</summary>
    /// <remarks>
    /// Z and FD: first column and heading <c>country.industry</c> (FD: <c>country.category</c>). xva: columns label,
    /// country, industry, x, va; va is output less the column sum of Z, so it holds taxes less subsidies and margins.
    /// Names of industries are those of <c>industries.csv</c> (code, name), where it lies in the folder too.
    /// </remarks>
    /// <param name="folder">The folder.</param>
    /// <param name="year">The year.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">A file that is missing or damaged: file, line, column, what to do.</exception>
    public static TableReading ReadCsv(string folder, int year, ValueStatus status = ValueStatus.Statistic, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        string File(string part) => Path.Combine(folder, Invariant($"wiot_{year}_{part}.csv.gz"));
        using var flows = new LabelledRows(CsvRows.Open(File("Z")));
        using var finalUse = new LabelledRows(CsvRows.Open(File("FD")));
        using var totals = CsvRows.Open(File("xva"));
        var names = new AxisNames();
        WiodSheet.Name(names, FinalUses);
        var unread = NameIndustries(names, Path.Combine(folder, "industries.csv"));
        var blocks = flows.Blocks(finalUse, names, $"WIOD 2013 release, {year}");
        blocks.Notes.AddRange(unread);
        blocks.Description = new() { Year = year, Prices = "current prices" };
        flows.Into(blocks.Z, blocks.Axis, s => progress?.Report(0.85 * s), cancellation);
        finalUse.Into(blocks.Y, blocks.Axis, s => progress?.Report(0.85 + 0.14 * s), cancellation);
        Totals(totals, blocks);
        progress?.Report(1);
        return blocks.Finish(MillionDollars, status, TableReport.DefaultTolerance, LargestRounding, residualsAsError: true);
    }

    /// <summary>Reads the release's workbook (<c>wiotYY_row_…xlsx</c>).</summary>
    /// <remarks>
    /// Headings in rows 3–6 (code, name, region, c-code) and columns A–D; industries c1–c35, final use c37 households, c38 non-profit
    /// organisations, c39 government,
    /// c41 fixed capital, c42 inventories (c36, c40 and the last column hold totals); rows r60 and r69 are totals, the rows between them taxes (r99),
    /// margins (of which one has a name and no code) and value added, all of which become value added. Romania is ROU in all years; early ones write ROM.
    /// </remarks>
    /// <param name="path">The xlsx file.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">A workbook of another form, or damaged: sheet, cell, what to do.</exception>
    public static TableReading ReadXlsx(string path, ValueStatus status = ValueStatus.Statistic, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        using var rows = WiodSheet.Open(path, null);
        var layout = WiodSheet.Layout(rows, FinalUses);
        return WideReader.Read(rows, layout with
        {
            Status = status, Rounding = LargestRounding, Fold = new Dictionary<string, string> { ["ROM"] = "ROU" },
            Columns = new Dictionary<string, TableBlock>(layout.Columns) { ["c36"] = TableBlock.Skip, ["c40"] = TableBlock.Skip, ["c43"] = TableBlock.Output },
        }, progress, cancellation);
    }

    /// <summary>Reads a workbook of the release of 2016 (<c>WIOT2014_Nov16_ROW.xlsb</c>), as delivered or saved as xlsx.</summary>
    /// <remarks>
    /// Headings and label columns as in 2013; industries are called by their codes of ISIC (<c>A01</c>, <c>C10-C12</c>), final use by <c>CONS_h</c>
    /// households, <c>CONS_np</c> non-profit organisations, <c>CONS_g</c> government, <c>GFCF</c> fixed capital, <c>INVEN</c> inventories. Below are
    /// <c>II_fob</c> and <c>GO</c>, which are checked, and <c>TXSP</c>, <c>EXP_adj</c>, <c>PURR</c>, <c>PURNR</c>, <c>VA</c> and <c>IntTTM</c>, which
    /// all become value added.
    /// </remarks>
    /// <param name="path">The xlsb or xlsx file.</param>
    /// <param name="sheet">The sheet; none means the only one beside a legend.</param>
    /// <param name="rounding">The largest residual of a row or column that rounding explains, million US dollars; those of rows go into the
    /// error column.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">A workbook of another form, or damaged: sheet, cell, what to do.</exception>
    public static TableReading Read2016(string path, string? sheet = null, double rounding = 1, ValueStatus status = ValueStatus.Statistic,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var rows = WiodSheet.Open(path, sheet);
        var layout = WiodSheet.Layout(rows, FinalUses2016, byCode: true);
        return WideReader.Read(rows, layout with
        {
            Status = status, Rounding = rounding, Description = layout.Description with { Year = WiodSheet.Year(path) },
        }, progress, cancellation);
    }

    /// <summary>Takes in what names of industries lie beside the tables; says why where they cannot be read.</summary>
    private static string[] NameIndustries(AxisNames names, string path)
    {
        if (!File.Exists(path)) return [];
        try
        {
            using var rows = CsvRows.Open(path);
            while (rows.Read()) names.Suggest(NameKind.SectorName, rows.Text(0), rows.Text(1));
            return [];
        }
        catch (DataException wrong) { return [$"Industries are called by their codes where their names could not be read: {wrong.Message}"]; }
    }

    private static void Totals(CsvRows rows, TableBlocks blocks)
    {
        if (!rows.Read() || rows.Count != 5 || rows.Text(0) != "label" || rows.Text(3) != "x" || rows.Text(4) != "va")
            throw new DataException(rows.Place(1), "the heading is not label,country,industry,x,va. Take the file as it was published.");
        var (output, added, seen) = (new double[blocks.Axis.Count], new double[blocks.Axis.Count], new bool[blocks.Axis.Count]);
        while (rows.Read())
        {
            if (rows.Count != 5) throw new DataException(rows.Place(rows.Row), $"the row has {rows.Count} cells, expected 5. Check separators.");
            var label = rows.Text(0);
            if (!blocks.Axis.Contains(label) || seen[blocks.Axis.IndexOf(label)])
                throw new DataException(rows.Place(rows.Row, 0), $"\"{label}\" is not a sector of the table, or appears twice. Give each sector one row.");
            var i = blocks.Axis.IndexOf(label);
            (seen[i], output[i], added[i]) = (true, rows.Number(3, false), rows.Number(4, false));
        }
        if (Array.IndexOf(seen, false) is var missing and >= 0)
            throw new DataException(rows.DisplayName, $"output and value added of {blocks.Axis.Labels[missing]} are missing. The file is not complete.");
        (blocks.Output, blocks.ValueAdded) = (output, added);
        // Value added was computed from the same whole numbers, so columns balance exactly, unlike rows.
        var (n, z) = (blocks.Axis.Count, blocks.Z);
        for (var j = 0; j < n; j++)
        {
            var inputs = 0.0;
            foreach (var value in z.AsSpan(j * n, n)) inputs += value;
            if (Math.Abs(output[j] - inputs - added[j]) > 0.5)
                throw new DataException($"{rows.DisplayName}, {blocks.Axis.Codes[j]}", 
                    $"output is {output[j]}, inputs {inputs} and value added {added[j]} million US$ add up to {inputs + added[j]}. A number was "
                    + $"changed in this file or in the column of Z; restore them.");
        }
    }
}
