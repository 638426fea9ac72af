namespace CarbonComp.Data;

// A field whose values must occur in a field of another table.
internal sealed record ForeignKey(string Field, string Resource, string Reference)
{
    // A misspelt or missing region, for example.
    public static void Check(ResourceDescriptor resource, IReadOnlyList<DataTable> tables)
    {
        foreach (var key in resource.ForeignKeys)
        {
            var other = tables.FirstOrDefault(t => t.Name == key.Resource)
                ?? throw new DataException(resource.Shown, $"its field {key.Field} refers to a resource \"{key.Resource}\" that the package does not have. "
                    + $"Add the resource, or take the foreign key out.");
            var known = new HashSet<string>(other.Texts(key.Reference), StringComparer.Ordinal);
            var table = tables.First(t => t.Name == resource.Name);
            foreach (var (row, text) in table.Texts(key.Field).Index())
                if (text.Length > 0 && !known.Contains(text))
                    throw table.WrongAt(row, key.Field,
                        $"\"{text}\" is missing from {other.File}, field {key.Reference}. Correct the spelling, or add it there.");
        }
    }
}
