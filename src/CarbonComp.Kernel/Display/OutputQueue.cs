using System.Text;

namespace CarbonComp.Kernel.Display;

/// <summary>A cell's output on its way: in the order it was made, in few pieces, and no faster than it can be taken.</summary>
/// <remarks>
/// What is printed is collected for a moment. Of the updates of one display that come in such a moment only the latest goes,
/// behind what was printed before it. All else goes at once; where there is no room yet, the code that makes it waits.
/// </remarks>
internal sealed class OutputQueue : IDisposable
{
    // The server takes no text as one message that is as large as all it takes in a moment.
    private const int Piece = 64 * 1024;

    // What is left when the cell is stopped has to go yet.
    private const int MostWaiting = 100;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PollPeriod = TimeSpan.FromMilliseconds(20);

    private readonly Action<string, string> print;
    private readonly Func<TimeSpan>? room;
    private readonly Lock gate = new();
    private readonly LinkedList<Item> items = new();
    private readonly Dictionary<string, LinkedListNode<Item>> updates = new(StringComparer.Ordinal);
    private readonly Timer timer;
    private bool armed;

    /// <param name="print">Sends text to a stream, by the stream's name.</param>
    /// <param name="room">How long there is no room for another message; nought when there is.</param>
    public OutputQueue(Action<string, string> print, Func<TimeSpan>? room)
    {
        this.print = print;
        this.room = room;
        timer = new Timer(_ => Tick());
    }

    /// <summary>Text for a stream.</summary>
    public void Print(string name, string text, CancellationToken stop)
    {
        bool full;
        lock (gate)
        {
            if (items.Last?.Value is not { Text: { } last } item || item.Name != name)
                items.AddLast(new Item(name, last = new StringBuilder(), null));
            full = last.Append(text).Length >= Piece || items.Count - updates.Count > MostWaiting;
            if (!armed)
                Arm(Moment);
        }
        if (full)
            Flush(stop);
    }

    /// <summary>Something that takes the place of what was sent or is to be sent under the same name.</summary>
    public void Replace(string name, Action send)
    {
        lock (gate)
        {
            if (updates.Remove(name, out var earlier))
                Remove(earlier);
            updates[name] = items.AddLast(new Item(name, null, send));
            if (armed)
                return;
            // The first after a while is seen at once.
            SendWhatFits();
            Arm(Moment);
        }
    }

    /// <summary>Something to send behind all that waits.</summary>
    /// <param name="stop">Ends the wait for room; what has not gone then goes later.</param>
    public void Send(Action send, CancellationToken stop)
    {
        LinkedListNode<Item> node;
        lock (gate)
            node = items.AddLast(new Item("", null, send));
        SendUntil(() => node.List is null, stop);
    }

    /// <summary>Sends all that waits.</summary>
    public void Flush(CancellationToken stop) => SendUntil(() => items.Count == 0, stop);

    public void Dispose() => timer.Dispose();

    private void SendUntil(Func<bool> done, CancellationToken stop)
    {
        while (true)
        {
            TimeSpan pause;
            lock (gate)
            {
                pause = SendWhatFits();
                if (done())
                    return;
                if (stop.IsCancellationRequested)
                {
                    Arm(pause);
                    return;
                }
            }
            Thread.Sleep(pause < PollPeriod ? pause : PollPeriod);
        }
    }

    private void Tick()
    {
        lock (gate)
        {
            armed = false;
            if (items.Count == 0)
                return;
            var pause = SendWhatFits();
            // Updates that follow at once are collected again.
            Arm(pause > Moment ? pause : Moment);
        }
    }

    /// <returns>How long there will be no room for what is left; nought when nothing is.</returns>
    private TimeSpan SendWhatFits()
    {
        while (items.First is { } first)
        {
            if (room?.Invoke() is { } pause && pause > TimeSpan.Zero)
                return pause;
            var item = first.Value;
            if (item.Text is { } text)
            {
                var length = Math.Min(Piece, text.Length);
                if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
                    length--;
                print(item.Name, text.ToString(0, length));
                text.Remove(0, length);
                if (text.Length > 0)
                    continue;
            }
            else
            {
                item.Send!();
                if (updates.GetValueOrDefault(item.Name) == first)
                    updates.Remove(item.Name);
            }
            items.Remove(first);
        }
        return TimeSpan.Zero;
    }

    /// <summary>Removes what is outdated, and joins the text before it with the text behind it.</summary>
    private void Remove(LinkedListNode<Item> node)
    {
        var (before, after) = (node.Previous, node.Next);
        items.Remove(node);
        if (before?.Value is not { Text: { } text, Name: var name } || after?.Value is not { Text: { } more } || after.Value.Name != name)
            return;
        text.Append(more);
        items.Remove(after);
    }

    private void Arm(TimeSpan delay)
    {
        armed = true;
        timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Text for the stream of that name, or something to send, by its name if it has one.</summary>
    private sealed record Item(string Name, StringBuilder? Text, Action? Send);
}
