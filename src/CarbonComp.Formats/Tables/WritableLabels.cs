namespace CarbonComp.Formats;

/// <summary>Codes, names and descriptions that a file can hold.</summary>
internal static class WritableLabels
{
    /// <summary>Refuses what would be written and not be read again: line breaks and other control characters.</summary>
    /// <exception cref="DataException">A code or name that holds one.</exception>
    public static void Require(MultiRegionalTable table, string path)
    {
        foreach (Axis axis in new Axis[] { table.Regions, table.Sectors, table.Categories })
            if (axis.Codes.Concat(axis.Labels).Concat(axis.LocalNames).FirstOrDefault(l => l.Any(char.IsControl)) is { } label)
                throw new DataException(Path.GetFileName(path),
                    $"the {axis.Kind} \"{OneLine.Of(label)}\" has a line break or another control character in its code or name. Take it out.");
    }

    /// <summary>Refuses a description that would not be read again.</summary>
    /// <exception cref="DataException">A text of more than one line, a source without title, a year before year 1.</exception>
    public static void Require(TableDescription description, string path)
    {
        var shown = Path.GetFileName(path);
        if (new[] { description.Title, description.Prices, description.Remarks }.Concat(description.Sources.SelectMany(s =>
            new[] { s.Title, s.Path })).FirstOrDefault(t => t.Any(char.IsControl)) is { } text)
            throw new DataException(shown, $"\"{OneLine.Of(text)}\" in its description has a line break or another control character. Write it in one line.");
        if (description.Sources.Any(s => string.IsNullOrWhiteSpace(s.Title))) throw new DataException(shown,
            "a source in its description has no title. Give author, year and title.");
        if (description.Year is < 1 or > 9999) throw new DataException(shown, $"{description.Year} in its description is not a year. Write four digits.");
    }
}
