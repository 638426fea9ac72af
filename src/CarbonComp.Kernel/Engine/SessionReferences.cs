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
    private readonly Lock gate = new();

    public SessionReferences(SessionLoadContext loadContext) => LoadContext = loadContext;

    public SessionLoadContext LoadContext { get; }

    /// <summary>The number of assemblies that directives have brought in so far.</summary>
    public int AddedCount
    {
        get
        {
            lock (gate)
                return added.Count;
        }
    }

    /// <summary>The references of a cell that the cell before it did not have.</summary>
    /// <param name="since"><see cref="AddedCount"/> when the cell before was compiled, or <see langword="null"/> for the first cell.</param>
    /// <remarks>
    /// A script compilation takes over all references of the one before. Naming them again for every cell, as
    /// Roslyn's own scripting does, makes the list grow by the whole framework a cell: 4 GB after 1000 cells.
    /// </remarks>
    public ImmutableArray<MetadataReference> New(int? since)
    {
        lock (gate)
            return since is null ? [.. FrameworkReferences.References, .. added] : [.. added.Skip(since.Value)];
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
            PortableExecutableReference reference;
            AssemblyName name;
            try
            {
                reference = Open(path);
                if (added.Contains(reference))
                    return reference;
                name = AssemblyName.GetAssemblyName(path);
            }
            catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
            {
                throw new DirectiveException($"{path} is not a .NET assembly ({e.Message}).");
            }
            if (GuestFiles.PathOf(name.Name!) is { } guest && guest != path)
                return Add(guest);
            if (pathsByName.TryGetValue(name.Name!, out var loaded) && loaded != path)
            {
                var other = AssemblyName.GetAssemblyName(loaded);
                if (other.Version == name.Version)
                    return Open(loaded);
                throw new DirectiveException(
                    $"{name.Name} {name.Version} ({path}) cannot be added: version {other.Version} is already loaded from {loaded}. Restart the kernel to "
                        + $"use another version.");
            }
            pathsByName[name.Name!] = path;
            LoadContext.AddAssembly(name.Name!, path);
            added.Add(reference);
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
            var path = GuestFiles.PathOf(identity.Name) ?? pathsByName.GetValueOrDefault(identity.Name);
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
        // Read whole, not mapped: it may be built anew while the kernel runs.
        using var stream = File.OpenRead(path);
        var module = ModuleMetadata.CreateFromStream(stream, System.Reflection.PortableExecutable.PEStreamOptions.PrefetchMetadata);
        var reference = AssemblyMetadata.Create(module).GetReference(new XmlDocumentation(path), filePath: path);
        files[path] = (written, reference);
        return reference;
    }
}
