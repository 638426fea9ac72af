namespace CarbonComp;

/// <summary>Reads a wide table row by row: headings say what each column is, labels what each row is, numbers go to their blocks.</summary>
internal sealed class WideReader
{
    private enum Kind { Skip, Sector, Use, Block, Outside, OutsideUse }

    private readonly record struct Slot(Kind Kind, int Index = 0, TableBlock Block = TableBlock.Skip);

    private readonly RowSource source;
    private readonly WideLayout layout;
    private readonly Dictionary<string, TableBlock> rowBlocks;
    private readonly Dictionary<(TableBlock, bool), int> placeOfBlock = [];
    private readonly Dictionary<(string, string), int> sectorAt = [];
    private readonly HashSet<string> outside;
    private readonly HashSet<(string, string)> seenRows = [];
    private readonly HashSet<(string, string)> seenColumns = [];
    private Unit? unit;
    private ValueStatus? status;
    private readonly Dictionary<string, (int Row, string[] Cells)> nameRows = new(StringComparer.OrdinalIgnoreCase);
    private Slot[] columns = [];
    private int[] rowOf = [];
    private int[] columnOf = [];
    private TableBlocks blocks = null!;

    private WideReader(RowSource source, WideLayout layout)
    {
        (this.source, this.layout, unit, status) = (source, layout, layout.Unit, layout.Status);
        rowBlocks = new(layout.Rows, StringComparer.OrdinalIgnoreCase);
        outside = new(layout.Outside, StringComparer.OrdinalIgnoreCase);
    }

    public static TableReading Read(RowSource source, WideLayout layout, IProgress<double>? progress, CancellationToken cancellation) =>
        new WideReader(source, layout).Read(progress, cancellation);

    private TableReading Read(IProgress<double>? progress, CancellationToken cancellation)
    {
        string[] regions = [], labels = [];
        var more = source.Read();
        for (; more && source.Row < layout.FirstRow; more = source.Read())
        {
            if (source.Row == 1) Corner();
            if (source.Row == layout.RegionRow) regions = Cells();
            if (source.Row == layout.LabelRow) labels = Cells();
        }
        for (; more && labels.Length > 0 && NameRow() is { } kind; more = source.Read())
        {
            RequireWidth(labels);
            if (!nameRows.TryAdd(kind, (source.Row, Cells()))) throw new DataException(source.Place(source.Row), $"the row \"{kind}\" stands twice. Each may stand once.");
        }
        if (!more || labels.Length == 0 || regions.Length == 0)
            throw new DataException(source.Shown, $"the file ends before its headings (rows {layout.RegionRow} and {layout.LabelRow}) and a row of numbers. Check the layout.");
        Headings(regions, labels);
        var region = "";
        do
        {
            cancellation.ThrowIfStopped();
            if (source.Count == 0 || source.IsBlank()) continue;
            RequireWidth(labels);
            Row(ref region);
            progress?.Report(source.Share);
        }
        while (source.Read());
        var missing = Array.IndexOf(rowOf, 0);
        if (missing >= 0) throw new DataException(source.Shown, $"there is no row for {blocks.Axis.Labels[missing]}, which has a column. Rows and columns must name the same sectors.");
        foreach (var (block, name) in layout.RequiredRows)
            if (!placeOfBlock.ContainsKey((block, true))) throw new DataException(source.Shown, $"there is no row {name}. The table is not complete; restore it.");
        progress?.Report(1);
        return blocks.Finish(unit ?? throw new DataException(source.Place(1, 0), "the table's unit is not known. Name it in the layout."),
            status ?? throw new DataException(source.Place(1, 1), "nothing says where the numbers come from. Name the status in the layout."),
            layout.Tolerance, layout.Rounding, layout.ResidualsAsError);
    }

    private void RequireWidth(string[] labels)
    {
        if (source is CsvRows && source.Count != labels.Length)
            throw new DataException(source.Place(source.Row), $"the row has {source.Count} cells, the heading {labels.Length}. Check separators and quotes.");
    }

    /// <summary>Which names this row below the headings holds; none where it holds numbers.</summary>
    private string? NameRow() => source.Text(layout.RegionColumn - 1).Length > 0 && layout.RegionColumn != layout.LabelColumn ? null
        : AxisNames.Kinds.FirstOrDefault(k => k.Equals(source.Text(layout.LabelColumn - 1), StringComparison.OrdinalIgnoreCase));

