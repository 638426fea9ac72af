namespace CarbonComp.Formats.Tests;

/// <summary>Files in a publication's layout: small ones that are committed, and the published ones where a variable names their folder.</summary>
internal sealed record PublishedFolder(string Variable, string Layout)
{
    public static PublishedFolder Ceads { get; } = new("CARBONCOMP_CEADS", "ceads");

    public static PublishedFolder NationalTables { get; } = new("CARBONCOMP_NATIONAL_TABLES", "national");

    /// <summary>The published files of a pattern; the test is skipped where no folder is named.</summary>
    public string[] Files(string pattern)
    {
        var folder = Environment.GetEnvironmentVariable(Variable) ?? "";
        Assert.SkipUnless(folder.Length > 0, $"The published files are not part of the project. Put them into a folder and name it in {Variable}.");
        return Matching(folder, pattern);
    }

    public string File(string name) => Files(name).Single();

    /// <summary>The committed file of a pattern, in the layout of the published one.</summary>
    public string Sample(string pattern) => Matching(Samples(Layout), pattern).Single();

    /// <summary>The folder of committed files in one publication's layout.</summary>
    public static string Samples(string layout) => CaseFolder.Path(Path.Combine("..", "tests", "CarbonComp.Formats.Tests", "Layouts", layout));

    private static string[] Matching(string folder, string pattern) => [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)];
}
