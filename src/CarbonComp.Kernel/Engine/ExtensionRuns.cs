using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Engine;

/// <summary>Runs the extensions that packages and referenced assemblies bring, each once; those of assemblies have the last word.</summary>
internal sealed class ExtensionRuns(Guest guest)
{
    private readonly HashSet<string> ofPackages = new(StringComparer.Ordinal);
    private readonly List<string> ofAssemblies = [];

    private List<string> submitted = [];

    /// <summary>The code that extensions want to run, once.</summary>
    public IReadOnlyList<string> TakeSubmitted()
    {
        var taken = submitted;
        submitted = [];
        return taken;
    }

    /// <summary>Runs those extensions of restored packages that have not run yet.</summary>
    public void RunPackages(IReadOnlyList<string> paths, CancellationToken stop)
    {
        var fresh = paths.Where(ofPackages.Add).ToList();
        foreach (var path in fresh)
            Run(path, fromPackage: true, stop);
        if (fresh.Count == 0)
            return;
        // An assembly that a cell names itself is nearer than a package that came with another.
        foreach (var path in ofAssemblies)
            Run(path, fromPackage: false, stop);
    }

    /// <summary>Runs the extensions of an assembly that a cell named.</summary>
    public void RunAssembly(string path, CancellationToken stop)
    {
        if (ofAssemblies.Contains(path) || ofPackages.Contains(path))
            return;
        ofAssemblies.Add(path);
        Run(path, fromPackage: false, stop);
    }

    private void Run(string path, bool fromPackage, CancellationToken stop)
    {
        foreach (var problem in guest.Run(path, fromPackage, submitted, stop))
            CellContext.Current?.Output.Stream("stderr", problem + "\n");
    }
}
