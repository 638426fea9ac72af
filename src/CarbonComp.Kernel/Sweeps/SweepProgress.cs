using System.Globalization;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>Says how far a sweep is and how long the rest takes: in one line on a terminal, else at each tenth.</summary>
internal sealed class SweepProgress(TextWriter say, bool isOnTerminal, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly long began = time.GetTimestamp();
    private int total, before, done, failed;

    /// <summary>Begins with what an earlier call has done.</summary>
    public void Begin(int all, int already)
    {
        (total, before) = (all, already);
        if (already > 0)
            say.WriteLine(Text($"{already} of {all} runs are done already."));
    }

    /// <summary>One more run.</summary>
    public void Add(bool isGood)
    {
        lock (gate)
            Tell(done + (isGood ? 1 : 0), failed + (isGood ? 0 : 1));
    }

    /// <summary>So many runs since the beginning.</summary>
    public void Set(int good, int bad)
    {
        lock (gate)
            if (good + bad > done + failed)
                Tell(good, bad);
    }

    /// <summary>The time that the runs left will take, at the pace so far: <c>"3 min left"</c>; empty before the first.</summary>
    public string Left()
    {
        var ran = done + failed;
        if (ran == 0)
            return "";
        var left = time.GetElapsedTime(began) / ran * (total - before - ran);
        return left.TotalHours >= 2 ? Text($"{left.TotalHours:0.0} h left") : left.TotalMinutes >= 2 ? Text($"{left.TotalMinutes:0} min left")
            : Text($"{Math.Ceiling(left.TotalSeconds):0} s left");
    }

    private void Tell(int good, int bad)
    {
        var tenth = Tenth();
        (done, failed) = (good, bad);
        var line = Text($"{before + done} of {total} runs done, {failed} failed, {Left()}");
        if (isOnTerminal)
            say.Write("\r" + line.PadRight(60));
        else if (Tenth() > tenth)
            say.WriteLine(line);
    }

    private int Tenth() => total == 0 ? 0 : (before + done + failed) * 10 / total;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
