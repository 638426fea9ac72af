namespace CarbonComp.Abatement;

/// <summary>Kendall's rank correlation of two quantities, where the order of pairs matters and distances between ranks do not.</summary>
public static class KendallTau
{
    /// <summary>τ-b (Kendall 1945): concordant less discordant pairs, over the pairs that are tied in neither.</summary>
    /// <returns>From −1 to 1; NaN where one of the two is the same everywhere.</returns>
    /// <exception cref="AxisException">Different axes.</exception>
    public static double Of(LabelledVector first, LabelledVector second)
    {
        first.Axis.Require(second.Axis, second.Name);
        var (balance, inFirst, inSecond) = (0L, 0L, 0L);
        for (var i = 0; i < first.Values.Count; i++)
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (Math.Sign(first[i] - first[j]), Math.Sign(second[i] - second[j]));
                (balance, inFirst, inSecond) = (balance + a * b, inFirst + Math.Abs(a), inSecond + Math.Abs(b));
            }
        return balance / Math.Sqrt((double)inFirst * inSecond);
    }
}
