using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace CarbonComp.Tests.Architecture;

/// <summary>The projects of src and what each may depend on.</summary>
public class ProjectOrderTests
{
    // Direct references; the library has none.
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["CarbonComp"] = [],
        ["CarbonComp.Cases"] = ["CarbonComp", "CarbonComp.Studies"],
        ["CarbonComp.Charts"] = ["CarbonComp", "CarbonComp.Uncertainty"],
        ["CarbonComp.Formats"] = ["CarbonComp"],
        ["CarbonComp.Glpk"] = ["CarbonComp"],
        ["CarbonComp.Interactive"] = ["CarbonComp", "CarbonComp.Charts"],
        ["CarbonComp.Kernel"] = ["CarbonComp.Kernel.Guest"],
        ["CarbonComp.Kernel.Guest"] = [],
        ["CarbonComp.OrTools"] = ["CarbonComp"],
        ["CarbonComp.PlotlyNet"] = ["CarbonComp", "CarbonComp.Charts"],
        ["CarbonComp.Studies"] = ["CarbonComp", "CarbonComp.Formats", "CarbonComp.Uncertainty"],
        ["CarbonComp.Uncertainty"] = ["CarbonComp"],
    };

    public static TheoryData<string> Projects { get; } =
        [.. Directory.GetDirectories(Sources()).Where(d => File.Exists(ProjectFile(d))).Select(d => Path.GetFileName(d)!)];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string project)
    {
        Assert.True(May.TryGetValue(project, out var may), $"{project} has no place in the order of projects. Give it one.");
        Assert.Empty(Items(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).Except(may!));
    }

    [Theory, MemberData(nameof(Projects))]
    public void No_project_shows_its_internals_to_another_product(string project) =>
        Assert.All(Items(project, "InternalsVisibleTo"), friend => Assert.Matches(@"\.(Tests|Benchmarks)$", friend));

    [Theory]
    [InlineData("CarbonComp.Studies", "CarbonComp.Charts")]
    [InlineData("CarbonComp.Charts", "CarbonComp.Studies")]
    [InlineData("CarbonComp.Charts", "CarbonComp.Formats")]
    [InlineData("CarbonComp.Kernel", "CarbonComp")]
    public void Two_projects_do_not_meet(string from, string to) => Assert.DoesNotContain(to, Reached(from));

    private static HashSet<string> Reached(string project) => May[project].SelectMany(next => Reached(next).Append(next)).ToHashSet();

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(ProjectFile(Path.Combine(Sources(), project))).Descendants(kind).Select(item => (string?)item.Attribute("Include") ?? "");

    private static string ProjectFile(string folder) => Path.Combine(folder, $"{Path.GetFileName(folder)}.csproj");

    private static string Sources([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src"));
}
