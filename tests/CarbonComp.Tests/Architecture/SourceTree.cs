using System.Runtime.CompilerServices;

namespace CarbonComp.Tests.Architecture;

/// <summary>The projects under src: their source files and what was built from them.</summary>
internal static class SourceTree
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../src"));

    public static string[] Projects { get; } =
        [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)!).Where(p => File.Exists(Path.Combine(Folder, p, $"{p}.csproj"))).Order()];

    /// <summary>The files of a project by their path inside it.</summary>
    public static IEnumerable<string> Files(string project) => Directory.EnumerateFiles(Path.Combine(Folder, project), "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Path.Combine(Folder, project), f).Replace('\\', '/'))
        .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) && !f.StartsWith("bin/", StringComparison.Ordinal));

    public static string[] Lines(string project, string file) => File.ReadAllLines(Path.Combine(Folder, project, file));

    /// <summary>The assembly of a project in the configuration of this test.</summary>
    public static string Assembly(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Folder, project, "bin", configuration, "net10.0", $"{project}.dll");
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
