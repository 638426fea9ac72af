using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CarbonComp.Kernel.Engine;

/// <summary>Answers the compiler's questions about references from what the directives of the session already resolved.</summary>
internal sealed class SessionReferenceResolver(SessionReferences references, Directives directives) : MetadataReferenceResolver
{
    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference,
        string? baseFilePath, MetadataReferenceProperties properties) =>
        directives.Resolved(reference, baseFilePath);

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        references.ResolveMissing(definition, referenceIdentity);

    // One resolver a session; two are the same only when they are one.
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
