using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Tests;

public sealed class CellPumpTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_wait_ends_although_a_rescue_took_what_was_to_end_it()
    {
        var task = new TaskCompletionSource();
        using var before = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        using var rescued = new ManualResetEventSlim();
        CellPump? pump = null;
        var thread = new Thread(() =>
        {
            pump = new CellPump
            {
                // The thread has seen that the task is not done, and does not wait yet.
                BeforeWait = () =>
                {
                    before.Set();
                    go.Wait();
                },
            };
            using (pump)
                pump.RunUntil(task.Task, CancellationToken.None);
        })
        { IsBackground = true };
        thread.Start();
        Assert.True(before.Wait(Long, TestContext.Current.CancellationToken));
        // The task's end is queued here and now, in front of a call that the thread pool comes to the rescue of.
        task.SetResult();
        pump!.Post(_ => rescued.Set(), null);
        Assert.True(rescued.Wait(Long, TestContext.Current.CancellationToken), "No rescue came.");
        go.Set();
        Assert.True(thread.Join(Long), "The wait for a task that is done never ended.");
    }

    [Fact]
    public void What_a_stopped_wait_left_never_runs()
    {
        using var stop = new CancellationTokenSource();
        var ran = false;
        Exception? thrown = null;
        var thread = new Thread(() =>
        {
            using var pump = new CellPump { BeforeWait = stop.Cancel };
            thrown = Record.Exception(() => pump.RunUntil(new TaskCompletionSource().Task, stop.Token));
            pump.Post(_ => ran = true, null);
            pump.Finish();
        });
        thread.Start();
        Assert.True(thread.Join(Long));
        Assert.IsType<CellInterruptedException>(thrown);
        Assert.False(ran);
    }
}