    private void Corner()
    {
        try { unit ??= Unit.Parse(source.Text(0)); }
        catch (UnitException wrong) { throw new DataException(source.Place(1, 0), $"{wrong.Message} The first cell names the unit of a table in the library's own form; for another form give a layout.", wrong); }
        try { status ??= ValueStatuses.Parse(source.Text(1)); }
        catch (CarbonCompException wrong) when (wrong is not DataException) { throw new DataException(source.Place(1, 1), wrong.Message, wrong); }
    }

    private string[] Cells() => [.. Enumerable.Range(0, source.Count).Select(source.Text)];

    /// <summary>Region and label of a heading or row, with parts of regions folded.</summary>
    private (string Region, string Label) Named(string region, string label)
    {
        if (layout.LabelSeparator is { } separator)
        {
            var at = label.IndexOf(separator);
            (region, label) = at > 0 && at < label.Length - 1 ? (label[..at], label[(at + 1)..]) : ("", label);
        }
        label = layout.Canonical(label);
        return layout.Fold.TryGetValue(region, out var whole) ? (whole, label) : (region, label);
    }

    /// <summary>What stands in the file: parts of a region share a place in the table, but each stands once.</summary>
    private (string, string) Raw(string region, string label) => (layout.LabelSeparator is null ? region.ToUpperInvariant() : "", layout.Canonical(label).ToUpperInvariant());

    private string? Category(string label) =>
        layout.Categories.FirstOrDefault(c => c.Equals(label, StringComparison.OrdinalIgnoreCase))
        ?? (layout.CategoryPrefix is { } prefix && label.Length > prefix.Length && label.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? label[prefix.Length..] : null);

    private void Headings(string[] regionCells, string[] labelCells)
    {
        var columnBlocks = new Dictionary<string, TableBlock>(layout.Columns, StringComparer.OrdinalIgnoreCase);
        var found = new List<(int Column, (string, string) Raw, string Region, string Label, string? Category, TableBlock? Block)>();
        var region = "";
        for (var c = layout.FirstColumn - 1; c < Math.Max(regionCells.Length, labelCells.Length); c++)
        {
            var (own, text) = (c < regionCells.Length ? regionCells[c] : "", c < labelCells.Length ? labelCells[c] : "");
            region = layout.FillRegions && own.Length == 0 ? region : own;
            if (text.Length == 0 && own.Length == 0) continue;
            var (named, label) = Named(region, text);
            var block = columnBlocks.TryGetValue(text, out var known) || columnBlocks.TryGetValue(label, out known) ? known : layout.ColumnRule(text.Length > 0 ? text : own);
            if (block is null && (named.Length == 0 || label.Length == 0))
                throw new DataException(source.Place(layout.LabelRow, c), $"the column \"{text}\" is neither a sector of a region nor a known block. Name its region, or say in the layout what it is.");
            found.Add((c, Raw(region, text), named, label, block is null ? Category(label) : null, block));
        }
        var names = new AxisNames();
        foreach (var (kind, (row, cells)) in nameRows)
            foreach (var f in found.Where(f => f.Block is null && (f.Category is null || AxisNames.OfRegion(kind)) && !outside.Contains(f.Region)))
                names.Add(kind, AxisNames.OfRegion(kind) ? f.Region : f.Label, f.Column < cells.Length ? cells[f.Column] : "", () => source.Place(row, f.Column));
        Axes(names, [.. found.Where(f => f.Block is null && f.Category is null && !outside.Contains(f.Region)).Select(f => (f.Region, f.Label))],
            [.. found.Where(f => f.Category is not null && !outside.Contains(f.Region)).Select(f => f.Category!)]);
        columns = new Slot[labelCells.Length > regionCells.Length ? labelCells.Length : regionCells.Length];
        var uses = new int[blocks.Uses];
        foreach (var (c, raw, named, label, category, block) in found)
        {
            var slot = columns[c] = ColumnSlot(c, named, label, category, block);
            var twice = slot.Kind switch
            {
                Kind.Sector or Kind.Use => !seenColumns.Add(raw),
                Kind.Block when slot.Block != TableBlock.Skip => !placeOfBlock.TryAdd((slot.Block, false), c),
                _ => false,
            };
            if (twice) throw new DataException(source.Place(layout.LabelRow, c), $"the column of {named} \"{label}\" stands twice. Each may stand once.");
            if (slot.Kind == Kind.Sector) columnOf[slot.Index] = c + 1;
            if (slot.Kind == Kind.Use) uses[slot.Index] = c + 1;
        }
        if (Array.IndexOf(columnOf, 0) is var sector and >= 0)
            throw new DataException(source.Place(layout.LabelRow), $"there is no column for {blocks.Axis.Labels[sector]}. Each region needs the same sectors.");
        if (Array.IndexOf(uses, 0) is var use and >= 0)
            throw new DataException(source.Place(layout.LabelRow), $"{blocks.Axis.Regions.Labels[use / categoryCount]} has no column for the final use {categoryNames[use % categoryCount]}. Each region needs the same categories.");
    }

