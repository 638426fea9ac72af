namespace CarbonComp.Formats;

/// <summary>Chinese and English names that a CEADs workbook has for the same thing.</summary>
/// <remarks>Pairs are taken from the sheets Sector and Province, and from a table in the other language that lists the same codes. Of several the most
/// frequent counts.</remarks>
internal sealed class CeadsLanguages
{
    private const int MostRows = 200;

    private static readonly string[] Lists = ["Sector", "Province"];

    private readonly Dictionary<string, OrderedDictionary<string, int>> others = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects the pairs; what cannot be read gives none, for the table does not need it.</summary>
    public static CeadsLanguages Of(string path, IReadOnlyList<string> sheets, string table, CeadsHeadings headings)
    {
        var languages = new CeadsLanguages();
        bool Helps(string sheet) => sheet.Trim() != table.Trim() && (IsList(sheet) || IsVersion(sheet, table));
        if (!sheets.Any(Helps)) return languages;
        try
        {
            XlsxRows.Each(path, Helps, (sheet, rows) =>
            {
                if (IsList(sheet)) languages.AddList(rows);
                else foreach (var (here, there) in headings.Beside(CeadsHeadings.Of(rows))) languages.Add(here, there);
            });
        }
        catch (DataException) { }
        return languages;
    }

    /// <summary>Suggests a name as it is in the table, and its counterpart: Chinese is the local name where both are known.</summary>
    public void Suggest(AxisNames names, NameKind name, NameKind local, string code, string text)
    {
        var other = others.TryGetValue(OneLine.Of(text), out var votes) ? votes.MaxBy(v => v.Value).Key : "";
        var (chinese, english) = IsChinese(text) ? (text, other) : (other, text);
        names.Suggest(name, code, english.Length > 0 ? english : chinese);
        if (english.Length > 0 || name.Of == NameKind.Bearer.Use) names.Suggest(local, code, chinese);
    }

    private static bool IsList(string sheet) => Lists.Any(s => sheet.Trim().StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a sheet may be the table in another language: <c>Table_2018</c>, <c>Table_2018_English Version</c>. Its codes decide.</summary>
    private static bool IsVersion(string sheet, string table) =>
        sheet.TrimStart().StartsWith("Table", StringComparison.OrdinalIgnoreCase) && IsEnglish(sheet) != IsEnglish(table);

    private static bool IsEnglish(string sheet) => sheet.Contains("English", StringComparison.OrdinalIgnoreCase);

    private void AddList(XlsxRows rows)
    {
        while (rows.Row < MostRows && rows.Read())
        {
            string[] texts = [.. Enumerable.Range(0, Math.Min(rows.Count, 8)).Select(rows.Text).Where(t => t.Any(char.IsLetter))];
            Add(texts.FirstOrDefault(IsChinese) ?? "", texts.FirstOrDefault(t => !IsChinese(t)) ?? "");
        }
    }

    private void Add(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0 || IsChinese(one) == IsChinese(other)) return;
        (one, other) = (OneLine.Of(one), OneLine.Of(other));
        foreach (var (from, to) in new[] { (one, other), (other, one) })
        {
            if (!others.TryGetValue(from, out var votes)) others[from] = votes = [];
            votes[to] = votes.GetValueOrDefault(to) + 1;
        }
    }

    // The unified ideographs; 〇 and the rarer blocks occur in no name of a province or sector.
    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');
}
