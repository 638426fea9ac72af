using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CarbonComp.Kernel.Engine;

/// <summary>The assemblies a session's cells refer to, and the cache that keeps one metadata image of each.</summary>
/// <remarks>Resolving anew for every cell is what made 200 cells cost 900 MB: a fresh reference means fresh symbols.</remarks>
internal sealed class SessionReferences
{
    private readonly Dictionary<string, (DateTime Written, PortableExecutableReference Reference)> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PortableExecutableReference?> missing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> pathsByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PortableExecutableReference> added = [];
    private ImmutableArray<MetadataReference>? current;
    private readonly Lock gate = new();

    public SessionReferences(SessionLoadContext loadContext) => LoadContext = loadContext;

    public SessionLoadContext LoadContext { get; }

    /// <summary>What the next cell is compiled against.</summary>
    public ImmutableArray<MetadataReference> Current
    {
        get
        {
            lock (gate)
                return current ??= [.. FrameworkReferences.References, .. added];
        }
    }

    /// <summary>The files that directives brought in, in order.</summary>
    public IReadOnlyList<string> AddedPaths
    {
        get
        {
            lock (gate)
                return [.. added.Select(reference => reference.FilePath!)];
        }
    }

    /// <summary>Adds an assembly file for this and all later cells.</summary>
    /// <exception cref="DirectiveException">It is no assembly, or another version of it is loaded.</exception>
    public PortableExecutableReference Add(string path)
    {
        lock (gate)
        {
            var reference = Open(path);
            if (added.Contains(reference))
                return reference;
            AssemblyName name;
            try
            {
                name = AssemblyName.GetAssemblyName(path);
            }
            catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
            {
                throw new DirectiveException($"{path} is not a .NET assembly ({e.Message}).");
            }
            if (pathsByName.TryGetValue(name.Name!, out var loaded) && loaded != path)
            {
                var other = AssemblyName.GetAssemblyName(loaded);
                if (other.Version == name.Version)
                    return Open(loaded);
                throw new DirectiveException(
                    $"{name.Name} {name.Version} ({path}) cannot be added: version {other.Version} is already loaded from {loaded}. Restart the kernel to use another version.");
            }
            pathsByName[name.Name!] = path;
            LoadContext.AddAssembly(name.Name!, path);
            added.Add(reference);
            current = null;
            missing.Clear();
            return reference;
        }
    }

    /// <summary>The path from which an assembly of that name was added, if it was.</summary>
    public string? PathOf(string assemblyName)
    {
        lock (gate)
            return pathsByName.GetValueOrDefault(assemblyName);
    }

    /// <summary>Finds an assembly that a referenced one needs in its public surface: beside it, as the loader will.</summary>
    public PortableExecutableReference? ResolveMissing(MetadataReference definition, AssemblyIdentity identity)
    {
        lock (gate)
        {
            var folder = Path.GetDirectoryName((definition as PortableExecutableReference)?.FilePath);
            var key = folder + "|" + identity.Name;
            if (missing.TryGetValue(key, out var known))
                return known;
            var path = pathsByName.GetValueOrDefault(identity.Name);
            if (path is null && folder is not null && folder != FrameworkReferences.Folder)
            {
                var beside = Path.Combine(folder, identity.Name + ".dll");
                path = File.Exists(beside) ? beside : null;
            }
            return missing[key] = path is null ? null : Open(path);
        }
    }

    private PortableExecutableReference Open(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (files.TryGetValue(path, out var known) && known.Written == written)
            return known.Reference;
        var reference = MetadataReference.CreateFromFile(path, documentation: new XmlDocumentation(path));
        files[path] = (written, reference);
        return reference;
    }
}
