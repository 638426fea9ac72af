namespace CarbonComp.Formats;

/// <summary>Reads a wide table row by row: headings say what each column is, labels what each row is, numbers go to their blocks.</summary>
internal sealed class WideReader
{
    private readonly RowSource source;
    private readonly WideLayout layout;
    private readonly WideLabels labels;
    private readonly WideHeadings headings;
    private readonly TableBlocks blocks;
    private readonly Dictionary<TableBlock, int> rowOfBlock = [];
    private readonly HashSet<(string, string)> seen = [];
    private readonly int[] rowOf;
    private Unit? unit;
    private ValueStatus? status;
    private int width;
    private readonly Faults faults;
    private readonly List<string> emptyCells = [];
    private int empty;

    private WideReader(RowSource source, WideLayout layout)
    {
        (this.source, this.layout, labels, unit, status, faults) = (source, layout, new(layout), layout.Unit, layout.Status, new(source.DisplayName));
        headings = Headings();
        blocks = new(headings.Axis.Regions, headings.Axis.Sectors, headings.Categories,
            source.DisplayName) { Place = PlaceOf, Description = layout.Description };
        rowOf = new int[blocks.Axis.Count];
    }

    public static TableReading Read(RowSource source, WideLayout layout, IProgress<double>? progress, CancellationToken cancellation) =>
        new WideReader(source, layout).Read(progress, cancellation);

    private TableReading Read(IProgress<double>? progress, CancellationToken cancellation)
    {
        try { Rows(progress, cancellation); }
        catch (DataException wrong) when (faults.Count > 0)
        {
            faults.Add(wrong);
            faults.ThrowIfAny();
        }
        faults.ThrowIfAny();
        progress?.Report(1);
        if (empty > 0) blocks.Notes.Add($"{NumberFormat.Format(empty, 0)} empty cell{(empty == 1 ? " was" : "s were")} read as zero, as the layout "
            + $"says: {string.Join(", ", emptyCells)}{(empty > emptyCells.Count ? ", …" : "")}.");
        if (layout.Rate is { } rate) blocks.Exchange(rate);
        return blocks.Finish(unit ?? throw new DataException(source.Place(1, 0), "the table's unit is not known. Name it in the layout."),
            status ?? throw new DataException(source.Place(1, 1), "nothing says where the numbers come from. Name the status in the layout."),
            layout.Tolerance, layout.Rounding, layout.ResidualsAsError);
    }

    private void Rows(IProgress<double>? progress, CancellationToken cancellation)
    {
        var region = "";
        do
        {
            cancellation.ThrowIfStopped();
            if (source.Count == 0 || source.IsBlank()) continue;
            RequireWidth();
            Row(ref region);
            progress?.Report(source.Share);
        }
        while (source.Read());
        var missing = Array.IndexOf(rowOf, 0);
        if (missing >= 0) throw new DataException(source.DisplayName,
            $"there is no row for {blocks.Axis.Labels[missing]}, which has a column. Rows and columns must name the same sectors.");
        foreach (var (block, name) in layout.RequiredRows)
            if (!rowOfBlock.ContainsKey(block)) throw new DataException(source.DisplayName, $"there is no row {name}. The table is not complete; restore it.");
    }

    /// <summary>The number of a cell. What cannot be read is collected; an empty cell that is zero is counted.</summary>
    private double Number(int column) => source.TryNumber(column, out var number) && double.IsFinite(number) ? number : Unusual(column);

    private double Unusual(int column)
    {
        var before = faults.Count;
        var value = faults.Collect(() => source.Number(column, layout.EmptyIsZero));
        if (faults.Count == before && ++empty <= 3) emptyCells.Add(source.Place(source.Row, column)[(source.DisplayName.Length + 2)..]);
        return value;
    }

    /// <summary>Whether a row says something beside the table and has nothing among its numbers: a source, a remark.</summary>
    private bool IsRemark()
    {
        for (var c = layout.FirstColumn - 1; c < source.Count; c++)
            if (source.Text(c).Length > 0) return false;
        return !source.HasValueless();
    }

