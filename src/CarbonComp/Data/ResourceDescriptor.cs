namespace CarbonComp.Data;

// A resource as datapackage.json describes it: File is its path, Shown its name in messages (bth-2020/economy.csv), Key the fields that identify a row.
internal sealed record ResourceDescriptor(
    string Name, string Title, string File, string Shown, long? Size, string? Hash,
    IReadOnlyList<Field> Fields, IReadOnlyList<string> Key, IReadOnlyList<ForeignKey> ForeignKeys, IReadOnlyList<DataSource> Sources);
