namespace CarbonComp.Data;

/// <summary>A field whose values must occur in a field of another table.</summary>
/// <param name="Field">The field.</param>
/// <param name="Resource">The other table.</param>
/// <param name="Reference">The field there.</param>
internal sealed record ForeignKey(string Field, string Resource, string Reference)
{
    /// <summary>Refuses rows that speak of what the other table does not have: a misspelt or missing region.</summary>
    public static void Check(ResourceDescriptor resource, IReadOnlyList<DataTable> tables)
    {
        foreach (var key in resource.ForeignKeys)
        {
            var other = tables.FirstOrDefault(t => t.Name == key.Resource)
                ?? throw new DataException(resource.Shown, $"its field {key.Field} refers to a resource \"{key.Resource}\" that the package does not have. "
                    + $"Add the resource, or take the foreign key out.");
            var known = new HashSet<string>(other.Texts(key.Reference), StringComparer.Ordinal);
            var table = tables.First(t => t.Name == resource.Name);
            table.Require(key.Field, known, $"{other.File}, field {key.Reference}");
        }
    }
}
