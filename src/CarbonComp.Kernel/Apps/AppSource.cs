using CarbonComp.Kernel.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Apps;

/// <summary>What a program is made of: directives and usings, which C# wants first, statements in the order of the cells, and types, which it wants
/// last.</summary>
internal sealed class AppSource
{
    private readonly HashSet<string> usings = new(StringComparer.Ordinal);

    /// <summary>The usings, each once, without those that every cell has.</summary>
    public IEnumerable<string> Usings => usings;

    public List<PackageReference> Packages { get; } = [];

    /// <summary>The full paths of assemblies that cells refer to.</summary>
    public List<string> Assemblies { get; } = [];

    /// <summary>Feeds and folders of packages that cells add.</summary>
    public List<string> Feeds { get; } = [];

    /// <summary>Comments and statements, a text a cell.</summary>
    public List<string> Statements { get; } = [];

    /// <summary>Classes, records and their like.</summary>
    public List<string> Types { get; } = [];

    /// <summary>Extension methods, which a program has in static classes only.</summary>
    public List<string> Extensions { get; } = [];

    public AppNames Names { get; } = new();

    /// <summary>What cannot be taken into a program, a sentence each.</summary>
    public List<string> Faults { get; } = [];

    public void Add(UsingDirectiveSyntax directive) => usings.Add(directive.WithoutTrivia().ToString());

    public void Add(PackageReference package)
    {
        if (Packages.Find(known => string.Equals(known.Id, package.Id, StringComparison.OrdinalIgnoreCase)) is not { } known)
            Packages.Add(package);
        else if (known.Version is null)
            Packages[Packages.IndexOf(known)] = package;
        else if (package.Version is { } version && !PackageReference.AreSame(version, known.Version))
            Faults.Add($"{known.Id} is wanted in the versions {known.Version} and {version}. Name one.");
    }

    /// <summary>Text as comments.</summary>
    public void Comment(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            Statements.Add(string.Join('\n', text.Trim().ReplaceLineEndings("\n").Split('\n').Select(line => ("// " + line).TrimEnd())));
    }
}
