namespace CarbonComp.InputOutput;

/// <summary>Splits totals of broad industries (primary, secondary, tertiary) into sectors, where a region publishes only the former.</summary>
public static class SectorSplit
{
    /// <summary>By the nation's value added: every region's industry is composed as the nation's. Industries are value added by region (rows) and industry
    /// (columns), with the industry of each sector in the table's order.</summary>
    /// <returns>Value added by region and sector, constructed; each region's industries add up to what was given.</returns>
    /// <exception cref="AxisException">An industry that is not among the columns.</exception>
    /// <exception cref="InputOutputException">An industry without sectors or value added in the nation, or a sector with negative value added.</exception>
    public static LabelledMatrix ByNationalShares(LabelledMatrix industries, IReadOnlyList<string> industryOf, NationalTable national)
    {
        var (sectors, weights) = (national.Sectors, national.ValueAdded);
        if (industryOf.Count != sectors.Count)
            throw new InputOutputException($"There are {industryOf.Count} industries named for {sectors.Count} sectors. Name the industry of each sector.");
        if (weights.Find(w => w < 0, Zeros.AllowSkip) is (var negative, _))
            throw new InputOutputException($"National value added of {sectors.Labels[negative]} is negative. A share cannot be.");
        int[] industry = [.. industryOf.Select(industries.Columns.IndexOf)];
        var sums = new double[industries.Columns.Count];
        for (var s = 0; s < industry.Length; s++) sums[industry[s]] += weights[s];
        foreach (var (r, k, value) in industries.Values.EnumerateIndexed(Zeros.AllowSkip))
            if (value != 0 && sums[k] == 0)
                throw new InputOutputException($"{industries.Columns.Labels[k]} of {industries.Rows.Labels[r]} has no sector with value added, so its "
                    + $"{industries.Name} cannot be split. Check the industry of each sector.");
        return new($"{industries.Name} by sector", industries.Rows, sectors, Matrix<double>.Build.Dense(industries.Rows.Count, sectors.Count,
            (r, s) => sums[industry[s]] is var sum and not 0 ? industries.Values[r, industry[s]] * weights[s] / sum : 0),
            industries.Unit, ValueStatuses.Weakest(industries.Status, national.Status, ValueStatus.Constructed));
    }
}
