namespace CarbonComp.Studies;

/// <summary>A table that people fill: a sheet of a workbook, or a csv file of a data package.</summary>
/// <param name="Name">Its name: <c>economy</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Row">What a row is: "a region in a year".</param>
/// <param name="Key">The columns that together identify a row.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Also">Other names of the sheet.</param>
internal sealed record FormTable(string Name, string Title, string Row, IReadOnlyList<string> Key, IReadOnlyList<FormColumn> Columns, params string[] Also)
{
    /// <summary>What the template's guide says beside the columns.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Whether the table may be missing.</summary>
    public bool Optional { get; init; }

    /// <summary>What the columns beside those are, one for each of several classes; null where there are no others.</summary>
    public FormClasses? Classes { get; init; }

    /// <summary>Rows that the template has already.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Given { get; init; } = [];

    public bool IsCalled(string sheet) => Also.Append(Name).Contains(sheet.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The headings that the template writes.</summary>
    public IEnumerable<string> Headings => Columns.Concat(Classes?.Proposed ?? []).Select(c => c.Shown);
}
