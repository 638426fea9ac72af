using System.Text.Json;

namespace CarbonComp.Data;

// The checked content of datapackage.json.
internal sealed record PackageDescriptor(string Name, string Title, string Description, IReadOnlyList<DataSource> Sources,
    IReadOnlyList<DataLicence> Licences, IReadOnlyList<ResourceDescriptor> Resources)
{
    // A duplicate key would silently hide the first.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static PackageDescriptor Read(string file) => Read(file, root =>
    {
        var name = root.Text("name");
        ResourceDescriptor[] resources = [.. root.Objects("resources", atLeast: 1).Select(entry => ReadResource(entry, Path.GetDirectoryName(file)!))];
        RequireDifferent(resources.Select(r => r.Name), StringComparer.OrdinalIgnoreCase, "resources", root.Place);
        return new PackageDescriptor(name, root.OptionalText("title") ?? name, root.OptionalText("description") ?? "", ReadSources(root),
            [.. root.Objects("licenses").Select(l =>
                new DataLicence(l.OptionalText("name") ?? "", l.OptionalText("title") ?? "", l.OptionalText("path") ?? ""))],
            resources);
    });

    // Refuses a descriptor that was changed after it was sealed.
    public static T Read<T>(string file, Func<DescriptorObject, T> read)
    {
        var shown = Shown(file);
        var bytes = PackageFile.Bytes(file, shown);
        var text = PackageFile.Text(bytes, shown);
        JsonDocument document;
        try { document = JsonDocument.Parse(text, Strict); }
        catch (JsonException wrong)
        {
            throw new DataException(wrong.LineNumber is { } line ? $"{shown}, line {line + 1}" : shown,
                $"it is not valid JSON: {wrong.Message} Correct it there.", wrong);
        }
        using (document)
        {
            var root = new DescriptorObject(document.RootElement, shown);
            if (root.OptionalText("hash") is { } hash) PackageSeal.CheckDescriptor(bytes, hash, shown);
            return read(root);
        }
    }

    // "bth-2020/datapackage.json"
    public static string Shown(string file) => $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}";

    public static ResourceDescriptor ReadResource(DescriptorObject entry, string folder)
    {
        var name = entry.Text("name");
        entry = entry.Called($"resource \"{name}\"");
        var path = entry.Text("path");
        var status = ReadStatus(entry);
        var schema = entry.Object("schema");
        Field[] fields = [.. schema.Objects("fields", atLeast: 1).Select(described => ReadField(described, status))];
        RequireDifferent(fields.Select(f => f.Name), StringComparer.Ordinal, "fields", entry.Place);
        CheckUnitsAndStatuses(fields, entry.Place);
        string Known(string field, string what) => fields.Any(f => f.Name == field) ? field
            : throw new DataException(entry.Place, $"its {what} names a field \"{field}\" that the schema does not have. There are: "
                + $"{string.Join(", ", fields.Select(f => f.Name))}.");

        var foreign = schema.Objects("foreignKeys").Select(k =>
        {
            var reference = k.Object("reference");
            return new ForeignKey(Known(k.OneText("fields"), "foreign key"), reference.Text("resource"), reference.OneText("fields"));
        });
        return new(name, entry.OptionalText("title") ?? name, PackageFile.Inside(folder, path, entry.Place), $"{Path.GetFileName(folder)}/{path}",
            entry.OptionalWhole("bytes"), entry.OptionalText("hash"), fields,
            [.. schema.Texts("primaryKey").Select(k => Known(k, "primary key"))], [.. foreign], ReadSources(entry));
    }

    // The words of Frictionless Table Schema.
    public static string Word(FieldType type) => type switch
    {
        FieldType.Number => "number",
        FieldType.Integer => "integer",
        FieldType.Year => "year",
        FieldType.Boolean => "boolean",
        _ => "string",
    };

    private static Field ReadField(DescriptorObject entry, ValueStatus? resourceStatus)
    {
        var name = entry.Text("name");
        entry = entry.Called($"field {name}");
        var word = entry.Text("type");
        var type = Enum.GetValues<FieldType>().Cast<FieldType?>().FirstOrDefault(t => Word(t!.Value) == word)
            ?? throw new DataException(entry.Place, $"type \"{word}\" is not known. A field is string, number, integer, year or boolean.");
        var unit = entry.OptionalText("unit") is { } symbol ? DataException.At(entry.Place, () => Unit.Parse(symbol)) : null;
        var numeric = type is FieldType.Number or FieldType.Integer;
        return new(name, type, unit, ReadStatus(entry) ?? (numeric ? resourceStatus : null), entry.OptionalText("title") ?? name,
            entry.OptionalText("description") ?? "", entry.OptionalText("source") ?? "",
            entry.OptionalObject("constraints")?.OptionalTruth("required") ?? true);
    }

    // A number needs a unit and a status, of its field or of its row.
    private static void CheckUnitsAndStatuses(Field[] fields, string place)
    {
        bool Column(string name) => fields.Any(f => f.Name == name && f.Type == FieldType.Text);
        foreach (var field in fields.Where(f => f.IsNumeric))
        {
            if (field.Unit is null && !(field.Type == FieldType.Number && Column("unit")))
                throw new DataException($"{place}, field {field.Name}", "it holds numbers, but no unit is given. Add \"unit\": \"t CO2\", \"100 million "
                    + $"yuan\", \"km2\", …, or \"1\" for pure numbers.");
            if (field.Status is null && !Column("status"))
                throw new DataException($"{place}, field {field.Name}", "nothing says where its numbers come from. Add \"status\": \"statistic\", \"paper\", "
                    + $"\"constructed\" or \"illustrative\".");
        }
        foreach (var name in new[] { "unit", "status", "source" })
            if (fields.Any(f => f.Name == name && f.Type != FieldType.Text))
                throw new DataException($"{place}, field {name}", $"a field called {name} says of each row what its {name} is, so it is of type string. Give "
                    + $"other fields another name.");
    }

    private static void RequireDifferent(IEnumerable<string> names, StringComparer comparer, string what, string place)
    {
        if (names.GroupBy(n => n, comparer).FirstOrDefault(g => g.Count() > 1) is { } same)
            throw new DataException(place, $"two {what} are called \"{same.Key}\". Give each a name of its own.");
    }

    private static ValueStatus? ReadStatus(DescriptorObject entry) =>
        entry.OptionalText("status") is { } word ? DataException.At(entry.Place, () => ValueStatuses.Parse(word)) : null;

    private static DataSource[] ReadSources(DescriptorObject entry) =>
        [.. entry.Objects("sources").Select(s => new DataSource(s.Text("title"), s.OptionalText("path") ?? ""))];
}
