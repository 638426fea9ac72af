using CarbonComp.Packages.Tests;

[assembly: AssemblyFixture(typeof(Feed))]

namespace CarbonComp.Packages.Tests;

/// <summary>A folder with the packages: the one that environment/test.sh has made, or one of its own.</summary>
public sealed class Feed : IDisposable
{
    private const string Variable = "CARBONCOMP_PACKAGES";

    private readonly Lazy<string> folder = new(Made);

    public string Folder => folder.Value;

    /// <summary>The package of that name.</summary>
    public string PathOf(string id, string kind = "nupkg") => Path.Combine(Folder, $"{id}.{Repository.Version}.{kind}");

    public IReadOnlyList<string> Ids => [.. Directory.GetFiles(Folder, "*.nupkg")
        .Select(file => Path.GetFileName(file).Replace($".{Repository.Version}.nupkg", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        if (folder.IsValueCreated && Environment.GetEnvironmentVariable(Variable) != folder.Value)
            Directory.Delete(folder.Value, recursive: true);
    }

    private static string Made()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        Assert.SkipWhen(OperatingSystem.IsWindows(), "environment/pack.sh is a script of bash.");
        var made = Directory.CreateTempSubdirectory("feed").FullName;
        Command.Run("bash", [Path.Combine(Repository.Root, "environment", "pack.sh"), "--here", made]);
        return made;
    }
}
