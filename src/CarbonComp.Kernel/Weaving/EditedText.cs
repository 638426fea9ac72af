using System.Text;

namespace CarbonComp.Kernel.Weaving;

/// <summary>A text with insertions and replacements, and the way back from a place in the edited text to the original.</summary>
/// <remarks>The edits contain no line breaks, so a line keeps its number and only columns move.</remarks>
internal sealed class EditedText
{
    private readonly List<(int Start, int Length, string Text)> edits = [];
    private int[] editedStarts = [];

    public EditedText(string original) => Original = original;

    public string Original { get; }

    public void Insert(int position, string text) => edits.Add((position, 0, text));

    public void Replace(int position, int length, string text) => edits.Add((position, length, text));

    /// <summary>Applies the edits; those at one position keep the order they were made in.</summary>
    public string Apply()
    {
        var ordered = edits.OrderBy(edit => edit.Start).ToList();
        edits.Clear();
        edits.AddRange(ordered);
        editedStarts = new int[edits.Count];
        var text = new StringBuilder(Original.Length + 64 * edits.Count);
        var read = 0;
        for (var i = 0; i < edits.Count; i++)
        {
            text.Append(Original, read, edits[i].Start - read);
            editedStarts[i] = text.Length;
            text.Append(edits[i].Text);
            read = edits[i].Start + edits[i].Length;
        }
        return text.Append(Original, read, Original.Length - read).ToString();
    }

    /// <summary>The place in the original for a place in the edited text; a place inside an insertion is where it was inserted.</summary>
    public int ToOriginal(int position)
    {
        var i = Array.BinarySearch(editedStarts, position);
        // Several edits may share a start when the earlier ones are empty deletions; take the last that begins at or before.
        i = i >= 0 ? i : ~i - 1;
        if (i < 0)
            return position;
        var (start, length, text) = edits[i];
        var into = position - editedStarts[i];
        return into < text.Length ? start : start + length + (into - text.Length);
    }
}
