using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

/// <summary>A random table with emissions everywhere, and sinks, households and costs for it.</summary>
internal sealed record SampleCompensation(SectorTransfers Transfers, LabelledVector Sinks, LabelledVector Households, LabelledMatrix Costs)
{
    public static Arbitrary<SampleCompensation> Any { get; } =
        (from regions in Gen.Choose(2, 6)
         from sectors in Gen.Choose(1, 4)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         select Build(regions, sectors, seed)).ToArbitrary();

    public RegionAxis Regions => Transfers.Regions;

    public EcologicalCompensation Compensate(FundFinancing financing = FundFinancing.Centre) =>
        EcologicalCompensation.Of(Transfers, Sinks, Costs, Households, financing);

    public static SampleCompensation Build(int regions, int sectors, int seed)
    {
        var random = new Random(seed);
        var n = regions * sectors;
        var a = Matrix<double>.Build.Dense(n, n, (_, _) => random.NextDouble() * 0.9 / n);
        var y = Matrix<double>.Build.Dense(n, regions, (_, _) => random.NextDouble() * 1e9);
        var ex = Vector<double>.Build.Dense(n, _ => random.NextDouble() * 3e8);
        var x = (Matrix<double>.Build.DenseIdentity(n) - a).Solve(y.RowSums() + ex);
        var z = Matrix<double>.Build.Dense(n, n, (i, j) => a[i, j] * x[j]);
        var none = Vector<double>.Build.Dense(n);
        var table = new MultiRegionalTable(RegionAxis.Of(Enumerable.Range(1, regions).Select(r => $"R{r}")),
            SectorAxis.Of(Enumerable.Range(1, sectors).Select(s => $"S{s}")),
            z, y, ex, none, x - z.ColumnSums(), x, ValueStatus.Illustrative);
        LabelledVector Tonnes(string name, double most) => new(name, table.Regions, table.Regions.Select(_ => random.NextDouble() * most), Unit.TonneCO2,
            ValueStatus.Illustrative);
        var emissions = new LabelledVector("emissions", table.Axis, Enumerable.Range(0, n).Select(_ => 1 + random.NextDouble() * 1e6), Unit.TonneCO2,
            ValueStatus.Illustrative);
        var costs = new LabelledMatrix("reduction cost", table.Regions, table.Sectors,
            Matrix<double>.Build.Dense(regions, sectors, (_, _) => random.NextDouble() * 3000), Unit.YuanPerTonneCO2, ValueStatus.Illustrative);
        return new(new EmbodiedCarbonModel(table, emissions).TransfersBySector(), Tonnes("sinks", sectors * 1e6), Tonnes("households", 2e5), costs);
    }
}
