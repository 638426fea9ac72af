using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class AnalysisTests
{
    [Fact]
    public void Value_added_and_imports_make_up_every_unit_of_final_use() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var (va, im) = (sample.Model.ValueAddedMultipliers(), sample.Model.ImportedInputMultipliers());
        for (var i = 0; i < va.Axis.Count; i++) Assert.Equal(sample.Table.Output[i] > 0 ? 1 : 0, va[i] + im[i], 1e-10);
        Assert.True(sample.Model.OutputMultipliers().Values.Minimum() >= 1 - 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Footprints_by_product_and_by_emitter_have_the_transfers_sums() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var transfers = sample.Model.Transfers();
        foreach (var footprint in new[] { sample.Model.FootprintByProduct(), sample.Model.FootprintByEmitter(), sample.Model.FootprintBySector() })
            for (var t = 0; t < sample.Table.Regions.Count; t++)
                Assert.Equal(transfers.ConsumptionBased[t], footprint.ColumnSums()[t], 1e-10 * sample.Emitted);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Per_capita_divides_by_people()
    {
        var people = new LabelledVector("population", Leather.Countries, [2, 4, 5], Unit.Parse("10 thousand persons"), ValueStatus.Illustrative);
        var each = Footprint.PerCapita(Leather.Model.Transfers().Emissions, people);
        Assert.Equal(60 / 2e4, each["Argentina"], 1e-12);
        Assert.Equal("t CO2/persons", each.Unit.Symbol);
    }

    [Fact]
    public void Extraction_agrees_with_the_system_without_the_sectors() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var (t, n) = (sample.Table, sample.Table.Axis.Count);
        int[] taken = [0, n - 1];
        var a = TechnicalCoefficients.Of(t);
        var y = t.FinalUse.RowSums() + t.Exports;
        foreach (var k in taken)
        {
            a.ClearRow(k);
            a.ClearColumn(k);
            y[k] = 0;
        }
        var left = (Matrix<double>.Build.DenseIdentity(n) - a).Solve(y);
        var extraction = HypotheticalExtraction.Of(t, sample.Intensity, sample.Model.Leontief, taken);
        Assert.True((t.Output - left - extraction.OutputLost.Values).AbsoluteMaximum() < 1e-9 * t.Output.Maximum());
        Assert.Equal((t.Output - left) * sample.Intensity.Values, extraction.EmissionsLost.Total, 1e-9 * sample.Emitted);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Extraction_of_a_region_loses_at_least_its_emissions()
    {
        var extraction = Leather.Model.ExtractRegion("Turkey");
        Assert.Equal(3, extraction.Extracted.Count);
        Assert.Equal(150, extraction.EmissionsLost.Values.SubVector(3, 3).Sum(), 1e-9);
        Assert.True(extraction.EmissionsLost.Total > 150);
        Assert.Throws<InputOutputException>(() => HypotheticalExtraction.Of(Leather.Table, Leather.Intensity, Leather.Model.Leontief, 9));
        Assert.Throws<InputOutputException>(() => Leather.Model.Extract());
    }

    [Fact]
    public void Paths_are_products_of_coefficients_and_none_above_the_threshold_is_missed()
    {
        var paths = Leather.Model.Paths("Argentina", threshold: 1e-3);
        var (a, f, y) = (TechnicalCoefficients.Of(Leather.Table), Leather.Intensity.Values, Leather.Table.FinalUse.Column(0));
        Assert.Equal(102.018913, paths.Total, 1e-6);
        Assert.All(paths.Paths, p =>
        {
            var product = y[p.Sectors[^1]] * f[p.Sectors[0]];
            for (var k = 1; k < p.Sectors.Count; k++) product *= a[p.Sectors[k - 1], p.Sectors[k]];
            Assert.Equal(product, p.Amount, 1e-12);
        });
        // Brute force up to two stages.
        var listed = paths.Paths.Where(p => p.Stages <= 2).Select(p => string.Join(',', p.Sectors)).ToHashSet();
        var expected = new HashSet<string>();
        for (var l = 0; l < 9; l++)
        {
            if (f[l] * y[l] >= paths.Threshold) expected.Add($"{l}");
            for (var k = 0; k < 9; k++)
            {
                if (f[k] * a[k, l] * y[l] >= paths.Threshold) expected.Add($"{k},{l}");
                for (var i = 0; i < 9; i++)
                    if (f[i] * a[i, k] * a[k, l] * y[l] >= paths.Threshold) expected.Add($"{i},{k},{l}");
            }
        }
        Assert.Equal(expected, listed);
        Assert.InRange(paths.Coverage, 0.8, 1);
        Assert.InRange(Leather.Model.Paths(threshold: 1e-6, mostPaths: 100_000).Coverage, 0.97, 1 + 1e-12);
        Assert.False(Leather.Model.Paths(mostPaths: 5).IsComplete);
        Assert.Contains(" → ", paths.ToString());
    }

    [Fact]
    public void Causes_of_change_add_up_in_both_forms() => Prop.ForAll(RandomTable.Any, Gen.Choose(0, 1_000_000).ToArbitrary(), (sample, seed) =>
    {
        var before = sample.Table;
        var later = RandomTable.Build(before.Regions.Count, before.Sectors.Count, seed);
        foreach (var form in new[] { DecompositionForm.TwoPolar, DecompositionForm.AllOrders })
        {
            var change = StructuralDecomposition.Of(before, sample.Intensity, later.Table, later.Intensity, form);
            var size = sample.Emitted + later.Emitted;
            Assert.True((change.Effects.RowSums() - (change.After - change.Before)).AbsoluteMaximum() < 1e-10 * size);
            Assert.Equal(sample.Emitted, change.Before.Sum(), 1e-10 * size);
            Assert.Equal(later.Emitted, change.After.Sum(), 1e-10 * size);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Prices_that_double_change_nothing_once_they_are_taken_out()
    {
        var t = Leather.Table;
        var dearer = new MultiRegionalTable(t.Regions, t.Sectors, 2 * t.Intermediate, 2 * t.FinalUse, 2 * t.Exports, 2 * t.ImportedInputs,
            2 * t.ValueAdded, 2 * t.Output, t.Status);
        var emissions = new LabelledVector("emissions", t.Axis, Leather.Intensity.Emissions, Unit.TonneCO2, t.Status);
        var (before, after) = (new EmbodiedCarbonModel(t, emissions), new EmbodiedCarbonModel(dearer, emissions));
        Assert.True(before.ChangeTo(after, priceLevel: 2).Effects.Enumerate().Max(Math.Abs) < 1e-9);
        var current = before.ChangeTo(after).ToMatrix().ColumnSums();
        Assert.True(current["volume of final use"] > 1);
        Assert.Equal(-current["volume of final use"], current["emission intensity"], 9);
        Assert.Throws<ArgumentOutOfRangeException>(() => before.ChangeTo(after, priceLevel: 0));
    }

    [Fact]
    public void A_change_of_intensity_alone_is_attributed_to_it()
    {
        var t = Leather.Table;
        var halved = Intensity.Of(new LabelledVector("emissions", t.Axis, Leather.Intensity.Emissions / 2, Unit.TonneCO2, ValueStatus.Illustrative), t);
        var change = StructuralDecomposition.Of(t, Leather.Intensity, t, halved);
        Assert.Equal(-225, change.Effects.Column(0).Sum(), 1e-9);
        Assert.True(change.Effects.SubMatrix(0, 3, 1, 3).L2Norm() < 1e-9);
    }
}
