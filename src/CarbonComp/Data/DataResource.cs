namespace CarbonComp.Data;

/// <summary>The description of a file in the <c>datapackage.json</c> of its folder.</summary>
/// <remarks>For files that have a form of their own and are not read as a <see cref="DataTable"/>; <see cref="DataPackageWriter"/> writes one.</remarks>
public sealed record DataResource(IReadOnlyList<Field> Fields)
{
    /// <summary>Its title; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>How it came about, in a paragraph; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The year that its values are of; null where that is not known.</summary>
    public int? Year { get; init; }

    /// <summary>In which prices its values are, such as <c>current basic prices</c>; may be empty.</summary>
    public string Prices { get; init; } = "";

    /// <summary>The publications it is taken from.</summary>
    public IReadOnlyList<DataSource> Sources { get; init; } = [];

    /// <summary>The place of its description, for messages: <c>tables/datapackage.json, resource "flows"</c>. Empty where none was read.</summary>
    public string Place { get; init; } = "";

    /// <summary>The description of a file; null where there is no <c>datapackage.json</c> beside the file, or none that lists it.</summary>
    /// <exception cref="DataException">A damaged <c>datapackage.json</c>, one that lists the file twice, or a file that was changed since it was
    /// described.</exception>
    public static DataResource? Beside(string path)
    {
        var (descriptor, name) = DescriptorBeside(path);
        return !File.Exists(descriptor) ? null : PackageDescriptor.Read(descriptor, root =>
            root.Objects("resources").Where(r => r.Texts("path") is [var only] && only == name).ToArray() switch
            {
                [] => null,
                [var only] => Read(only, PackageDescriptor.ReadResource(only, Path.GetDirectoryName(descriptor)!)),
                _ => throw new DataException(root.Place, $"two resources have the path \"{name}\". Keep one."),
            });
    }

    // The descriptor in a file's folder, and what it calls the file.
    internal static (string Descriptor, string Name) DescriptorBeside(string path) =>
        (Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "datapackage.json"), Path.GetFileName(path));

    private static DataResource Read(DescriptorObject entry, ResourceDescriptor resource)
    {
        PackageSeal.Check(PackageFile.Bytes(resource.Files[0].File, resource.Shown), resource.Size, resource.Hash, resource.Shown);
        resource.RequireCommonForm(entry.Called($"resource \"{resource.Name}\"").Place);
        return new(resource.Fields)
        {
            Title = entry.OptionalText("title") ?? "",
            Description = entry.OptionalText("description") ?? "",
            Year = entry.OptionalWhole("year") is not { } year ? null : year is >= 1 and <= 9999 ? (int)year
                : throw new DataException(entry.Place, $"{year} is not a year. Write four digits."),
            Prices = entry.OptionalText("prices") ?? "",
            Sources = resource.Sources,
            Place = entry.Called($"resource \"{resource.Name}\"").Place,
        };
    }
}
