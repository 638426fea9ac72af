namespace CarbonComp.Data;

// A resource as datapackage.json describes it: Files are its paths, each with its name in messages (bth-2020/economy.csv), Key the fields that identify
// a row, Forms how the cells of each field are read.
internal sealed record ResourceDescriptor(
    string Name, string Title, IReadOnlyList<(string File, string Shown)> Files, long? Size, string? Hash,
    IReadOnlyList<Field> Fields, IReadOnlyList<string> Key, IReadOnlyList<ForeignKey> ForeignKeys, IReadOnlyList<DataSource> Sources)
{
    private static readonly string[] Matches = ["exact", "equal", "subset", "superset", "partial"];

    public string Shown => Files[0].Shown;

    public required IReadOnlyList<FieldForm> Forms { get; init; }

    public required TableDialect Dialect { get; init; }

    public string Encoding { get; init; } = TextEncoding.Default;

    public bool IsCompressed { get; init; }

    // How fields and columns are matched; null where the schema does not say: by name, all of them, in any order.
    public string? FieldsMatch { get; init; }

    // Keys beside the primary one: sets of fields that no two rows have in common.
    public IReadOnlyList<string[]> UniqueKeys { get; init; } = [];

    public int Position(string field) => Fields.Index().First(f => f.Item.Name == field).Index;

    public static string? Match(DescriptorObject schema) => schema.OptionalText("fieldsMatch") is not { } word ? null : Matches.Contains(word) ? word
        : throw schema.Unread("fieldsMatch", $"It is one of {string.Join(", ", Matches)}.");

    // Refuses what a reader of a form of its own does not follow: it reads plain numbers from UTF-8 with commas.
    public void RequireCommonForm(string place)
    {
        void Refuse(bool holds, string property, string at)
        {
            if (!holds) throw new DataException(at, $"\"{property}\" is declared, and a file in this form is read without it. Write the file "
                + "in UTF-8 with commas, a heading and plain numbers, and take the property out.");
        }
        Refuse(Dialect.IsCommon && Dialect.Delimiter == "," && Dialect.HeaderRows is [1] && Dialect.NullSequence is null, "dialect", place);
        Refuse(TextEncoding.IsUtf8(Encoding), "encoding", place);
        Refuse(!IsCompressed || Files[0].File.EndsWith(".gz", StringComparison.OrdinalIgnoreCase), "compression", place);
        Refuse(UniqueKeys.Count == 0, "uniqueKeys", place);
        foreach (var form in Forms)
        {
            var at = $"{place}, field {form.Field.Name}";
            Refuse(form.Numbers == NumberForm.Plain, "decimalChar, groupChar or bareNumber", at);
            Refuse(form.Missing.Count == 0 || form.Missing.SetEquals([""]), "missingValues", at);
            Refuse(form.Constraints.Rules.Count == 0 && !form.Constraints.Unique, "constraints", at);
        }
    }
}
