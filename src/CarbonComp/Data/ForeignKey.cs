namespace CarbonComp.Data;

// Fields whose values must occur together in fields of another table, or of the same.
internal sealed record ForeignKey(string[] Fields, string Resource, string[] References)
{
    // A misspelt or missing region, for example. A row where one of the fields has no value refers to nothing.
    public static void Check(ResourceDescriptor resource, IReadOnlyList<DataTable> tables, Faults faults)
    {
        foreach (var key in resource.ForeignKeys)
        {
            var other = tables.FirstOrDefault(t => t.Name == key.Resource)
                ?? throw new DataException(resource.Shown, $"its field {key.Fields[0]} refers to a resource \"{key.Resource}\" that the package does not have. "
                    + $"Add the resource, or take the foreign key out.");
            var known = other.Keys(key.References).Select(k => k.Key).ToHashSet(StringComparer.Ordinal);
            var table = tables.First(t => t.Name == resource.Name);
            foreach (var (row, (value, shown, isGiven)) in table.Keys(key.Fields).Index())
                if (isGiven && !known.Contains(value))
                    faults.Add(table.WrongAt(row, string.Join(" and ", key.Fields), $"\"{shown}\" is missing from {other.File}, field "
                        + $"{string.Join(" and ", key.References)}. Correct the spelling, or add it there."));
        }
    }
}
