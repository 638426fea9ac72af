namespace CarbonComp.InputOutput;

/// <summary>Trade between regions by gravity (docs/methods.md#construction).</summary>
public static class GravityTrade
{
    /// <summary><c>t_rs = k·O_r·D_s / d_rs^β</c> for r ≠ s, 0 within a region; k makes the sum equal to that of O.</summary>
    /// <remarks>O_r is what each region has for others, D_s what it wants from them, d_rs the distance in km, β how fast trade falls with it.</remarks>
    /// <exception cref="InputOutputException">A size that does not fit, a negative amount, a distance that is not positive, or β above 10.</exception>
    public static Matrix<double> Flows(Vector<double> supply, Vector<double> demand, Matrix<double> distances, double decay)
    {
        var n = supply.Count;
        if (demand.Count != n || distances.RowCount != n || distances.ColumnCount != n)
            throw new InputOutputException($"Gravity needs supply, demand and distances of the same regions: {n}, {demand.Count}, "
                + $"{distances.RowCount} × {distances.ColumnCount} are given.");
        if (Guard.NotNegative(decay, "β cannot be negative; 1 to 2 is usual.") > 10)
            throw new InputOutputException(Invariant($"β is {decay}. Above 10 nearly all trade is with the nearest region; 1 to 2 is usual."));
        for (var r = 0; r < n; r++)
            if (!(supply[r] >= 0 && demand[r] >= 0))
                throw new InputOutputException($"Supply or demand of region {r + 1} is negative. Gravity needs amounts that are not.");
        double Kilometres(int r, int s) => distances[r, s] > 0 && double.IsFinite(distances[r, s]) ? distances[r, s]
            : throw new InputOutputException($"The distance from region {r + 1} to region {s + 1} is {distances[r, s]}. Distances between regions are "
                + $"positive kilometres.");
        var flows = Matrix<double>.Build.Dense(n, n, (r, s) => r == s ? 0 : supply[r] * demand[s] / Math.Pow(Kilometres(r, s), decay));
        var sum = flows.RowSums().Sum();
        return sum == 0 ? flows : flows * (supply.Sum() / sum);
    }

    /// <summary>The distance to a group of places, for use in gravity with β: <c>d = (Σ w_p·d_p^−β / Σ w_p)^(−1/β)</c>, km (Head and Mayer).</summary>
    /// <remarks>For the rest of a country: the places are its other provinces, the weights their output. β = 0 gives the weighted geometric mean.</remarks>
    /// <exception cref="InputOutputException">Different lengths, a distance that is not positive, negative or missing weights.</exception>
    public static double EffectiveDistance(IReadOnlyList<double> distances, IReadOnlyList<double> weights, double decay)
    {
        if (distances.Count != weights.Count || distances.Count == 0)
            throw new InputOutputException($"There are {distances.Count} distances and {weights.Count} weights. Give one weight for each place.");
        var all = weights.Sum();
        if (distances.Any(d => !(d > 0 && double.IsFinite(d))) || weights.Any(w => !(w >= 0 && double.IsFinite(w))) || all == 0)
            throw new InputOutputException("Distances must be positive, weights not negative and not all zero.");
        var shares = weights.Select(w => w / all).ToArray();
        return decay == 0
            ? Math.Exp(distances.Zip(shares, (d, w) => w * Math.Log(d)).Sum())
            : Math.Pow(distances.Zip(shares, (d, w) => w * Math.Pow(d, -decay)).Sum(), -1 / decay);
    }
}
