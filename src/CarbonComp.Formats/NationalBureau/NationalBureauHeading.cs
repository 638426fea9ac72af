namespace CarbonComp.Formats;

/// <summary>The place of the codes in a table by the Bureau: found by TIU and GO, and by the first sector, which both sides list.</summary>
/// <param name="Codes">The row of codes.</param>
/// <param name="LabelColumn">The column of codes, from 0.</param>
/// <param name="FirstColumn">The column of the first sector, from 0.</param>
/// <param name="OriginColumn">The column that says Domestic or Imports; −1 where imports compete.</param>
/// <param name="Sectors">The number of sectors.</param>
internal sealed record NationalBureauHeading(IReadOnlyList<string> Codes, int LabelColumn, int FirstColumn, int OriginColumn, int Sectors)
{
    private const int SearchedRows = 20, SearchedColumns = 8;

    /// <summary>Reads up to the first row of numbers, which is then the current one, and takes in the units that titles and headings state.</summary>
    public static NationalBureauHeading Of(RowSource rows, StatedUnits units)
    {
        var head = new List<(int Row, string[] Cells)>();
        while (rows.Row < SearchedRows && rows.Read())
        {
            string[] codes = [.. Enumerable.Range(0, rows.Count).Select(rows.Text)];
            head.Add((rows.Row, codes));
            int Position(string code) => Array.FindIndex(codes, c => c.Equals(code, StringComparison.OrdinalIgnoreCase));
            var (end, output) = (Position(NationalBureauCodes.IntermediateUse), Position(NationalBureauCodes.Output));
            if (end < 0 || output < end) continue;
            var row = rows.Row;
            while (rows.Read())
                if (Corner(rows, codes, end) is var (label, first))
                {
                    Look(rows, head, first, units);
                    return new(codes, label, first, Origin(rows, label, first), end - first);
                }
                else if (!rows.IsBlank() && rows.Row > row + 2) break;
            throw new DataException(rows.Place(row), "the first code of the columns is not the first code of the rows below. "
                + "Both sides list the same sectors in the same order; look for a shifted row or column.");
        }
        throw new DataException(rows.DisplayName, $"none of the first {SearchedRows} rows has the codes TIU (intermediate use) and GO (output). "
            + "Choose the sheet of the table, or restore the row of codes.");
    }

    /// <summary>A title has few cells; among headings only what is in brackets can be a unit.</summary>
    private static void Look(RowSource rows, List<(int Row, string[] Cells)> head, int first, StatedUnits units)
    {
        foreach (var (row, cells) in head)
            for (var c = 0; c < cells.Length; c++)
                if (cells[c].Length > 0) units.Look(rows.Place(row, c), cells[c], inBrackets: c >= first && cells.Count(t => t.Length > 0) > 3);
    }

    /// <summary>The code as it is compared: numbers without leading zeros.</summary>
    public static string Canonical(string code) => CeadsCodes.Canonical(code).ToUpperInvariant();

    private static (int Label, int First)? Corner(RowSource rows, string[] codes, int end)
    {
        for (var label = 0; label < Math.Min(SearchedColumns, end); label++)
            for (var first = label + 1; first < Math.Min(label + SearchedColumns, end); first++)
                if (rows.Text(label).Length > 0 && codes[first].Length > 0 && Canonical(rows.Text(label)) == Canonical(codes[first])) return (label, first);
        return null;
    }

    private static int Origin(RowSource rows, int label, int first)
    {
        for (var c = 0; c < first; c++)
            if (c != label && NationalBureauCodes.Origins.Contains(rows.Text(c))) return c;
        return -1;
    }
}
