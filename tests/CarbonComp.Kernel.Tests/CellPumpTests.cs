using CarbonComp.Kernel.Engine;
using CarbonComp.Kernel.Weaving;

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
    [Trait("size", "large")]
    public async Task What_is_posted_behind_a_blocking_callback_is_rescued()
    {
        var task = new TaskCompletionSource();
        using var ready = new ManualResetEventSlim();
        CellPump? pump = null;
        var thread = new Thread(() =>
        {
            using (pump = new CellPump { BeforeWait = ready.Set })
                pump.RunUntil(task.Task, CancellationToken.None);
        })
        { IsBackground = true };
        thread.Start();
        Assert.True(ready.Wait(Long, TestContext.Current.CancellationToken));
        // Whether the second comes while the thread still counts as waiting hangs on the moment; of many some do.
        for (var round = 0; round < 300; round++)
        {
            var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            pump!.Post(_ =>
            {
                if (second.Task.Wait(Long))
                    first.SetResult();
            }, null);
            pump.Post(_ => second.SetResult(), null);
            // The first waits for the second, which somebody has to run.
            await first.Task.WaitAsync(Long, TestContext.Current.CancellationToken);
        }
        task.SetResult();
        Assert.True(thread.Join(Long));
    }

    [Fact]
    public async Task What_comes_when_the_cell_ends_runs_elsewhere()
    {
        for (var round = 0; round < 300; round++)
        {
            var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            CellPump? pump = null;
            using var ready = new ManualResetEventSlim();
            var thread = new Thread(() =>
            {
                using (pump = new CellPump())
                {
                    ready.Set();
                    pump.RunUntil(Task.CompletedTask, CancellationToken.None);
                    pump.Finish();
                }
            })
            { IsBackground = true };
            thread.Start();
            Assert.True(ready.Wait(Long, TestContext.Current.CancellationToken));
            pump!.Post(_ => ran.SetResult(), null);
            await ran.Task.WaitAsync(Long, TestContext.Current.CancellationToken);
        }
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
        })
        { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(Long));
        Assert.IsType<CellInterruptedException>(thrown);
        Assert.False(ran);
    }
}
