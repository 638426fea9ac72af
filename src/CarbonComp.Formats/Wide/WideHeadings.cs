namespace CarbonComp.Formats;

/// <summary>The headings of a wide table: its axes, and what each column holds.</summary>
internal sealed class WideHeadings
{
    private readonly RowSource source;
    private readonly WideLayout layout;
    private readonly WideLabels labels;
    private readonly Dictionary<(string, string), int> sectorAt = [];

    private readonly record struct Heading(int Column, (string, string) Raw, string Region, string Label, string? Category, TableBlock? Block);

    /// <summary>Reads the cells of the heading rows, and of rows of names below them.</summary>
    public WideHeadings(RowSource source, WideLayout layout, WideLabels labels, string[] regionCells, string[] labelCells, string[] nameCells,
        IReadOnlyDictionary<NameKind, (int Row, string[] Cells)> nameRows)
    {
        (this.source, this.layout, this.labels) = (source, layout, labels);
        var found = Found(regionCells, labelCells, nameCells);
        (Axis, Categories) = Axes(Names(found, nameCells, nameRows), [.. found.Where(f => f.Block is null && f.Category is null
            && !labels.IsOutside(f.Region)).Select(f => (f.Region, f.Label))],
            [.. found.Where(f => f.Category is not null && !labels.IsOutside(f.Region)).Select(f => f.Category!)]);
        for (var i = 0; i < Axis.Count; i++) sectorAt[Key(Axis.Regions.Codes[i / Axis.Sectors.Count], Axis.Sectors.Codes[i % Axis.Sectors.Count])] = i;
        Columns = new WideColumn[Math.Max(labelCells.Length, regionCells.Length)];
        ColumnOf = new int[Axis.Count];
        Place(found);
    }

    /// <summary>The sectors of all regions that have a column.</summary>
    public RegionSectorAxis Axis { get; }

    public CategoryAxis Categories { get; }

    /// <summary>By column, from 0.</summary>
    public WideColumn[] Columns { get; }

    /// <summary>The column of each sector, from 0.</summary>
    public int[] ColumnOf { get; }

    /// <summary>The column of each block, from 0.</summary>
    public Dictionary<TableBlock, int> BlockColumns { get; } = [];

    /// <summary>The column of a region's sector; −1 where it has none.</summary>
    public int Sector(string region, string label) => sectorAt.GetValueOrDefault(Key(region, label), -1);

    private static (string, string) Key(string region, string label) => (region.ToUpperInvariant(), label.ToUpperInvariant());

    private List<Heading> Found(string[] regionCells, string[] labelCells, string[] nameCells)
    {
        var found = new List<Heading>();
        var region = "";
        for (var c = layout.FirstColumn - 1; c < Math.Max(regionCells.Length, labelCells.Length); c++)
        {
            var (own, text) = (c < regionCells.Length ? regionCells[c] : "", c < labelCells.Length ? labelCells[c] : "");
            region = layout.FillRegions && own.Length == 0 ? region : own;
            if (text.Length == 0 && own.Length == 0)
            {
                // A total may have a name only.
                if (c < nameCells.Length && layout.ColumnRule(nameCells[c]) is { } total) found.Add(new(c, ("", nameCells[c]), "", nameCells[c], null, total));
                continue;
            }
            var (named, label) = labels.Named(region, text);
            var block = labels.ColumnBlock(text, label, own);
            if (block is null && (named.Length == 0 || label.Length == 0))
                throw new DataException(source.Place(layout.LabelRow, c),
                    $"the column \"{text}\" is neither a sector of a region nor a known block. Name its region, or say in the layout what it is.");
            found.Add(new(c, labels.Raw(region, text), named, label, block is null ? labels.Category(label) : null, block));
        }
        return found;
    }

    private AxisNames Names(List<Heading> found, string[] nameCells, IReadOnlyDictionary<NameKind, (int Row, string[] Cells)> nameRows)
    {
        var names = new AxisNames();
        layout.Names(names);
        foreach (var heading in found.Where(f => f.Block is null && !labels.IsOutside(f.Region)))
        {
            string Cell(string[] cells) => heading.Column < cells.Length ? cells[heading.Column] : "";
            foreach (var (kind, (row, cells)) in nameRows)
                if (Named(heading, kind) is { } code) names.Add(kind, code, Cell(cells), () => source.Place(row, heading.Column));
            names.Suggest(heading.Category is null ? NameKind.SectorName : NameKind.UseName, heading.Category ?? heading.Label, Cell(nameCells));
        }
        return names;
    }

    /// <summary>The bearer of a name of this kind at a heading; none where there is no name.</summary>
    private static string? Named(Heading heading, NameKind kind) => kind.Of switch
    {
        NameKind.Bearer.Region => heading.Region,
        NameKind.Bearer.Sector => heading.Category is null ? heading.Label : null,
        _ => heading.Category,
    };

