namespace CarbonComp.Formats.Tests;

/// <summary>Published files that are not the project's to ship: beside the repository, or where a variable says.</summary>
internal sealed record PublishedFolder(string Variable, string Beside)
{
    public static PublishedFolder Ceads { get; } = new("CARBONCOMP_CEADS", "shared/data/ceads");

    public static PublishedFolder NationalTables { get; } = new("CARBONCOMP_NATIONAL_TABLES", "shared/data/io/china/national");

    private string Path => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given
        : System.IO.Path.GetFullPath(System.IO.Path.Combine(CaseFolder.Path(".."), "..", Beside));

    /// <summary>The folder's files of a pattern; the test is skipped where the folder is missing.</summary>
    public string[] Files(string pattern)
    {
        Assert.SkipUnless(Directory.Exists(Path), $"The published files are not part of the project. Put them into a folder and name it in {Variable}.");
        return [.. Directory.GetFiles(Path, pattern).Order(StringComparer.Ordinal)];
    }

    public string File(string name) => Files(name).Single();
}
