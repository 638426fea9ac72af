using System.Collections.Concurrent;
using CarbonComp.Kernel.Weaving;

namespace CarbonComp.Kernel.Engine;

/// <summary>Brings what follows an <c>await</c> back to the cell's own thread, where a stop can reach it.</summary>
/// <remarks>
/// A cell that blocks on a task (<c>Work().Result</c>) would wait for itself here. So what is posted while the
/// thread is blocked elsewhere is carried out by the thread pool instead, after a moment.
/// </remarks>
internal sealed class CellPump : SynchronizationContext, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> queue = [];
    private readonly Thread thread = Thread.CurrentThread;
    private readonly Timer rescue;
    private volatile bool pumping;
    private volatile State state = State.Running;

    private enum State { Running, Finished, Abandoned }

    public CellPump() => rescue = new Timer(_ => Rescue());

    /// <summary>Called between the look at the task and the wait for what follows, where a rescue may come in between; for tests of just that.</summary>
    internal Action? BeforeWait { get; init; }

    /// <summary>Whether the thread waits here for something to do, rather than runs or blocks in the cell's code.</summary>
    public bool IsIdle => pumping;

    /// <summary>Runs what is posted until the task is done or the cell is to stop.</summary>
    /// <exception cref="CellInterruptedException">The cell was stopped while it awaited; what would have followed never runs.</exception>
    public void RunUntil(Task task, CancellationToken stop)
    {
        task.ConfigureAwait(false).GetAwaiter().OnCompleted(() => Enqueue(static _ => { }, null));
        while (!task.IsCompleted)
        {
            (SendOrPostCallback Callback, object? State) item;
            BeforeWait?.Invoke();
            pumping = true;
            try
            {
                // A rescue that began before this wait may have taken what ends it, so the task is looked at again now and then.
                if (!queue.TryTake(out item, (int)Patience.TotalMilliseconds * 5, stop))
                    continue;
            }
            catch (OperationCanceledException)
            {
                state = State.Abandoned;
                throw new CellInterruptedException();
            }
            finally
            {
                pumping = false;
            }
            // What came while the thread still counted as waiting has nobody to look after it, should this item block.
            Interlocked.MemoryBarrier();
            if (queue.Count > 0)
                LookAgain();
            item.Callback(item.State);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        switch (this.state)
        {
            case State.Abandoned:
                return;
            case State.Finished:
                ThreadPool.QueueUserWorkItem(_ => d(state), null);
                return;
            default:
                Enqueue(d, state);
                // The cell may have ended since.
                if (this.state != State.Running)
                    Drain();
                else if (!pumping)
                    LookAgain();
                return;
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread == thread)
        {
            d(state);
            return;
        }
        using var done = new ManualResetEventSlim();
        Post(_ =>
        {
            try
            {
                d(state);
            }
            finally
            {
                done.Set();
            }
        }, null);
        done.Wait();
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>After this what is posted late runs on the thread pool.</summary>
    public void Finish()
    {
        if (state == State.Running)
            state = State.Finished;
        Drain();
    }

    public void Dispose() => rescue.Dispose();

    private void Enqueue(SendOrPostCallback callback, object? state) => queue.Add((callback, state));

    private void Rescue()
    {
        if (pumping || queue.Count == 0 || state != State.Running)
            return;
        // Looked at in this order: a thread that waits in the pump says so before it waits.
        if (thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin) && !pumping)
            Drain();
        // The thread may be busy now and block later.
        LookAgain();
    }

    private void LookAgain()
    {
        try
        {
            rescue.Change(Patience, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The cell ended meanwhile.
        }
    }

    private void Drain()
    {
        while (queue.TryTake(out var item))
        {
            var (callback, callbackState) = item;
            if (state != State.Abandoned)
                ThreadPool.QueueUserWorkItem(_ => callback(callbackState), null);
        }
    }
}
