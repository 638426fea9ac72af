namespace CarbonComp.InputOutput;

/// <summary>Trade between regions by gravity (docs/methods.md#construction).</summary>
public static class GravityTrade
{
    /// <summary><c>t_rs = k·O_r·D_s / d_rs^β</c> for r ≠ s, 0 within a region; k makes the sum equal to that of O.</summary>
    /// <param name="supply">O_r, what each region has for others, not negative.</param>
    /// <param name="demand">D_s, what each region wants from others, not negative.</param>
    /// <param name="distances">d_rs, km, positive off the diagonal.</param>
    /// <param name="decay">β, how fast trade falls with distance; 0 for not at all.</param>
    /// <exception cref="InputOutputException">A size that does not fit, a negative amount, or a distance that is not positive.</exception>
    public static Matrix<double> Flows(Vector<double> supply, Vector<double> demand, Matrix<double> distances, double decay)
    {
        var n = supply.Count;
        if (demand.Count != n || distances.RowCount != n || distances.ColumnCount != n)
            throw new InputOutputException($"Gravity needs supply, demand and distances of the same regions: {n}, {demand.Count}, "
                + $"{distances.RowCount} × {distances.ColumnCount} are given.");
        Guard.NotNegative(decay, "β is a number from 0; 1 to 2 is usual.");
        var flows = Matrix<double>.Build.Dense(n, n);
        for (var r = 0; r < n; r++)
        {
            if (!(supply[r] >= 0 && demand[r] >= 0)) throw new InputOutputException($"Supply or demand of region {r + 1} is negative. Gravity "
                + $"needs amounts that are not.");
            for (var s = 0; s < n; s++)
            {
                if (r == s) continue;
                if (!(distances[r, s] > 0 && double.IsFinite(distances[r, s])))
                    throw new InputOutputException($"The distance from region {r + 1} to region {s + 1} is {distances[r, s]}. Distances between "
                        + $"regions are positive kilometres.");
                flows[r, s] = supply[r] * demand[s] / Math.Pow(distances[r, s], decay);
            }
        }
        var sum = flows.RowSums().Sum();
        return sum == 0 ? flows : flows * (supply.Sum() / sum);
    }

    /// <summary>The distance to a group of places, for use in gravity:
    /// <c>d = (Σ w_p·d_p^−β / Σ w_p)^(−1/β)</c> (Head and Mayer).</summary>
    /// <remarks>For the rest of a country: the places are its other provinces, the weights their output. β = 0 gives the weighted geometric mean.</remarks>
    /// <param name="distances">d_p, km, positive.</param>
    /// <param name="weights">w_p, not negative, not all zero.</param>
    /// <param name="decay">β of the gravity it is used in.</param>
    /// <exception cref="InputOutputException">Different lengths, a distance that is not positive, negative or missing weights.</exception>
    public static double EffectiveDistance(IReadOnlyList<double> distances, IReadOnlyList<double> weights, double decay)
    {
        if (distances.Count != weights.Count || distances.Count == 0)
            throw new InputOutputException($"There are {distances.Count} distances and {weights.Count} weights. Give one weight a place.");
        if (distances.Any(d => !(d > 0 && double.IsFinite(d))) || weights.Any(w => !(w >= 0 && double.IsFinite(w))) || weights.Sum() == 0)
            throw new InputOutputException("Distances must be positive, weights not negative and not all zero.");
        var all = weights.Sum();
        var shares = weights.Select(w => w / all).ToArray();
        return decay == 0
            ? Math.Exp(distances.Zip(shares, (d, w) => w * Math.Log(d)).Sum())
            : Math.Pow(distances.Zip(shares, (d, w) => w * Math.Pow(d, -decay)).Sum(), -1 / decay);
    }
}
