using static System.FormattableString;

namespace CarbonComp.Kernel.Display;

/// <summary>The output of a cell, cut with a notice where a page could not hold it.</summary>
/// <remarks>The end of what is left out follows when the cell has ended: there the results stand.</remarks>
internal sealed class CellOutput : IDisposable
{
    /// <summary>Characters a cell may print before the rest is left out.</summary>
    public const int MostText = 1_000_000;

    /// <summary>Values a cell may display before the rest is left out.</summary>
    public const int MostValues = 1_000;

    /// <summary>Characters of displayed values after which no further ones are shown.</summary>
    public const long MostOfValues = 50_000_000;

    // Text between other output, or in turns to both streams, is an output of its own each time.
    private const int Change = 500;
    private const int Tail = 2000;

    private readonly Action<MimeBundle, string, bool> show;
    private readonly OutputQueue queue;
    private readonly Lock gate = new();
    private readonly System.Text.StringBuilder tail = new();
    private (MimeBundle Bundle, string Id)? last;
    private string? stream;
    private long written, dropped, shown, shownText, left;
    private bool finished;

    /// <param name="print">Sends text to a stream, by the stream's name.</param>
    /// <param name="show">Sends a value with its display's id, as a new display or an update.</param>
    /// <param name="room">How long there is no room for another message; without it there always is.</param>
    public CellOutput(Action<string, string> print, Action<MimeBundle, string, bool> show, Func<TimeSpan>? room = null)
    {
        this.show = show;
        queue = new OutputQueue(print, room);
    }

    /// <summary>Text printed to a stream.</summary>
    public void Print(string name, string text, CancellationToken stop = default)
    {
        var cut = false;
        int fits;
        lock (gate)
        {
            if (stream != name && written > 0)
                written += Change;
            fits = (int)Math.Clamp(MostText - written, 0, text.Length);
            written += fits;
            if (fits > 0)
                stream = name;
            if (fits < text.Length)
            {
                cut = dropped == 0;
                dropped += text.Length - fits;
                Keep(text.AsSpan(fits));
            }
        }
        if (fits > 0)
            queue.Print(name, fits == text.Length ? text : text[..fits], stop);
        if (cut)
            Notice(Invariant($"Output cut: the text that a cell prints has room for {MostText:N0} characters, each change between it and other output ")
                + Invariant($"taken for {Change}. What follows is left out{Later("its end")}."), stop);
    }

    /// <summary>A value to display.</summary>
    public void Display(MimeBundle bundle, string displayId, CancellationToken stop = default)
    {
        var cut = false;
        lock (gate)
        {
            if (shown >= MostValues || shownText >= MostOfValues)
            {
                cut = left == 0;
                left++;
                last = (bundle.Copy(), displayId);
            }
            else
            {
                shown++;
                shownText += bundle.Length;
                stream = null;
            }
            if (left > 0 && !cut)
                return;
        }
        if (cut)
            Notice(Invariant($"Output cut: a cell has room for {MostValues:N0} displayed values of {MostOfValues:N0} characters together. ")
                + $"What follows is left out{Later("the last value")}. To see more, display the values together, as one list or table, "
                + "or from several cells, or call clear_output() in between.", stop);
        else
            queue.Send(() => show(bundle, displayId, false), stop);
    }

    /// <summary>Another value for a display.</summary>
    public void Update(MimeBundle bundle, string displayId)
    {
        var value = bundle.Copy();
        lock (gate)
            if (last?.Id == displayId)
            {
                last = (value, displayId);
                return;
            }
        queue.Replace(displayId, () => show(value, displayId, true));
    }

    /// <summary>What is neither printed nor displayed.</summary>
    public void Send(Action send, CancellationToken stop = default) => queue.Send(send, stop);

    /// <summary>Sends what was collected.</summary>
    public void Flush(CancellationToken stop = default) => queue.Flush(stop);

    /// <summary>The page was cleared: there is room again.</summary>
    public void Forget()
    {
        lock (gate)
        {
            written = dropped = shown = shownText = left = 0;
            last = null;
            stream = null;
            tail.Clear();
        }
    }

    /// <summary>Sends the rest, and the end of what was left out.</summary>
    public void Finish()
    {
        string text;
        long without;
        (MimeBundle Bundle, string Id)? value;
        long values;
        lock (gate)
        {
            finished = true;
            (text, without) = (tail.ToString(), dropped - tail.Length);
            (value, values) = (last, left - 1);
            tail.Clear();
            last = null;
        }
        if (value is { } end)
        {
            if (values > 0)
                Notice(Invariant($"{values:N0} displayed values are left out here. The last was:"), default);
            queue.Send(() => show(end.Bundle, end.Id, false), default);
        }
        if (text.Length > 0)
        {
            if (without > 0)
                Notice(Invariant($"{without:N0} characters are left out here. The printed text ended with:"), default);
            queue.Print("stdout", text, default);
        }
        queue.Flush(default);
    }

    public void Dispose() => queue.Dispose();

    private void Keep(ReadOnlySpan<char> text)
    {
        if (finished)
            return;
        tail.Append(text.Length > Tail ? text[^Tail..] : text);
        if (tail.Length > 2 * Tail)
            tail.Remove(0, tail.Length - Tail);
    }

    private string Later(string what) => finished ? "" : $"; {what} is shown when the cell has ended";

    private void Notice(string text, CancellationToken stop) => queue.Print("stderr", "\n[" + text + "]\n", stop);
}
