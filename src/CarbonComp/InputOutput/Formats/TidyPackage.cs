using System.Text.Json.Nodes;

namespace CarbonComp;

/// <summary>The data package beside a tidy table, which says its unit and status, what the columns mean, and what else is known of it.</summary>
/// <remarks>
/// One <c>datapackage.json</c> describes all tidy tables of a folder, each with size and hash: the csv is written first, so that a
/// description that was not replaced any more is noticed by its hash.
/// </remarks>
internal sealed class TidyPackage
{
    private readonly string file;
    private readonly string name;
    private readonly JsonObject root;
    private readonly bool isSealed;

    private TidyPackage(string file, string name, JsonObject root, bool isSealed) => (this.file, this.name, this.root, this.isSealed) = (file, name,
        root, isSealed);

    /// <summary>What a package says of a table.</summary>
    public sealed record Entry(string Place, IReadOnlyList<string> Fields, Unit Unit, ValueStatus Status, TableDescription Description);

    /// <summary>What the package beside a table says of it; none where there is no package, or none that lists the table.</summary>
    /// <exception cref="DataException">A damaged package, one that describes something else than a tidy table, or a file that was changed since.</exception>
    public static Entry? Read(string path)
    {
        var (file, name) = Beside(path);
        return !File.Exists(file) ? null : PackageDescriptor.Read(file, root => Listed(root, name) switch
        {
            [] => null,
            [var only] => Described(only, PackageDescriptor.ReadResource(only, Path.GetDirectoryName(file)!)),
            _ => throw new DataException(root.Place, $"two resources have the path \"{name}\". Keep one."),
        });
    }

    /// <summary>The package in which a table will be described; looked at before the table is written, so that nothing is where this fails.</summary>
    /// <exception cref="DataException">A package that is damaged or not one, or a file name that it cannot have.</exception>
    public static TidyPackage Open(string path)
    {
        var (file, name) = Beside(path);
        PackageFile.RequireInside(name, PackageDescriptor.Shown(file));
        if (!File.Exists(file))
            return new(file, name, new() { ["$schema"] = "https://datapackage.org/profiles/1.0/datapackage.json",
                ["profile"] = "tabular-data-package", ["name"] = Slug(name), ["resources"] = new JsonArray() }, isSealed: true);
        var isSealed = PackageDescriptor.Read(file, root => (root.Objects("resources"), root.OptionalText("hash") is not null).Item2);
        var root = JsonNode.Parse(PackageFile.Text(PackageFile.Bytes(file, name), name))!.AsObject();
        if (root["resources"] is null) root["resources"] = new JsonArray();
        return new(file, name, root, isSealed);
    }

    /// <summary>Describes the table as it now lies there.</summary>
    public void Write(MultiRegionalTable table, TableDescription description)
    {
        var resources = root["resources"]!.AsArray();
        foreach (var old in resources.Where(r => Text(r, "path") == name).ToArray()) resources.Remove(old);
        resources.Add(Resource(table, description, Free(resources.Select(r => Text(r, "name")))));
        PackageSeal.Write(file, root, isSealed);
    }

    private static (string File, string Name) Beside(string path) =>
        (Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "datapackage.json"), Path.GetFileName(path));

    private static DescriptorObject[] Listed(DescriptorObject root, string name) =>
        [.. root.Objects("resources").Where(r => r.Texts("path") is [var only] && only == name)];

    private static Entry Described(DescriptorObject entry, ResourceDescriptor resource)
    {
        PackageSeal.Check(PackageFile.Bytes(resource.File, resource.Shown), resource.Size, resource.Hash, resource.Shown);
        string[] fields = [.. resource.Fields.Select(f => f.Name)];
        if (!fields.Take(TidyFlow.Heading.Count).SequenceEqual(TidyFlow.Heading)
            || resource.Fields[TidyFlow.Heading.Count - 1] is not { Unit: { } unit, Status: { } status })
            throw new DataException(entry.Place, $"its fields are not {string.Join(", ", TidyFlow.Heading)}, the last with unit and status. "
                + $"Describe the table so, or take the resource out.");
        return new(entry.Called($"resource \"{resource.Name}\"").Place, fields, unit, status, new()
        {
            Title = entry.OptionalText("title") ?? "", Year = Year(entry), Prices = entry.OptionalText("prices") ?? "",
            Remarks = entry.OptionalText("description") ?? "", Sources = resource.Sources,
        });
    }

    private static int? Year(DescriptorObject entry) => entry.OptionalWhole("year") is not { } year ? null
        : year is >= 1 and <= 9999 ? (int)year : throw new DataException(entry.Place, $"{year} is not a year. Write four digits.");

    private JsonObject Resource(MultiRegionalTable table, TableDescription description, string called)
    {
        var bytes = PackageFile.Bytes(Path.Combine(Path.GetDirectoryName(file)!, name), name);
        var resource = new JsonObject { ["name"] = called, ["path"] = name, ["profile"] = "tabular-data-resource", ["format"] = "csv",
            ["mediatype"] = "text/csv", ["encoding"] = "utf-8" };
        if (!string.IsNullOrWhiteSpace(description.Title)) resource["title"] = description.Title;
        if (!string.IsNullOrWhiteSpace(description.Remarks)) resource["description"] = description.Remarks;
        if (description.Year is { } year) resource["year"] = year;
        if (!string.IsNullOrWhiteSpace(description.Prices)) resource["prices"] = description.Prices;
        if (description.Sources.Count > 0) resource["sources"] = new JsonArray([.. description.Sources.Select(Source)]);
        resource["schema"] = new JsonObject { ["fields"] = new JsonArray([.. TidyFields.Of(table)]) };
        (resource["bytes"], resource["hash"]) = (bytes.LongLength, PackageFile.Hash(bytes));
        return resource;
    }

    private static JsonObject Source(DataSource source) => !string.IsNullOrWhiteSpace(source.Path) ? new() { ["title"] = source.Title,
        ["path"] = source.Path } : new() { ["title"] = source.Title };

    private static string Text(JsonNode? entry, string property) => entry?[property] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private string Free(IEnumerable<string> names)
    {
        var (taken, wanted) = (new HashSet<string>(names, StringComparer.OrdinalIgnoreCase), Slug(name));
        return Enumerable.Range(1, taken.Count + 1).Select(k => k == 1 ? wanted : Invariant($"{wanted}-{k}")).First(n => !taken.Contains(n));
    }

    /// <summary>A name as data packages ask for it: small letters, digits, hyphens.</summary>
    private static string Slug(string name)
    {
        var words = new string([.. Path.GetFileNameWithoutExtension(name).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c)
            ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join('-', words) : "table";
    }
}
