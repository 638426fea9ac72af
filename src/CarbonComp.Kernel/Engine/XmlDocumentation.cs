using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CarbonComp.Kernel.Engine;

/// <summary>Doc comments of an assembly: from the xml beside it, or from the SDK's reference pack for the framework's own. Read when first asked for.</summary>
internal sealed class XmlDocumentation(string assembly) : DocumentationProvider
{
    private static readonly Lazy<string?> ReferencePack = new(FindReferencePack);
    private Dictionary<string, string>? members;

    protected override string GetDocumentationForSymbol(string documentationMemberID,
        CultureInfo preferredCulture, CancellationToken cancellationToken = default)
    {
        members ??= Read();
        if (members.TryGetValue(documentationMemberID, out var text))
            return text;
        // The framework's implementation lives in other assemblies than its documentation (System.Private.CoreLib has none).
        return IsFramework ? FrameworkText(documentationMemberID) : "";
    }

    public override bool Equals(object? obj) => obj is XmlDocumentation other && other.Path == Path;

    public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);

    private string Path { get; } = assembly;

    private bool IsFramework => System.IO.Path.GetDirectoryName(Path) == FrameworkReferences.Folder;

    private Dictionary<string, string> Read()
    {
        var file = System.IO.Path.ChangeExtension(Path, ".xml");
        if (!File.Exists(file) && IsFramework && ReferencePack.Value is { } pack)
            file = System.IO.Path.Combine(pack, System.IO.Path.GetFileName(file));
        return ReadFile(file);
    }

    private static readonly Dictionary<string, Dictionary<string, string>> PackFiles = [];

    private static string FrameworkText(string id)
    {
        if (ReferencePack.Value is not { } pack)
            return "";
        lock (PackFiles)
        {
            // Most of what people ask for is in these few.
            foreach (var name in (string[])["System.Runtime", "System.Collections", "System.Linq", "System.Console", "System.Text.RegularExpressions",
                "System.Threading", "System.Runtime.Extensions", "System.Memory", "System.Text.Json", "System.Net.Http",
                "System.Collections.Concurrent", "System.Threading.Tasks.Parallel", "System.Runtime.Numerics", "System.Diagnostics.Process"])
            {
                if (!PackFiles.TryGetValue(name, out var file))
                    PackFiles[name] = file = ReadFile(System.IO.Path.Combine(pack, name + ".xml"));
                if (file.TryGetValue(id, out var text))
                    return text;
            }
        }
        return "";
    }

    private static Dictionary<string, string> ReadFile(string file)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(file))
            return found;
        try
        {
            foreach (var member in XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member"))
                if (member.Attribute("name") is { } name)
                    found[name.Value] = member.ToString();
        }
        catch (Exception e) when (e is System.Xml.XmlException or IOException or UnauthorizedAccessException)
        {
            // A damaged doc file costs the documentation, not the cell.
        }
        return found;
    }

    private static string? FindReferencePack()
    {
        // <root>/shared/Microsoft.NETCore.App/10.0.1 -> <root>/packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(FrameworkReferences.Folder, "..", "..", ".."));
        var packs = System.IO.Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref");
        if (!Directory.Exists(packs))
            return null;
        var major = Environment.Version.Major.ToString(CultureInfo.InvariantCulture) + ".";
        return Directory.GetDirectories(packs, major + "*")
            .OrderDescending(StringComparer.Ordinal)
            .Select(version => System.IO.Path.Combine(version, "ref", "net" + major + "0"))
            .FirstOrDefault(Directory.Exists);
    }
}
