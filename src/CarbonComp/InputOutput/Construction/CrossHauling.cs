namespace CarbonComp.InputOutput;

/// <summary>Cross-hauling: a region sells and buys the same kind of product at once, because products of a kind differ (CHARM; Kronenberg 2009).</summary>
/// <remarks>With exports e, imports m, balance <c>b = e − m</c> and volume <c>v = e + m</c>, cross-hauling is <c>q = v − |b| = 2·min(e, m)</c>. It is
/// taken to be proportional to production and demand, <c>q = h·(x + z + d)</c>; h, the heterogeneity of the product, is the same in nation and
/// region.</remarks>
public static class CrossHauling
{
    /// <summary>h of each product from the nation's foreign trade: <c>2·min(e, m) / (x + z + d)</c>, from 0 to 1; 0 where there is neither production
    /// nor demand.</summary>
    /// <remarks>e are the nation's exports, m its imported intermediate use, x its output, z and d domestic and imported use. A table in
    /// non-competitive form has imports of intermediate products only, so this is a lower bound where final products are imported too.</remarks>
    public static LabelledVector Heterogeneity(NationalTable national)
    {
        var imports = national.ImportedIntermediate.RowSums();
        var size = national.Output + national.Intermediate.RowSums() + imports + national.FinalUse.RowSums();
        return new("product heterogeneity", national.Sectors, size.MapIndexed((i, all) => all > 0
            ? 2 * Math.Max(0, Math.Min(national.Exports[i], imports[i])) / all : 0, Zeros.Include), Unit.One, national.Status);
    }

    /// <summary>Exports and imports of a product: <c>e = (v + b)/2</c>, <c>m = (v − b)/2</c> with <c>b = supply − demand</c>,
    /// <c>v = |b| + h·(supply + demand)</c>.</summary>
    /// <remarks>Nobody exports more than there is or imports more than is wanted: cross-hauling stays within twice the smaller of both.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Supply or demand below 0; h outside [0, 1].</exception>
    public static (double Exports, double Imports) Trade(double supply, double demand, double heterogeneity)
    {
        Guard.NotNegative(supply);
        Guard.NotNegative(demand);
        Guard.Share(heterogeneity);
        var crossed = Math.Min(heterogeneity * (supply + demand), 2 * Math.Min(supply, demand)) / 2;
        return (Math.Max(0, supply - demand) + crossed, Math.Max(0, demand - supply) + crossed);
    }
}
