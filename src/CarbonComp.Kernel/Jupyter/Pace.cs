namespace CarbonComp.Kernel.Jupyter;

/// <summary>How fast messages may go to the page, so that none is lost on the way.</summary>
/// <remarks>
/// Jupyter's servers throw away what exceeds 1000 messages or 1 MB of printed text a second on the average of three seconds
/// (iopub_msg_rate_limit, iopub_data_rate_limit, rate_limit_window), and count anew when a request is done. Here it is about
/// two thirds of that in any three seconds, as a server that was busy for a moment finds more than that moment's messages.
/// </remarks>
internal sealed class Pace(TimeProvider clock)
{
    private const double MessagesAtOnce = 500, MessagesPerSecond = 500;
    private const double BytesAtOnce = 600_000, BytesPerSecond = 500_000;

    private readonly Lock gate = new();
    private double messages = MessagesAtOnce, bytes = BytesAtOnce;
    private long since = clock.GetTimestamp();

    /// <summary>How long there is no room; nought when there is.</summary>
    public TimeSpan Wait()
    {
        lock (gate)
        {
            Refill();
            // A message goes when there is any room: what it takes too much the next one waits for.
            var seconds = Math.Max((1 - messages) / MessagesPerSecond, (1 - bytes) / BytesPerSecond);
            return seconds <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(seconds);
        }
    }

    /// <summary>A message was sent.</summary>
    /// <param name="type">Its type: some do not count, and only printed text counts by its bytes.</param>
    /// <param name="size">Its bytes, all frames together.</param>
    public void Spend(string type, long size)
    {
        if (type is "status" or "comm_open" or "execute_input")
            return;
        lock (gate)
        {
            Refill();
            messages--;
            if (type == "stream")
                bytes -= size;
        }
    }

    /// <summary>A request is done, and the server counts anew.</summary>
    public void Restart()
    {
        lock (gate)
            (messages, bytes, since) = (MessagesAtOnce, BytesAtOnce, clock.GetTimestamp());
    }

    private void Refill()
    {
        var now = clock.GetTimestamp();
        var seconds = clock.GetElapsedTime(since, now).TotalSeconds;
        since = now;
        messages = Math.Min(MessagesAtOnce, messages + seconds * MessagesPerSecond);
        bytes = Math.Min(BytesAtOnce, bytes + seconds * BytesPerSecond);
    }
}
