namespace CarbonComp.Formats;

/// <summary>A table of one's own in a workbook, read by guessing how it lies, and its emissions from another sheet.</summary>
/// <remarks>What was understood is the table that this record shows; look at it before the numbers. Guessed is a sheet with regions and sectors in two
/// heading rows and two label columns (merged, repeated, or named where the block begins), or with both in one heading (<c>Beijing · Farming</c>). The
/// parts beside the sectors are found by the usual words in English or Chinese, the unit by what stands above the table. An empty cell
/// is refused, or zero where the caller says so. Another layout is described by a <see cref="WideLayout"/>.</remarks>
/// <param name="Reading">The table, with what was noted while reading.</param>
/// <param name="Emissions">Emissions by region and sector; null where no sheet has them.</param>
public sealed record OwnTable(TableReading Reading, LabelledMatrix? Emissions) : Tabular
{
    private IReadOnlyList<(string Part, string Understood)> Understood { get; init; } = [];

    /// <summary>Reads a workbook.</summary>
    /// <param name="path">The xlsx file.</param>
    /// <param name="status">What its numbers are: nothing in a file says whether they were observed.</param>
    /// <param name="unit">The unit of the table; none means that the sheet states it.</param>
    /// <param name="emptyIsZero">Whether an empty cell means that nothing flows; the notes count them.</param>
    /// <exception cref="DataException">What cannot be guessed, or does not add up; the message names sheet and cell, and what to do.</exception>
    public static OwnTable Read(string path, ValueStatus status, Unit? unit = null, bool emptyIsZero = false)
    {
        var sheets = SheetGrid.ReadAll(path);
        var largest = sheets.MaxBy(LayoutGuess.Size);
        if (largest is null || LayoutGuess.Size(largest) == 0)
            throw new DataException(Path.GetFileName(path), "no sheet has a block of numbers. Give a workbook with an input–output table.");
        var (layout, understood) = LayoutGuess.Of(largest, unit, status, emptyIsZero);
        var reading = WideTable.ReadXlsx(path, layout);
        var second = sheets.FirstOrDefault(s => s != largest && EmissionSheet.Unit(s) is not null);
        var emissions = second is null ? null : EmissionSheet.Read(second, reading.Table.Regions, reading.Table.Sectors, status);
        return new(reading, emissions)
        {
            Understood = [("table", largest.Place), .. understood, ("emissions", second is null ? "no other sheet states a mass of CO2"
                : $"{second.Place}, in {emissions!.Unit}"), .. reading.Notes.Select(note => ("note", note))],
        };
    }

    /// <summary>The table.</summary>
    public MultiRegionalTable Table => Reading.Table;

    /// <summary>The table with its emissions, ready for every analysis.</summary>
    /// <exception cref="DataException">No sheet has emissions.</exception>
    public EmbodiedCarbonModel Model => Emissions is { } own ? new(Table, own) : throw new DataException(Reading.Source,
        "no other sheet states a mass of CO2, so there are no emissions. Add a sheet with a row a region and a column a sector, and the unit above: Mt CO2.");

    /// <inheritdoc/>
    public override string Caption => $"{Reading.Source}: how it was understood";

    /// <inheritdoc/>
    public override ValueStatus Status => Reading.Status;

    /// <summary>A row a part of the layout.</summary>
    public override Columns ToColumns() => new(new Column("part", Understood.Select(u => u.Part).ToArray()),
        new Column("understood as", Understood.Select(u => u.Understood).ToArray()));
}
