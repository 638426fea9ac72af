namespace CarbonComp.Formats;

/// <summary>One row of a table by the Bureau.</summary>
/// <param name="Row">The row in the file.</param>
/// <param name="Name">The name beside its code; may be empty.</param>
/// <param name="LocalName">The name in Chinese; may be empty.</param>
/// <param name="Values">The numbers by column of the file; not a number where nothing is needed.</param>
internal sealed record NationalBureauRow(int Row, string Name, string LocalName, double[] Values)
{
    /// <summary>Reads the current row.</summary>
    /// <param name="rows">The file.</param>
    /// <param name="heading">The place of the codes.</param>
    /// <param name="needed">Columns after the sectors that must hold a number; the sectors' always must.</param>
    /// <param name="faults">Collects cells that are not numbers.</param>
    public static NationalBureauRow Of(RowSource rows, NationalBureauHeading heading, IReadOnlyCollection<int> needed, Faults faults)
    {
        var values = new double[heading.Codes.Count];
        Array.Fill(values, double.NaN);
        foreach (var c in Enumerable.Range(heading.FirstColumn, heading.Sectors).Concat(needed))
            values[c] = faults.Collect(() => rows.Number(c, emptyIsZero: false));
        // Cells that are not needed may be empty or NA; where they hold a number it is a total to check.
        for (var c = heading.FirstColumn; c < heading.Codes.Count; c++)
            if (double.IsNaN(values[c]) && heading.Codes[c].Length > 0 && rows.TryNumber(c, out var number)) values[c] = number;
        string[] names = [.. Enumerable.Range(0, heading.FirstColumn).Where(c => c != heading.LabelColumn && c != heading.OriginColumn)
            .Select(rows.Text).Where(t => t.Length > 0)];
        return new(rows.Row, OneLine.Of(names.FirstOrDefault(t => !IsChinese(t)) ?? ""), OneLine.Of(names.FirstOrDefault(IsChinese) ?? ""), values);
    }

    /// <summary>The sectors by their codes; a name that two have is followed by its code.</summary>
    public static SectorAxis Sectors(IReadOnlyList<NationalBureauRow> rows, IReadOnlyList<string> codes)
    {
        string[] names = [.. rows.Select((r, i) => r.Name.Length > 0 ? r.Name : r.LocalName.Length > 0 ? r.LocalName : codes[i])];
        bool IsShared(IReadOnlyList<string> all, int i) => all[i].Length > 0 && all.Count(n => n.Equals(all[i], StringComparison.OrdinalIgnoreCase)) > 1;
        string Distinct(IReadOnlyList<string> all, int i) => IsShared(all, i) ? $"{all[i]} ({codes[i]})" : all[i];
        string[] local = [.. rows.Select(r => r.LocalName)];
        return new(codes.Select((code, i) => new Sector(code, Distinct(names, i), rows[i].Name.Length > 0 ? Distinct(local, i) : "")));
    }

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');
}
