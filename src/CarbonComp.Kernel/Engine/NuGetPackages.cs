using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CarbonComp.Kernel.Display;
using CarbonComp.Kernel.Weaving;

namespace CarbonComp.Kernel.Engine;

/// <summary>Restores packages with the SDK's own NuGet: a throw-away project, then its <c>project.assets.json</c>.</summary>
internal sealed class NuGetPackages : IPackageSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly List<string> feeds = [];

    // What was asked for by name, and the version of everything that came with it.
    private readonly Dictionary<string, PackageReference> session = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> loaded = new(StringComparer.OrdinalIgnoreCase);
    private (IReadOnlyList<PackageReference> Wanted, RestoredAssets Restored)? pending;

    public void AddFeed(string feed)
    {
        var body = feed.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? feed["nuget:".Length..].Trim() : feed.Trim();
        var isAddress = body.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || body.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        var source = isAddress ? body : Path.GetFullPath(body);
        if (!isAddress && !Directory.Exists(source))
            throw new DirectiveException($"#i \"{feed}\": there is no folder {source}. A feed is an https address or a folder of packages.");
        if (!feeds.Contains(source))
            feeds.Add(source);
    }

    public RestoredPackages Restore(IReadOnlyList<PackageReference> wanted, CancellationToken stop)
    {
        pending = null;
        var all = session.Keys.ToDictionary(id => id, id => new PackageReference(id, loaded.GetValueOrDefault(id)), StringComparer.OrdinalIgnoreCase);
        foreach (var package in wanted)
        {
            if (package.IsExact && loaded.TryGetValue(package.Id, out var here) && !PackageReference.AreSame(package.Version!, here))
                throw new DirectiveException($"#r \"nuget: {package.Id}, {package.Version}\": this session already uses {package.Id} {here}. Restart the "
                    + $"kernel to use another version.");
            if (package.Version is not null || !all.ContainsKey(package.Id))
                all[package.Id] = package;
        }

        var folder = Path.Combine(CacheFolder, Key(all.Values));
        var assets = Path.Combine(folder, "obj", "project.assets.json");
        var names = string.Join(", ", wanted);
        var before = RestoredAssets.TryRead(assets);
        var restored = all.Values.All(package => package.IsExact) ? before : null;
        if (restored is null)
        {
            Say($"Restoring {names} …\n");
            var watch = Stopwatch.StartNew();
            var kept = before is null ? null : File.ReadAllBytes(assets);
            try
            {
                using var still = new Timer(_ => Say(string.Create(CultureInfo.InvariantCulture, $"… {watch.Elapsed.TotalSeconds:0} s\n")),
                    null, Patience, Patience);
                restored = Run(folder, assets, all.Values, names, stop);
                Say(string.Create(CultureInfo.InvariantCulture, $"Restored {Versions(restored, wanted)} in {watch.Elapsed.TotalSeconds:0.0} s\n"));
            }
            catch (DirectiveException e) when (before is not null)
            {
                // Without a network the latest version is the one that was the latest.
                File.WriteAllBytes(assets, kept!);
                restored = before;
                Say($"No newer version could be looked for; {Versions(restored, wanted)} is used as restored before.\n{e.Message}\n");
            }
        }
        Check(restored, wanted, names);
        pending = (wanted, restored);
        return restored.Files;
    }

    public void Accept()
    {
        if (pending is not { } accepted)
            return;
        foreach (var package in accepted.Wanted)
            session[package.Id] = package;
        foreach (var (id, version) in accepted.Restored.Versions)
            loaded[id] = version;
        pending = null;
    }

    private void Check(RestoredAssets restored, IReadOnlyList<PackageReference> wanted, string names)
    {
        // NuGet takes the next higher version where the one that was named does not exist.
        foreach (var package in wanted)
            if (package.IsExact && restored.Versions.TryGetValue(package.Id, out var got) && !PackageReference.AreSame(package.Version!, got))
                throw new DirectiveException($"#r \"nuget: {package.Id}, {package.Version}\": there is no version {package.Version} of {package.Id} in the "
                    + $"feeds; the next is {got}.");
        foreach (var (id, version) in restored.Versions)
            if (loaded.TryGetValue(id, out var here) && !PackageReference.AreSame(version, here))
                throw new DirectiveException($"#r \"nuget: {names}\" needs {id} {version}, and this session already uses {id} {here}. Restart the kernel, "
                    + $"and name both packages in one cell.");
    }

    private static string CacheFolder
    {
        get
        {
            var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            var root = string.IsNullOrEmpty(cache) ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache") : cache;
            return Path.Combine(root, "carboncomp", "packages");
        }
    }

    private string Key(IEnumerable<PackageReference> packages)
    {
        var text = Environment.Version + "\n"
            + string.Join('\n', packages.Select(package => package.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal))
            + "\n" + string.Join('\n', feeds);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
    }

    private RestoredAssets Run(string folder, string assets, IEnumerable<PackageReference> packages, string names, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        // Nothing of a folder above may reach in.
        foreach (var shield in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(folder, shield), "<Project />\n");
        var project = Path.Combine(folder, "packages.csproj");
        File.WriteAllText(project, Project(packages));
        // Otherwise NuGet leaves it at the latest version of the first time.
        var (code, output) = Dotnet(folder, packages.All(package => package.IsExact) ? [] : ["--force"], stop);
        var restored = RestoredAssets.TryRead(assets);
        var problems = RestoredAssets.Errors(assets);
        if (code == 0 && restored is not null)
            return restored;
        if (problems.Count == 0)
            problems = [.. output.Split('\n').Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
                .Select(line => line.Replace(project, "", StringComparison.Ordinal).Trim(' ', ':')).Distinct().Take(5)];
        File.Delete(assets);
        problems = problems.Count > 0 ? problems : [output.Trim()];
        var here = loaded.Where(each => problems.Any(problem => problem.Contains(each.Key, StringComparison.OrdinalIgnoreCase)))
            .Select(each => $"This session already uses {each.Key} {each.Value}. Restart the kernel to use another version.");
        throw new DirectiveException($"#r \"nuget: {names}\" could not be restored.\n" + string.Join('\n', problems.Concat(here)));
    }

    private string Project(IEnumerable<PackageReference> packages) => new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
            new XElement("RuntimeIdentifier", SessionLoadContext.PortableRid),
            new XElement("OutputType", "Library"),
            new XElement("UseAppHost", "false"),
            new XElement("SelfContained", "false"),
            new XElement("NuGetAudit", "false"),
            new XElement("EnableDefaultItems", "false"),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', feeds))),
        new XElement("ItemGroup", packages.Select(package =>
            new XElement("PackageReference", new XAttribute("Include", package.Id), new XAttribute("Version", package.Version ?? "*"))))).ToString();

    private static (int Code, string Output) Dotnet(string folder, string[] options, CancellationToken stop)
    {
        var info = new ProcessStartInfo(DotnetProgram.Path, ["restore", "packages.csproj", "--nologo", "-v:minimal", "-tl:off", "-nodeReuse:false", .. options])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        info.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        info.Environment["DOTNET_NOLOGO"] = "1";
        info.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        Process process;
        try
        {
            process = Process.Start(info)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new DirectiveException($"#r \"nuget: …\" needs the .NET SDK, and {DotnetProgram.Path} could not be started ({e.Message}). "
                + "Install the SDK, or use #r \"path.dll\".");
        }
        using (process)
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(stop);
            var errors = process.StandardError.ReadToEndAsync(stop);
            try
            {
                process.WaitForExitAsync(stop).GetAwaiter().GetResult();
                return (process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
            }
            catch (Exception e) when (e is OperationCanceledException or ThreadInterruptedException)
            {
                process.Kill(entireProcessTree: true);
                throw new CellInterruptedException();
            }
        }
    }

    private static string Versions(RestoredAssets restored, IReadOnlyList<PackageReference> wanted) => string.Join(", ", wanted.Select(package =>
        restored.Versions.TryGetValue(package.Id, out var version) ? package.Id + " " + version : package.ToString()));

    private static void Say(string text) => CellContext.Current?.Output.Stream("stderr", text);
}
