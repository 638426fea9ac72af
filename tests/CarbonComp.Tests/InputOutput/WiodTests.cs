using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class WiodTests(ITestOutputHelper output)
{
    private static MultiRegionalTable Table(int year)
    {
        Assert.SkipUnless(Wiod.Missing(year) is null, Wiod.Missing(year) ?? "");
        return Wiod.Table(year);
    }

    [Fact]
    public void Its_quirks_are_reported()
    {
        var report = Table(2009).Validate();
        output.WriteLine(report.ToString());
        Assert.False(report.IsBalanced);
        Assert.True(report.Productivity.IsProductive);
        Assert.Equal(22, report.ZeroOutputs.Count);
        Assert.Equal(2, report.ZeroOutputsWithFlows.Count);
        Assert.True(report.NegativeFinalUse > 0);
        Assert.InRange(report.RowResiduals.AbsoluteMaximum(), 100e6, 110e6);
        Assert.Contains("tolerance", Assert.Throws<InputOutputException>(report.Require).Message);
    }

    [Fact]
    public void All_analyses_of_a_year_agree_with_the_emissions()
    {
        var table = Table(2009).WithResidualsAsError();
        var intensity = Wiod.Emissions(table);
        var emitted = intensity.Emissions.Sum();
        T Timed<T>(string what, Func<T> run)
        {
            var watch = Stopwatch.StartNew();
            var result = run();
            output.WriteLine($"{what}: {watch.Elapsed.TotalMilliseconds:F0} ms");
            return result;
        }
        void Whole(double total) => Assert.Equal(1, total / emitted, 1e-10);

        var transfers = Timed("transfers", () => EmbodiedCarbon.Transfers(table, intensity));
        Whole(transfers.Emissions.Total);
        output.WriteLine($"unallocated {transfers.Ends.Unallocated.Sum() / emitted:P3}");
        Assert.InRange(Math.Abs(transfers.Ends.Unallocated.Sum() / emitted), 1e-6, 0.01);

        var a = TechnicalCoefficients.Of(table);
        var independent = (Matrix<double>.Build.DenseIdentity(table.Axis.Count) - a).Solve(table.FinalUse);
        for (var r = 0; r < 41; r++)
            for (var t = 0; t < 41; t++)
                Assert.Equal(1, intensity.Values.SubVector(r * 35, 35) * independent.Column(t, r * 35, 35) / transfers.Tonnes[r, t], 1e-9);

        Whole(Timed("bilateral trade", () => EmbodiedCarbon.BilateralTrade(table, intensity, 1e9)).Emissions.Total + Residual(table, intensity));
        var byRegion = Timed("by destination", () => DestinationDecomposition.Of(table, intensity));
        Whole(byRegion.Total.Total);
        Whole(Timed("by destination and sector", () => DestinationDecomposition.Of(table, intensity, bySector: true)).Total.Total);
        for (var r = 0; r < 41; r++) Assert.Equal(transfers.Tonnes[r, r], byRegion.OwnDemand[r], 1e-9 * emitted);
        Whole(Responsibility.Producer(transfers).Total);
        Whole(Responsibility.Consumer(transfers).Total);
        Whole(Timed("income", () => Responsibility.Income(table, intensity)).Total);
        Whole(Timed("benefit", () => Responsibility.Benefit(transfers, Responsibility.ValueAddedKept(table))).Total);
        Timed("multipliers", () => LeontiefMultipliers.Emissions(table, intensity));
        Assert.Equal(transfers.Tonnes.RowSums().Sum(), Timed("footprints", () => Footprint.BySector(table, intensity)).Total, 1e-9 * emitted);
        Assert.True(Timed("extraction", () => HypotheticalExtraction.OfRegion(table, intensity, "CHN")).EmissionsLost.Total > transfers.Emissions["CHN"]);
        Assert.True(Timed("paths", () => StructuralPaths.Of(table, intensity, "DEU", 1e-3)).Coverage > 0.3);
        Assert.Equal(41, Timed("network", () => TransferNetwork.Of(transfers)).OutDegree.Count);
        try { Whole(Timed("shared", () => Responsibility.Shared(table, intensity)).Total); }
        catch (InputOutputException refused) { output.WriteLine(refused.Message); }
    }

    [Fact]
    public void Change_between_years_adds_up()
    {
        var (before, after) = (Table(2005).WithResidualsAsError(), Table(2009).WithResidualsAsError());
        var change = StructuralDecomposition.Of(before, Wiod.Emissions(before), after, Wiod.Emissions(after), DecompositionForm.AllOrders);
        Assert.True((change.Effects.RowSums() - (change.After - change.Before)).AbsoluteMaximum() < 1e-10 * change.After.Sum());
    }

    [Fact]
    public void Aggregated_to_one_sector_a_region_it_still_has_its_sums()
    {
        var table = Table(1995);
        var one = Aggregation.Of(table, sectors: Concordance.Of(table.Sectors, SectorAxis.Of("all"), table.Sectors.Codes.Select(c => (c, "all"))));
        Assert.Equal(table.Output.Sum(), one.Output.Sum(), 1);
        Assert.True((table.RegionalFlows() - one.RegionalFlows()).Enumerate().Max(Math.Abs) < 1);
    }

    // What bilateral trade leaves out: the table's discrepancy in each exporter's own system.
    private static double Residual(MultiRegionalTable table, Intensity intensity)
    {
        var (sum, s) = (0.0, table.Sectors.Count);
        var unused = TableIdentities.RowResiduals(table) + table.Error;
        for (var r = 0; r < table.Regions.Count; r++)
        {
            var z = table.Intermediate.SubMatrix(r * s, s, r * s, s);
            var x = table.Output.SubVector(r * s, s);
            var idle = Vector<double>.Build.Dense(s, j => x[j] == 0 ? 1 : 0);
            sum += LeontiefSystem.Of(z, x, table.Sectors).Multipliers(intensity.Values.SubVector(r * s, s)) * (unused.SubVector(r * s, s) + z * idle);
        }
        return sum;
    }
}
