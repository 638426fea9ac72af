namespace CarbonComp.Numerics;

/// <summary>A total divided in proportion to weights, where nobody can take more than a bound.</summary>
public static class BoundedShares
{
    /// <summary><c>x_i = min(b_i, k·w_i)</c> with k such that <c>Σ x = total</c>.</summary>
    /// <remarks>Where all with a weight are full before the total is reached, the rest goes to the others in proportion to their bounds.</remarks>
    /// <param name="total">What is divided, not negative.</param>
    /// <param name="weights">w, not negative.</param>
    /// <param name="bounds">b, not negative, with a sum that is not below the total.</param>
    /// <exception cref="ArgumentException">Different lengths, a value below zero, or bounds that are too small together.</exception>
    public static Vector<double> Of(double total, Vector<double> weights, Vector<double> bounds)
    {
        if (weights.Count != bounds.Count) throw new ArgumentException($"There are {weights.Count} weights and {bounds.Count} bounds.", nameof(bounds));
        if (!(total >= 0) || weights.Any(w => !(w >= 0)) || bounds.Any(b => !(b >= 0)))
            throw new ArgumentException("The total, weights and bounds cannot be negative.", nameof(weights));
        if (total > bounds.Sum() * (1 + 1e-9))
            throw new ArgumentException(Invariant($"A total of {total:G6} does not fit: the bounds add up to {bounds.Sum():G6}."), nameof(bounds));
        var shares = Vector<double>.Build.Dense(weights.Count);
        // Who is full first: the smallest bound for its weight.
        int[] order = [.. Enumerable.Range(0, weights.Count).Where(i => weights[i] > 0).OrderBy(i => bounds[i] / weights[i])];
        var (left, weight) = (total, order.Sum(i => weights[i]));
        foreach (var i in order)
        {
            shares[i] = Math.Min(bounds[i], left * weights[i] / weight);
            (left, weight) = (left - shares[i], weight - weights[i]);
        }
        int[] others = [.. Enumerable.Range(0, weights.Count).Where(i => weights[i] == 0)];
        var room = others.Sum(i => bounds[i]);
        if (left > 1e-12 * total && room > 0)
            foreach (var i in others) shares[i] = Math.Min(bounds[i], left * bounds[i] / room);
        return shares;
    }
}
