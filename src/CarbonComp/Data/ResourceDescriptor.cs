namespace CarbonComp.Data;

/// <summary>The description of a resource in <c>datapackage.json</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title; the name by default.</param>
/// <param name="File">Where it lies.</param>
/// <param name="Shown">How messages call the file: <c>bth-2020/economy.csv</c>.</param>
/// <param name="Size">Its size in bytes, where given.</param>
/// <param name="Hash">Its hash, where given.</param>
/// <param name="Fields">Its fields, in the order of the schema.</param>
/// <param name="Key">The fields that identify a row.</param>
/// <param name="ForeignKeys">Fields whose values must occur in another table.</param>
/// <param name="Sources">The publications it is taken from.</param>
internal sealed record ResourceDescriptor(
    string Name, string Title, string File, string Shown, long? Size, string? Hash,
    IReadOnlyList<Field> Fields, IReadOnlyList<string> Key, IReadOnlyList<ForeignKey> ForeignKeys, IReadOnlyList<DataSource> Sources);
