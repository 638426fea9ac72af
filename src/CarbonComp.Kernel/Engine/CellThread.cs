using CarbonComp.Kernel.Weaving;

namespace CarbonComp.Kernel.Engine;

/// <summary>Runs one cell on a thread of its own and stops it when asked.</summary>
internal sealed class CellThread : IDisposable
{
    // Deep recursion is common in teaching; the runtime's 1.5 MB are soon used up.
    private const int StackBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private volatile CellPump? pump;
    private Thread? thread;
    private bool finished;
    private bool stopping;

    /// <summary>Signalled when the cell is asked to stop.</summary>
    public CancellationToken StopToken => stop.Token;

    /// <summary>Whether the cell was asked to stop.</summary>
    public bool WasStopped => stop.IsCancellationRequested;

    /// <summary>Called once when the cell has not stopped within a second of being asked.</summary>
    public Action? Stuck { get; init; }

    /// <summary>Runs the work to its end, whatever it throws.</summary>
    /// <returns>The exception of the work, or <see langword="null"/>.</returns>
    public Exception? Run(Func<CellPump, Task> start, Action<Task> then)
    {
        Exception? thrown = null;
        var run = new Thread(() =>
        {
            Interruption.UseStack(StackBytes);
            using var own = new CellPump();
            SynchronizationContext.SetSynchronizationContext(own);
            pump = own;
            try
            {
                var task = start(own);
                own.RunUntil(task, stop.Token);
                then(task);
            }
            catch (Exception e)
            {
                thrown = e;
            }
            finally
            {
                lock (gate)
                    finished = true;
                own.Finish();
            }
        }, StackBytes)
        { IsBackground = true, Name = "cell" };
        lock (gate)
            thread = run;
        run.Start();
        run.Join();
        return thrown;
    }

    /// <summary>Asks the cell to stop: raises the flag its loops read, ends its waits, and repeats until it has ended.</summary>
    public void Stop()
    {
        lock (gate)
        {
            if (finished || stopping)
                return;
            stopping = true;
        }
        Interruption.Raise();
        stop.Cancel();
        new Thread(Insist) { IsBackground = true, Name = "cell stop" }.Start();
    }

    public void Dispose() => stop.Dispose();

    private void Insist()
    {
        var since = DateTime.UtcNow;
        var told = false;
        while (true)
        {
            lock (gate)
            {
                if (finished)
                    return;
                // A thread that waits in the pump is ended by the token; interrupting it as well would hit the next wait.
                if (pump is { IsIdle: false } && thread!.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                    thread.Interrupt();
            }
            Thread.Sleep(20);
            if (!told && DateTime.UtcNow - since > Patience)
            {
                told = true;
                Stuck?.Invoke();
            }
        }
    }
}
