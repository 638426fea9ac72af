using System.Collections;

namespace CarbonComp.Formats;

/// <summary>Reads the flat file of FIGARO: first all flows, then the axes that they name, then each flow to its place, once.</summary>
internal static class FigaroFlows
{
    private readonly record struct Label(string Area, string Code);

    public static TableBlocks Read(CsvRows rows, Action<AxisNames> name, IProgress<double>? progress, CancellationToken cancellation)
    {
        var columns = Columns(rows);
        var (labels, all) = (new Dictionary<Label, int>(), new List<Label>());
        int Known(string area, string code)
        {
            var label = new Label(area, code);
            if (labels.TryGetValue(label, out var at)) return at;
            all.Add(label);
            return labels[label] = all.Count - 1;
        }
        var (flows, faults) = (new List<(int From, int To, double Value, int Line)>(), new Faults(rows.DisplayName));
        while (rows.Read())
        {
            cancellation.ThrowIfStopped();
            if (rows.Count != columns.Width) throw new DataException(rows.Place(rows.Row),
                $"the row has {rows.Count} cells, the heading {columns.Width}. Check separators, or restore a file that ends too early.");
            var value = faults.Collect(() => rows.Number(columns.Value, false));
            flows.Add((Known(rows.Text(columns.FromArea), rows.Text(columns.From)), Known(rows.Text(columns.ToArea), rows.Text(columns.To)), value, rows.Row));
            if (flows.Count % 4096 == 0) progress?.Report(0.9 * rows.Share);
        }
        faults.ThrowIfAny();
        var blocks = Blocks(rows, flows.Select(f => all[f.From]).Distinct().Where(l => l.Area != FigaroTable.Home),
            flows.Select(f => all[f.To]).Distinct().Where(l => FigaroTable.FinalUses.ContainsKey(l.Code)), name);
        Fill(rows, blocks, all, flows);
        progress?.Report(1);
        return blocks;
    }

    private static (int Width, int FromArea, int From, int ToArea, int To, int Value) Columns(CsvRows rows)
    {
        rows.Read();
        string[] heading = [.. Enumerable.Range(0, rows.Count).Select(rows.Text)];
        int Of(params string[] names) => Array.FindIndex(heading, h => names.Contains(h, StringComparer.OrdinalIgnoreCase)) is var at and >= 0 ? at
            : throw new DataException(rows.Place(1),
                $"there is no column {string.Join(" or ", names)}. There are: {Listing.Of(heading, 12)}. Restore the heading.");
        return (heading.Length, Of("refArea"), Of("rowIi", "rowPi"), Of("counterpartArea"), Of("colIi", "colPi"), Of("obsValue"));
    }

    private static TableBlocks Blocks(CsvRows rows, IEnumerable<Label> sectors, IEnumerable<Label> uses, Action<AxisNames> name)
    {
        var names = new AxisNames();
        name(names);
        Label[] own = [.. sectors];
        string[] areas = [.. own.Select(s => s.Area).Distinct()], codes = [.. own.Select(s => s.Code).Distinct()];
        string[] used = [.. uses.Select(u => u.Code).Distinct()];
        if (own.Length == 0 || used.Length == 0) throw new DataException(rows.DisplayName,
            "no flow comes from a sector, or none goes to final use. The file is not complete.");
        if ((long)areas.Length * codes.Length != own.Length) throw new DataException(rows.DisplayName, $"{own.Length} sectors of {areas.Length} areas and "
            + $"{codes.Length} codes deliver. Each area has the same sectors; the file is not complete, or a label is wrong (the rarest: "
            + $"{own.CountBy(s => s.Code).MinBy(g => g.Value).Key}).");
        try { return new(names.Regions(areas), names.Sectors(codes), names.Uses(used), rows.DisplayName) { ValueAdded = new double[own.Length] }; }
        catch (AxisException wrong) { throw new DataException(rows.DisplayName, wrong.Message, wrong); }
    }

    private static void Fill(CsvRows rows, TableBlocks blocks, List<Label> all, List<(int From, int To, double Value, int Line)> flows)
    {
        var (n, areas, codes, uses) = (blocks.Axis.Count, blocks.Axis.Regions.Codes, blocks.Axis.Sectors.Codes, blocks.Categories.Codes);
        var added = FigaroTable.AddedValues;
        // Where a label delivers and where it uses: sectors, then final uses; value added is rows of its own.
        var place = all.Select(l => areas.ToList().IndexOf(l.Area) is var a and >= 0
            ? codes.ToList().IndexOf(l.Code) is var s and >= 0 ? a * codes.Count + s
                : uses.ToList().IndexOf(l.Code) is var u and >= 0 ? n + a * uses.Count + u : -1
            : l.Area == FigaroTable.Home && Array.IndexOf(added, l.Code) is var v and >= 0 ? -2 - v : -1).ToArray();
        var (seen, seenAdded) = (new BitArray(n * (n + blocks.Uses)), new BitArray(n * added.Length));
        var known = new bool[added.Length];
        foreach (var (from, to, value, line) in flows)
        {
            var (i, j) = (place[from], place[to]);
            DataException Wrong(string what) => new(rows.Place(line), $"{all[from].Area} {all[from].Code} to {all[to].Area} {all[to].Code}: {what}");
            if (i == -1 || i >= n) throw Wrong($"{all[from].Area} {all[from].Code} is neither a sector nor value added. Correct the label.");
            if (j < 0) throw Wrong($"{all[to].Area} {all[to].Code} is neither a sector that delivers nor a final use. Correct the label.");
            if (i < -1)
            {
                known[-2 - i] = true;
                if (j >= n) continue; // Taxes on final use, and the like.
                if (seenAdded[(-2 - i) * n + j]) throw Wrong("the flow appears twice. Leave one out.");
                seenAdded[(-2 - i) * n + j] = true;
                blocks.ValueAdded![j] += value;
                continue;
            }
            if (seen[j * n + i]) throw Wrong("the flow appears twice. Leave one out.");
            seen[j * n + i] = true;
            (j < n ? blocks.Z : blocks.Y)[(j < n ? j : j - n) * n + i] = value;
        }
        RequireAll(rows, blocks, seen, seenAdded, known);
    }

    private static void RequireAll(CsvRows rows, TableBlocks blocks, BitArray seen, BitArray seenAdded, bool[] known)
    {
        var n = blocks.Axis.Count;
        if (!known.Any(k => k)) throw new DataException(rows.DisplayName, "there is no row of value added (W2_D1, …). The file is not complete.");
        var (missing, first) = (0, "");
        for (var k = 0; k < seen.Count; k++)
            if (!seen[k] && missing++ == 0) first = $"from {blocks.Axis.Codes[k % n]}";
        for (var k = 0; k < seenAdded.Count; k++)
            if (known[k / n] && !seenAdded[k] && missing++ == 0) first = $"{FigaroTable.AddedValues[k / n]} of {blocks.Axis.Codes[k % n]}";
        if (missing > 0) throw new DataException(rows.DisplayName,
            $"{NumberFormat.Format(missing, 0)} flow{(missing == 1 ? " is" : "s are")} missing, the first {first}. "
            + "The file is cut off or damaged; restore it.");
    }
}
