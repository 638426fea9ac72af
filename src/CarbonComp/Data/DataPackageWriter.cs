using System.Text.Json.Nodes;

namespace CarbonComp.Data;

/// <summary>Describes a file in the <c>datapackage.json</c> of its folder, with size and hash.</summary>
/// <remarks>One <c>datapackage.json</c> describes all files of a folder; it is made where it is missing, and what it says of other files is kept.
/// Open it before the file is written, so that nothing is written where the package is damaged; call <see cref="Write"/> afterwards. Where that
/// fails, the old description no longer fits the file, which is noticed by the hash.</remarks>
public sealed class DataPackageWriter
{
    private readonly string descriptor;
    private readonly string name;
    private readonly JsonObject root;
    private readonly bool isSealed;

    private DataPackageWriter(string descriptor, string name, JsonObject root, bool isSealed) =>
        (this.descriptor, this.name, this.root, this.isSealed) = (descriptor, name, root, isSealed);

    /// <summary>Opens the package in which a file will be described; the file need not be there yet.</summary>
    /// <exception cref="DataException">A package that is damaged, or a file name that a package cannot have.</exception>
    public static DataPackageWriter Beside(string path)
    {
        var (descriptor, name) = DataResource.DescriptorBeside(path);
        PackageFile.RequireInside(name, PackageDescriptor.Shown(descriptor));
        if (!File.Exists(descriptor))
            return new(descriptor, name, new() { ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
                ["name"] = ResourceEntry.NameOf(name), ["resources"] = new JsonArray() }, isSealed: true);
        var isSealed = PackageDescriptor.Read(descriptor, root => (root.Objects("resources"), root.OptionalText("hash") is not null).Item2);
        var root = JsonNode.Parse(PackageFile.Text(PackageFile.Bytes(descriptor, name), name))!.AsObject();
        if (root["resources"] is null) root["resources"] = new JsonArray();
        return new(descriptor, name, root, isSealed);
    }

    /// <summary>Describes the file, a table in CSV and UTF-8, as it is now; an earlier description of it is replaced.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    /// <exception cref="IOException">The <c>datapackage.json</c> cannot be written.</exception>
    public void Write(DataResource resource)
    {
        var resources = root["resources"]!.AsArray();
        foreach (var old in resources.Where(r => Text(r, "path") == name).ToArray()) resources.Remove(old);
        resources.Add(ResourceEntry.Of(resource, Free(resources.Select(r => Text(r, "name"))), name,
            PackageFile.Bytes(Path.Combine(Path.GetDirectoryName(descriptor)!, name), name)));
        PackageSeal.Write(descriptor, root, isSealed);
    }

    private static string Text(JsonNode? entry, string property) => entry?[property] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private string Free(IEnumerable<string> names)
    {
        var (taken, wanted) = (new HashSet<string>(names, StringComparer.OrdinalIgnoreCase), ResourceEntry.NameOf(name));
        return Enumerable.Range(1, taken.Count + 1).Select(k => k == 1 ? wanted : Invariant($"{wanted}-{k}")).First(n => !taken.Contains(n));
    }
}
