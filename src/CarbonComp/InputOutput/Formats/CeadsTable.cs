using System.Globalization;

namespace CarbonComp;

/// <summary>The multi-regional input–output tables of China's provinces by CEADs (Zheng et al. 2020 and later years), xlsx, 10^4 yuan at producers' prices.</summary>
/// <remarks>
/// 30 or 31 provinces of 30 or 42 sectors. A row of codes; two rows above it the provinces, named where their block
/// begins; one row above it the sectors; likewise in three columns on the left. After the sectors, by code: total of
/// intermediate uses (TIU or TII), five final uses a province (FU101 rural households, FU102 urban households, FU103
/// government, FU201 fixed capital, FU202 inventories), EX exports, TFU total of final uses, ERR discrepancy, GO output. Below: IM imports
/// used by the column, TII, VA001–VA004 and TVA value added, TI total input; later years append emissions. Blocks are
/// found by these codes, wherever they stand; final uses are named in the table as here. Imports by sector become <see cref="MultiRegionalTable.ImportedInputs"/>, those of final use
/// <see cref="TableReading.ImportedFinalUse"/>, emissions <see cref="TableReading.Satellites"/>.
/// </remarks>
public static class CeadsTable
{
    private const int SearchedRows = 20;

    private static readonly (string Code, string Word, string Name)[] FinalUses =
    [
        ("FU101", "rural", "rural households"), ("FU102", "urban", "urban households"), ("FU103", "government", "government"),
        ("FU201", "fixed", "fixed capital"), ("FU202", "inventor", "inventories"),
    ];

    private static readonly string[] LastColumns = ["EX", "TFU", "ERR", "GO"];

