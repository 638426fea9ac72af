using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace CarbonComp.Tests.Architecture;

/// <summary>Libraries are at home on every system: no path of one of them is in their code, and native parts are named and not placed.</summary>
public partial class PlatformTests
{
    public static TheoryData<string> Libraries { get; } =
        [.. SourceTree.Projects.Where(project => !project.StartsWith("CarbonComp.Kernel", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Libraries))]
    public void No_path_of_one_system_is_in_the_code(string project) => Assert.DoesNotContain(Texts(project), text => PlaceOfOneSystem().IsMatch(text));

    [Theory]
    [InlineData("/usr/lib/libopenblas.so.0")]
    [InlineData("cannot write to /tmp/x")]
    [InlineData("C:\\Program Files")]
    [InlineData("~/Library")]
    public void Such_paths_are_recognised(string text) => Assert.Matches(PlaceOfOneSystem(), text);

    [Theory]
    [InlineData("CarbonComp", "openblas")]
    [InlineData("CarbonComp.Glpk", "glpk")]
    public void A_native_part_has_a_name_on_every_system(string project, string part)
    {
        var names = Texts(project).Where(text => NameOfLibrary().IsMatch(text) && text.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.All(names, name => Assert.DoesNotContain('/', name));
        // A name without an ending is completed by the runtime as the system has it.
        foreach (var ending in (string[])[".so", ".dylib", ".dll"])
            Assert.Contains(names, name => name.Contains(ending, StringComparison.Ordinal) || !name.Contains('.', StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Libraries))]
    public void Native_functions_are_imported_by_name(string project)
    {
        using var assembly = Open(project);
        var metadata = assembly.GetMetadataReader();
        var imported = Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.ModuleRef))
            .Select(row => metadata.GetString(metadata.GetModuleReference(MetadataTokens.ModuleReferenceHandle(row)).Name));
        Assert.All(imported, name => Assert.DoesNotContain('/', name));
    }

    /// <summary>All texts that the code of an assembly holds.</summary>
    private static List<string> Texts(string project)
    {
        using var assembly = Open(project);
        var metadata = assembly.GetMetadataReader();
        var texts = new List<string>();
        for (var handle = metadata.GetNextHandle(MetadataTokens.UserStringHandle(0)); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            texts.Add(metadata.GetUserString(handle));
        Assert.NotEmpty(texts);
        return texts;
    }

    private static PEReader Open(string project) => new(File.OpenRead(SourceTree.Assembly(project)));

    // Homebrew's place is an exception: it is asked for on macOS alone, and what lies there is on no path that the system searches.
    [GeneratedRegex(@"(?<![\w.>])(/(?!opt/homebrew/)(usr|tmp|etc|proc|bin|var|home|opt|dev|lib|root|mnt)(/|$)|~/|[A-Za-z]:\\)")]
    private static partial Regex PlaceOfOneSystem();

    [GeneratedRegex(@"^[\w.+-]+$")]
    private static partial Regex NameOfLibrary();
}
