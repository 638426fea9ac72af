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
        MisplacedProperties.RefuseInPackage(root);
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
        if (entry.Has("data")) throw entry.Unread("data", "Write the rows to a csv file and name it as \"path\".");
        if (entry.OptionalText("profile") is { } profile && profile is not ("tabular-data-resource" or "data-resource"))
            throw entry.Unread("profile", "A table is a tabular-data-resource, or, in version 2, a resource of \"type\": \"table\".");
        if (entry.OptionalText("type") is { } kind && kind != "table") throw entry.Unread("type", "A resource that is read is a table.");
        var paths = entry.OptionalValue("path") is { ValueKind: JsonValueKind.Array } ? entry.Texts("path") : [entry.Text("path")];
        if (paths.Length == 0) throw new DataException(entry.Place, "\"path\" lists no file. Name one, or take the resource out.");
        var status = ReadStatus(entry);
        var schema = entry.Object("schema");
        MisplacedProperties.RefuseInResource(entry);
        MisplacedProperties.RefuseInSchema(schema);
        var dialect = TableDialect.Read(entry);
        var missing = FieldForm.MissingValues(schema);
        FieldForm[] forms = [.. schema.Objects("fields", atLeast: 1).Select(described => ReadField(described, status, missing, dialect.NullSequence))];
        Field[] fields = [.. forms.Select(f => f.Field)];
        RequireDifferent(fields.Select(f => f.Name), StringComparer.Ordinal, "fields", entry.Place);
        CheckUnitsAndStatuses(fields, entry.Place);
        string Known(string field, string what) => fields.Any(f => f.Name == field) ? field
            : throw new DataException(entry.Place, $"its {what} names a field \"{field}\" that the schema does not have. There are: "
                + $"{string.Join(", ", fields.Select(f => f.Name))}.");

        return new(name, entry.OptionalText("title") ?? name,
            [.. paths.Select(path => (PackageFile.Inside(folder, path, entry.Place), $"{Path.GetFileName(folder)}/{path}"))],
            entry.OptionalWhole("bytes"), entry.OptionalText("hash"), fields, [.. schema.Texts("primaryKey").Select(k => Known(k, "primary key"))],
            [.. schema.Objects("foreignKeys").Select(k => ReadForeignKey(k, name, field => Known(field, "foreign key")))], ReadSources(entry))
        {
            Forms = forms,
            Dialect = dialect,
            Encoding = ReadEncoding(entry),
            IsCompressed = IsCompressed(entry, paths),
            FieldsMatch = ResourceDescriptor.Match(schema),
            UniqueKeys = [.. (schema.OptionalList("uniqueKeys") ?? []).Select(k => k.ValueKind != JsonValueKind.Array
                ? throw new DataException(entry.Place, "\"uniqueKeys\" must list lists of fields. Correct datapackage.json there.")
                : k.EnumerateArray().Select(f => Known(f.ToString(), "unique key")).ToArray())],
        };
    }

    // The words of Frictionless Table Schema.
    public static string Word(FieldType type) => type == FieldType.Text ? "string" : type.ToString().ToLowerInvariant();

    private static ForeignKey ReadForeignKey(DescriptorObject key, string own, Func<string, string> known)
    {
        var reference = key.Object("reference");
        string[] fields = [.. key.Texts("fields").Select(known)], others = reference.Texts("fields");
        if (fields.Length == 0 || fields.Length != others.Length)
            throw new DataException(key.Place, "a foreign key names the same number of \"fields\" here and in its \"reference\". "
                + "Correct datapackage.json there.");
        return new(fields, reference.OptionalCharacters("resource") is { Length: > 0 } resource ? resource : own, others);
    }

    private static string ReadEncoding(DescriptorObject entry)
    {
        var encoding = entry.OptionalText("encoding") ?? TextEncoding.Default;
        _ = TextEncoding.Named(encoding, entry.Place);
        return encoding;
    }

    private static bool IsCompressed(DescriptorObject entry, string[] paths) => entry.OptionalCharacters("compression")?.ToUpperInvariant() switch
    {
        null => paths.All(p => p.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)),
        "" or "NO" or "NONE" => false,
        "GZ" or "GZIP" => true,
        _ => throw entry.Unread("compression", "Files are read plain or compressed with gzip (gz)."),
    };

    private static FieldForm ReadField(DescriptorObject entry, ValueStatus? resourceStatus, HashSet<string>? schemaMissing, string? nullSequence)
    {
        var name = entry.Text("name");
        entry = entry.Called($"field {name}");
        MisplacedProperties.RefuseInField(entry);
        var type = ReadType(entry);
        var unit = entry.OptionalText("unit") is { } symbol ? DataException.At(entry.Place, () => Unit.Parse(symbol)) : null;
        var numeric = type is FieldType.Number or FieldType.Integer;
        // Who lists what stands for no value says that values may be missing.
        var missing = FieldForm.MissingValues(entry) ?? schemaMissing;
        var required = entry.OptionalObject("constraints")?.OptionalTruth("required") ?? (missing is null && nullSequence is null);
        HashSet<string> absent = [.. missing ?? [""], .. nullSequence is null ? Array.Empty<string>() : [nullSequence]];
        return FieldForm.Read(entry, new(name, type, unit, ReadStatus(entry) ?? (numeric ? resourceStatus : null), entry.OptionalText("title") ?? name,
            entry.OptionalText("description") ?? "", entry.OptionalText("source") ?? "", required), absent);
    }

    // A field of no type, or of any, is text as the file has it.
    private static FieldType ReadType(DescriptorObject entry)
    {
        var word = entry.OptionalText("type") ?? "any";
        if (word == "any") return FieldType.Text;
        if (word is "object" or "array" or "list" or "duration" or "geopoint" or "geojson")
            throw entry.Unread("type", $"A {word} is not read. Declare the field as string to have its cells as they are written.");
        return Enum.GetValues<FieldType>().Cast<FieldType?>().FirstOrDefault(t => Word(t!.Value) == word)
            ?? throw new DataException(entry.Place, $"type \"{word}\" is not known. A field is "
                + $"{string.Join(", ", Enum.GetValues<FieldType>().Select(Word))} or any.");
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
