using MathNet.Numerics.Statistics;

namespace CarbonComp.Uncertainty;

// Indices of one result from its values at A, B and the mixed samples, for any choice of rows.
internal sealed class SobolEstimates
{
    private const int Stream = 5;
    private readonly double[] a, b;
    private readonly double[][] mixed;

    public SobolEstimates(double[] a, double[] b, double[][] mixed)
    {
        // Less the mean of all runs, as SALib has it: products of large numbers would drown small indices in noise.
        var mean = a.Concat(b).Concat(mixed.SelectMany(m => m)).Average();
        double[] Centred(double[] values) => [.. values.Select(v => v - mean)];
        (this.a, this.b, this.mixed) = (Centred(a), Centred(b), [.. mixed.Select(Centred)]);
    }

    // First-order and total index of each input.
    public (double[] First, double[] Total) Of(IReadOnlyList<int> rows, FirstOrderEstimator estimator)
    {
        double sum = 0, squares = 0;
        foreach (var r in rows)
        {
            sum += a[r] + b[r];
            squares += a[r] * a[r] + b[r] * b[r];
        }
        double n = rows.Count, mean = sum / (2 * n), variance = squares / (2 * n) - mean * mean;
        var (first, total) = (new double[mixed.Length], new double[mixed.Length]);
        for (var i = 0; i < mixed.Length; i++)
        {
            double own = 0, all = 0;
            var m = mixed[i];
            foreach (var r in rows)
            {
                own += estimator == FirstOrderEstimator.Jansen ? (b[r] - m[r]) * (b[r] - m[r]) : b[r] * (m[r] - a[r]);
                all += (a[r] - m[r]) * (a[r] - m[r]);
            }
            first[i] = estimator == FirstOrderEstimator.Jansen ? 1 - own / (2 * n * variance) : own / (n * variance);
            total[i] = all / (2 * n * variance);
        }
        return (first, total);
    }

    // The ends of the middle share of the indices over rows drawn with replacement.
    public (double[] Lower, double[] Upper)[] Bootstrap(int samples, int resamples, double level, long seed, FirstOrderEstimator estimator)
    {
        var (first, total) = (new double[resamples][], new double[resamples][]);
        Parallel.For(0, resamples, k =>
        {
            var rows = new int[samples];
            for (var i = 0; i < samples; i++) rows[i] = CounterRandom.Below(samples, seed, Stream, k, i);
            (first[k], total[k]) = Of(rows, estimator);
        });
        return [Ends(first), Ends(total)];

        (double[] Lower, double[] Upper) Ends(double[][] all) => (At(all, (1 - level) / 2), At(all, (1 + level) / 2));
        double[] At(double[][] all, double share) => [.. Enumerable.Range(0, mixed.Length).Select(i =>
            SortedArrayStatistics.QuantileCustom([.. all.Select(estimates => estimates[i]).Where(double.IsFinite).Order()], share, QuantileDefinition.R7))];
    }

    public bool Varies(int samples) => a.Take(samples).Concat(b.Take(samples)).Distinct().Skip(1).Any();
}
