namespace CarbonComp.Formats;

/// <summary>The headings of a CEADs table: rows of provinces, sectors and codes, found by the code FU101.</summary>
/// <param name="Rows">The sheet, read to the first row of numbers.</param>
/// <param name="Head">The cells that were read.</param>
/// <param name="CodeRow">The row of codes, from 1.</param>
internal sealed record CeadsHeadings(XlsxRows Rows, IReadOnlyList<string[]> Head, int CodeRow)
{
    private const int SearchedRows = 20;

    private string[] Provinces => Head[CodeRow - 3];
    private string[] Names => Head[CodeRow - 2];
    private string[] Codes => Head[CodeRow - 1];
    private IEnumerable<string> Listed => Codes[..(Array.FindLastIndex(Codes, c => c.Length > 0) + 1)].Select(CeadsCodes.Canonical);
    private string[] First => Head[CodeRow];

    /// <summary>Reads the headings, and goes back to the first row.</summary>
    public static CeadsHeadings Of(XlsxRows rows)
    {
        rows.Keep = true;
        var head = new List<string[]>();
        var codeRow = 0;
        while (head.Count < SearchedRows && (codeRow == 0 || head.Count <= codeRow) && rows.Read())
        {
            head.Add([.. Enumerable.Range(0, rows.Count).Select(rows.Text)]);
            // The names above the codes may be the codes as well: the lower of the two rows it is.
            if (head[^1].Contains("FU101", StringComparer.OrdinalIgnoreCase)) codeRow = head.Count;
        }
        if (codeRow == 0) throw new DataException(rows.DisplayName,
            $"none of the first {SearchedRows} rows has the code FU101 (final use of rural households). Choose the sheet of the table, or restore the row of "
            + $"codes.");
        if (codeRow < 3 || head.Count <= codeRow)
            throw new DataException(rows.Place(codeRow),
                "above the codes there must be a row of provinces and a row of sectors, and numbers below. Restore them.");
        rows.Rewind();
        return new(rows, head, codeRow);
    }

    /// <summary>How the table lies.</summary>
    public WideLayout Layout()
    {
        var (labelColumn, firstColumn) = Corner()
            ?? throw new DataException(Rows.Place(CodeRow),
                "the first code of the columns is not the first code of the rows below. Headings and labels list the same sectors in the same order; look "
                + "for a shifted row or column.");
        if (Provinces[firstColumn].Length == 0)
            throw new DataException(Rows.Place(CodeRow - 2, firstColumn), "no province is named at the first sector. Restore the name.");
        if (First[labelColumn - 2].Length == 0)
            throw new DataException(Rows.Place(CodeRow + 1, labelColumn - 2), "no province is named at the first sector. Restore the name.");
        for (var c = firstColumn; c < Codes.Length; c++)
            if (Codes[c].Length == 0 && (Names[c].Length > 0 || Provinces[c].Length > 0))
                throw new DataException(Rows.Place(CodeRow, c),
                    $"the column \"{(Names[c].Length > 0 ? Names[c] : Provinces[c])}\" has no code. Restore it (TIU, FU101, EX, TFU, ERR, GO, …).");
        RequireProvinces(firstColumn);
        foreach (var needed in new[] { "EX", "GO" })
            if (!Codes.Contains(needed, StringComparer.OrdinalIgnoreCase))
                throw new DataException(Rows.Place(CodeRow), $"there is no column {needed}. The table is not complete; restore it.");
        return new()
        {
            Description = new() { Prices = "producers' prices" }, RegionRow = CodeRow - 2, LabelRow = CodeRow, FirstRow = CodeRow + 1,
            RegionColumn = labelColumn - 1, LabelColumn = labelColumn + 1, FirstColumn = firstColumn + 1, FillRegions = true, EmptyIsZero = true,
            Categories = [.. Codes.Where(c => c.Length == 5 && c.StartsWith("FU", StringComparison.OrdinalIgnoreCase))
                .Distinct(StringComparer.OrdinalIgnoreCase)],
            CategoryPrefix = null, Columns = CeadsCodes.Columns, Rows = CeadsCodes.Rows, Canonical = CeadsCodes.Canonical,
            RowRule = label => label.Contains("CO2", StringComparison.OrdinalIgnoreCase) ? TableBlock.Satellite : null,
            RequiredRows = [(TableBlock.ImportedInputs, "IM"), (TableBlock.ValueAdded, "VA001"), (TableBlock.Output, "TI")],
        };
    }

