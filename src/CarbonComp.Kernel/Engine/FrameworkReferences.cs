using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CarbonComp.Kernel.Engine;

/// <summary>The assemblies of the running framework, which every cell can use without a directive.</summary>
internal static class FrameworkReferences
{
    private static readonly Lazy<ImmutableArray<PortableExecutableReference>> All = new(Load);

    /// <summary>The folder of the running framework.</summary>
    public static string Folder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>References to the framework and to the part of the kernel that cells see; one set for the process.</summary>
    public static ImmutableArray<PortableExecutableReference> References => All.Value;

    private static ImmutableArray<PortableExecutableReference> Load()
    {
        var references = ImmutableArray.CreateBuilder<PortableExecutableReference>();
        foreach (var file in Directory.GetFiles(Folder, "*.dll"))
        {
            var name = Path.GetFileName(file);
            if (IsManaged(name))
                references.Add(MappedReference.Open(file));
        }
        references.Add(MappedReference.Open(typeof(FrameworkReferences).Assembly.Location));
        return references.ToImmutable();
    }

    private static bool IsManaged(string name) =>
        (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native", StringComparison.Ordinal))
        || name is "mscorlib.dll" or "netstandard.dll" or "WindowsBase.dll" or "Microsoft.CSharp.dll"
            or "Microsoft.VisualBasic.Core.dll" or "Microsoft.VisualBasic.dll" or "Microsoft.Win32.Primitives.dll"
            or "Microsoft.Win32.Registry.dll";
}
