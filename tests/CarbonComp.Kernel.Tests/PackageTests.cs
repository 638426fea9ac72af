using System.IO.Compression;

namespace CarbonComp.Kernel.Tests;

/// <summary>Packages from a folder made here, so that no registry is asked.</summary>
[Trait("size", "large")]
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
    /// <param name="needs">A package it depends on, and the version.</param>
    /// <param name="members">Further members of the class.</param>
    /// <param name="native">A native library for this machine, and the name it gets.</param>
    private string Package(string version, string answer, string? id = null,
        (string Id, string Version)? needs = null, string members = "", (string File, string Name)? native = null)
    {
        id ??= "CarbonCompTest" + Guid.NewGuid().ToString("N")[..12];
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public static "
            + $"class {id} {{ public static string Answer() => \"{answer}\"; {members} }}", cancellationToken: TestContext.Current.CancellationToken);
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(id, [tree], Engine.FrameworkReferences.References,
            new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        using var zip = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var writer = new StreamWriter(zip.CreateEntry(id + ".nuspec").Open()))
            writer.Write("<?xml version=\"1.0\"?><package "
                + $"xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>{id}</id><version>{version}</version>"
                + "<authors>test</authors><description>test</description>"
                + (needs is { } other ? $"<dependencies><dependency id=\"{other.Id}\" version=\"{other.Version}\" /></dependencies>" : "")
                    + "</metadata></package>");
        if (native is { } file)
            zip.CreateEntryFromFile(file.File, $"runtimes/{Engine.SessionLoadContext.PortableRid}/native/{file.Name}");
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

    [Fact]
    public void A_version_that_does_not_exist_is_not_replaced_by_a_higher_one()
    {
        var id = Package("1.1.0", "one");
        var message = cell.Fails($"#i \"{folder}\"\n#r \"nuget: {id}, 1.0\"").Message;
        Assert.Contains($"no version 1.0 of {id}", message);
        Assert.Contains("1.1.0", message);
        Assert.Equal("one", cell.Ok($"#r \"nuget: {id}, 1.1\"\n{id}.Answer()").Plain);
    }

    [Fact]
    public void Without_a_version_the_latest_is_taken_and_kept_when_the_feed_is_gone()
    {
        var id = Package("1.0.0", "one");
        Package("1.3.0", "latest", id);
        var code = $"#i \"{folder}\"\n#r \"nuget: {id}\"\n{id}.Answer()";
        Assert.Equal("latest", cell.Ok(code).Plain);
        Assert.Contains($"{id} 1.3.0", cell.Stderr);
        Assert.Equal("latest", cell.Ok(code).Plain);
        Assert.Equal("", cell.Stderr);

        Package("1.4.0", "newer", id);
        using (var later = new CellRun())
            Assert.Equal("newer", later.Ok(code).Plain);

        foreach (var file in Directory.GetFiles(folder, "*.nupkg"))
            File.Delete(file);
        using var offline = new CellRun();
        Assert.Equal("newer", offline.Ok(code).Plain);
        Assert.Contains($"No newer version could be looked for; {id} 1.4.0", offline.Stderr);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_package_that_needs_another_version_of_a_loaded_one_is_refused_and_spoils_nothing(bool named)
    {
        var shared = Package("1.0.0", "one");
        Package("2.0.0", "two", shared);
        var needing = Package("1.0.0", "needing", needs: (shared, "2.0.0"));
        var loaded = named ? shared : Package("1.0.0", "bringing", needs: (shared, "1.0.0"));
        cell.Ok($"#i \"{folder}\"\n#r \"nuget: {loaded}, 1.0.0\"");
        var message = cell.Fails($"#r \"nuget: {needing}, 1.0.0\"").Message;
        Assert.Contains(named ? $"{shared} from 2.0.0 to 1.0.0" : $"needs {shared} 2.0.0", message);
        Assert.Contains($"this session already uses {shared} 1.0.0", message, StringComparison.OrdinalIgnoreCase);
        var third = Package("1.0.0", "three");
        Assert.Equal("threeone", cell.Ok($"#r \"nuget: {third}, 1.0.0\"\n{third}.Answer() + {shared}.Answer()").Plain);
    }

    [Fact]
    public void The_native_library_of_a_package_is_found()
    {
        var library = System.Diagnostics.Process.GetCurrentProcess().Modules.Cast<System.Diagnostics.ProcessModule>()
            .FirstOrDefault(module => module.ModuleName.StartsWith("libm.so", StringComparison.Ordinal)
                || module.ModuleName.StartsWith("libm-", StringComparison.Ordinal));
        Assert.SkipWhen(library is null, "There is no libm to make a package of.");
        // The library's name is the package's own, so that no library of the system answers.
        var name = "carboncompnative" + Guid.NewGuid().ToString("N")[..8];
        var id = Package("1.0.0", "native", native: (library!.FileName, $"lib{name}.so"),
            members: $"[System.Runtime.InteropServices.DllImport(\"{name}\", EntryPoint = \"cos\")] public static extern double Cosine(double x);");
        Assert.Equal("1", cell.Ok($"#i \"{folder}\"\n#r \"nuget: {id}, 1.0.0\"\n{id}.Cosine(0)").Plain);
    }

    [Theory]
    [InlineData("1.0", "1.0.0.0", true)]
    [InlineData("1.0.0-Beta", "1.0-beta", true)]
    [InlineData("1.0.0+build", "1.0.0", true)]
    [InlineData("1.0.0", "1.0.0-beta", false)]
    [InlineData("1.0.10", "1.0.1", false)]
    [InlineData("0.1", "1.0", false)]
    public void Versions_are_compared_as_NuGet_does(string a, string b, bool same) => Assert.Equal(same, Engine.PackageReference.AreSame(a, b));

    [Theory]
    [InlineData("#r \"nuget: \"")]
    [InlineData("#r \"nuget: not a name, 1.0\"")]
    [InlineData("#i \"/no/such/folder\"")]
    [InlineData("#i no-quotes")]
    public void Malformed_directives_fail_the_cell(string code) => Assert.Equal("DirectiveError", cell.Fails(code).Name);
}
