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
        Assert.Equal(report.RowResiduals.AbsoluteMaximum(), Math.Abs(report.LargestRow.Residual));
        Assert.Contains("in money", report.ToString());
        Assert.Contains("tolerance", Assert.Throws<InputOutputException>(report.Require).Message);
    }

    [Fact]
    public void All_analyses_of_a_year_agree_with_the_emissions()
    {
        var table = Table(2009).WithResidualsAsError();
        var intensity = Wiod.Emissions(table);
        var model = new EmbodiedCarbonModel(table, intensity);
        var emitted = intensity.Emissions.Sum();
        void Whole(double total) => Assert.Equal(1, total / emitted, 1e-10);

        var transfers = model.Transfers();
        Whole(transfers.Emissions.Total);
        output.WriteLine($"unallocated {transfers.Ends.Unallocated.Sum() / emitted:P3}");
        Assert.InRange(Math.Abs(transfers.Ends.Unallocated.Sum() / emitted), 1e-6, 0.01);

        Whole(EmbodiedCarbon.BilateralTrade(table, intensity).Emissions.Total);
        var byRegion = model.EmissionsByDestination();
        Whole(byRegion.Total.Total);
        Whole(model.EmissionsByDestination(bySector: true).Total.Total);
        for (var r = 0; r < 41; r++) Assert.Equal(transfers.Amounts[r, r], byRegion.OwnDemand[r], 1e-9 * emitted);
        Whole(Responsibility.Producer(transfers).Total);
        Whole(Responsibility.Consumer(transfers).Total);
        Whole(model.IncomeResponsibility().Total);
        Whole(Responsibility.Benefit(transfers, Responsibility.ValueAddedKept(table)).Total);
        Assert.Equal(table.Axis.Count, model.EmissionMultipliers().Values.Count);
        Assert.Equal(transfers.Amounts.RowSums().Sum(), model.FootprintBySector().Total, 1e-9 * emitted);
        Assert.True(model.ExtractRegion("CHN").EmissionsLost.Total > transfers.Emissions["CHN"]);
        Assert.True(model.Paths("DEU", 1e-3).Coverage > 0.3);
        Assert.Equal(41, FlowNetwork.Of(transfers.ToMatrix()).OutDegree.Count);
        Whole(Responsibility.Shared(table, intensity).Total);
    }

    [Fact]
    public void Analyses_of_a_year_are_what_their_formulas_say()
    {
        var table = Table(2009).WithResidualsAsError();
        var intensity = Wiod.Emissions(table);
        var model = new EmbodiedCarbonModel(table, intensity);
        var spelled = new SpelledOut(table, intensity);
        void Near(IEnumerable<double> expected, IEnumerable<double> actual, double negligible)
        {
            foreach (var (e, a) in expected.Zip(actual)) Assert.True(Math.Abs(e - a) <= 1e-9 * Math.Max(Math.Abs(e), negligible), $"{e} and {a}");
        }
        // A part of a millionth of the whole is compared with that, not with itself.
        var least = 1e-6 * intensity.Emissions.Sum();
        Near(spelled.Transfers().Enumerate(), model.Transfers().Amounts.Enumerate(), 0);
        Near(spelled.BilateralTrade().Enumerate(), EmbodiedCarbon.BilateralTrade(table, intensity).Amounts.Enumerate(), 0);
        Near(spelled.ByDestination(intensity.Values).Enumerate(), PublishedTableTests.Ways(model.EmissionsByDestination()).Enumerate(), least);
        Near(spelled.Income(), model.IncomeResponsibility().Amounts, 0);
        var china = table.Regions.IndexOf("CHN");
        Near(spelled.Extraction([.. Enumerable.Range(35 * china, 35)]), model.ExtractRegion("CHN").OutputLost.Values, 1e-6 * table.Output.Sum());
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
        var one = TableAggregation.Aggregate(table, sectors: Concordance.Of(table.Sectors, SectorAxis.Of("all"), table.Sectors.Codes.Select(c => (c, "all"))));
        Assert.Equal(table.Output.Sum(), one.Output.Sum(), 1);
        Assert.True((table.RegionalFlows() - one.RegionalFlows()).Values.Enumerate().Max(Math.Abs) < 1);
    }

    // Countries of the world in place of provinces of a nation: half of them calibrate the pool, the other half test it.
    [Fact]
    public void Own_supply_of_countries_that_were_left_out_comes_nearer_by_the_calibrated_pool_than_by_quotients()
    {
        var table = Table(2009);
        var observed = SelfSupply.Of(table);
        var supply = table.OutputByRegion().Named("supply");
        var world = supply.ColumnSums().Values;
        var size = (supply.RowSums() / supply.Sum()).Named("share of output");
        Region[] ranked = [.. table.Regions.OrderByDescending(r => size[r.Code])];
        RegionAxis[] halves = [new(ranked.Where((_, k) => k % 2 == 0)), new(ranked.Where((_, k) => k % 2 == 1))];
        double Missed(Func<string, Vector<double>> own, RegionAxis of) => of.Codes.Sum(r => (own(r) - observed.Own.Row(r).Values).PointwiseAbs().Sum())
            / observed.Own.ForRows(of).Total;
        foreach (var (known, left) in new[] { (halves[0], halves[1]), (halves[1], halves[0]) })
        {
            var pool = SelfSupplyCalibration.Of(observed.Own.ForRows(known), supply.ForRows(known), observed.Demand.ForRows(known), size);
            var estimate = pool.Estimate(supply.ForRows(left), observed.Demand.ForRows(left), size);
            Vector<double> Quotient(string r)
            {
                var output = supply.Row(r).Values;
                var flegg = LocationQuotients.Simple(output, world) * LocationQuotients.Lambda(output.Sum(), world.Sum(), 0.3);
                return observed.Demand.Row(r).Values.PointwiseMultiply(flegg.PointwiseMinimum(1)).PointwiseMinimum(output);
            }
            var (byPool, byQuotient) = (Missed(r => estimate.Row(r).Values, left), Missed(Quotient, left));
            output.WriteLine(FormattableString.Invariant($"{left.Count} countries left out: pool {byPool:P1}, Flegg's quotient with δ = 0.3 {byQuotient:P1}"));
            Assert.True(byPool < byQuotient);
        }
    }
}