    /// <summary>Reads the headings, on to the first row of numbers.</summary>
    private WideHeadings Headings()
    {
        string[] regionCells = [], labelCells = [], nameCells = [];
        var nameRows = new Dictionary<NameKind, (int Row, string[] Cells)>();
        var more = source.Read();
        for (; more && source.Row < layout.FirstRow; more = source.Read())
        {
            if (source.Row == 1) Corner();
            RequireUnit();
            if (source.Row == layout.RegionRow) regionCells = Cells();
            if (source.Row == layout.LabelRow) labelCells = Cells();
            if (source.Row == layout.NameRow) nameCells = Cells();
        }
        width = labelCells.Length;
        for (; more && width > 0 && NameRow() is { } kind; more = source.Read())
        {
            RequireWidth();
            if (!nameRows.TryAdd(kind, (source.Row, Cells())))
                throw new DataException(source.Place(source.Row), $"the row \"{kind.Label}\" appears twice. Leave one out.");
        }
        if (!more || labelCells.Length == 0 || regionCells.Length == 0)
            throw new DataException(source.DisplayName,
                $"the file ends before its headings (rows {layout.RegionRow} and {layout.LabelRow}) and a row of numbers. Check the layout.");
        return new(source, layout, labels, regionCells, labelCells, nameCells, nameRows);
    }

    private void RequireWidth()
    {
        if (source is CsvRows && source.Count != width)
            throw new DataException(source.Place(source.Row), $"the row has {source.Count} cells, the heading {width}. Check separators and quotes.");
    }

    /// <summary>Which names this row below the headings holds; none where it holds numbers.</summary>
    private NameKind? NameRow() => source.Text(layout.RegionColumn - 1).Length > 0 && layout.RegionColumn != layout.LabelColumn ? null
        : NameKind.All.FirstOrDefault(k => k.Label.Equals(source.Text(layout.LabelColumn - 1), StringComparison.OrdinalIgnoreCase));

    private void Corner()
    {
        try { unit ??= Unit.Parse(source.Text(0)); }
        catch (UnitException wrong) { throw new DataException(source.Place(1, 0),
            $"{wrong.Message} The first cell names the unit of a table in the library's own form; for another form give a layout.", wrong); }
        try { status ??= ValueStatuses.Parse(source.Text(1)); }
        catch (CarbonCompException wrong) when (wrong is not DataException) { throw new DataException(source.Place(1, 1), wrong.Message, wrong); }
    }

    /// <summary>Refuses a layout's unit that a title, or a heading in brackets, contradicts.</summary>
    private void RequireUnit()
    {
        var isHeading = source.Row == layout.RegionRow || source.Row == layout.LabelRow || source.Row == layout.NameRow;
        for (var c = 0; layout.Unit is { } asked && c < source.Count; c++)
        {
            Unit? stated;
            try { stated = isHeading ? StatedUnit.InBrackets(source.Text(c)) : StatedUnit.Of(source.Text(c)); }
            catch (UnitException) { continue; } // The layout says what cannot be read here.
            if (stated is not null && (stated.Factor, stated.Dimension) != (asked.Factor, asked.Dimension))
                throw new DataException(source.Place(source.Row, c),
                    $"\"{OneLine.Of(source.Text(c))}\" states {stated}, and the table would be read in {asked}. "
                    + "Correct the file, or the unit that is asked for.");
        }
    }

    private string[] Cells() => [.. Enumerable.Range(0, source.Count).Select(source.Text)];

