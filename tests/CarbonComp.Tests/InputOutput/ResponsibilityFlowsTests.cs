using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class ResponsibilityFlowsTests
{
    [Fact]
    public void Pairs_add_up_to_emissions_by_row_and_to_the_responsibility_by_column() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var transfers = sample.Model.Transfers();
        var kept = Responsibility.ValueAddedKept(sample.Table);
        (ResponsibilityFlows Flows, ResponsibilityShares Shares)[] perspectives =
        [
            (ResponsibilityFlows.Consumer(transfers), Responsibility.Consumer(transfers)),
            (ResponsibilityFlows.Benefit(transfers, kept), Responsibility.Benefit(transfers, kept)),
            (ResponsibilityFlows.Shared(sample.Table, sample.Intensity), Responsibility.Shared(sample.Table, sample.Intensity)),
        ];
        foreach (var (flows, shares) in perspectives)
        {
            var tolerance = 1e-9 * sample.Emitted;
            var emitted = flows.Amounts.RowSums() + flows.Abroad + flows.Unallocated;
            Assert.True((emitted - transfers.Emissions.Values).AbsoluteMaximum() <= tolerance, $"{flows.Perspective}: emissions");
            Assert.True((flows.Shares.Amounts - shares.Amounts).AbsoluteMaximum() <= tolerance, $"{flows.Perspective}: responsibility");
            Assert.Equal(shares.Abroad, flows.Shares.Abroad, tolerance);
            Assert.Equal(0, flows.Taken.Total, tolerance);
            Assert.True(flows.Amounts.Enumerate().Min() >= -tolerance, flows.Perspective);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Leather_shared_pair_by_pair_has_the_responsibilities_of_the_reference()
    {
        var flows = ResponsibilityFlows.Shared(Leather.Table, Leather.Intensity);
        Assert.Equal([75.552188, 152.884747, 221.563064], flows.Shares.Amounts.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([60, 150, 240], flows.Amounts.RowSums().ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
        // Taken over is responsibility less emissions where nothing is exported abroad.
        Assert.Equal(75.552188 - 60, flows.Taken["Argentina"], 1e-6);
    }

    [Fact]
    public void Within_some_regions_nothing_that_they_emit_is_lost()
    {
        var all = ResponsibilityFlows.Shared(Leather.Table, Leather.Intensity);
        var some = all.Within(RegionAxis.Of("Germany", "Argentina"));
        Assert.Equal([240, 60], (some.Amounts.RowSums() + some.Abroad).ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(all.ToMatrix()["Germany", "Argentina"], some.ToMatrix()["Germany", "Argentina"]);
    }

    [Fact]
    public void The_value_of_deliveries_is_own_value_added_and_what_others_add() => Prop.ForAll(RandomTable.Any, sample =>
    {
        // A yuan of deliveries holds value added of r, products of other regions and imports; λ is the first, from the other two.
        var table = sample.Table;
        var (regions, s) = (table.Regions.Count, table.Sectors.Count);
        var kept = Responsibility.ValueAddedKept(table).Values;
        var a = TechnicalCoefficients.Of(table);
        for (var r = 0; r < regions; r++)
        {
            var own = (Matrix<double>.Build.DenseIdentity(s) - a.SubMatrix(r * s, s, r * s, s)).Inverse();
            var others = Vector<double>.Build.Dense(s, i =>
                table.Output[r * s + i] == 0 ? 1 : (a.Column(r * s + i).Sum() - a.SubMatrix(r * s, s, r * s + i, 1).Enumerate().Sum())
                    + table.ImportedInputs[r * s + i] / table.Output[r * s + i]);
            for (var t = 0; t < regions; t++)
            {
                var delivered = Vector<double>.Build.Dense(s, i => t == r ? 0 : table.FinalUse[r * s + i, t] + Enumerable.Range(0, s)
                    .Sum(j => table.Intermediate[r * s + i, t * s + j]));
                if (delivered.Sum() <= 0) continue;
                Assert.Equal(1 - others * own * delivered / delivered.Sum(), kept[r, t], 1e-9);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_earns_everything_on_its_deliveries_keeps_all_its_emissions()
    {
        // Two regions that trade final products only: no value added of others is in what they sell.
        var (regions, sectors) = (RegionAxis.Of("A", "B"), SectorAxis.Of("All"));
        var (z, y) = (Matrix<double>.Build.DenseOfArray(new double[,] { { 20, 0 }, { 0, 30 } }),
            Matrix<double>.Build.DenseOfArray(new double[,] { { 50, 30 }, { 10, 60 } }));
        var (x, none) = (Vector<double>.Build.DenseOfArray([100, 100]), Vector<double>.Build.Dense(2));
        var table = new MultiRegionalTable(regions, sectors, z, y, none, none, Vector<double>.Build.DenseOfArray([80, 70]), x, ValueStatus.Illustrative);
        var transfers = new EmbodiedCarbonModel(table, new LabelledVector("emissions", table.Axis, [1000.0, 2000], Unit.TonneCO2, ValueStatus.Illustrative))
            .Transfers();
        Assert.Equal([1000, 2000], Responsibility.Benefit(transfers, Responsibility.ValueAddedKept(table)).Amounts.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(0, ResponsibilityFlows.Benefit(transfers, Responsibility.ValueAddedKept(table)).Amounts[0, 1], 1e-9);
        Assert.True(ResponsibilityFlows.Consumer(transfers).Amounts[0, 1] > 100);
    }
}
