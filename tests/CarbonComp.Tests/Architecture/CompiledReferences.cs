using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CarbonComp.Tests.Architecture;

/// <summary>Which types of a built assembly use which: in signatures, generic arguments, attributes and method bodies; and the source file of each.</summary>
internal sealed class CompiledReferences
{
    private static readonly Guid TypeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value & 0xffff);

    private readonly PEReader assembly;
    private readonly MetadataReader metadata, symbols;

    private CompiledReferences(PEReader assembly, MetadataReader symbols) =>
        (this.assembly, metadata, this.symbols) = (assembly, assembly.GetMetadataReader(), symbols);

    /// <summary>The uses of an assembly with its portable PDB beside it: file and name of the using type, file and name of the used one.</summary>
    public static (string From, string FromFile, string To, string ToFile)[] Read(string dll)
    {
        using var assembly = new PEReader(File.OpenRead(dll));
        using var pdb = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(dll, ".pdb")));
        var reader = new CompiledReferences(assembly, pdb.GetMetadataReader());
        var files = reader.metadata.TypeDefinitions.ToDictionary(t => t, reader.FileOf);
        string? FileOfOutermost(TypeDefinitionHandle type) => files[reader.Outermost(type)];
        return [.. from type in reader.metadata.TypeDefinitions
                   let file = FileOfOutermost(type)
                   where file is not null
                   from used in reader.UsedBy(type)
                   let usedFile = FileOfOutermost(used)
                   where usedFile is not null
                   select (reader.Name(type), file, reader.Name(used), usedFile)];
    }

    private string Name(TypeDefinitionHandle type) => metadata.GetString(metadata.GetTypeDefinition(Outermost(type)).Name);

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle type) =>
        metadata.GetTypeDefinition(type).GetDeclaringType() is { IsNil: false } outer ? Outermost(outer) : type;

    // The compiler lists the documents of types without method bodies; the others have those of their methods.
    private string? FileOf(TypeDefinitionHandle type)
    {
        foreach (var handle in symbols.GetCustomDebugInformation(type))
            if (symbols.GetCustomDebugInformation(handle) is var listed && symbols.GetGuid(listed.Kind) == TypeDocuments)
                return Document(MetadataTokens.DocumentHandle(symbols.GetBlobReader(listed.Value).ReadCompressedInteger()));
        var definition = metadata.GetTypeDefinition(type);
        return definition.GetMethods().Select(m => symbols.GetMethodDebugInformation(m.ToDebugInformationHandle()))
            .SelectMany(d => d.Document.IsNil ? d.GetSequencePoints().Select(p => p.Document) : [d.Document])
            .Where(d => !d.IsNil).Select(Document).Concat(definition.GetNestedTypes().Select(FileOf)).FirstOrDefault(f => f is not null);
    }

    private string Document(DocumentHandle handle) => symbols.GetString(symbols.GetDocument(handle).Name).Replace('\\', '/');

    private HashSet<TypeDefinitionHandle> UsedBy(TypeDefinitionHandle type)
    {
        var used = new Collector(metadata);
        var definition = metadata.GetTypeDefinition(type);
        used.Add(definition.BaseType);
        foreach (var handle in definition.GetInterfaceImplementations()) used.Add(metadata.GetInterfaceImplementation(handle).Interface);
        foreach (var handle in definition.GetCustomAttributes()) used.Add(metadata.GetCustomAttribute(handle).Constructor);
        foreach (var handle in definition.GetFields()) metadata.GetFieldDefinition(handle).DecodeSignature(used, null);
        foreach (var handle in definition.GetProperties()) metadata.GetPropertyDefinition(handle).DecodeSignature(used, null);
        foreach (var parameter in definition.GetGenericParameters().Concat(definition.GetMethods().SelectMany(m =>
            metadata.GetMethodDefinition(m).GetGenericParameters())))
            foreach (var constraint in metadata.GetGenericParameter(parameter).GetConstraints())
                used.Add(metadata.GetGenericParameterConstraint(constraint).Type);
        foreach (var handle in definition.GetMethods())
        {
            var method = metadata.GetMethodDefinition(handle);
            method.DecodeSignature(used, null);
            if (method.RelativeVirtualAddress != 0) Body(assembly.GetMethodBody(method.RelativeVirtualAddress), used);
        }
        return used.Found;
    }

    private void Body(MethodBodyBlock body, Collector used)
    {
        if (!body.LocalSignature.IsNil) metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(used, null);
        foreach (var region in body.ExceptionRegions) if (!region.CatchType.IsNil) used.Add(region.CatchType);
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int first = code.ReadByte();
            var opcode = Codes[first == 0xfe ? first << 8 | code.ReadByte() : first];
            switch (opcode.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    used.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR: code.Offset += 8; break;
                case OperandType.InlineVar: code.Offset += 2; break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: code.Offset += 1; break;
                case OperandType.InlineNone: break;
                default: code.Offset += 4; break;
            }
        }
    }

    /// <summary>Collects the types of the assembly that handles and signatures name.</summary>
    private sealed class Collector(MetadataReader metadata) : ISignatureTypeProvider<bool, object?>
    {
        public HashSet<TypeDefinitionHandle> Found { get; } = [];

        public void Add(EntityHandle handle)
        {
            switch (handle.Kind)
            {
                case HandleKind.TypeDefinition when !handle.IsNil: Found.Add((TypeDefinitionHandle)handle); break;
                case HandleKind.TypeSpecification: metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null); break;
                case HandleKind.MethodDefinition: Found.Add(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()); break;
                case HandleKind.FieldDefinition: Found.Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()); break;
                case HandleKind.MemberReference:
                    var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                    Add(member.Parent);
                    if (member.GetKind() == MemberReferenceKind.Field) member.DecodeFieldSignature(this, null);
                    else member.DecodeMethodSignature(this, null);
                    break;
                case HandleKind.MethodSpecification:
                    var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                    Add(generic.Method);
                    generic.DecodeSignature(this, null);
                    break;
            }
        }

        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Found.Add(handle);

        public bool GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, context);

        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => false;

        public bool GetArrayType(bool elementType, ArrayShape shape) => false;

        public bool GetByReferenceType(bool elementType) => false;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => false;

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => false;

        public bool GetGenericMethodParameter(object? context, int index) => false;

        public bool GetGenericTypeParameter(object? context, int index) => false;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => false;

        public bool GetPinnedType(bool elementType) => false;

        public bool GetPointerType(bool elementType) => false;

        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => false;

        public bool GetSZArrayType(bool elementType) => false;
    }
}
