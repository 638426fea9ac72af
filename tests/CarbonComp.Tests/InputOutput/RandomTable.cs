using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

/// <summary>A random productive table with exports, imports and, now and then, sectors that produce nothing; and emissions for it.</summary>
internal sealed record RandomTable(MultiRegionalTable Table, Intensity Intensity)
{
    public EmbodiedCarbonModel Model { get; } = new(Table, Intensity);

    public double Emitted => Intensity.Emissions.Sum();

    public static Arbitrary<RandomTable> Any { get; } =
        (from regions in Gen.Choose(1, 5)
         from sectors in Gen.Choose(1, 5)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         select Build(regions, sectors, seed)).ToArbitrary();

    /// <summary>Tables as they are published: with a column of errors, inventories that are run down, and sectors that buy without producing.</summary>
    public static Arbitrary<RandomTable> Rough { get; } =
        (from regions in Gen.Choose(1, 5)
         from sectors in Gen.Choose(1, 5)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         select Roughened(Build(regions, sectors, seed), new(seed))).ToArbitrary();

    private static RandomTable Roughened(RandomTable sample, Random random)
    {
        var t = sample.Table;
        var bought = Matrix<double>.Build.Dense(t.Axis.Count, t.Axis.Count, (i, j) => t.Output[i] > 0 && t.Output[j] == 0 ? random.NextDouble() : 0);
        var uses = Matrix<double>.Build.Dense(t.Axis.Count, 2 * t.Regions.Count, (i, u) =>
            t.Output[i] == 0 ? 0 : u % 2 == 0 ? t.FinalUse[i, u / 2] : 20 * (random.NextDouble() - 0.6));
        var z = t.Intermediate + bought;
        var error = t.Output - z.RowSums() - uses.RowSums() - t.Exports;
        var rough = new MultiRegionalTable(t.Regions, t.Sectors, z, uses, t.Exports, t.ImportedInputs, t.ValueAdded - bought.ColumnSums(), t.Output, t.Status,
            new CategoryAxis("final use", "households", "inventories"), error: error);
        return new(rough, sample.Intensity);
    }

    public static RandomTable Build(int regions, int sectors, int seed)
    {
        var random = new Random(seed);
        var n = regions * sectors;
        var alive = Enumerable.Range(0, n).Select(_ => random.NextDouble() > 0.1).ToArray();
        if (alive.All(a => !a)) alive[0] = true;
        var a = Matrix<double>.Build.Dense(n, n, (i, j) => alive[i] && alive[j] && random.NextDouble() > 0.2 ? random.NextDouble() * 0.95 / n : 0);
        var y = Matrix<double>.Build.Dense(n, regions, (i, _) => alive[i] ? random.NextDouble() * 100 : 0);
        var ex = Vector<double>.Build.Dense(n, i => alive[i] ? random.NextDouble() * 30 : 0);
        var x = (Matrix<double>.Build.DenseIdentity(n) - a).Solve(y.RowSums() + ex);
        var z = Matrix<double>.Build.Dense(n, n, (i, j) => a[i, j] * x[j]);
        var left = x - z.ColumnSums();
        var imported = Vector<double>.Build.Dense(n, j => random.NextDouble() * 0.3 * Math.Max(0, left[j]));
        var table = new MultiRegionalTable(RegionAxis.Of(Enumerable.Range(1, regions).Select(r => $"R{r}")),
            SectorAxis.Of(Enumerable.Range(1, sectors).Select(s => $"S{s}")),
            z, y, ex, imported, left - imported, x, ValueStatus.Illustrative);
        var emissions = new LabelledVector("emissions", table.Axis, alive.Select(l => l ? random.NextDouble() * 1e6 : 0), Unit.TonneCO2,
            ValueStatus.Illustrative);
        return new(table, Intensity.Of(emissions, table));
    }
}
