using System.Reflection;
using System.Runtime.Loader;
using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>Draws a sample with CarbonComp.Uncertainty, which the kernel does not depend on: it is loaded from where it lies, for this alone.</summary>
internal static class SampleLibrary
{
    private const string Library = "CarbonComp.Uncertainty";
    private const string FolderVariable = "CARBONCOMP_LIB";

    /// <exception cref="NotebookException">No library, or a sample that it refuses.</exception>
    public static string Draw(string path, string json, string notebook, int seed)
    {
        var folder = Folders(notebook).FirstOrDefault(f => File.Exists(Path.Combine(f, Library + ".dll")))
            ?? throw new NotebookException($"--sample draws with {Library}.dll, which is neither beside this program, nor in artifacts/lib above the notebook. "
                + $"Build it (dotnet build src/{Library} -c Release), or name its folder in {FolderVariable}.");
        var context = new AssemblyLoadContext("sample", isCollectible: true);
        context.Resolving += (_, name) => Path.Combine(folder, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        try
        {
            var type = context.LoadFromAssemblyPath(Path.Combine(folder, Library + ".dll")).GetType($"{Library}.SampleSpecification", throwOnError: true)!;
            var specification = type.GetMethod("Parse", [typeof(string), typeof(long)])!.Invoke(null, [json, (long)seed]);
            return (string)type.GetMethod("ToCsv", Type.EmptyTypes)!.Invoke(specification, null)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } refused)
        {
            throw new NotebookException($"{path}: {refused.Message}", refused);
        }
        catch (Exception e) when (e is TypeLoadException or NullReferenceException or BadImageFormatException or FileLoadException)
        {
            throw new NotebookException($"{Path.Combine(folder, Library + ".dll")} is of another version than this program: {e.Message}", e);
        }
        finally
        {
            context.Unload();
        }
    }

    private static IEnumerable<string> Folders(string notebook)
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named)
            yield return Path.GetFullPath(named);
        yield return AppContext.BaseDirectory;
        yield return Path.Combine(AppContext.BaseDirectory, "lib");
        yield return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "lib"));
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(notebook)); folder is not null; folder = Path.GetDirectoryName(folder))
            yield return Path.Combine(folder, "artifacts", "lib");
    }
}
