using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CarbonComp.Kernel.Tests;

/// <summary>Assemblies and packages made for a test.</summary>
internal static class TestAssembly
{
    /// <summary>A name that no other test uses.</summary>
    public static string NewName() => "CarbonCompTest" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>Compiles code against the framework and the kernel's guest libraries.</summary>
    /// <returns>The file's path.</returns>
    public static string Compile(string folder, string name, string code)
    {
        var references = Engine.FrameworkReferences.References.Select(each => (MetadataReference)each)
            .Concat(Engine.GuestFiles.All.Select(path => MetadataReference.CreateFromFile(path)));
        var compilation = CSharpCompilation.Create(name,
            [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".dll");
        var emitted = compilation.Emit(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return path;
    }

    /// <summary>A package with an extension of .NET Interactive and nothing else.</summary>
    public static void PackExtension(string folder, string id, string extension)
    {
        using var zip = ZipFile.Open(Path.Combine(folder, $"{id}.1.0.0.nupkg"), ZipArchiveMode.Create);
        using (var writer = new StreamWriter(zip.CreateEntry(id + ".nuspec").Open()))
            writer.Write("<?xml version=\"1.0\"?><package "
                + $"xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>{id}</id><version>1.0.0</version>"
                + "<authors>test</authors><description>test</description></metadata></package>");
        zip.CreateEntryFromFile(extension, "interactive-extensions/dotnet/" + Path.GetFileName(extension));
    }
}
