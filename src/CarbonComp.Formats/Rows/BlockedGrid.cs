namespace CarbonComp.Formats;

/// <summary>Fills the blocks of a table from matrices whose rows and columns are named elsewhere, in order.</summary>
internal sealed class BlockedGrid
{
    private readonly int[] sectorAt;
    private readonly int[] useAt;
    private string firstEmpty = "";
    private int empty;

    private BlockedGrid(TableBlocks blocks, int[] sectorAt, int[] useAt) => (Blocks, this.sectorAt, this.useAt) = (blocks, sectorAt, useAt);

    public TableBlocks Blocks { get; }

    /// <summary>Axes of the labels, with their names; those of the region outside have no place (−1).</summary>
    public static BlockedGrid Of(string shown, (string Region, string Label)[] sectors, (string Region, string Label)[] uses, string? outside, AxisNames names)
    {
        bool Inside((string Region, string Label) l) => l.Region != outside;
        string[] regions = [.. sectors.Where(Inside).Select(l => l.Region).Distinct()], labels = [.. sectors.Where(Inside).Select(l => l.Label).Distinct()];
        string[] categories = [.. uses.Where(Inside).Select(l => l.Label).Distinct()];
        if (regions.Length == 0 || categories.Length == 0)
            throw new DataException(shown, "the labels name no sector, or no final use. The file is empty or damaged.");
        var inside = sectors.Count(Inside);
        if ((long)regions.Length * labels.Length != inside)
            throw new DataException(shown,
                $"{inside} labels of sectors name {regions.Length} regions and {labels.Length} sectors. Each region has the same sectors; correct the label "
                + $"that appears only once.");
        if ((long)regions.Length * categories.Length != uses.Count(Inside))
            throw new DataException(shown,
                $"{uses.Count(Inside)} labels of final use name {regions.Length} regions and {categories.Length} categories. Each region has the same "
                + $"categories; correct the label that appears only once.");
        int[] Places((string Region, string Label)[] all, string[] among)
        {
            var taken = new HashSet<int>();
            return [.. all.Select(l =>
            {
                if (!Inside(l)) return -1;
                var region = Array.IndexOf(regions, l.Region);
                var place = region * among.Length + Array.IndexOf(among, l.Label);
                return region >= 0 && taken.Add(place) ? place
                    : throw new DataException(shown, $"the label {l.Region}, {l.Label} appears twice, or its region has no sectors. Correct the label.");
            })];
        }
        var (sectorAt, useAt) = (Places(sectors, labels), Places(uses, categories));
        // Numbers without names beside them are only as right as the order of the labels.
        static bool InOrder(int[] places) => places.Where(p => p >= 0).SequenceEqual(Enumerable.Range(0, places.Count(p => p >= 0)));
        static bool Together((string Region, string Label)[] labels) =>
            labels.Zip(labels.Skip(1)).Count(l => l.First.Region != l.Second.Region) == labels.Select(l => l.Region).Distinct().Count() - 1;
        if (!InOrder(sectorAt) || !InOrder(useAt) || !Together(sectors) || !Together(uses)
            || !uses.Select(l => l.Region).Distinct().SequenceEqual(sectors.Select(l => l.Region).Distinct()))
            throw new DataException(shown,
                "the labels are in another order for one region than for the next, or name other regions for final use than for sectors. Take all files "
                + "from one release.");
        try { return new(new TableBlocks(names.Regions(regions), names.Sectors(labels), names.Uses(categories), shown), sectorAt, useAt); }
        catch (AxisException wrong) { throw new DataException(shown, wrong.Message, wrong); }
    }

    /// <summary>Z: a row and a column a sector, after some columns of labels.</summary>
    public void Flows(RowSource rows, int labels, Action<double> progress, CancellationToken cancellation) => Matrix(rows, labels, sectorAt, (i, j, value) =>
    {
        if (i >= 0 && j >= 0) Blocks.Z[j * Blocks.Axis.Count + i] = value;
        else if (i >= 0) Blocks.Exports[i] += value;
        else if (j >= 0) Blocks.ImportedInputs[j] += value;
    }, progress, cancellation);

    /// <summary>Y: a row a sector, a column a category of a region.</summary>
    public void FinalUse(RowSource rows, int labels, Action<double> progress, CancellationToken cancellation) => Matrix(rows, labels, useAt, (i, u, value) =>
    {
        if (i >= 0 && u >= 0) Blocks.Y[u * Blocks.Axis.Count + i] = value;
        else if (i >= 0) Blocks.Exports[i] += value;
        else if (u >= 0) Blocks.ImportedFinalUse[u] += value;
    }, progress, cancellation);

    /// <summary>Any number of rows over the sectors, added up to value added.</summary>
    public void ValueAdded(RowSource rows, int labels, CancellationToken cancellation)
    {
        var added = Blocks.ValueAdded = new double[Blocks.Axis.Count];
        while (rows.Read())
        {
            cancellation.ThrowIfStopped();
            Width(rows, labels + sectorAt.Length);
            for (var j = 0; j < sectorAt.Length; j++)
                if (rows.Number(labels + j, false) is var value && sectorAt[j] >= 0) added[sectorAt[j]] += value;
        }
    }

    /// <summary>x: a row a sector, its region and name first; one heading row.</summary>
    public void Output(RowSource rows, CancellationToken cancellation)
    {
        if (!rows.Read()) throw new DataException(rows.DisplayName, "the file is empty. Restore it.");
        var output = Blocks.Output = new double[Blocks.Axis.Count];
        for (var r = 0; r < sectorAt.Length; r++)
        {
            cancellation.ThrowIfStopped();
            if (!rows.Read()) throw new DataException(rows.DisplayName, $"the file ends after {r} of {sectorAt.Length} rows. It is not complete; restore it.");
            Width(rows, 3);
            RequireLabel(rows, r);
            output[sectorAt[r]] = rows.Number(2, false);
        }
        if (rows.Read()) throw new DataException(rows.Place(rows.Row),
            $"there are more than the {sectorAt.Length} rows that are named. Rows and labels are of one release.");
    }

