using CarbonComp.Kernel.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CarbonComp.Kernel.Engine;

/// <summary>Compiles a cell nobody sees while Jupyter still says hello, so that the first real one finds the compiler awake.</summary>
internal static class Warmup
{
    private static readonly TaskCompletionSource Done = new();
    private static volatile bool started;

    public static void Start()
    {
        started = true;
        new Thread(Run) { IsBackground = true, Name = "warm-up" }.Start();
        // While the one reads the framework's metadata, the other wakes the compiler; on a single core it would only be in the way.
        if (Environment.ProcessorCount > 1)
            new Thread(WakeCompiler) { IsBackground = true, Name = "warm-up of the compiler" }.Start();
    }

    /// <summary>Waits for the end of a warm-up under way: two threads that wake the compiler at once only do the same work twice.</summary>
    /// <exception cref="OperationCanceledException">The cell that waits is to stop.</exception>
    public static void Join(CancellationToken stop)
    {
        if (started && !Done.Task.IsCompleted)
            Done.Task.Wait(TimeSpan.FromSeconds(10), stop);
    }

    private static void WakeCompiler()
    {
        var tree = CSharpSyntaxTree.ParseText("using System; using System.Threading.Tasks; class Warm { static int warm; static async Task<object> Start() { warm = 1; return warm + 1; } }");
        var compilation = CSharpCompilation.Create("warm", [tree], [MappedReference.Open(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false));
        compilation.Emit(new MemoryStream(), new MemoryStream(), options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
    }

    private static void Run()
    {
        try
        {
            var references = new SessionReferences(new SessionLoadContext());
            var submission = new Submission(references, new Directives(references, new NuGetPackages()), new CellTexts());
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