    private static readonly Dictionary<string, TableBlock> ColumnCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TIU"] = TableBlock.IntermediateTotal, ["TII"] = TableBlock.IntermediateTotal, ["TFU"] = TableBlock.FinalUseTotal,
        ["EX"] = TableBlock.Exports, ["ERR"] = TableBlock.Error, ["GO"] = TableBlock.Output, ["IM"] = TableBlock.CompetitiveImports,
    };

    private static readonly Dictionary<string, TableBlock> RowCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IM"] = TableBlock.ImportedInputs, ["TII"] = TableBlock.IntermediateTotal, ["TVA"] = TableBlock.ValueAddedTotal, ["TI"] = TableBlock.Output,
        ["VA001"] = TableBlock.ValueAdded, ["VA002"] = TableBlock.ValueAdded, ["VA003"] = TableBlock.ValueAdded, ["VA004"] = TableBlock.ValueAdded,
    };

    /// <summary>Reads the table of one year.</summary>
    /// <param name="path">The xlsx file.</param>
    /// <param name="sheet">The sheet; none means the only one whose name begins with "Table" and is not an English version.</param>
    /// <param name="unit">The unit where a file departs from 10^4 yuan.</param>
    /// <param name="tolerance">The largest residual of a total that is accepted, as a share of its turnover.</param>
    /// <param name="status">Where the numbers come from, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Told the share that is read.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <returns>The table in the file's unit, with imports, exports and discrepancy explicit.</returns>
    /// <exception cref="DataException">A damaged file, a missing block, a shifted heading, text in a number's cell, a total that is wrong: sheet and cell, what to do.</exception>
    public static TableReading Read(string path, string? sheet = null, Unit? unit = null, double tolerance = TableReport.DefaultTolerance,
        ValueStatus status = ValueStatus.Statistic, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var rows = XlsxRows.Open(path, XlsxRows.Choose(path, sheet));
        rows.Keep = true;
        var head = new List<string[]>();
        var codeRow = 0;
        while (head.Count < SearchedRows && (codeRow == 0 || head.Count <= codeRow) && rows.Read())
        {
            head.Add([.. Enumerable.Range(0, rows.Count).Select(rows.Text)]);
            if (codeRow == 0 && head[^1].Contains("FU101", StringComparer.OrdinalIgnoreCase)) codeRow = head.Count;
        }
        if (codeRow == 0) throw new DataException(rows.Shown, $"none of the first {SearchedRows} rows has the code FU101 (final use of rural households). Choose the sheet of the table, or restore the row of codes.");
        if (codeRow < 3 || head.Count <= codeRow) throw new DataException(rows.Place(codeRow), "a row of provinces and a row of sectors stand above the codes, numbers below. Restore them.");
        var layout = Layout(rows, head, codeRow) with { Unit = unit ?? UnitOf(rows, head, codeRow), Tolerance = tolerance, Status = status };
        rows.Rewind();
        return WideReader.Read(rows, layout, progress, cancellation);
    }

    /// <summary>Writes a table in this layout, in 10^4 yuan: for programs that read CEADs' workbooks, and to try what reads them here.</summary>
    /// <remarks>Value added stands in the first of its four rows.</remarks>
    /// <param name="table">A table in yuan, without competing imports, of five final uses: rural and urban households, government, fixed capital, inventories, by name or code.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops between rows.</param>
    /// <exception cref="InputOutputException">Other final uses, or imports that compete.</exception>
    public static void WriteXlsx(MultiRegionalTable table, string path, CancellationToken cancellation = default)
    {
        if (table.CompetitiveImports.Any(v => v != 0)) throw new InputOutputException("This layout has imports by the sector that uses them. Take competing imports out first (WithDomesticUseOnly).");
        var uses = FinalUses.Select(u => Enumerable.Range(0, table.Categories.Count).Where(k => u.Code == table.Categories.Labels[k] || table.Categories.Labels[k].Contains(u.Word, StringComparison.OrdinalIgnoreCase)).ToArray()).ToArray();
        if (table.Categories.Count != uses.Length || uses.Any(u => u.Length != 1) || uses.Select(u => u[0]).Distinct().Count() != uses.Length)
            throw new InputOutputException($"This layout has five final uses: rural and urban households, government, fixed capital, inventories. The table has {string.Join(", ", table.Categories.Labels)}.");
        var (n, regions, s, c) = (table.Axis.Count, table.Regions.Count, table.Sectors.Count, uses.Length);
        var scale = table.Unit.To(Unit.Parse("10^4 yuan"));
        string Code(int sector) => (sector + 1).ToString("00", CultureInfo.InvariantCulture);
        string[] Head(Func<int, int, string> ofSector, Func<int, int, string> ofUse, Func<string, string> ofRest) =>
            ["", "", "", .. from r in Enumerable.Range(0, regions) from j in Enumerable.Range(0, s) select ofSector(r, j), ofRest("TIU"),
                .. from r in Enumerable.Range(0, regions) from k in Enumerable.Range(0, c) select ofUse(r, k), .. LastColumns.Select(ofRest)];
        IEnumerable<(IEnumerable<string>, IEnumerable<double>)> Rows()
        {
            yield return (["Multi-regional input-output table, 10^4 yuan"], []);
            yield return (Head((r, j) => j == 0 ? table.Regions.Labels[r] : "", (r, k) => k == 0 ? table.Regions.Labels[r] : "", _ => ""), []);
            yield return (Head((_, j) => table.Sectors.Labels[j], (_, k) => table.Categories.Labels[uses[k][0]], code => code), []);
            yield return (Head((_, j) => Code(j), (_, k) => FinalUses[k].Code, code => code), []);
            for (var i = 0; i < n; i++)
            {
                var sold = table.Intermediate.Row(i) * scale;
                double[] used = [.. from r in Enumerable.Range(0, regions) from k in Enumerable.Range(0, c) select scale * table.FinalUseByCategory[i, r * c + uses[k][0]]];
                yield return ([i % s == 0 ? table.Regions.Labels[i / s] : "", table.Sectors.Labels[i % s], Code(i % s)],
                    [.. sold, sold.Sum(), .. used, scale * table.Exports[i], used.Sum() + scale * table.Exports[i], scale * table.Error[i], scale * table.Output[i]]);
            }
            (IEnumerable<string>, IEnumerable<double>) Below(string code, Func<int, double> value) => (["", code, code], Enumerable.Range(0, n).Select(j => scale * value(j)));
            var bought = table.Intermediate.ColumnSums();
            yield return Below("IM", j => table.ImportedInputs[j]);
            yield return Below("TII", j => bought[j]);
            for (var v = 1; v <= 4; v++) yield return Below($"VA00{v}", j => v == 1 ? table.ValueAdded[j] : 0);
            yield return Below("TVA", j => table.ValueAdded[j]);
            yield return Below("TI", j => table.Output[j]);
        }
        XlsxSheet.Write(path, "Table", Rows().Select(r => r.Item1.Cast<object?>().Concat(r.Item2.Select(v => (object?)v))), cancellation: cancellation);
    }

    private static WideLayout Layout(XlsxRows rows, List<string[]> head, int codeRow)
    {
        var (provinces, names, codes, first) = (head[codeRow - 3], head[codeRow - 2], head[codeRow - 1], head[codeRow]);
        var (labelColumn, firstColumn) = Corner(codes, first)
            ?? throw new DataException(rows.Place(codeRow), "the first code of the columns is not the first code of the rows below. Headings and labels list the same sectors in the same order; look for a shifted row or column.");
        if (provinces[firstColumn].Length == 0) throw new DataException(rows.Place(codeRow - 2, firstColumn), "no province is named at the first sector. Restore the name.");
        if (first[labelColumn - 2].Length == 0) throw new DataException(rows.Place(codeRow + 1, labelColumn - 2), "no province is named at the first sector. Restore the name.");
        for (var c = firstColumn; c < codes.Length; c++)
            if (codes[c].Length == 0 && (names[c].Length > 0 || provinces[c].Length > 0))
                throw new DataException(rows.Place(codeRow, c), $"the column \"{(names[c].Length > 0 ? names[c] : provinces[c])}\" has no code. Restore it (TIU, FU101, EX, TFU, ERR, GO, …).");
        RequireProvinces(rows, codeRow, provinces, codes, firstColumn);
        foreach (var needed in new[] { "EX", "GO" })
            if (!codes.Contains(needed, StringComparer.OrdinalIgnoreCase))
                throw new DataException(rows.Place(codeRow), $"there is no column {needed}. The table is not complete; restore it.");
        return new()
        {
            RegionRow = codeRow - 2, LabelRow = codeRow, FirstRow = codeRow + 1,
            RegionColumn = labelColumn - 1, LabelColumn = labelColumn + 1, FirstColumn = firstColumn + 1, FillRegions = true, EmptyIsZero = true,
            Categories = [.. codes.Where(c => c.Length == 5 && c.StartsWith("FU", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)],
            CategoryPrefix = null, Columns = ColumnCodes, Rows = RowCodes, Canonical = Canonical,
            RowRule = label => label.Contains("CO2", StringComparison.OrdinalIgnoreCase) ? TableBlock.Satellite : null,
            RequiredRows = [(TableBlock.ImportedInputs, "IM"), (TableBlock.ValueAdded, "VA001"), (TableBlock.Output, "TI")],
            SectorNames = Sectors(names, codes, firstColumn), CategoryNames = FinalUses.ToDictionary(u => u.Code, u => u.Name, StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Names stand where a block begins: one that has moved would hand the columns between to the neighbour, and every total would still fit.</summary>
    private static void RequireProvinces(XlsxRows rows, int codeRow, string[] provinces, string[] codes, int firstColumn)
    {
        var current = "";
        for (var c = firstColumn; c < codes.Length; c++)
        {
            if (codes[c].Length == 0 || ColumnCodes.ContainsKey(codes[c])) continue;
            var begins = Canonical(codes[c]) == Canonical(codes[firstColumn]) || codes[c].Equals("FU101", StringComparison.OrdinalIgnoreCase);
            if (begins && provinces[c].Length == 0)
                throw new DataException(rows.Place(codeRow - 2, c), $"the code {codes[c]} below begins the block of a province, and no province is named here. Look for a repeated code or a shifted row of provinces.");
            if (!begins && provinces[c].Length > 0 && provinces[c] != current)
                throw new DataException(rows.Place(codeRow - 2, c), $"{provinces[c]} is named inside the block of {current}. Look for a shifted row of provinces.");
            if (provinces[c].Length > 0) current = provinces[c];
        }
    }

    /// <summary>Where the same code stands in the column of labels and in the row of codes: the table's upper left corner.</summary>
    private static (int LabelColumn, int FirstColumn)? Corner(string[] codes, string[] first)
    {
        for (var label = 2; label < Math.Min(8, codes.Length); label++)
            for (var column = label + 1; column < Math.Min(label + 4, codes.Length); column++)
                if (first[label].Length > 0 && Canonical(first[label]) == Canonical(codes[column])) return (label, column);
        return null;
    }

    private static Dictionary<string, Sector> Sectors(string[] names, string[] codes, int firstColumn)
    {
        var sectors = new Dictionary<string, Sector>(StringComparer.OrdinalIgnoreCase);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var c = firstColumn; c < codes.Length && !ColumnCodes.ContainsKey(codes[c]); c++)
            if (codes[c].Length > 0 && !sectors.ContainsKey(Canonical(codes[c])))
                sectors[Canonical(codes[c])] = new(Canonical(codes[c]), names[c].Length > 0 && used.Add(names[c]) ? names[c] : Canonical(codes[c]));
        return sectors;
    }

    /// <summary>Codes are numbers in some years, texts with leading zeros in others.</summary>
    private static string Canonical(string code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : code;

    private static Unit UnitOf(XlsxRows rows, List<string[]> head, int codeRow)
    {
        for (var r = 0; r < codeRow - 3; r++)
            for (var c = 0; c < head[r].Length; c++)
                if (head[r][c].Contains("亿元", StringComparison.Ordinal) || head[r][c].Contains("million", StringComparison.OrdinalIgnoreCase))
                    throw new DataException(rows.Place(r + 1, c), $"the title names another unit than 10^4 yuan: \"{head[r][c]}\". Say which unit holds.");
        return Unit.Parse("10^4 yuan");
    }
}
