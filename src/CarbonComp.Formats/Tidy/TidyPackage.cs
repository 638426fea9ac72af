namespace CarbonComp.Formats;

/// <summary>The description of a tidy table in the data package beside it: unit and status, columns, and further facts.</summary>
/// <param name="Place">The place of the description, for messages.</param>
/// <param name="Fields">The names of the columns.</param>
/// <param name="Unit">The unit of the flows.</param>
/// <param name="Status">The status of the flows.</param>
/// <param name="Description">The table's year, prices and source.</param>
internal sealed record TidyPackage(string Place, IReadOnlyList<string> Fields, Unit Unit, ValueStatus Status, TableDescription Description)
{
    /// <summary>The description of a table; none where there is no package, or none that lists the table.</summary>
    /// <exception cref="DataException">A damaged package, one that describes something else than a tidy table, or a file that was changed since.</exception>
    public static TidyPackage? Read(string path)
    {
        if (DataResource.Beside(path) is not { } resource) return null;
        string[] fields = [.. resource.Fields.Select(f => f.Name)];
        if (!fields.Take(TidyFlow.Heading.Count).SequenceEqual(TidyFlow.Heading)
            || resource.Fields[TidyFlow.Heading.Count - 1] is not { Unit: { } unit, Status: { } status })
            throw new DataException(resource.Place, $"its fields are not {string.Join(", ", TidyFlow.Heading)}, the last with unit and status. "
                + "Describe the table so, or take the resource out.");
        return new(resource.Place, fields, unit, status, new()
        {
            Title = resource.Title, Year = resource.Year, Prices = resource.Prices, Remarks = resource.Description, Sources = resource.Sources,
        });
    }

    /// <summary>A table as it will be described.</summary>
    public static DataResource Described(MultiRegionalTable table, TableDescription description) => new(TidyFields.Of(table))
    {
        Title = description.Title, Year = description.Year, Prices = description.Prices, Description = description.Remarks, Sources = description.Sources,
    };
}
