using System.Reflection;
using System.Xml.Linq;

namespace CarbonComp.Packages.Tests;

/// <summary>The sources that packages are made of.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Version { get; } = Metadata("Version");

    /// <summary>The kernel, which is a tool: all others are libraries.</summary>
    public const string Kernel = "CarbonComp.Kernel";

    /// <summary>The projects of src that are to be packages.</summary>
    public static IReadOnlyList<string> Packable { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(file => XDocument.Load(file).Descendants("IsPackable").All(each => each.Value != "false"))
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<string> Libraries => Packable.Where(project => project != Kernel);

    /// <summary>The C# that the page of a package shows; empty where it shows none.</summary>
    public static string Sample(string project)
    {
        const string Fence = "```csharp\n";
        var page = File.ReadAllText(Path.Combine(Root, "src", project, "README.md"));
        var start = page.IndexOf(Fence, StringComparison.Ordinal);
        return start < 0 ? "" : page[(start + Fence.Length)..page.IndexOf("```", start + Fence.Length, StringComparison.Ordinal)];
    }

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == key).Value!;
}
