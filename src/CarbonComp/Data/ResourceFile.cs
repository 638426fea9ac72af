using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Data;

// The description of one csv in a file of its own beside it: payments.resource.json for payments.csv. A folder into which several programs write at once
// needs no file that all of them change.
internal static class ResourceFile
{
    public static string Of(string csv) => Path.ChangeExtension(Path.GetFullPath(csv), null) + ".resource.json";

    // Before the csv is written, so that nothing is written where the description has no place.
    public static void RequirePlace(string csv)
    {
        var file = Of(csv);
        if (File.Exists(file) && PathIn(file) != Path.GetFileName(csv))
            throw new DataException(Path.GetFileName(file), $"it does not describe {Path.GetFileName(csv)}, and the description of that would replace it. "
                + "Write the table under another name.");
    }

    public static void Write(string csv, DataResource resource)
    {
        var name = Path.GetFileName(csv);
        var entry = ResourceEntry.Of(resource, ResourceEntry.NameOf(name), name, PackageFile.Bytes(Path.GetFullPath(csv), name));
        PackageSeal.Write(Of(csv), entry, withHash: false);
    }

    private static string? PathIn(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) is JsonObject entry && entry["path"] is JsonValue path
                && path.TryGetValue(out string? text) ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
