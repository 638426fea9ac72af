using System.Text;

namespace CarbonComp.Data;

// Splits a text of separated values in any dialect into records; strict: a quote that does not fit is refused. A cell ends on its line.
internal sealed class DelimitedText(TableDialect dialect, string text, string shown)
{
    private readonly List<(int Line, string[] Cells)> records = [];
    private readonly StringBuilder cell = new();
    private int at;
    private int line = 1;

    public static List<(int Line, string[] Cells)> Records(TableDialect dialect, string text, string shown) => new DelimitedText(dialect, text, shown).Read();

    private List<(int Line, string[] Cells)> Read()
    {
        for (; at < text.Length; line++)
        {
            var isComment = dialect.CommentRows.Contains(line) || dialect.CommentChar is { } mark && Here(mark);
            if (isComment) SkipLine();
            else if (Line() is var cells && (cells.Count > 1 || !string.IsNullOrWhiteSpace(cells[0]))) records.Add((line, [.. cells]));
        }
        return records;
    }

    private List<string> Line()
    {
        var cells = new List<string>();
        while (true)
        {
            cells.Add(Cell());
            if (Here(dialect.Delimiter)) at += dialect.Delimiter.Length;
            else
            {
                at += End();
                return cells;
            }
        }
    }

    // A cell, up to its delimiter or the end of its line.
    private string Cell()
    {
        cell.Clear();
        if (dialect.SkipInitialSpace != false) while (at < text.Length && text[at] is ' ' or '\t' && !Here(dialect.Delimiter) && End() == 0) at++;
        if (at < text.Length && text[at] == dialect.Quote) return Quoted();
        while (at < text.Length && End() == 0 && !Here(dialect.Delimiter))
        {
            if (text[at] == dialect.Escape && at + 1 < text.Length && EndAt(at + 1) == 0) at++;
            else if (text[at] == dialect.Quote && (dialect.Escape is null || dialect.QuoteDeclared)) throw Wrong();
            cell.Append(text[at++]);
        }
        return dialect.SkipInitialSpace is null ? cell.ToString().Trim(' ', '\t') : cell.ToString();
    }

    private string Quoted()
    {
        for (at++; ; at++)
        {
            if (at >= text.Length || End() > 0) throw Wrong();
            if (text[at] == dialect.Escape && at + 1 < text.Length && EndAt(at + 1) == 0) at++;
            else if (text[at] == dialect.Quote)
            {
                if (!dialect.DoubleQuote || at + 1 >= text.Length || text[at + 1] != dialect.Quote) break;
                at++;
            }
            cell.Append(text[at]);
        }
        at++;
        while (dialect.SkipInitialSpace is null && at < text.Length && text[at] is ' ' or '\t' && !Here(dialect.Delimiter) && End() == 0) at++;
        return at >= text.Length || End() > 0 || Here(dialect.Delimiter) ? cell.ToString() : throw Wrong();
    }

    private void SkipLine()
    {
        while (at < text.Length && End() == 0) at++;
        at += End();
    }

    private bool Here(string mark) => text.AsSpan(Math.Min(at, text.Length)).StartsWith(mark, StringComparison.Ordinal);

    private int End() => EndAt(at);

    // The length of the end of a line here; 0 where there is none.
    private int EndAt(int place)
    {
        var rest = text.AsSpan(Math.Min(place, text.Length));
        if (dialect.LineTerminator is { } end) return rest.StartsWith(end, StringComparison.Ordinal) ? end.Length : 0;
        return rest.StartsWith("\r\n") ? 2 : rest.StartsWith("\n") || rest.StartsWith("\r") ? 1 : 0;
    }

    private DataException Wrong() => new(Invariant($"{shown}, line {line}"),
        $"the quotes ({dialect.Quote}) do not fit: a quoted cell must end on its line, with "
        + (dialect.DoubleQuote ? "quotes inside it doubled" : dialect.Escape is { } escape ? $"{escape} before quotes inside it" : "no quotes inside it")
        + " and nothing but the delimiter after it. Correct the line, or the dialect in datapackage.json.");
}
