using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CarbonComp.Interactive.Tests;

/// <summary>A package that a notebook names has the version that the project pins, so that prose and cells do not age.</summary>
public partial class NotebookPackageTests
{
    [Fact]
    public void Versions_in_notebooks_are_the_pinned_ones()
    {
        var pinned = Pinned();
        foreach (var file in Directory.GetFiles(Repository.At("notebooks"), "*.ipynb"))
            Assert.All(Named(Sources(File.ReadAllText(file))), package =>
                Assert.True(pinned.GetValueOrDefault(package.Id) == package.Version,
                    $"{Path.GetFileName(file)} names {package.Id} {package.Version}, "
                    + $"Directory.Packages.props has {pinned.GetValueOrDefault(package.Id) ?? "none"}."));
    }

    [Theory]
    [InlineData("#r \"nuget: Deedle, 3.0.0\"", "Deedle", "3.0.0")]
    [InlineData("```csharp\n#r \"nuget:Microsoft.Data.Analysis,0.22.3\"\n```", "Microsoft.Data.Analysis", "0.22.3")]
    [InlineData("#r \"nuget: Plotly.NET\"", "Plotly.NET", "")]
    public void A_named_package_is_found(string source, string id, string version) => Assert.Equal([(id, version)], Named(source));

    private static Dictionary<string, string> Pinned() => XDocument.Load(Repository.At("Directory.Packages.props")).Descendants("PackageVersion")
        .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value, StringComparer.OrdinalIgnoreCase);

    private static string Sources(string notebook) => string.Join('\n', JsonNode.Parse(notebook)!["cells"]!.AsArray()
        .Select(cell => cell!["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)cell["source"]!));

    private static IEnumerable<(string Id, string Version)> Named(string source) =>
        Directive().Matches(source).Select(m => (m.Groups["id"].Value.Trim(), m.Groups["version"].Value.Trim()));

    [GeneratedRegex("""#r\s+"nuget:(?<id>[^",]+)(,(?<version>[^"]*))?""")]
    private static partial Regex Directive();
}
