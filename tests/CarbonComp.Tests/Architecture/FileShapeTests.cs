using System.Text.RegularExpressions;

namespace CarbonComp.Tests.Architecture;

/// <summary>How files look: one public type each, short enough to be read, lines that fit a screen.</summary>
public partial class FileShapeTests
{
    private const int LongestType = 250, LongestLine = 160;

    public static TheoryData<string> Projects { get; } = [.. SourceTree.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void A_file_holds_one_public_type_and_is_named_after_it(string project) => Assert.All(SourceTree.Files(project), file =>
    {
        var types = PublicType().Matches(string.Join('\n', SourceTree.Lines(project, file))).Select(m => m.Groups[1].Value).ToArray();
        Assert.True(types is [] || types is [var only] && only == Path.GetFileName(file).Split('.')[0], $"{file} holds {string.Join(", ", types)}");
    });

    // A type that is spread over several files, X.cs and X.Part.cs, counts as one.
    [Theory, MemberData(nameof(Projects))]
    public void No_type_is_longer_than_250_lines(string project) => Assert.All(
        SourceTree.Files(project).GroupBy(f => Path.Combine(Path.GetDirectoryName(f)!, Path.GetFileName(f).Split('.')[0])),
        type => Assert.True(type.Sum(f => SourceTree.Lines(project, f).Length) <= LongestType, type.Key));

    [Theory, MemberData(nameof(Projects))]
    public void No_line_is_longer_than_160_characters(string project) =>
        Assert.Empty(SourceTree.Files(project).SelectMany(file => SourceTree.Lines(project, file).Select((line, i) => (line, place: $"{file}:{i + 1}")))
            .Where(l => l.line.Length > LongestLine).Select(l => l.place));

    [Fact]
    public void No_line_of_a_test_is_longer_either()
    {
        var tests = Path.Combine(SourceTree.Folder, "../tests");
        string[] built = ["obj", "bin"];
        Assert.Empty(Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(tests, f).Split(Path.DirectorySeparatorChar).Intersect(built).Any())
            .SelectMany(f => File.ReadAllLines(f).Select((line, i) => (line, place: $"{Path.GetRelativePath(tests, f)}:{i + 1}")))
            .Where(l => l.line.Length > LongestLine).Select(l => l.place));
    }

    [GeneratedRegex(@"^public\s+(?:(?:sealed|static|abstract|partial|readonly)\s+)*(?:record\s+struct|record|class|struct|enum|interface)\s+(\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
