using System.Collections.Concurrent;

namespace CarbonComp.Kernel.Weaving;

/// <summary>The texts of the session's cells and loaded files, to show a line of them and to lead a place in the woven text back to the written one.</summary>
internal sealed class CellTexts
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    private sealed record Entry(EditedText Text, int[] OriginalLines, int[] EditedLines);

    public void Add(string path, EditedText text) =>
        entries[path] = new Entry(text, LineStarts(text.Original), LineStarts(text.Apply()));

    public bool Contains(string path) => entries.ContainsKey(path);

    /// <summary>A line (from 0) as it was written, or <see langword="null"/> where there is none.</summary>
    public string? Line(string path, int line)
    {
        if (!entries.TryGetValue(path, out var entry) || line < 0 || line >= entry.OriginalLines.Length)
            return null;
        var start = entry.OriginalLines[line];
        var end = line + 1 < entry.OriginalLines.Length ? entry.OriginalLines[line + 1] : entry.Text.Original.Length;
        return entry.Text.Original[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>The written column for a column of the woven text, both from 0.</summary>
    public int Column(string path, int line, int column)
    {
        if (!entries.TryGetValue(path, out var entry) || line < 0 || line >= entry.EditedLines.Length)
            return column;
        var position = entry.Text.ToOriginal(Math.Min(entry.EditedLines[line] + column, int.MaxValue));
        return Math.Max(0, position - entry.OriginalLines[line]);
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n')
                starts.Add(i + 1);
        return [.. starts];
    }
}
