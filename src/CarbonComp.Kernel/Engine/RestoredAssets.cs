using System.Reflection;
using System.Text.Json;

namespace CarbonComp.Kernel.Engine;

/// <summary>Reads what NuGet wrote in <c>project.assets.json</c>.</summary>
internal sealed record RestoredAssets(RestoredPackages Files, IReadOnlyDictionary<string, string> Versions)
{
    /// <summary>The files of a restore, or <see langword="null"/> where there is none or a file of it is gone.</summary>
    public static RestoredAssets? TryRead(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (Errors(json).Count > 0)
                return null;
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or IOException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>NuGet's own words for what failed.</summary>
    public static IReadOnlyList<string> Errors(string path)
    {
        if (!File.Exists(path))
            return [];
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return Errors(json);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return [];
        }
    }

    private static List<string> Errors(JsonDocument json)
    {
        var errors = new List<string>();
        if (json.RootElement.TryGetProperty("logs", out var logs))
            foreach (var log in logs.EnumerateArray())
                if (log.GetProperty("level").GetString() == "Error")
                    errors.Add(log.GetProperty("code").GetString() + ": " + log.GetProperty("message").GetString());
        return errors;
    }

    private static RestoredAssets? Read(JsonElement root)
    {
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(each => each.Name).ToList();
        var libraries = root.GetProperty("libraries");
        var targets = root.GetProperty("targets").EnumerateObject().ToList();
        // The target with a runtime identifier knows the assets for this machine.
        var target = targets.FirstOrDefault(each => each.Name.Contains('/', StringComparison.Ordinal)) is { Value.ValueKind: JsonValueKind.Object } specific
            ? specific : targets[0];
        List<string> assemblies = [], natives = [], extensions = [];
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var library in target.Value.EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "package")
                continue;
            var slash = library.Name.IndexOf('/', StringComparison.Ordinal);
            versions[library.Name[..slash]] = library.Name[(slash + 1)..];
            var relative = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
            var root0 = folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(Directory.Exists);
            if (root0 is null)
                return null;
            if (Path.Combine(root0, "interactive-extensions", "dotnet") is var folder && Directory.Exists(folder))
                extensions.AddRange(Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal));
            foreach (var (kind, list) in (ReadOnlySpan<(string, List<string>)>)[("runtime", assemblies), ("native", natives)])
            {
                if (!library.Value.TryGetProperty(kind, out var files))
                    continue;
                foreach (var file in files.EnumerateObject())
                {
                    if (file.Name.EndsWith("_._", StringComparison.Ordinal))
                        continue;
                    var full = Path.Combine(root0, file.Name);
                    if (!File.Exists(full))
                        return null;
                    if (kind == "native" || !FrameworkHas(full))
                        list.Add(full);
                }
            }
        }
        return new RestoredAssets(new RestoredPackages(assemblies, natives, extensions), versions);
    }

    /// <summary>Packages carry parts of the framework for older ones; the framework's own are as new or newer.</summary>
    private static bool FrameworkHas(string file)
    {
        var own = Path.Combine(FrameworkReferences.Folder, Path.GetFileName(file));
        if (!File.Exists(own))
            return false;
        try
        {
            return AssemblyName.GetAssemblyName(own).Version >= AssemblyName.GetAssemblyName(file).Version;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
