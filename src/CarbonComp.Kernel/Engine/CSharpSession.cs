using CarbonComp.Kernel.Display;
using CarbonComp.Kernel.Engine.Magics;
using CarbonComp.Kernel.Weaving;
using Microsoft.CodeAnalysis.CSharp;

namespace CarbonComp.Kernel.Engine;

/// <summary>A C# session: cells that see what the cells before them declared. One cell at a time.</summary>
internal sealed class CSharpSession : IDisposable
{
    /// <summary>The name of a cell's cancellation token in <see cref="AppContext"/>, for libraries that poll it without knowing this
    /// kernel.</summary>
    public const string StopTokenKey = "Notebook.CellCancellationToken";

    private readonly SessionReferences references = new(new SessionLoadContext());
    private readonly CellTexts texts = new();
    private readonly Guest guest;
    private readonly Submission submission;
    private readonly ErrorReport report;
    private readonly Lock running = new();
    private readonly Lock gate = new();
    private readonly List<CompiledCell> chain = [];
    private CompiledCell? last;
    private object?[] states = new object?[16];
    private CellThread? current;
    private bool expected;
    private bool stopped;

    public CSharpSession(IPackageSource? packages = null)
    {
        Packages = packages ?? new NuGetPackages();
        guest = new Guest(references);
        Directives = new Directives(references, Packages, guest);
        submission = new Submission(references, Directives, texts);
        report = new ErrorReport(texts);
        ConsoleStreams.Install();
        Publishing.Install();
    }

    public SessionReferences References => references;

    /// <summary>Whether cells can be interrupted; without it their loops run as written, which only a measurement wants.</summary>
    public bool WeavesStops
    {
        get => submission.WeavesStops;
        init => submission.WeavesStops = value;
    }

    public IPackageSource Packages { get; }

    public Directives Directives { get; }

    public CellTexts Texts => texts;