    private (RegionSectorAxis, CategoryAxis) Axes(AxisNames names, (string Region, string Label)[] sectors, string[] uses)
    {
        var place = source.Place(layout.LabelRow);
        string[] categories = [.. uses.Distinct(StringComparer.OrdinalIgnoreCase)];
        if (sectors.Length == 0) throw new DataException(place, "no column is a sector of a region. Check the heading rows of the layout.");
        if (categories.Length == 0) throw new DataException(place, "no column is final use. Check the categories of the layout.");
        try
        {
            var regions = names.Regions(sectors.Select(s => s.Region).Distinct(StringComparer.OrdinalIgnoreCase));
            var axis = names.Sectors(sectors.Select(s => s.Label).Distinct(StringComparer.OrdinalIgnoreCase));
            // Before anything large is made: a shifted heading makes every cell a region or a sector of its own.
            if ((long)regions.Count * axis.Count > sectors.Length)
                throw new DataException(place, $"{sectors.Length} columns name {regions.Count} regions ({Listing.Of(regions.Codes, 4)}) and "
                    + $"{axis.Count} sectors ({Listing.Of(axis.Codes, 4)}): some are missing or shifted. Each region needs the same sectors. {Gap(sectors)}");
            return (new(regions, axis), names.Uses(categories));
        }
        catch (AxisException wrong) { throw new DataException(place, wrong.Message, wrong); }
    }

    private void Place(List<Heading> found)
    {
        string[] categories = [.. found.Where(f => f.Category is not null && !labels.IsOutside(f.Region))
            .Select(f => f.Category!).Distinct(StringComparer.OrdinalIgnoreCase)];
        var (seen, sectors, uses) = (new HashSet<(string, string)>(), new bool[Axis.Count], new bool[Axis.Regions.Count * Categories.Count]);
        foreach (var heading in found)
        {
            var column = Columns[heading.Column] = Of(heading, categories);
            var twice = column.Kind switch
            {
                WideColumn.Content.Sector or WideColumn.Content.Use => !seen.Add(heading.Raw),
                WideColumn.Content.Block when column.Block != TableBlock.Skip => !BlockColumns.TryAdd(column.Block, heading.Column),
                _ => false,
            };
            if (twice) throw new DataException(source.Place(layout.LabelRow, heading.Column),
                $"the column of {heading.Region} \"{heading.Label}\" appears twice. Leave one out.");
            if (column.Kind == WideColumn.Content.Sector) (ColumnOf[column.Index], sectors[column.Index]) = (heading.Column, true);
            if (column.Kind == WideColumn.Content.Use) uses[column.Index] = true;
        }
        if (Array.IndexOf(sectors, false) is var sector and >= 0)
            throw new DataException(source.Place(layout.LabelRow), $"there is no column for {Axis.Labels[sector]}. Each region needs the same sectors.");
        if (Enumerable.Range(0, uses.Length).FirstOrDefault(u => !uses[u] && !layout.WithoutUses.Contains(Axis.Regions.Codes[u / Categories.Count]), -1)
            is var use and >= 0)
            throw new DataException(source.Place(layout.LabelRow), $"{Axis.Regions.Labels[use / Categories.Count]} has no column for the final "
                + $"use {categories[use % Categories.Count]}. Each region needs the same categories.");
    }

    private WideColumn Of(Heading heading, string[] categories)
    {
        if (heading.Block is { } known) return known == TableBlock.Skip ? default : new(WideColumn.Content.Block, 0, known);
        if (labels.IsOutside(heading.Region)) return new(heading.Category is null ? WideColumn.Content.Outside : WideColumn.Content.OutsideUse);
        if (heading.Category is null) return new(WideColumn.Content.Sector, Sector(heading.Region, heading.Label));
        // By code only: by a name, two columns could be one.
        var region = Axis.Regions.Codes.ToList().FindIndex(c => c.Equals(heading.Region, StringComparison.OrdinalIgnoreCase));
        if (region < 0) throw new DataException(source.Place(layout.LabelRow, heading.Column),
            $"final use of \"{heading.Region}\" has no sectors of that region beside it. Check the heading.");
        return new(WideColumn.Content.Use, region * categories.Length + Array.FindIndex(categories, c =>
            c.Equals(heading.Category, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The label that is rarest among the columns: most likely the wrong one.</summary>
    private static string Gap((string Region, string Label)[] sectors) =>
        "The rarest: " + string.Join(" and ", new[] { sectors.CountBy(s => s.Region).MinBy(g => g.Value).Key, sectors.CountBy(s => s.Label).MinBy(g =>
        g.Value).Key }.Select(l => $"\"{l}\"")) + ".";
}
