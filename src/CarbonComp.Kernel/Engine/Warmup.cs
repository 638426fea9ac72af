using CarbonComp.Kernel.Display;
using Microsoft.CodeAnalysis;

namespace CarbonComp.Kernel.Engine;

/// <summary>Compiles a cell nobody sees while Jupyter still says hello, so that the first real one finds the compiler awake.</summary>
internal static class Warmup
{
    public static void Start() => new Thread(Run) { IsBackground = true, Name = "warm-up", Priority = ThreadPriority.BelowNormal }.Start();

    private static void Run()
    {
        var references = new SessionReferences(new SessionLoadContext());
        var submission = new Submission(references, new Directives(references, new NuGetPackages()), new CellTexts());
        var first = submission.Compile("var warm = new[] { 1, 2 }.Select(x => x + 1).ToList(); foreach (var each in warm) { } warm.Count", "", null, CancellationToken.None);
        var value = first.Start!(new object?[4]).GetAwaiter().GetResult();
        Formatter.Format(value);
    }
}
