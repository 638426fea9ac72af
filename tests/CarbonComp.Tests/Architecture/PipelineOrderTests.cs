using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CarbonComp.Tests.Architecture;

public partial class PipelineOrderTests
{
    // The order of DESIGN: a folder uses only those above it.
    private static readonly string[] Folders =
    [
        "Quantities", "Tables", "Regions", "Data", "Numerics", "Emissions", "InputOutput", "Sinks", "Budget",
        "Zoning", "Abatement", "Compensation", "Uncertainty",
    ];

    [Fact]
    public void Every_folder_of_the_library_has_its_place_in_the_pipeline() =>
        Assert.Empty(Directory.GetDirectories(Library()).Select(Path.GetFileName).Except([.. Folders, "bin", "obj"]));

    [Fact]
    public void No_file_uses_a_type_of_a_later_folder()
    {
        var typeFolder = Folders.SelectMany((folder, order) => Sources(folder)
                .SelectMany(file => TypeDeclaration().Matches(Code(file)).Select(m => (Type: m.Groups[1].Value, order))))
            .GroupBy(t => t.Type).ToDictionary(g => g.Key, g => g.Min(t => t.order));
        var offences = Folders.SelectMany((folder, order) => Sources(folder)
            .SelectMany(file => Word().Matches(Code(file)).Select(m => m.Value).Distinct()
                .Where(word => typeFolder.TryGetValue(word, out var place) && place > order)
                .Select(word => $"{folder}/{Path.GetFileName(file)} uses {word} of {Folders[typeFolder[word]]}")));
        Assert.Empty(offences);
    }

    [Fact]
    public void A_file_holds_one_public_type_and_is_named_after_it()
    {
        var offences = Folders.SelectMany(Sources).Where(file =>
        {
            var types = PublicType().Matches(Code(file)).Select(m => m.Groups[1].Value).ToArray();
            return types.Length > 1 || types.Length == 1 && types[0] != Path.GetFileName(file).Split('.')[0];
        });
        Assert.Empty(offences.Select(Path.GetFileName));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.Exists(Path.Combine(Library(), folder))
            ? Directory.EnumerateFiles(Path.Combine(Library(), folder), "*.cs", SearchOption.AllDirectories) : [];

    // Comments and texts may name what they like.
    private static string Code(string file) => CommentOrText().Replace(File.ReadAllText(file), "");

    private static string Library([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/CarbonComp"));

    [GeneratedRegex(@"^(?:public|internal)\s+(?:(?:sealed|static|abstract|partial|readonly)\s+)*(?:record\s+struct|record|class|struct|enum|interface)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^public\s+(?:(?:sealed|static|abstract|partial|readonly)\s+)*(?:record\s+struct|record|class|struct|enum|interface)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w+")]
    private static partial Regex Word();

    [GeneratedRegex("""//.*|\$?"(?:[^"\\\n]|\\.)*"|/\*.*?\*/""", RegexOptions.None)]
    private static partial Regex CommentOrText();
}
