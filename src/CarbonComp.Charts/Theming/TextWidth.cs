namespace CarbonComp.Charts;

/// <summary>How wide a text will be, so that margins hold every label before a browser has seen it.</summary>
/// <remarks>Widths are those of Helvetica and its metric twins (Arial, Liberation Sans), Chinese characters a full em wide.</remarks>
internal static class TextWidth
{
    // Thousandths of the font size for U+0020 to U+007E.
    private static readonly short[] Ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>The width of one line in pixels, a little more than less.</summary>
    public static double Of(string text, double fontSize)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width * fontSize;
    }

    /// <summary>The widest of several texts in pixels; 0 where there is none.</summary>
    public static double Widest(IEnumerable<string> texts, double fontSize) =>
        texts.Select(t => Of(t, fontSize)).DefaultIfEmpty(0).Max();

    /// <summary>The text in lines no wider than this where it has spaces or Chinese characters to break at.</summary>
    public static IReadOnlyList<string> Wrap(string text, double fontSize, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && Of((line + piece).TrimEnd(), fontSize) > width)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }
            line += line.Length == 0 ? piece.TrimStart() : piece;
        }
        if (line.TrimEnd().Length > 0 || lines.Count == 0) lines.Add(line.TrimEnd());
        return lines;
    }

    /// <summary>The text cut with … where it is wider than this.</summary>
    public static string Shorten(string text, double fontSize, double width)
    {
        if (Of(text, fontSize) <= width) return text;
        var kept = text.Length;
        while (kept > 1 && Of(text[..kept] + "…", fontSize) > width) kept--;
        return text[..kept].TrimEnd() + "…";
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
            if (text[i - 1] == ' ' || IsWide(text[i]) && !IsClosing(text[i]))
            {
                yield return text[start..i];
                start = i;
            }
        yield return text[start..];
    }

    private static double Of(System.Text.Rune rune) => rune.Value switch
    {
        // Other Latin fonts run a little wider than Helvetica; a Chinese character is one em in all.
        >= 0x20 and <= 0x7E => Ascii[rune.Value - 0x20] / 950.0,
        0x202F or 0x2009 => 0.2,
        >= 0x2E80 => 1,
        _ => 0.6,
    };

    private static bool IsWide(char c) => c >= 0x2E80;

    // A line never begins with closing punctuation.
    private static bool IsClosing(char c) => c is '，' or '。' or '、' or '；' or '：' or '）' or '》' or '」' or '！' or '？';
}
