using System.Reflection.Metadata;

namespace CarbonComp.Kernel.Engine;

/// <summary>Tells from an assembly's metadata alone whether it brings an extension of .NET Interactive.</summary>
internal static class ExtensionFinder
{
    private const string Space = "Microsoft.DotNet.Interactive";
    private const string Contract = "IKernelExtension";

    /// <summary>Whether a class of the assembly implements <c>IKernelExtension</c>.</summary>
    public static bool HasExtension(MetadataReader metadata) =>
        metadata.AssemblyReferences.Any(handle => metadata.StringComparer.Equals(metadata.GetAssemblyReference(handle).Name, Space))
        && metadata.TypeDefinitions.Any(handle => metadata.GetTypeDefinition(handle).GetInterfaceImplementations()
            .Any(each => IsContract(metadata, metadata.GetInterfaceImplementation(each).Interface)));

    private static bool IsContract(MetadataReader metadata, EntityHandle handle)
    {
        if (handle.Kind != HandleKind.TypeReference)
            return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)handle);
        return metadata.StringComparer.Equals(type.Name, Contract) && metadata.StringComparer.Equals(type.Namespace, Space);
    }
}