    private void Row(ref string region)
    {
        var (own, text) = (source.Text(layout.RegionColumn - 1), source.Text(layout.LabelColumn - 1));
        region = layout.FillRegions && own.Length == 0 ? region : own;
        var any = text;
        for (var c = 0; any.Length == 0 && c < layout.FirstColumn - 1; c++) any = source.Text(c);
        var (named, label) = labels.Named(region, text);
        if (labels.IsOutside(named)) AddInputs(blocks.ImportedInputs, blocks.ImportedFinalUse);
        else if (labels.RowBlock(any, label) is { } block) AddBlock(block, any);
        else if (headings.Sector(named, label) is var i and >= 0)
        {
            if (!seen.Add(labels.Raw(region, text)))
                throw new DataException(source.Place(source.Row), $"{blocks.Axis.Labels[i]} has a row already, row {rowOf[i]}. Leave one out.");
            rowOf[i] = source.Row;
            AddSector(i);
        }
        else if (rowOf.All(row => row > 0) && IsRemark()) blocks.Notes.Add($"Below the table: {OneLine.Of(any)}");
        else throw new DataException(source.Place(source.Row, layout.LabelColumn - 1),
            $"the row \"{any}\"{(named.Length > 0 ? $" of {named}" : "")} is neither a sector that has a column nor a known block. Correct its label, or say "
            + $"in the layout what it is.");
    }

    private void AddSector(int i)
    {
        var n = blocks.Axis.Count;
        for (var c = layout.FirstColumn - 1; c < headings.Columns.Length; c++)
        {
            var (kind, index, block) = headings.Columns[c];
            if (kind == WideColumn.Content.Skip) continue;
            var value = block == TableBlock.Output && layout.OutputIsGiven ? faults.Collect(() => source.Number(c, false)) : Number(c);
            switch (kind)
            {
                case WideColumn.Content.Sector: blocks.Z[index * n + i] += value; break;
                case WideColumn.Content.Use: blocks.Y[index * n + i] += value; break;
                case WideColumn.Content.Outside or WideColumn.Content.OutsideUse: blocks.Exports[i] += value; break;
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
        TableBlock.IntermediateTotal or TableBlock.FinalUseTotal =>
            blocks.RowTotals.TryGetValue(column, out var totals) ? totals : blocks.RowTotals[column] = new double[blocks.Axis.Count],
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
                if (!blocks.Satellites.TryAdd(label, row))
                    throw new DataException(source.Place(source.Row), $"the row \"{label}\" appears twice. Leave one out.");
                AddInputs(row, null);
                for (var c = layout.FirstColumn - 1; c < headings.Columns.Length; c++)
                    if (headings.Columns[c].Kind == WideColumn.Content.Use)
                        row[blocks.Axis.Count + headings.Columns[c].Index] += OfFinalUse(c);
                break;
            case TableBlock.IntermediateTotal or TableBlock.ValueAddedTotal or TableBlock.Output:
                if (!rowOfBlock.TryAdd(block, source.Row))
                    throw new DataException(source.Place(source.Row), $"the row \"{label}\" appears twice. Leave one out.");
                AddInputs(blocks.ColumnTotals[block] = new double[blocks.Axis.Count], null);
                break;
            default: throw new DataException(source.Place(source.Row), $"a row cannot be {block}. Correct the layout.");
        }
        rowOfBlock.TryAdd(block, source.Row);
    }

    /// <summary>What a stressor has in a column of final use, which most files leave empty.</summary>
    private double OfFinalUse(int column) => source.IsEmpty(column) ? 0 : Number(column);

    private void AddInputs(double[] sectors, double[]? uses)
    {
        for (var c = layout.FirstColumn - 1; c < headings.Columns.Length; c++)
            if (headings.Columns[c].Kind == WideColumn.Content.Sector) sectors[headings.Columns[c].Index] += Number(c);
            else if (headings.Columns[c].Kind == WideColumn.Content.Use && uses is not null)
                uses[headings.Columns[c].Index] += Number(c);
    }

    /// <summary>The cell of a block in the row (true) or column (false) of a sector.</summary>
    private string PlaceOf(TableBlock block, bool row, int index) => row
        ? headings.BlockColumns.TryGetValue(block, out var column) ? source.Place(rowOf[index], column) : source.Place(rowOf[index])
        : rowOfBlock.TryGetValue(block, out var at) ? source.Place(at, headings.ColumnOf[index])
            : $"{source.Place(layout.LabelRow, headings.ColumnOf[index])} (column)";
}
