using CarbonComp.Kernel.Display;
using CarbonComp.Kernel.Weaving;

namespace CarbonComp.Kernel.Engine;

/// <summary>Compiles a throw-away cell during Jupyter's handshake, so that the first real one finds the compiler warm.</summary>
internal static class Warmup
{
    private static readonly TaskCompletionSource Done = new();
    private static volatile bool started;

    /// <summary>Starts the warm-up on a thread of its own.</summary>
    public static void Start()
    {
        started = true;
        new Thread(Run) { IsBackground = true, Name = "warm-up" }.Start();
    }

    /// <summary>Waits for the end of a warm-up under way: two threads that wake the compiler at once only do the same work twice.</summary>
    /// <exception cref="OperationCanceledException">The cell that waits is to stop.</exception>
    public static void Join(CancellationToken stop)
    {
        if (started && !Done.Task.IsCompleted)
            Done.Task.Wait(TimeSpan.FromSeconds(10), stop);
    }

    private static void Run()
    {
        try
        {
            var references = new SessionReferences(new SessionLoadContext());
            var submission = new Submission(references, new Directives(references, new NuGetPackages(), new Guest(references)), new CellTexts());
            var first = submission.Compile("var warm = 1; warm + 1", "", null, CancellationToken.None);
            Formatter.Format(first.Start!(new object?[4]).GetAwaiter().GetResult());
        }
        finally
        {
            Done.TrySetResult();
        }
        // What most notebooks use next; whoever comes first does not wait for it.
        Formatter.Format(new[] { new { A = 1, B = 2.5 } });
    }
}
