namespace CarbonComp.InputOutput;

/// <summary>Splits totals of broad industries (primary, secondary, tertiary) into sectors, where a region publishes only the former.</summary>
public static class SectorSplit
{
    /// <summary>By the nation's value added: every region's industry is composed as the nation's.</summary>
    /// <param name="industries">Value added by region (rows) and industry (columns).</param>
    /// <param name="industryOf">The industry of each sector, in the order of the table's sectors.</param>
    /// <param name="national">The national table.</param>
    /// <returns>Value added by region and sector, constructed; each region's industries add up to what was given.</returns>
    /// <exception cref="AxisException">An industry that is not among the columns.</exception>
    /// <exception cref="InputOutputException">An industry without sectors or without value added in the nation.</exception>
    public static LabelledMatrix ByNationalShares(LabelledMatrix industries, IReadOnlyList<string> industryOf, NationalTable national) =>
        ByWeights(industries, industryOf, new LabelledMatrix("national value added", industries.Rows, national.Sectors,
            Matrix<double>.Build.Dense(industries.Rows.Count, national.Sectors.Count, (_, s) => national.ValueAdded[s]), national.Unit, national.Status));

    /// <summary>By weights of each region's own, such as employment or energy use by sector.</summary>
    /// <inheritdoc cref="ByNationalShares"/>
    /// <param name="weights">A weight of each sector (columns) in each region (rows), not negative.</param>
    /// <param name="industries">Value added by region (rows) and industry (columns).</param>
    /// <param name="industryOf">The industry of each sector, in the order of the weights' sectors.</param>
    public static LabelledMatrix ByWeights(LabelledMatrix industries, IReadOnlyList<string> industryOf, LabelledMatrix weights)
    {
        industries.Rows.Require(weights.Rows, weights.Name);
        if (industryOf.Count != weights.Columns.Count)
            throw new InputOutputException($"There are {industryOf.Count} industries named for {weights.Columns.Count} sectors. Name the industry of each "
                + $"sector.");
        int[] industry = [.. industryOf.Select(industries.Columns.IndexOf)];
        var sums = Matrix<double>.Build.Dense(industries.Rows.Count, industries.Columns.Count);
        foreach (var (r, s, weight) in weights.Values.EnumerateIndexed())
        {
            if (weight < 0)
                throw new InputOutputException($"The weight of {weights.Columns.Labels[s]} in {weights.Rows.Labels[r]} is negative. A share cannot be.");
            sums[r, industry[s]] += weight;
        }
        foreach (var (r, k, sum) in sums.EnumerateIndexed())
            if (sum == 0 && industries.Values[r, k] != 0)
                throw new InputOutputException($"{industries.Columns.Labels[k]} of {industries.Rows.Labels[r]} has no sector with a weight, so its "
                    + $"{industries.Name} cannot be split. Check the industry of each sector.");
        return new($"{industries.Name} by sector", industries.Rows, weights.Columns,
            Matrix<double>.Build.Dense(industries.Rows.Count, weights.Columns.Count, (r, s) => sums[r, industry[s]] is var sum and not 0
                ? industries.Values[r, industry[s]] * weights.Values[r, s] / sum : 0),
            industries.Unit, ValueStatuses.Weakest(industries.Status, weights.Status, ValueStatus.Constructed));
    }
}
