namespace CarbonComp.Uncertainty;

// Points between 0 and 1: a row a run, a column an input.
internal static class UnitPoints
{
    private const int MonteCarloStream = 1, LatinStream = 2;

    public static double[][] Draw(int count, int dimensions, SamplingMethod method, long seed) => method switch
    {
        SamplingMethod.Sobol => [.. Enumerable.Range(0, count).Select(i => SobolSequence.Point(i, dimensions, seed))],
        SamplingMethod.LatinHypercube => LatinHypercube(count, dimensions, seed),
        SamplingMethod.MonteCarlo => [.. Enumerable.Range(0, count).Select(i =>
            Enumerable.Range(0, dimensions).Select(d => CounterRandom.Unit(seed, MonteCarloStream, i, d)).ToArray())],
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    private static double[][] LatinHypercube(int count, int dimensions, long seed)
    {
        var points = new double[count][];
        for (var i = 0; i < count; i++) points[i] = new double[dimensions];
        for (var d = 0; d < dimensions; d++)
        {
            var parts = CounterRandom.Permutation(count, seed, LatinStream, d);
            for (var i = 0; i < count; i++) points[i][d] = (parts[i] + CounterRandom.Unit(seed, MonteCarloStream, i, d)) / count;
        }
        return points;
    }
}
