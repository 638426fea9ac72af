using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace CarbonComp.Kernel.Engine;

/// <summary>Loads a session's cells and the assemblies they refer to apart from the kernel's own libraries, whose versions are nobody's
/// business.</summary>
internal sealed class SessionLoadContext() : AssemblyLoadContext("session")
{
    private readonly ConcurrentDictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> nativePaths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Assembly> cells = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> folders = new(StringComparer.Ordinal);

    /// <summary>Whether one of .NET Interactive's libraries is in use.</summary>
    public bool HasGuest { get; private set; }

    /// <summary>Makes an assembly file findable by its name, and its folder a place to look for what it needs.</summary>
    public void AddAssembly(string name, string path)
    {
        paths.TryAdd(name, path);
        folders.TryAdd(Path.GetDirectoryName(path)!, true);
    }

    /// <summary>Makes a native library findable by the names it is imported under.</summary>
    public void AddNative(string path)
    {
        nativePaths.TryAdd(Path.GetFileName(path), path);
        nativePaths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        if (Path.GetFileNameWithoutExtension(path) is ['l', 'i', 'b', .. var bare])
            nativePaths.TryAdd(bare, path);
    }

    /// <summary>Loads a compiled cell.</summary>
    public Assembly LoadCell(Stream assembly, Stream symbols)
    {
        assembly.Position = 0;
        symbols.Position = 0;
        var loaded = LoadFromStream(assembly, symbols);
        cells[loaded.GetName().Name!] = loaded;
        return loaded;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (cells.TryGetValue(name, out var cell))
            return cell;
        if (GuestFiles.PathOf(name) is { } guest)
        {
            HasGuest = true;
            return LoadFromAssemblyPath(guest);
        }
        if (paths.TryGetValue(name, out var path))
            return LoadFromAssemblyPath(path);
        // What the framework and the kernel share with the cell must be one and the same type.
        if (File.Exists(Path.Combine(Engine.FrameworkReferences.Folder, name + ".dll")) || name == typeof(SessionLoadContext).Assembly.GetName().Name)
            return null;
        foreach (var folder in HasGuest ? [.. folders.Keys, GuestFiles.Folder] : folders.Keys)
        {
            var beside = Path.Combine(folder, name + ".dll");
            if (File.Exists(beside))
                return LoadFromAssemblyPath(beside);
        }
        return null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (var candidate in NativeCandidates(unmanagedDllName))
            if (File.Exists(candidate) && NativeLibrary.TryLoad(candidate, out var handle))
                return handle;
        return 0;
    }

    private IEnumerable<string> NativeCandidates(string name)
    {
        if (nativePaths.TryGetValue(name, out var known))
            yield return known;
        string[] files = OperatingSystem.IsWindows() ? [name, name + ".dll"]
            : OperatingSystem.IsMacOS() ? [name, "lib" + name + ".dylib", name + ".dylib"]
            : [name, "lib" + name + ".so", name + ".so"];
        foreach (var folder in folders.Keys)
            foreach (var file in files)
            {
                yield return Path.Combine(folder, file);
                yield return Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", file);
                yield return Path.Combine(folder, "runtimes", PortableRid, "native", file);
            }
    }

    internal static string PortableRid { get; } =
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + "-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
}
