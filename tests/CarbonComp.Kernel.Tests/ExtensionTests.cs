namespace CarbonComp.Kernel.Tests;

/// <summary>Extensions of .NET Interactive that assemblies and packages bring.</summary>
public sealed class ExtensionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("extensions").FullName;
    private readonly string? cacheBefore = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
    private readonly string? packagesBefore = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
    private readonly CellRun cell = new();

    public ExtensionTests()
    {
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Path.Combine(folder, "cache"));
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", Path.Combine(folder, "installed"));
        File.WriteAllText(Path.Combine(folder, "nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
    }

    public void Dispose()
    {
        cell.Dispose();
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", cacheBefore);
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", packagesBefore);
        Directory.Delete(folder, recursive: true);
    }

    private string Extension(string body) => TestAssembly.Compile(folder, TestAssembly.NewName(), $$"""
        using System;
        using System.Threading.Tasks;
        using Microsoft.DotNet.Interactive;
        using Microsoft.DotNet.Interactive.Commands;
        using Microsoft.DotNet.Interactive.Formatting;

        public class Extension : IKernelExtension
        {
            public async Task OnLoadAsync(Kernel kernel)
            {
                await Task.Yield();
                {{body}}
            }
        }
        """);

    private static string Registering(string html) => $"Formatter.Register<Uri>((uri, writer) => writer.Write(\"{html}\"), \"text/html\");";

    private string Package(string body)
    {
        var id = TestAssembly.NewName();
        TestAssembly.PackExtension(folder, id, Extension(body));
        return $"#i \"nuget: {folder}\"\n#r \"nuget: {id}, 1.0.0\"\n";
    }

    [Fact]
    public void An_extension_of_a_referenced_assembly_runs_once()
    {
        var path = Extension(Registering("of the assembly") + "Console.WriteLine(\"loaded \" + kernel.FindKernelByName(\"csharp\").Name);");
        cell.Ok($"#r \"{path}\"\nnew Uri(\"http://a/\")");
        Assert.Equal("of the assembly", cell.Html);
        Assert.Equal("http://a/", cell.Plain);
        Assert.Equal("loaded csharp\n", cell.Stdout);
        Assert.Equal("", cell.Ok($"#r \"{path}\"").Stdout);
    }

    [Fact]
    [Trait("size", "large")]
    public void An_extension_of_a_package_runs_when_the_package_is_restored() =>
        Assert.Equal("of the package", cell.Ok(Package(Registering("of the package")) + "new Uri(\"http://a/\")").Html);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("size", "large")]
    public void A_referenced_assembly_wins_over_a_package_whichever_came_first(bool packageFirst)
    {
        var package = Package(Registering("of the package"));
        var assembly = $"#r \"{Extension(Registering("of the assembly"))}\"\n";
        cell.Ok(packageFirst ? package : assembly).Ok(packageFirst ? assembly : package);
        Assert.Equal("of the assembly", cell.Ok("new Uri(\"http://a/\")").Html);
    }

    [Fact]
    public void A_registered_formatter_wins_over_what_the_type_brings_along()
    {
        const string type = """
            [TypeFormatterSource(typeof(Source))] public class Chart { }
            public class TypeFormatterSourceAttribute(Type source) : Attribute { public Type FormatterSourceType => source; }
            public class Source { public System.Collections.Generic.IEnumerable<object> CreateTypeFormatters() => [new Drawing()]; }
            public class Drawing
            {
                public string MimeType => "text/html";
                public bool Format(object value, System.IO.TextWriter writer) { writer.Write("of the type"); return true; }
            }
            """;
        cell.Ok("using System;\n" + type).Ok("new Chart()");
        Assert.Equal("of the type", cell.Html);
        cell.Ok("using Microsoft.DotNet.Interactive.Formatting;\nFormatter.Register<Chart>((_, writer) => writer.Write(\"of the cell\"), "
            + "\"text/html\");\nnew Chart()");
        Assert.Equal("of the cell", cell.Html);
    }

    [Fact]
    public void An_extension_that_fails_is_told_in_a_line_and_the_cell_runs()
    {
        var path = Extension("throw new InvalidOperationException(\"no\\nway\");");
        Assert.Equal("2", cell.Ok($"#r \"{path}\"\n1 + 1").Plain);
        Assert.Equal($"The extension Extension of {Path.GetFileNameWithoutExtension(path)} failed to load; what it registers is missing: "
            + $"InvalidOperationException: no way\n", cell.Stderr);
    }

    [Fact]
    public void Code_that_an_extension_runs_comes_before_the_cell()
    {
        var path = Extension("await kernel.SubmitCodeAsync(\"using System.Xml;\\nvar fromExtension = 42;\");");
        cell.Ok($"#r \"{path}\"\nnew XmlDocument().ChildNodes.Count + fromExtension");
        Assert.Equal("42", cell.Plain);
        Assert.Equal("", cell.Stderr);
    }

    [Fact]
    public void Code_of_an_extension_that_fails_is_told_in_a_line_and_the_cell_runs()
    {
        var path = Extension("await kernel.SubmitCodeAsync(\"nonsense\");");
        Assert.Equal("2", cell.Ok($"#r \"{path}\"\n1 + 1").Plain);
        Assert.StartsWith("Code that an extension runs failed: (1,1): error CS0103", cell.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_finds_the_context_it_is_used_to_and_may_display()
    {
        var path = Extension("KernelInvocationContext.Current.DisplayAs(\"hello\", \"text/plain\"); Console.Write(Kernel.Root.Name);");
        cell.Ok($"#r \"{path}\"");
        Assert.Equal("", cell.Stderr);
        Assert.Equal(".NET", cell.Stdout);
        Assert.Equal("hello", cell.Displays.Single().Bundle["text/plain"]!.ToString());
    }

    [Fact]
    public void An_assembly_without_an_extension_does_not_load_the_library()
    {
        var path = TestAssembly.Compile(folder, TestAssembly.NewName(), "public class Plain { }");
        cell.Ok($"#r \"{path}\"\nnew Plain()");
        Assert.False(cell.Session.References.LoadContext.HasGuest);
    }

    [Fact]
    public void A_copy_of_the_library_beside_an_assembly_is_not_a_second_one()
    {
        var path = Extension(Registering("of the assembly"));
        foreach (var file in Engine.GuestFiles.All)
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        cell.Ok($"#r \"{path}\"\n#r \"{Path.Combine(folder, "Microsoft.DotNet.Interactive.Formatting.dll")}\"\n"
            + "using Microsoft.DotNet.Interactive.Formatting;\nFormatter.Register<Version>(v => \"of the cell\", \"text/html\");");
        Assert.Equal("of the assembly", cell.Ok("new Uri(\"http://a/\")").Html);
        Assert.Equal("of the cell", cell.Ok("new Version(1, 0)").Html);
    }
}
