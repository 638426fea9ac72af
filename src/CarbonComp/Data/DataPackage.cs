namespace CarbonComp;

/// <summary>A folder of tables that says what every number means: a Frictionless data package.</summary>
/// <remarks><c>datapackage.json</c> lists the resources (CSV files, in UTF-8 unless it names another encoding) with the fields of each.
/// CarbonComp asks more of a field of numbers than the standard does: a <c>unit</c> (1 for a pure number) and a <c>status</c> (paper, statistic,
/// constructed, illustrative); rows may name their own
/// in fields called <c>unit</c> and <c>status</c>. An empty cell is an error unless the field's constraints say <c>"required": false</c>, or the
/// schema or field lists <c>missingValues</c>. What else versions 1 and 2 of the standard let a descriptor declare of delimited files is followed
/// (dialect, encoding, gzip, several files, formats of numbers, dates and truth values, constraints, keys), or refused by its name. Everything
/// is read and checked on loading: a package either loads as it was meant, or says where it does not, all faults of a file at once. Where the
/// descriptor has <c>hash</c> and <c>bytes</c> (see <see cref="Seal"/>), files that changed since are refused, so that a damaged digit cannot pass for a
/// number.</remarks>
public sealed class DataPackage
{
    private readonly IReadOnlyDictionary<string, DataTable> tables;

    /// <summary>A package of tables that were read from elsewhere than a folder, such as the sheets of a workbook.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="title">Its title.</param>
    /// <param name="folder">The folder in which what belongs to it lies, such as outlines.</param>
    /// <param name="sources">The publications it is taken from.</param>
    /// <param name="tables">Its tables, each with a name of its own.</param>
    public DataPackage(string name, string title, string folder, IReadOnlyList<DataSource> sources, IReadOnlyList<DataTable> tables)
        : this(new PackageDescriptor(name, title, "", sources, [], []), folder, tables) { }

    internal DataPackage(PackageDescriptor descriptor, string folder, IReadOnlyList<DataTable> tables)
    {
        Folder = folder;
        (Name, Title, Description, Sources, Licences, Resources) =
            (descriptor.Name, descriptor.Title, descriptor.Description, descriptor.Sources, descriptor.Licences, tables);
        this.tables = tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>The folder it was read from, for what lies beside its tables.</summary>
    public string Folder { get; }

    /// <summary>Its name: <c>bth-2020</c>.</summary>
    public string Name { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>Its description.</summary>
    public string Description { get; }

    /// <summary>The publications it is taken from.</summary>
    public IReadOnlyList<DataSource> Sources { get; }

    /// <summary>The terms under which it may be used.</summary>
    public IReadOnlyList<DataLicence> Licences { get; }

    /// <summary>Its tables, in the order of the descriptor.</summary>
    public IReadOnlyList<DataTable> Resources { get; }

    /// <summary>Whether the package has a table.</summary>
    public bool Has(string resource) => tables.ContainsKey(resource);

    /// <summary>A table by the name of its resource: <c>economy</c>.</summary>
    /// <exception cref="DataException">No such resource; the message names those there are.</exception>
    public DataTable this[string resource] => tables.TryGetValue(resource, out var table) ? table
        : throw new DataException(Name, $"there is no resource \"{resource}\". There are: {string.Join(", ", tables.Keys)}.");

    /// <summary>Reads and checks a package: its folder, or the <c>datapackage.json</c> in it.</summary>
    /// <exception cref="DataException">Anything that is not as the descriptor says. The message names file, line, row and field.</exception>
    public static DataPackage Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = DescriptorFile(path);
        var descriptor = PackageDescriptor.Read(file);
        var faults = new Faults(descriptor.Name);
        DataTable[] tables = [.. descriptor.Resources.Select(resource => faults.Collect(() => TableReader.Read(resource))).OfType<DataTable>()];
        faults.ThrowIfAny();
        foreach (var resource in descriptor.Resources) ForeignKey.Check(resource, tables, faults);
        faults.ThrowIfAny();
        return new(descriptor, Path.GetDirectoryName(file)!, tables);
    }

    /// <summary>Writes size and SHA-256 of every file, and of the descriptor itself, into <c>datapackage.json</c>.</summary>
    /// <remarks>Call it after a file was changed on purpose. The package is loaded again, so what cannot be read is reported.</remarks>
    /// <exception cref="DataException">A package that cannot be read.</exception>
    public static DataPackage Seal(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        PackageSeal.Write(DescriptorFile(path));
        return Load(path);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Title} ({Resources.Count} tables: {string.Join(", ", Resources.Select(r => r.Name))})";

    private static string DescriptorFile(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "datapackage.json") : path;
        return File.Exists(file) ? Path.GetFullPath(file) : throw new DataException(path,
            "there is no datapackage.json. Give the folder of a data package, or the datapackage.json in it. "
            + "Those of the studies are in the folder data of CarbonComp's repository; its NuGet packages hold none.");
    }
}
