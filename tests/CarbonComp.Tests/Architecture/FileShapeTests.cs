using System.Text.RegularExpressions;

namespace CarbonComp.Tests.Architecture;

/// <summary>How files look: one public type each, short enough to be read, lines that fit a screen.</summary>
public partial class FileShapeTests
{
    private const int LongestFile = 250, LongestLine = 160;

    // Files that were longer when the limit was set, and may not grow.
    private static readonly Dictionary<string, int> LongFiles = new()
    {
        ["CarbonComp.Charts/Charts/CarbonChart.Maps.cs"] = 267,
        ["CarbonComp.Kernel/Engine/StopWeaver.cs"] = 314,
        ["CarbonComp.Studies/Provinces/ChinaProvinces.cs"] = 279,
    };

    // The number of long lines when the limit was set: it may fall. A project that is not listed has none.
    private static readonly Dictionary<string, int> LongLines = new()
    {
        ["CarbonComp"] = 18,
        ["CarbonComp.Charts"] = 139,
        ["CarbonComp.Formats"] = 122,
        ["CarbonComp.Kernel"] = 113,
        ["CarbonComp.PlotlyNet"] = 14,
        ["CarbonComp.Studies"] = 60,
    };

    public static TheoryData<string> Projects { get; } = [.. SourceTree.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void A_file_holds_one_public_type_and_is_named_after_it(string project) => Assert.All(SourceTree.Files(project), file =>
    {
        var types = PublicType().Matches(string.Join('\n', SourceTree.Lines(project, file))).Select(m => m.Groups[1].Value).ToArray();
        Assert.True(types is [] || types is [var only] && only == Path.GetFileName(file).Split('.')[0], $"{file} holds {string.Join(", ", types)}");
    });

    [Theory, MemberData(nameof(Projects))]
    public void No_file_is_longer_than_250_lines(string project) => Assert.All(SourceTree.Files(project), file =>
        Assert.InRange(SourceTree.Lines(project, file).Length, 0, LongFiles.GetValueOrDefault($"{project}/{file}", LongestFile)));

    [Theory, MemberData(nameof(Projects))]
    public void No_line_is_longer_than_160_characters(string project)
    {
        var offences = SourceTree.Files(project).SelectMany(file => SourceTree.Lines(project, file).Select((line, i) => (line, place: $"{file}:{i + 1}")))
            .Where(l => l.line.Length > LongestLine).Select(l => l.place).ToArray();
        var allowed = LongLines.GetValueOrDefault(project);
        Assert.True(offences.Length <= allowed, $"{offences.Length} lines of {project} are too long, {allowed} may be: {string.Join(", ", offences)}");
    }

    [GeneratedRegex(@"^public\s+(?:(?:sealed|static|abstract|partial|readonly)\s+)*(?:record\s+struct|record|class|struct|enum|interface)\s+(\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
