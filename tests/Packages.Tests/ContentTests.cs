using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace CarbonComp.Packages.Tests;

/// <summary>What is in each package.</summary>
[Trait("size", "large")]
public class ContentTests(Feed feed)
{
    public static TheoryData<string> Packages => [.. Repository.Packable];

    public static TheoryData<string> Libraries => [.. Repository.Libraries];

    [Fact]
    public void Every_project_is_a_package_or_says_that_it_is_none() =>
        Assert.Equal(Repository.Packable, feed.Ids.Where(id => !id.StartsWith(Repository.Kernel + ".", StringComparison.Ordinal)));

    [Theory, MemberData(nameof(Packages))]
    public void A_package_says_what_it_is(string id)
    {
        using var package = new Package(feed.PathOf(id));
        Assert.Equal(Repository.Version, package.Value("version"));
        Assert.Equal("MIT", package.Value("license"));
        Assert.Equal("The CarbonComp authors", package.Value("authors"));
        foreach (var name in (string[])["description", "tags", "copyright", "releaseNotes"])
            Assert.False(string.IsNullOrWhiteSpace(package.Value(name)), name);
        var icon = package.Bytes(package.Value("icon")!);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon.Take(4));
        Assert.InRange(icon.Length, 1, 20_000);
        Assert.StartsWith("# Changelog", package.Text("CHANGELOG.md"), StringComparison.Ordinal);
        var page = package.Text(package.Value("readme")!);
        Assert.StartsWith($"# {id}\n", page, StringComparison.Ordinal);
        // A gallery shows the page alone: a path into the repository leads nowhere.
        Assert.DoesNotMatch(@"\]\((?!https?://)", page);
    }

    [Theory, MemberData(nameof(Libraries))]
    public void A_library_has_its_documentation_and_its_symbols(string id)
    {
        using var package = new Package(feed.PathOf(id));
        var members = XDocument.Parse(package.Text($"lib/net10.0/{id}.xml")).Descendants("member").Count();
        Assert.True(members > 0, "The documentation names no member.");
        using var assembly = new PEReader(new MemoryStream(package.Bytes($"lib/net10.0/{id}.dll")));
        var entries = assembly.ReadDebugDirectory();
        Assert.Contains(entries, entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        var codeView = assembly.ReadCodeViewDebugDirectoryData(entries.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
        using var symbols = new Package(feed.PathOf(id, "snupkg"));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols.Bytes($"lib/net10.0/{id}.pdb")));
        var reader = provider.GetMetadataReader();
        Assert.Equal(codeView.Guid, new BlobContentId(reader.DebugMetadataHeader!.Id).Guid);
        // No path of the machine that built it.
        Assert.All(reader.Documents, document => Assert.StartsWith("/_", reader.GetString(reader.GetDocument(document).Name), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Libraries))]
    public void A_library_needs_only_what_can_be_had(string id)
    {
        using var package = new Package(feed.PathOf(id));
        var ours = package.Dependencies.Where(each => each.Id.StartsWith("CarbonComp", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.All(ours, each => Assert.Contains(each.Id, Repository.Libraries));
        Assert.All(ours, each => Assert.Equal(Repository.Version, each.Version));
        // What builds and tests it is no business of who uses it.
        Assert.DoesNotContain(package.Dependencies, each => each.Id.Contains("Analyzers", StringComparison.Ordinal)
            || each.Id.Contains("SourceLink", StringComparison.Ordinal) || each.Id.StartsWith("xunit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CarbonComp.Charts", "plotly-cartesian.min.js.gz")]
    [InlineData("CarbonComp.PlotlyNet", "plotly.min.js.gz")]
    public void Figures_bring_their_script(string id, string resource)
    {
        using var package = new Package(feed.PathOf(id));
        using var assembly = new PEReader(new MemoryStream(package.Bytes($"lib/net10.0/{id}.dll")));
        var metadata = assembly.GetMetadataReader();
        Assert.Contains(resource, metadata.ManifestResources.Select(each => metadata.GetString(metadata.GetManifestResource(each).Name)));
    }

    [Fact]
    public void Charts_of_Plotly_NET_are_shown_by_the_extension_of_the_package()
    {
        using var package = new Package(feed.PathOf("CarbonComp.PlotlyNet"));
        Assert.Contains("interactive-extensions/dotnet/CarbonComp.PlotlyNet.dll", package.Files);
    }

    [Fact]
    public void The_tool_names_its_packages_and_those_of_a_platform_are_compiled_ahead()
    {
        using var tool = new Package(feed.PathOf(Repository.Kernel));
        var settings = XDocument.Parse(tool.Text(tool.Files.Single(file => file.EndsWith("DotnetToolSettings.xml", StringComparison.Ordinal))));
        var named = settings.Descendants("RuntimeIdentifierPackage").Select(each => (string)each.Attribute("Id")!).ToList();
        Assert.NotEmpty(named);
        foreach (var id in named)
        {
            using var package = new Package(feed.PathOf(id));
            // Only code of one platform can be compiled ahead.
            var isAhead = !id.EndsWith(".any", StringComparison.Ordinal);
            foreach (var name in (string[])["CarbonComp.Kernel.dll", "Microsoft.CodeAnalysis.CSharp.dll"])
            {
                var file = package.Files.Single(each => Path.GetFileName(each) == name);
                using var assembly = new PEReader(new MemoryStream(package.Bytes(file)));
                Assert.True(isAhead == assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, $"{id}: is {name} compiled ahead?");
            }
            Assert.Contains(package.Files, file => file.EndsWith("guest/Microsoft.DotNet.Interactive.dll", StringComparison.Ordinal));
            Assert.Contains(package.Files, file => file.EndsWith("commands/CarbonComp.Cases.dll", StringComparison.Ordinal));
            var natives = package.Files.Where(file => Path.GetFileNameWithoutExtension(file) is "e_sqlite3" or "libe_sqlite3").ToList();
            Assert.True(isAhead ? natives.Count == 1 : natives.Count > 10, $"{id}: {string.Join(", ", natives)}");
            // Commands are the same files for every platform, and no phone runs a kernel.
            Assert.DoesNotContain(natives, file => file.Contains("/commands/", StringComparison.Ordinal) || file.EndsWith(".a", StringComparison.Ordinal));
            Assert.InRange(new FileInfo(feed.PathOf(id)).Length, 5_000_000, 30_000_000);
        }
    }

    [Theory]
    [InlineData("linux-")]
    [InlineData("osx-")]
    [InlineData("win-")]
    [InlineData("any")]
    public void The_tool_is_made_for_every_system(string system) => Assert.Contains(system,
        XDocument.Load(Path.Combine(Repository.Root, "src", Repository.Kernel, Repository.Kernel + ".csproj")).Descendants("PackagePlatforms").Single().Value);

    [Fact]
    public void The_version_is_said_alike_everywhere()
    {
        Assert.Contains($"\nversion: {Repository.Version}\n", File.ReadAllText(Path.Combine(Repository.Root, "CITATION.cff")));
        Assert.All(Repository.Libraries, id => Assert.Contains($"#r \"nuget: {id}, {Repository.Version}\"", Repository.Sample(id)));
    }
}