    /// <summary>Runs a cell to its end.</summary>
    /// <param name="number">The cell's number, by which errors name it; 0 where it has none.</param>
    public CellOutcome Execute(string code, int number, ICellOutput output)
    {
        ArgumentNullException.ThrowIfNull(code);
        // One without a number must not take the name, and so the text, of one that has it.
        var name = number == 0 ? "code without a number" : "cell [" + number.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]";
        if (CellParts.Any(code))
            return ExecuteParts(code, name, output);
        CompiledCell? cell = null;
        return Run(output, stop =>
        {
            Warmup.Join(stop);
            return Begin(code, name, null, compiled => cell = compiled, stop);
        }, task =>
        {
            var value = ((Task<object?>)task).GetAwaiter().GetResult();
            if (cell!.HasValue && !DisplayedValue.IsHidden(value))
                output.Result(Formatter.Format(value));
        });
    }

    /// <summary>Runs a cell that has magic commands.</summary>
    private CellOutcome ExecuteParts(string code, string name, ICellOutput output) => Run(output, stop =>
    {
        Warmup.Join(stop);
        return new PartRun(this, output, async (text, part, file) =>
        {
            CompiledCell? cell = null;
            var value = await Begin(text, part, file, compiled => cell = compiled, stop);
            return (cell!.HasValue, value);
        }).Run(code, name);
    }, task => task.GetAwaiter().GetResult());

    /// <summary>Runs code that a cell left for later, such as a comm's handler, as a cell is run.</summary>
    public CellOutcome Invoke(Action action, ICellOutput output) => Run(output, _ =>
    {
        action();
        return Task.CompletedTask;
    }, task => task.GetAwaiter().GetResult());

    private CellOutcome Run(ICellOutput output, Func<CancellationToken, Task> start, Action<Task> then)
    {
        lock (running)
        {
            Interruption.Lower();
            ConsoleStreams.Restore();
            var context = new CellContext(output, guest);
            using var thread = new CellThread { Stuck = () => Tell(context) };
            context.StopToken = thread.StopToken;
            AppContext.SetData(StopTokenKey, thread.StopToken);
            bool stop;
            lock (gate)
            {
                current = thread;
                stop = stopped;
                expected = stopped = false;
            }
            if (stop)
                thread.Stop();
            Exception? thrown;
            try
            {
                thrown = thread.Run(_ =>
                {
                    context.Enter();
                    return start(thread.StopToken);
                }, then);
            }
            finally
            {
                lock (gate)
                    current = null;
            }
            return new CellOutcome(thrown is null ? null : report.Of(thrown, thread.WasStopped));
        }
    }

    /// <summary>Says that a cell is about to run: who interrupts from here on means that cell, although it has not begun.</summary>
    public void Expect()
    {
        lock (gate)
            (expected, stopped) = (true, false);
    }

    /// <summary>Asks the cell that runs or is expected to stop; does nothing when there is none.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            if (current is { } cell)
                cell.Stop();
            else
                stopped = expected;
        }
    }

    /// <summary>The cells that declared something, in order.</summary>
    public IReadOnlyList<CompiledCell> Chain
    {
        get
        {
            lock (chain)
                return [.. chain];
        }
    }

    /// <summary>The compilation of a text as if there were no cells before it.</summary>
    public CSharpCompilation SpeculateAlone(string code, CancellationToken stop) => submission.SpeculateAlone(code, stop);

    /// <summary>The compilation of a text as the next cell.</summary>
    public CSharpCompilation Speculate(string code, CancellationToken stop) => submission.Speculate(code, last, stop);

    /// <summary>The variables of an earlier cell, by the name of the class that holds them.</summary>
    public object? State(string className) => states.FirstOrDefault(state => state?.GetType().Name == className);

    public void Dispose() => Interrupt();

    /// <summary>Compiles and starts code, after what the extensions that its directives bring want to run.</summary>
    private Task<object?> Begin(string code, string name, string? file, Action<CompiledCell> compiled, CancellationToken stop)
    {
        if (code.Contains("#r", StringComparison.Ordinal))
        {
            Directives.Prepare(code, file, stop);
            if (Directives.TakeSubmitted() is { Count: > 0 } first)
                return BeginAfter(first);
        }
        return BeginNow();

        Task<object?> BeginNow()
        {
            var cell = submission.Compile(code, name, last, stop, file);
            compiled(cell);
            stop.ThrowIfCancellationRequested();
            return Start(cell);
        }

        async Task<object?> BeginAfter(IReadOnlyList<string> first)
        {
            foreach (var text in first)
                try
                {
                    await Begin(text, "code of an extension", null, static _ => { }, stop);
                }
                catch (Exception e) when (!stop.IsCancellationRequested)
                {
                    CellContext.Current?.Output.Stream("stderr", $"Code that an extension runs failed: {report.Of(e, interrupted: false).Message}\n");
                }
            return await BeginNow();
        }
    }

    private Task<object?> Start(CompiledCell cell)
    {
        if (cell.Declares)
        {
            // What a cell declared before it failed stays, as its variables have the values they got.
            last = cell;
            lock (chain)
                chain.Add(cell);
        }
        if (states.Length < chain.Count + 3)
            Array.Resize(ref states, states.Length * 2);
        return cell.Start is null ? Task.FromResult<object?>(null) : cell.Start(states);
    }

    /// <summary>Tells of an exception that nobody caught on a thread which a cell started.</summary>
    public void Tell(Exception unhandled)
    {
        if (CellContext.Current is { } context)
            context.Output.Stream("stderr", "Unhandled on a background thread: "
                + string.Join('\n', report.Of(unhandled, interrupted: unhandled is CellInterruptedException).Traceback) + "\n");
    }

    private static void Tell(CellContext context) => context.Output.Stream("stderr",
        "The cell does not react to the interrupt: it runs code that cannot be stopped from outside (a long call into a library?). "
        + "It stops when that call returns; restart the kernel to stop it now.\n");
}