    /// <summary>Rows over the sectors (or final uses) of stressors, under the label in the first column.</summary>
    public void Satellites(RowSource rows, bool ofFinalUse, CancellationToken cancellation)
    {
        var (at, seen) = (ofFinalUse ? useAt : sectorAt, new HashSet<string>());
        while (rows.Read())
        {
            cancellation.ThrowIfStopped();
            Width(rows, 1 + at.Length);
            if (seen.Count == 0 && OnlyNames(rows, 1)) continue;
            var name = rows.Text(0);
            if (name.Length == 0 || !seen.Add(name))
                throw new DataException(rows.Place(rows.Row, 0), $"the stressor \"{name}\" has no name or appears twice. Give each stressor one row.");
            Satellite(rows, name, 1, ofFinalUse, emptyIsZero: true);
        }
        if (empty > 0) Blocks.Notes.Add($"{NumberFormat.Format(empty, 0)} empty cell{(empty == 1 ? " was" : "s were")} read as zero: {firstEmpty}"
            + (empty > 1 ? ", …." : "."));
        (empty, firstEmpty) = (0, "");
    }

    /// <summary>Rows of stressors that are named elsewhere, in order; those that are wanted are kept.</summary>
    public void Satellites(RowSource rows, IReadOnlyList<string> names, Func<string, bool> wanted, bool ofFinalUse, CancellationToken cancellation)
    {
        var seen = new HashSet<string>();
        for (var r = 0; r < names.Count; r++)
        {
            cancellation.ThrowIfStopped();
            if (!rows.Read()) throw new DataException(rows.DisplayName, $"the file ends after {r} of {names.Count} rows. It is not complete; restore it.");
            Width(rows, (ofFinalUse ? useAt : sectorAt).Length);
            if (!wanted(names[r])) continue;
            if (!seen.Add(names[r]))
                throw new DataException(rows.Place(rows.Row), $"the stressor \"{names[r]}\" appears twice among the labels. Leave one out.");
            Satellite(rows, names[r], 0, ofFinalUse);
        }
        if (rows.Read()) throw new DataException(rows.Place(rows.Row),
            $"there are more than the {names.Count} rows that are named. Rows and labels are of one release.");
    }

    private void Satellite(RowSource rows, string name, int labels, bool ofFinalUse, bool emptyIsZero = false)
    {
        var (at, offset) = ofFinalUse ? (useAt, Blocks.Axis.Count) : (sectorAt, 0);
        if (!Blocks.Satellites.TryGetValue(name, out var values)) Blocks.Satellites[name] = values = new double[Blocks.Axis.Count + Blocks.Uses];
        for (var j = 0; j < at.Length; j++)
        {
            if (emptyIsZero && rows.IsEmpty(labels + j))
            {
                if (++empty == 1) firstEmpty = rows.Place(rows.Row, labels + j);
                continue;
            }
            if (rows.Number(labels + j, false) is var value && at[j] >= 0) values[offset + at[j]] = value;
        }
    }

    private void Matrix(RowSource rows, int labels, int[] columns, Action<int, int, double> add, Action<double> progress, CancellationToken cancellation)
    {
        for (var r = 0; r < sectorAt.Length; r++)
        {
            cancellation.ThrowIfStopped();
            if (!rows.Read()) throw new DataException(rows.DisplayName, $"the file ends after {r} of {sectorAt.Length} rows. It is not complete; restore it.");
            Width(rows, labels + columns.Length);
            if (r == 0 && labels > 0 && OnlyNames(rows, labels) && !rows.Read())
                throw new DataException(rows.DisplayName, "the file ends after its headings. It is not complete; restore it.");
            Width(rows, labels + columns.Length);
            if (labels == 2) RequireLabel(rows, r);
            for (var c = 0; c < columns.Length; c++) add(sectorAt[r], columns[c], rows.Number(labels + c, false));
            progress((r + 1.0) / sectorAt.Length);
        }
        if (rows.Read()) throw new DataException(rows.Place(rows.Row),
            $"there are more than the {sectorAt.Length} rows that are named. Rows and labels are of one release.");
    }

    private void RequireLabel(RowSource rows, int r)
    {
        var axis = Blocks.Axis;
        var (region, sector) = (axis.Regions.Codes[sectorAt[r] / axis.Sectors.Count], axis.Sectors.Codes[sectorAt[r] % axis.Sectors.Count]);
        if (rows.Text(0) != region || rows.Text(1) != sector)
            throw new DataException(rows.Place(rows.Row),
                $"the row is of {rows.Text(0)}, {rows.Text(1)}; the column in its place is of {region}, {sector}. Rows and columns list the same sectors in "
                + $"the same order.");
    }

    /// <summary>A row that names the label columns and holds nothing else, as pandas writes below two heading rows.</summary>
    private static bool OnlyNames(RowSource rows, int labels)
    {
        for (var c = labels; c < rows.Count; c++)
            if (rows.Text(c).Length > 0) return false;
        return true;
    }

    private static void Width(RowSource rows, int expected)
    {
        if (rows.Count != expected)
            throw new DataException(rows.Place(rows.Row),
                $"the row has {rows.Count} cells, expected {expected}. Check the separators (tabs), or restore the file.");
    }
}