    private int categoryCount;
    private string[] categoryNames = [];

    private void Axes(AxisNames names, (string Region, string Label)[] sectors, string[] categories)
    {
        var place = source.Place(layout.LabelRow);
        categoryNames = [.. categories.Distinct(StringComparer.OrdinalIgnoreCase)];
        categoryCount = categoryNames.Length;
        if (sectors.Length == 0) throw new DataException(place, "no column is a sector of a region. Check the heading rows of the layout.");
        if (categoryCount == 0) throw new DataException(place, "no column is final use. Check the categories of the layout.");
        RegionAxis regions;
        SectorAxis axis;
        try
        {
            regions = names.Regions(sectors.Select(s => s.Region).Distinct(StringComparer.OrdinalIgnoreCase));
            axis = new(names.Sectors(sectors.Select(s => s.Label).Distinct(StringComparer.OrdinalIgnoreCase)).Select(s => layout.SectorNames.GetValueOrDefault(s.Code) ?? s));
            // Before anything large is made: a shifted heading makes every cell a region or a sector of its own.
            if ((long)regions.Count * axis.Count > sectors.Length)
                throw new DataException(place, $"{sectors.Length} columns name {regions.Count} regions ({Few(regions.Codes)}) and {axis.Count} sectors ({Few(axis.Codes)}): some are missing or shifted. Each region needs the same sectors. {Gap(sectors)}");
            blocks = new(regions, axis, new CategoryAxis("final use", categoryNames.Select(c => layout.CategoryNames.GetValueOrDefault(c) ?? c)), source.Shown) { Place = PlaceOf };
        }
        catch (AxisException wrong) { throw new DataException(place, wrong.Message, wrong); }
        (rowOf, columnOf) = (new int[blocks.Axis.Count], new int[blocks.Axis.Count]);
        for (var r = 0; r < regions.Count; r++)
            for (var s = 0; s < axis.Count; s++)
                sectorAt[(regions.Codes[r].ToUpperInvariant(), axis.Codes[s].ToUpperInvariant())] = r * axis.Count + s;
    }

    private static string Few(IReadOnlyList<string> labels) => string.Join(", ", labels.Take(4)) + (labels.Count > 4 ? ", …" : "");

    /// <summary>The label that is rarest among the columns: most likely the wrong one.</summary>
    private static string Gap((string Region, string Label)[] sectors) =>
        "The rarest: " + string.Join(" and ", new[] { sectors.CountBy(s => s.Region).MinBy(g => g.Value).Key, sectors.CountBy(s => s.Label).MinBy(g => g.Value).Key }.Select(l => $"\"{l}\"")) + ".";

    private int Sector(string region, string label) => sectorAt.GetValueOrDefault((region.ToUpperInvariant(), label.ToUpperInvariant()), -1);

    private Slot ColumnSlot(int column, string region, string label, string? category, TableBlock? block)
    {
        if (block is { } known) return known == TableBlock.Skip ? default : new(Kind.Block, 0, known);
        if (outside.Contains(region)) return new(category is null ? Kind.Outside : Kind.OutsideUse);
        if (category is null) return new(Kind.Sector, Sector(region, label));
        if (!blocks.Axis.Regions.Contains(region)) throw new DataException(source.Place(layout.LabelRow, column), $"final use of \"{region}\" has no sectors of that region beside it. Check the heading.");
        return new(Kind.Use, blocks.Axis.Regions.IndexOf(region) * categoryCount + Array.FindIndex(categoryNames, c => c.Equals(category, StringComparison.OrdinalIgnoreCase)));
    }

