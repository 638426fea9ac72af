namespace CarbonComp;

/// <summary>Codes and names that a file can hold.</summary>
internal static class WritableLabels
{
    /// <summary>Refuses what would be written and not be read again: line breaks and other control characters.</summary>
    /// <exception cref="DataException">A code or name that holds one.</exception>
    public static void Require(MultiRegionalTable table, string path)
    {
        foreach (Axis axis in new Axis[] { table.Regions, table.Sectors, table.Categories })
            if (axis.Codes.Concat(axis.Labels).Concat(axis.LocalNames).FirstOrDefault(l => l.Any(char.IsControl)) is { } label)
                throw new DataException(Path.GetFileName(path), $"the {axis.Kind} \"{string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}\" has a line break or another control character in its code or name. Take it out.");
    }
}
