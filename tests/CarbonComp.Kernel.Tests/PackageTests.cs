using System.IO.Compression;

namespace CarbonComp.Kernel.Tests;

/// <summary>Packages from a folder made here, so that no registry is asked.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("packages").FullName;
    private readonly string? cacheBefore = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
    private readonly string? packagesBefore = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
    private readonly CellRun cell = new();

    public PackageTests()
    {
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Path.Combine(folder, "cache"));
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", Path.Combine(folder, "installed"));
        // NuGet reads the settings of the folders above a project: no source but the one the cell names.
        File.WriteAllText(Path.Combine(folder, "nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
    }

    public void Dispose()
    {
        cell.Dispose();
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", cacheBefore);
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", packagesBefore);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A package of one class with one method; a name of its own for each test, as NuGet keeps what it has seen.</summary>
    private string Package(string version, string answer, string? id = null)
    {
        id ??= "CarbonCompTest" + Guid.NewGuid().ToString("N")[..12];
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public static class {id} {{ public static string Answer() => \"{answer}\"; }}", cancellationToken: TestContext.Current.CancellationToken);
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(id, [tree], Engine.FrameworkReferences.References,
            new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        using var zip = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var writer = new StreamWriter(zip.CreateEntry(id + ".nuspec").Open()))
            writer.Write($"<?xml version=\"1.0\"?><package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>{id}</id><version>{version}</version><authors>test</authors><description>test</description></metadata></package>");
        using (var library = zip.CreateEntry($"lib/net8.0/{id}.dll").Open())
            Assert.True(compilation.Emit(library, cancellationToken: TestContext.Current.CancellationToken).Success);
        return id;
    }

    [Fact]
    public void A_package_of_a_folder_feed_is_restored_told_and_used()
    {
        var id = Package("1.2.0", "one");
        cell.Ok($"#i \"nuget: {folder}\"\n#r \"nuget: {id}, 1.2.0\"\n{id}.Answer()");
        Assert.Equal("one", cell.Plain);
        Assert.Contains($"Restored {id} 1.2.0", cell.Stderr);
        Assert.Equal("one", cell.Ok($"{id}.Answer()").Plain);

        // Again in a new session: from what is kept, without asking any feed.
        using var other = new CellRun();
        other.Ok($"#i \"{folder}\"\n#r \"nuget: {id}, 1.2.0\"\n{id}.Answer()");
        Assert.Equal("one", other.Plain);
        Assert.DoesNotContain("Restor", other.Stderr);
    }

    [Fact]
    public void Another_version_than_the_loaded_one_is_refused_with_both_named()
    {
        var id = Package("1.0.0", "one");
        Package("2.0.0", "two", id);
        cell.Ok($"#i \"{folder}\"\n#r \"nuget: {id}, 1.0.0\"");
        var error = cell.Fails($"#r \"nuget: {id}, 2.0.0\"");
        Assert.Contains($"already uses {id} 1.0.0", error.Message);
        Assert.Contains("Restart the kernel", error.Message);
        Assert.Equal("one", cell.Ok($"{id}.Answer()").Plain);
    }

    [Fact]
    public void Several_packages_of_one_cell_are_all_there_in_this_cell_and_the_next()
    {
        var (first, second) = (Package("1.0.0", "one"), Package("1.0.0", "two"));
        cell.Ok($"#i \"{folder}\"\n#r \"nuget: {first}, 1.0.0\"\n#r \"nuget: {second}, 1.0.0\"\n{first}.Answer() + {second}.Answer()");
        Assert.Equal("onetwo", cell.Plain);
        Assert.Equal("two", cell.Ok($"{second}.Answer()").Plain);
        var third = Package("1.0.0", "three");
        Assert.Equal("threeone", cell.Ok($"#r \"nuget: {third}, 1.0.0\"\n{third}.Answer() + {first}.Answer()").Plain);
    }

    [Fact]
    public void A_floating_version_takes_the_latest_that_fits()
    {
        var id = Package("1.0.0", "one");
        Package("1.5.0", "one and a half", id);
        Package("2.0.0", "two", id);
        Assert.Equal("one and a half", cell.Ok($"#i \"{folder}\"\n#r \"nuget: {id}, 1.*\"\n{id}.Answer()").Plain);
    }

    [Fact]
    public void A_missing_version_is_said_with_the_package()
    {
        var id = Package("1.0.0", "one");
        var error = cell.Fails($"#i \"{folder}\"\n#r \"nuget: {id}, [9.0.0]\"");
        Assert.Contains(id, error.Message);
        Assert.Contains("NU1102", error.Message);
    }

    [Theory]
    [InlineData("#r \"nuget: \"")]
    [InlineData("#r \"nuget: not a name, 1.0\"")]
    [InlineData("#i \"/no/such/folder\"")]
    [InlineData("#i no-quotes")]
    public void Malformed_directives_fail_the_cell(string code) => Assert.Equal("DirectiveError", cell.Fails(code).Name);
}
