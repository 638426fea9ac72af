using System.Text;

namespace CarbonComp.Kernel.Display;

/// <summary>Collects what is printed, sends it in few pieces, and cuts it where a page could not hold it.</summary>
internal sealed class StreamBuffer : IDisposable
{
    /// <summary>Characters a cell may print before the rest is left out.</summary>
    public const int Most = 1_000_000;

    private const int Piece = 64 * 1024;
    private const int Tail = 2000;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    private readonly Action<string, string> send;
    private readonly Lock gate = new();
    private readonly StringBuilder buffer = new();
    private readonly StringBuilder tail = new();
    private readonly Timer timer;
    private string current = "stdout";
    private long written;
    private long dropped;
    private bool armed;
    private bool finished;
    private bool told;

    public StreamBuffer(Action<string, string> send)
    {
        this.send = send;
        timer = new Timer(_ => Flush());
    }

    public void Write(string name, string text)
    {
        lock (gate)
        {
            if (name != current)
            {
                FlushBuffer();
                current = name;
            }
            var room = (int)Math.Max(0, Math.Min(Most - written, text.Length));
            if (room > 0)
            {
                buffer.Append(text, 0, room);
                written += room;
            }
            if (room < text.Length)
                Drop(text.AsSpan(room));
            if (room < text.Length && finished && !told)
            {
                told = true;
                FlushBuffer();
                send("stderr", string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $"\n[Output cut: what the cell left running has printed more than {Most:N0} characters; the rest is left out]\n"));
            }
            if (buffer.Length >= Piece)
                FlushBuffer();
            else if (!armed && buffer.Length > 0)
            {
                armed = true;
                timer.Change(Delay, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Sends what was collected.</summary>
    public void Flush()
    {
        lock (gate)
            FlushBuffer();
    }

    /// <summary>The page was cleared: there is room again.</summary>
    public void Forget()
    {
        lock (gate)
        {
            written = 0;
            dropped = 0;
            told = false;
            tail.Clear();
        }
    }

    /// <summary>Sends the rest and says what was left out.</summary>
    public void Finish()
    {
        lock (gate)
        {
            FlushBuffer();
            finished = true;
            if (dropped == 0)
                return;
            told = true;
            var left = dropped - tail.Length;
            send("stderr", string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"\n[Output cut: the cell printed more than {Most:N0} characters; {left:N0} are left out here{(tail.Length > 0 ? ". It ended with:]\n" : "]\n")}"));
            if (tail.Length > 0)
                send("stdout", tail.ToString());
            dropped = 0;
            tail.Clear();
        }
    }

    public void Dispose() => timer.Dispose();

    private void Drop(ReadOnlySpan<char> text)
    {
        dropped += text.Length;
        tail.Append(text.Length > Tail ? text[^Tail..] : text);
        if (tail.Length > 2 * Tail)
            tail.Remove(0, tail.Length - Tail);
    }

    private void FlushBuffer()
    {
        armed = false;
        if (buffer.Length == 0)
            return;
        var text = buffer.ToString();
        buffer.Clear();
        send(current, text);
    }
}
