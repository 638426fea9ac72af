using System.Xml.Linq;

namespace CarbonComp.Packages.Tests;

/// <summary>A home in which nothing is installed but the tool, from the packages alone; and where NuGet has seen no package.</summary>
public sealed class EmptyHome : IDisposable
{
    private readonly Lazy<string> tool;

    public EmptyHome(Feed feed) => tool = new(() => Install(feed));

    public string Folder { get; } = Directory.CreateTempSubdirectory("home").FullName;

    /// <summary>The installed command.</summary>
    public string Tool => tool.Value;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Sets the home, and removes the variables that would lead out of it.</summary>
    public void Enter(IDictionary<string, string?> environment)
    {
        string[] beginnings = ["XDG_", "JUPYTER", "NUGET_", "DOTNET_CLI_HOME", "CARBONCOMP_DATA_DIR", "IPYTHONDIR"];
        foreach (var name in environment.Keys.Where(name => beginnings.Any(each => name.StartsWith(each, StringComparison.Ordinal))).ToList())
            environment.Remove(name);
        environment["HOME"] = Folder;
        environment["USERPROFILE"] = Folder;
        environment["JUPYTER_PLATFORM_DIRS"] = "0";
        environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
    }

    /// <summary>Runs a program in this home.</summary>
    public string Run(string program, params string[] arguments) => Command.Run(program, arguments, Enter, Folder);

    /// <summary>Runs a program in this home that is to find fault with what it is given.</summary>
    /// <returns>What it says of it.</returns>
    public string Refused(string program, params string[] arguments)
    {
        var (code, output, errors) = Command.Ended(program, arguments, Enter, Folder);
        Assert.True(code == 1, $"{program} {string.Join(' ', arguments)} ended with {code}:\n{output}\n{errors}");
        return errors;
    }

    private string Install(Feed feed)
    {
        var settings = Path.Combine(Folder, ".nuget", "NuGet", "NuGet.Config");
        Directory.CreateDirectory(Path.GetDirectoryName(settings)!);
        Settings(feed.Folder).Save(settings);
        var tools = Path.Combine(Folder, "tools");
        Run("dotnet", "tool", "install", Repository.Kernel, "--version", Repository.Version, "--tool-path", tools);
        return Path.Combine(tools, OperatingSystem.IsWindows() ? "carboncomp.exe" : "carboncomp");
    }

    /// <summary>Ours from the folder alone; what they need from where this machine takes it, and from what it has already.</summary>
    private static XElement Settings(string feed)
    {
        var global = Command.Run("dotnet", ["nuget", "locals", "global-packages", "--list"]).Split(": ", 2)[1].Trim();
        var sources = Command.Run("dotnet", ["nuget", "list", "source", "--format", "short"]).Split('\n')
            .Where(line => line.StartsWith("E ", StringComparison.Ordinal)).Select(line => line[2..].Trim()).Append(global).ToList();
        XElement Source(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
        XElement Mapping(string key, string pattern) =>
            new("packageSource", new XAttribute("key", key), new XElement("package", new XAttribute("pattern", pattern)));
        return new("configuration",
            new XElement("packageSources", new XElement("clear"), Source("packed", feed), sources.Select((source, i) => Source($"machine{i}", source))),
            new XElement("packageSourceMapping", Mapping("packed", "CarbonComp*"), sources.Select((_, i) => Mapping($"machine{i}", "*"))));
    }
}
