using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class SelfSupplyTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("A", "B", "C");
    private static readonly SectorAxis Products = SectorAxis.Of("steel", "haircuts");

    private static LabelledMatrix Of(string name, Func<int, int, double> value) =>
        new(name, Regions, Products, Matrix<double>.Build.Dense(3, 2, value), Unit.Yuan, ValueStatus.Illustrative);

    private static LabelledVector Size(params double[] shares) => new("share of output", Regions, shares, Unit.One, ValueStatus.Illustrative);

    [Fact]
    public void Calibration_finds_the_delta_that_made_the_observations() =>
        Prop.ForAll(Gen.Choose(0, 99).Two().ToArbitrary(), Gen.Choose(1, 1_000_000).ToArbitrary(),
        (hundredths, seed) =>
        {
            var random = new Random(seed);
            double[] deltas = [hundredths.Item1 / 100.0, hundredths.Item2 / 100.0], shares = [0.05, 0.2, 0.4];
            var (supply, demand) = (Of("supply", (_, _) => 1 + random.NextDouble()), Of("demand", (_, _) => 1 + random.NextDouble()));
            var own = Of("own", (r, i) => Math.Min(supply.Values[r, i], demand.Values[r, i]) * LocationQuotients.Lambda(shares[r], 1, deltas[i]));
            var found = SelfSupplyCalibration.Of(own, supply, demand, Size(shares));
            Assert.Equal(deltas, found.Deltas.Values);
            Assert.True((found.Estimate(supply, demand, Size(shares)) - own).Abs().Total < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Calibration_misses_least_and_what_is_below_zero_counts_as_zero()
    {
        // With sizes of one, λ is one whatever δ: nothing can be told, and the first value is taken.
        var (supply, demand) = (Of("supply", (_, _) => 10), Of("demand", (_, _) => 10));
        Assert.Equal([0, 0], SelfSupplyCalibration.Of(Of("own", (_, _) => 4), supply, demand, Size(1, 1, 1)).Deltas.Values);
        // The largest δ comes nearest to nothing.
        Assert.Equal([0.99, 0.99], SelfSupplyCalibration.Of(Of("own", (_, _) => -4), supply, demand, Size(0.1, 0.1, 0.1)).Deltas.Values);
        var others = new LabelledMatrix("own", Regions, SectorAxis.Of("x", "y"), supply.Values, Unit.Yuan, ValueStatus.Illustrative);
        Assert.Throws<AxisException>(() => SelfSupplyCalibration.Of(others, supply, demand, Size(1, 1, 1)));
    }

    [Fact]
    public void Own_deliveries_and_demand_are_those_of_the_table() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var (table, s) = (sample.Table, sample.Table.Sectors.Count);
        var supplied = SelfSupply.Of(table);
        for (var r = 0; r < table.Regions.Count; r++)
            for (var i = 0; i < s; i++)
            {
                var (own, all) = (0.0, 0.0);
                for (var from = 0; from < table.Regions.Count; from++)
                {
                    var delivered = table.FinalUse[from * s + i, r];
                    for (var j = 0; j < s; j++) delivered += table.Intermediate[from * s + i, r * s + j];
                    all += delivered;
                    if (from == r) own += delivered;
                }
                Assert.Equal(own, supplied.Own.Values[r, i], 1e-9 * (1 + all));
                Assert.Equal(all, supplied.Demand.Values[r, i], 1e-9 * (1 + all));
                Assert.Equal(all == 0 ? 0 : own / all, supplied.Share.Values[r, i], 1e-9);
            }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_fill_up_to_their_bounds_and_others_take_the_rest() => Prop.ForAll(Gen.Choose(0, 100).ListOf(5).ToArbitrary(),
        Gen.Choose(0, 100).ListOf(5).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (w, b, part) =>
        {
            var (weights, bounds) = (Vector<double>.Build.DenseOfEnumerable(w.Select(x => (double)x)),
                Vector<double>.Build.DenseOfEnumerable(b.Select(x => (double)x)));
            var total = bounds.Sum() * part / 100;
            var shares = BoundedShares.Of(total, weights, bounds);
            Assert.Equal(total, shares.Sum(), 1e-9 * (1 + total));
            Assert.All(Enumerable.Range(0, 5), i => Assert.InRange(shares[i], 0, bounds[i] + 1e-9));
            // All that are not full have the same share of their weight.
            double[] rates = [.. Enumerable.Range(0, 5).Where(i => weights[i] > 0 && shares[i] < bounds[i] - 1e-9).Select(i => shares[i] / weights[i])];
            if (rates.Length > 0) Assert.Equal(rates.Min(), rates.Max(), 1e-9 * (1 + rates.Max()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_that_cannot_be_are_refused()
    {
        static Vector<double> V(params double[] values) => Vector<double>.Build.Dense(values);
        Assert.Equal([2.0, 3.0], BoundedShares.Of(5, V(9, 1), V(2, 10)));
        Assert.Contains("does not fit", Assert.Throws<ArgumentException>(() => BoundedShares.Of(5, V(1, 1), V(2, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BoundedShares.Of(1, V(-1, 1), V(2, 2)));
        Assert.Throws<ArgumentException>(() => BoundedShares.Of(1, V(1), V(2, 2)));
    }
}
