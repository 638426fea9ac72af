namespace CarbonComp.InputOutput;

/// <summary>What each region uses of each of the nation's products, and how much of it is its own.</summary>
/// <param name="Own">Deliveries of a product within the region, intermediate and final, regions × sectors, a sum of money.</param>
/// <param name="Demand">Deliveries to the region from all regions, of the same shape.</param>
public sealed record SelfSupply(LabelledMatrix Own, LabelledMatrix Demand)
{
    /// <summary>The share of its demand that each region supplies itself, from 0 to 1; 0 where there is no demand.</summary>
    public LabelledMatrix Share => new("self-supply", Own.Rows, Own.Columns,
        Own.Values.MapIndexed((r, i, own) => Demand.Values[r, i] == 0 ? 0 : own / Demand.Values[r, i], Zeros.Include), Unit.One, Own.Status);

    /// <summary>All deliveries of a table by product: <c>Σ_j Z[(s,i),(r,j)] + Y[(s,i),r]</c>, over all s, and for s = r.</summary>
    public static SelfSupply Of(MultiRegionalTable table)
    {
        var (s, regions) = (table.Sectors.Count, table.Regions.Count);
        var delivered = TableShape.SumColumns(table.Intermediate, s) + table.FinalUse;
        LabelledMatrix By(string name, Func<int, int, double> value) =>
            new(name, table.Regions, table.Sectors, Matrix<double>.Build.Dense(regions, s, value), table.Unit, table.Status);
        return new(By("own deliveries", (r, i) => delivered[r * s + i, r]),
            By("demand", (r, i) => Enumerable.Range(0, regions).Sum(from => delivered[from * s + i, r])));
    }
}
