using CarbonComp.Kernel.Jupyter;
using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Kernel.Tests;

public sealed class PaceTests
{
    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }

    /// <summary>What a server lets through, as Jupyter's documentation of its three limits says.</summary>
    private sealed class Server
    {
        private const double Window = 3, MessagesPerSecond = 1000, BytesPerSecond = 1_000_000;

        private readonly Queue<(TimeSpan At, long Bytes)> recent = new();
        private long bytes;

        public bool Takes(TimeSpan at, long size)
        {
            while (recent.TryPeek(out var oldest) && at - oldest.At >= TimeSpan.FromSeconds(Window))
                bytes -= recent.Dequeue().Bytes;
            recent.Enqueue((at, size));
            bytes += size;
            return recent.Count <= Window * MessagesPerSecond && bytes <= Window * BytesPerSecond;
        }
    }

    [Fact]
    public void A_server_that_listens_once_a_second_takes_all_of_a_flood() => Prop.ForAll(
        Gen.Choose(1, 400_000).ListOf(40).Select(list => list.ToArray()).ToArbitrary(), sizes =>
        {
            var clock = new Clock();
            var (pace, server) = (new Pace(clock), new Server());
            var taken = true;
            for (var i = 0; i < 8000; i++)
            {
                clock.Now += pace.Wait();
                // Small values and, now and then, a large piece of text.
                var size = i % 100 == 0 ? sizes[i / 100 % sizes.Length] : 600;
                pace.Spend("stream", size);
                taken &= server.Takes(TimeSpan.FromSeconds(Math.Ceiling(clock.Now.TotalSeconds)), size);
            }
            return taken;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_burst_goes_at_once_and_what_follows_waits_for_room()
    {
        var clock = new Clock();
        var pace = new Pace(clock);
        var atOnce = 0;
        for (; pace.Wait() == TimeSpan.Zero; atOnce++)
            pace.Spend("display_data", 1_000_000);
        Assert.InRange(atOnce, 100, 1000);
        clock.Now += pace.Wait();
        Assert.Equal(TimeSpan.Zero, pace.Wait());
        pace.Spend("display_data", 1);
        Assert.NotEqual(TimeSpan.Zero, pace.Wait());
        pace.Restart();
        Assert.Equal(TimeSpan.Zero, pace.Wait());
    }

    [Fact]
    public void What_the_server_does_not_count_takes_no_room()
    {
        var pace = new Pace(new Clock());
        for (var i = 0; i < 10_000; i++)
            pace.Spend("status", 1000);
        Assert.Equal(TimeSpan.Zero, pace.Wait());
    }
}
