using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats;

/// <summary>Makes a symmetric table of GLORIA's supply and use, a region's products at a time, without the regions that are empty.</summary>
internal static class GloriaConstruct
{
    public static TableBlocks Blocks(string shown, GloriaNames names, GloriaMatrices m, Dictionary<string, double[]> satellites, SupplyUseConstruct construct,
        double rounding)
    {
        var (s, c, all) = (names.Sectors.Length, names.Uses.Length, names.Regions.Length * names.Sectors.Length);
        var used = Uses(m, all);
        int[] kept = [.. Enumerable.Range(0, names.Regions.Length).Where(r => m.Supply[r].Any(v => v != 0)
            || Enumerable.Range(r * s, s).Any(p => used[p] != 0 || m.Use.AsSpan(p * all, all).ContainsAnyExcept(0.0))
            || m.FinalUse.AsSpan(r * c * all, c * all).ContainsAnyExcept(0.0))];
        var blocks = Empty(shown, names, kept);
        string[] empty = [.. Enumerable.Range(0, names.Regions.Length).Except(kept).Select(r => names.Regions[r].Code)];
        if (empty.Length > 0) blocks.Notes.Add($"{Listing.Of(empty, 8)}: all transactions are zero, so left out.");
        var supply = kept.Select(r => Matrix<double>.Build.Dense(s, s, m.Supply[r])).ToArray();
        RequireSupply(shown, names, blocks, kept, supply, used, rounding);
        var turn = supply.Select(v => SupplyUse.Transformation(v, construct)).ToArray();
        var byIndustry = construct == SupplyUseConstruct.FixedProductSales;
        var (n, output) = (blocks.Axis.Count, blocks.Output = new double[blocks.Axis.Count]);
        Parallel.For(0, kept.Length, to =>
        {
            (byIndustry ? supply[to].RowSums() : supply[to].ColumnSums()).ToArray().CopyTo(output, to * s);
            for (var from = 0; from < kept.Length; from++)
            {
                var use = Block(m.Use, all, kept[from] * s, kept[to] * s, s, s);
                Put(byIndustry ? turn[from] * use : use * turn[to], blocks.Z, n, from * s, to * s);
                var final = Block(m.FinalUse, all, kept[from] * s, kept[to] * c, s, c);
                Put(byIndustry ? turn[from] * final : final, blocks.Y, n, from * s, to * c);
            }
        });
        double[] ByRegion(double[] industries) => [.. kept.SelectMany((r, k) =>
            SupplyUse.Inputs(supply[k], Vector<double>.Build.Dense(industries[(r * s)..((r + 1) * s)]), construct))];
        blocks.ValueAdded = ByRegion(m.ValueAdded);
        foreach (var (name, unit) in names.Satellites)
            if (satellites.TryGetValue(name, out var values))
            {
                blocks.Satellites[name] = [.. ByRegion(values), .. kept.SelectMany(r => values[(all + r * c)..(all + (r + 1) * c)])];
                blocks.SatelliteUnits[name] = unit;
            }
        blocks.Notes.Add(byIndustry ? "Industry by industry, with fixed product sales (Z = V·q̂⁻¹·U)."
            : "Product by product, with industry technology (Z = U·ĝ⁻¹·V).");
        return blocks;
    }

    private static TableBlocks Empty(string shown, GloriaNames names, int[] kept)
    {
        var axes = new AxisNames();
        foreach (var (code, name) in names.Regions) axes.Suggest(NameKind.RegionName, code, name);
        if (kept.Length == 0) throw new DataException(shown, "all transactions are zero. The archive is damaged or of another form.");
        try { return new(axes.Regions(kept.Select(r => names.Regions[r].Code)), axes.Sectors(names.Sectors), axes.Uses(names.Uses), shown); }
        catch (AxisException wrong) { throw new DataException(shown, wrong.Message, wrong); }
    }

    /// <summary>The sizes of what is used of each product, by anybody.</summary>
    private static double[] Uses(GloriaMatrices m, int all)
    {
        var used = new double[all];
        foreach (var block in new[] { m.Use, m.FinalUse })
            for (var k = 0; k < block.Length; k++) used[k % all] += Math.Abs(block[k]);
        return used;
    }

    private static void RequireSupply(string shown, GloriaNames names, TableBlocks blocks, int[] kept, Matrix<double>[] supply, double[] used, double rounding)
    {
        var s = names.Sectors.Length;
        var missing = (from k in Enumerable.Range(0, kept.Length) let made = supply[k].ColumnSums() from p in Enumerable.Range(0, s)
            where made[p] == 0 && used[kept[k] * s + p] > 0 select (Label: blocks.Axis.Labels[k * s + p], Used: used[kept[k] * s + p])).ToArray();
        if (missing.Length == 0) return;
        var most = missing.MaxBy(m => m.Used);
        var told = Invariant($"{missing.Length} products are used and not supplied, {most.Label} most of all ({most.Used:G4} thousand US$)");
        if (most.Used > rounding) throw new DataException(shown, $"{told}. Restore the files, or accept it with a larger rounding.");
        blocks.Notes.Add($"{told}; within the rounding, and left out.");
    }

    private static Matrix<double> Block(double[] values, int rows, int row, int column, int height, int width)
    {
        var block = new double[height * width];
        for (var c = 0; c < width; c++) Array.Copy(values, (column + c) * rows + row, block, c * height, height);
        return Matrix<double>.Build.Dense(height, width, block);
    }

    private static void Put(Matrix<double> block, double[] values, int rows, int row, int column)
    {
        var own = block.ToColumnMajorArray();
        for (var c = 0; c < block.ColumnCount; c++) Array.Copy(own, c * block.RowCount, values, (column + c) * rows + row, block.RowCount);
    }
}
