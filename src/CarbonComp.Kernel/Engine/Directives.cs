using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CarbonComp.Kernel.Engine;

/// <summary>Carries out a cell's <c>#r</c>, <c>#i</c> and <c>#!</c> directives before it is compiled.</summary>
internal sealed class Directives(SessionReferences references, IPackageSource packages, Guest guest)
{
    private readonly ExtensionRuns extensions = new(guest);
    private readonly Dictionary<string, ImmutableArray<PortableExecutableReference>> resolved = new(StringComparer.Ordinal);

    /// <summary>The code that extensions which directives brought want to run, once.</summary>
    public IReadOnlyList<string> TakeSubmitted() => extensions.TakeSubmitted();

    /// <summary>What a <c>#r</c> text was resolved to; empty when it never was.</summary>
    public ImmutableArray<PortableExecutableReference> Resolved(string reference, string? baseFilePath) =>
        resolved.TryGetValue(Key(reference, baseFilePath), out var found) ? found
        : resolved.TryGetValue(Key(reference, null), out found) ? found : [];

    /// <summary>Blanks what the compiler does not know (<c>#i</c>, <c>#!</c>), line by line, so that positions stay.</summary>
    public string Prepare(string source, string? file, CancellationToken stop)
    {
        if (GuestFiles.AreMentionedIn(source))
        {
            guest.Reference();
            guest.Load();
        }
        var text = SourceText.From(source);
        char[]? blanked = null;
        foreach (var line in text.Lines)
        {
            var content = source.AsSpan(line.Start, line.End - line.Start).Trim();
            if (content.IsEmpty || content[0] != '#')
                continue;
            if (content.StartsWith("#i ") || content.StartsWith("#i\""))
                packages.AddFeed(Quoted(content[2..].ToString(), "#i", line.LineNumber));
            else if (content.StartsWith("#!") && content.Length > 2 && char.IsAsciiLetter(content[2]))
                Magic(content[2..].Trim().ToString(), line.LineNumber);
            else
                continue;
            blanked ??= source.ToCharArray();
            blanked.AsSpan(line.Start, line.End - line.Start).Fill(' ');
        }
        var prepared = blanked is null ? source : new string(blanked);
        if (!prepared.Contains("#r", StringComparison.Ordinal))
            return prepared;

        var root = CSharpSyntaxTree.ParseText(prepared, Submission.ParseOptions, cancellationToken: stop).GetCompilationUnitRoot(stop);
        var wanted = new List<(string Package, int Line)>();
        foreach (var directive in root.GetReferenceDirectives())
        {
            if (directive.File.IsMissing || !directive.IsActive)
                continue;
            var reference = directive.File.ValueText;
            var line = directive.GetLocation().GetLineSpan().StartLinePosition.Line;
            if (reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            {
                // What the session has it keeps: a cell run again restores nothing.
                if (!resolved.ContainsKey(Key(reference, null)))
                    wanted.Add((reference, line));
            }
            else
                ResolveFile(reference, file, line, stop);
        }
        // All packages of a cell are restored together, so that they agree on what they share.
        if (wanted.Count > 0)
            ResolvePackages(wanted, stop);
        return prepared;
    }

    private void ResolvePackages(List<(string Package, int Line)> wanted, CancellationToken stop)
    {
        try
        {
            var restored = packages.Restore([.. wanted.Select(each => PackageReference.Parse(each.Package))], stop);
            foreach (var native in restored.NativeLibraries)
                references.LoadContext.AddNative(native);
            ImmutableArray<PortableExecutableReference> assemblies = [.. restored.Assemblies.Select(references.Add)];
            packages.Accept();
            // A directive may stand for one assembly only; the others reach the cell beside it. A package may have none.
            ImmutableArray<PortableExecutableReference> one = [assemblies.IsEmpty ? FrameworkReferences.References[0] : assemblies[0]];
            foreach (var (package, _) in wanted)
                resolved[Key(package, null)] = one;
            extensions.RunPackages(restored.Extensions, stop);
        }
        catch (DirectiveException e)
        {
            throw new DirectiveException($"line {wanted[0].Line + 1}: {e.Message}");
        }
    }

    private void ResolveFile(string reference, string? file, int line, CancellationToken stop)
    {
        var key = Key(reference, file);
        var folder = file is null ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(file))!;
        var path = Path.GetFullPath(reference, folder);
        if (!File.Exists(path) && !reference.Contains('/', StringComparison.Ordinal) && !reference.Contains('\\', StringComparison.Ordinal))
        {
            // #r "System.Xml" names an assembly of the framework.
            var framework = Path.Combine(FrameworkReferences.Folder,
                reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? reference : reference + ".dll");
            if (FrameworkReferences.References.FirstOrDefault(known => known.FilePath == framework) is { } known)
            {
                resolved[key] = [known];
                return;
            }
        }
        if (!File.Exists(path))
            throw new DirectiveException($"line {line + 1}: #r \"{reference}\": there is no file {path}. Paths are taken from the "
                + $"{(file is null ? "working directory" : "file's folder")}; has it been built?");
        try
        {
            var added = references.Add(path);
            resolved[key] = [added];
            if (added.GetMetadata() is AssemblyMetadata assembly && ExtensionFinder.HasExtension(assembly.GetModules()[0].GetMetadataReader()))
                extensions.RunAssembly(added.FilePath!, stop);
        }
        catch (DirectiveException e)
        {
            throw new DirectiveException($"line {line + 1}: #r \"{reference}\": {e.Message}");
        }
    }

    private static void Magic(string command, int line)
    {
        // A cell's magic commands are taken out before; in a file that a cell loads only the marker of C# has a meaning.
        if (command is "csharp" or "c#" or "C#")
            return;
        throw new DirectiveException($"line {line + 1}: #!{command} cannot be used in a file that is loaded. It may use #r, #i and #load.");
    }

    private static string Quoted(string text, string directive, int line)
    {
        var trimmed = text.Trim();
        if (trimmed is not ['"', .. var inner, '"'])
            throw new DirectiveException($"line {line + 1}: {directive} needs its argument in quotes, as {directive} \"…\".");
        return inner;
    }

    private static string Key(string reference, string? file) => file is null ? reference : Path.GetDirectoryName(Path.GetFullPath(file)) + "|" + reference;
}