    private void Row(ref string region)
    {
        var (own, text) = (source.Text(layout.RegionColumn - 1), source.Text(layout.LabelColumn - 1));
        region = layout.FillRegions && own.Length == 0 ? region : own;
        var any = text;
        for (var c = 0; any.Length == 0 && c < layout.FirstColumn - 1; c++) any = source.Text(c);
        var (named, label) = Named(region, text);
        if (outside.Contains(named)) AddInputs(blocks.ImportedInputs, blocks.ImportedFinalUse);
        else if (rowBlocks.TryGetValue(any, out var block) || rowBlocks.TryGetValue(label, out block)) AddBlock(block, any);
        else if (layout.RowRule(any) is { } known) AddBlock(known, any);
        else if (Sector(named, label) is var i and >= 0)
        {
            if (!seenRows.Add(Raw(region, text)))
                throw new DataException(source.Place(source.Row), $"{blocks.Axis.Labels[i]} has a row already, row {rowOf[i]}. Each may stand once.");
            rowOf[i] = source.Row;
            AddSector(i);
        }
        else throw new DataException(source.Place(source.Row, layout.LabelColumn - 1), $"the row \"{any}\"{(named.Length > 0 ? $" of {named}" : "")} is neither a sector that has a column nor a known block. Correct its label, or say in the layout what it is.");
    }

    private void AddSector(int i)
    {
        var n = blocks.Axis.Count;
        for (var c = layout.FirstColumn - 1; c < columns.Length; c++)
        {
            var (kind, index, block) = columns[c];
            if (kind == Kind.Skip) continue;
            var value = source.Number(c, layout.EmptyIsZero);
            switch (kind)
            {
                case Kind.Sector: blocks.Z[index * n + i] += value; break;
                case Kind.Use: blocks.Y[index * n + i] += value; break;
                case Kind.Outside or Kind.OutsideUse: blocks.Exports[i] += value; break;
                default: Of(block)[i] += value; break;
            }
        }
    }

    private double[] Of(TableBlock column) => column switch
    {
        TableBlock.Exports => blocks.Exports,
        TableBlock.CompetitiveImports => blocks.CompetitiveImports,
        TableBlock.Error => blocks.Error,
        TableBlock.Output => blocks.Output ??= new double[blocks.Axis.Count],
        TableBlock.IntermediateTotal or TableBlock.FinalUseTotal => blocks.RowTotals.TryGetValue(column, out var totals) ? totals : blocks.RowTotals[column] = new double[blocks.Axis.Count],
        _ => throw new DataException(source.Place(layout.LabelRow), $"a column cannot be {column}. Correct the layout."),
    };

    private void AddBlock(TableBlock block, string label)
    {
        switch (block)
        {
            case TableBlock.Skip: return;
            case TableBlock.ImportedInputs: AddInputs(blocks.ImportedInputs, blocks.ImportedFinalUse); break;
            case TableBlock.ValueAdded: AddInputs(blocks.ValueAdded ??= new double[blocks.Axis.Count], null); break;
            case TableBlock.Satellite:
                var row = new double[blocks.Axis.Count + blocks.Uses];
                if (!blocks.Satellites.TryAdd(label, row)) throw new DataException(source.Place(source.Row), $"the row \"{label}\" stands twice. Each may stand once.");
                AddInputs(row, null);
                for (var c = layout.FirstColumn - 1; c < columns.Length; c++)
                    if (columns[c].Kind == Kind.Use) row[blocks.Axis.Count + columns[c].Index] += source.Number(c, emptyIsZero: true);
                break;
            case TableBlock.IntermediateTotal or TableBlock.ValueAddedTotal or TableBlock.Output:
                if (!placeOfBlock.TryAdd((block, true), source.Row)) throw new DataException(source.Place(source.Row), $"the row \"{label}\" stands twice. Each may stand once.");
                AddInputs(blocks.ColumnTotals[block] = new double[blocks.Axis.Count], null);
                break;
            default: throw new DataException(source.Place(source.Row), $"a row cannot be {block}. Correct the layout.");
        }
        placeOfBlock.TryAdd((block, true), source.Row);
    }

    private void AddInputs(double[] sectors, double[]? uses)
    {
        for (var c = layout.FirstColumn - 1; c < columns.Length; c++)
            if (columns[c].Kind == Kind.Sector) sectors[columns[c].Index] += source.Number(c, layout.EmptyIsZero);
            else if (columns[c].Kind == Kind.Use && uses is not null) uses[columns[c].Index] += source.Number(c, layout.EmptyIsZero);
    }

    private string PlaceOf(TableBlock block, bool row, int index) =>
        placeOfBlock.TryGetValue((block, !row), out var at)
            ? row ? source.Place(rowOf[index], at) : source.Place(at, columnOf[index] - 1)
            : row ? source.Place(rowOf[index]) : $"{source.Place(layout.LabelRow, columnOf[index] - 1)} (column)";
}
