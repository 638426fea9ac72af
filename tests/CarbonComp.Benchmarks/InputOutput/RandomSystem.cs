using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Benchmarks;

/// <summary>A dense productive table of any size, the same for the same size.</summary>
internal static class RandomSystem
{
    public static (MultiRegionalTable Table, Intensity Intensity) Of(int regions, int sectors)
    {
        var (n, random) = (regions * sectors, new Random(1));
        var x = new double[n];
        for (var j = 0; j < n; j++) x[j] = 50 + random.NextDouble() * 100;
        var (z, sold, bought) = (new double[n * n], new double[n], new double[n]);
        for (var j = 0; j < n; j++)
            for (var i = 0; i < n; i++)
            {
                var flow = random.NextDouble() / n * x[j];
                z[j * n + i] = flow;
                sold[i] += flow;
                bought[j] += flow;
            }
        var none = Vector<double>.Build.Dense(n);
        var table = new MultiRegionalTable(RegionAxis.Of(Enumerable.Range(1, regions).Select(r => $"R{r}")),
            SectorAxis.Of(Enumerable.Range(1, sectors).Select(s => $"S{s}")),
            Matrix<double>.Build.Dense(n, n, z),
            Matrix<double>.Build.Dense(n, regions, (i, _) => (x[i] - sold[i]) / regions), none, none,
            Vector<double>.Build.Dense(n, j => x[j] - bought[j]), Vector<double>.Build.Dense(x), ValueStatus.Illustrative);
        var emissions = new LabelledVector("emissions", table.Axis, Enumerable.Range(0, n).Select(_ => random.NextDouble() * 1e6), Unit.TonneCO2,
            ValueStatus.Illustrative);
        return (table, Intensity.Of(emissions, table));
    }
}
