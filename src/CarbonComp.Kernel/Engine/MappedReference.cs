using System.IO.MemoryMappedFiles;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace CarbonComp.Kernel.Engine;

/// <summary>A reference to an assembly file whose metadata is mapped instead of read: the pages nobody touches cost nothing, and kernels share the
/// rest.</summary>
internal static unsafe class MappedReference
{
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static PortableExecutableReference Open(string path)
    {
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        using var image = new PEReader(start, checked((int)new FileInfo(path).Length));
        if (!image.HasMetadata)
            throw new BadImageFormatException($"{path} holds no .NET metadata.");
        var metadata = image.GetMetadata();
        // Only for files that nobody rewrites while the kernel runs: a mapped file that shrinks ends the process.
        var module = ModuleMetadata.CreateFromMetadata((nint)metadata.Pointer, metadata.Length, view.Dispose);
        return AssemblyMetadata.Create(module).GetReference(new XmlDocumentation(path), filePath: path);
    }
}