    /// <summary>The unit that the sheet's name, a title, a cell beside the headings or a heading in brackets states; 10^4 yuan where none does.</summary>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="asked">The unit that the caller names, for a text that cannot be read.</param>
    /// <exception cref="DataException">A unit that cannot be read, or two that differ: each place, and what to do.</exception>
    public Unit Unit(string sheet, Unit? asked)
    {
        var corner = Corner()?.FirstColumn ?? 0;
        var stated = new StatedUnits(asked);
        stated.Look(Rows.DisplayName, sheet);
        for (var r = 0; r < CodeRow; r++)
            for (var c = 0; c < Head[r].Length; c++)
                stated.Look(Rows.Place(r + 1, c), Head[r][c], inBrackets: r >= CodeRow - 3 && c >= corner);
        return stated.Or(CarbonComp.Unit.Parse("10^4 yuan"));
    }

    /// <summary>Names are where a block begins: one that has moved would hand the columns between to the neighbour, and every total would still
    /// fit.</summary>
    private void RequireProvinces(int firstColumn)
    {
        var current = "";
        for (var c = firstColumn; c < Codes.Length; c++)
        {
            if (Codes[c].Length == 0 || CeadsCodes.Columns.ContainsKey(Codes[c])) continue;
            var begins = CeadsCodes.Canonical(Codes[c]) == CeadsCodes.Canonical(Codes[firstColumn])
                || Codes[c].Equals("FU101", StringComparison.OrdinalIgnoreCase);
            if (begins && Provinces[c].Length == 0)
                throw new DataException(Rows.Place(CodeRow - 2, c),
                    $"the code {Codes[c]} below begins the block of a province, and no province is named here. Look for a repeated code or a shifted row of "
                    + $"provinces.");
            if (!begins && Provinces[c].Length > 0 && Provinces[c] != current)
                throw new DataException(Rows.Place(CodeRow - 2, c),
                    $"{Provinces[c]} is named inside the block of {current}. Look for a shifted row of provinces.");
            if (Provinces[c].Length > 0) current = Provinces[c];
        }
    }

    /// <summary>The table's upper left corner: the cell where the column of labels and the row of codes have the same code.</summary>
    private (int LabelColumn, int FirstColumn)? Corner()
    {
        for (var label = 2; label < Math.Min(8, Codes.Length); label++)
            for (var column = label + 1; column < Math.Min(label + 4, Codes.Length); column++)
                if (First[label].Length > 0 && CeadsCodes.Canonical(First[label]) == CeadsCodes.Canonical(Codes[column])) return (label, column);
        return null;
    }

    /// <summary>The headings as pairs of texts of two sheets that list the same codes; none where they do not.</summary>
    public IEnumerable<(string Here, string There)> Beside(CeadsHeadings other) =>
        Listed.SequenceEqual(other.Listed, StringComparer.OrdinalIgnoreCase) ? [.. Provinces.Zip(other.Provinces), .. Names.Zip(other.Names)] : [];

    /// <summary>Names of provinces, sectors and final uses, in both languages where both are known.</summary>
    public void Name(AxisNames names, CeadsLanguages languages)
    {
        foreach (var (code, _, name) in CeadsCodes.FinalUses) names.Define(NameKind.UseName, code, name);
        for (var c = 0; c < Codes.Length; c++)
        {
            if (Codes[c].Length == 0 || CeadsCodes.Columns.ContainsKey(Codes[c])) continue;
            var isUse = CeadsCodes.FinalUses.Any(u => u.Code.Equals(Codes[c], StringComparison.OrdinalIgnoreCase));
            languages.Suggest(names, isUse ? NameKind.UseName : NameKind.SectorName, isUse
                ? NameKind.UseLocalName : NameKind.SectorLocalName, CeadsCodes.Canonical(Codes[c]), Names[c]);
            if (Provinces[c].Length > 0) languages.Suggest(names, NameKind.RegionName, NameKind.RegionLocalName, Provinces[c], Provinces[c]);
        }
    }
}
