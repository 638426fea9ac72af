using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

/// <summary>All analyses on tables that are as rough as published ones: against their formulas spelled out, and for sums that lose nothing.</summary>
public class PublishedTableTests
{
    private static void Near(Matrix<double> expected, Matrix<double> actual, double size)
    {
        var largest = (expected - actual).Enumerate().Max(Math.Abs);
        Assert.True(largest <= 1e-10 * size, $"{largest} of {size}");
    }

    private static void Near(Vector<double> expected, Vector<double> actual, double size) => Near(expected.ToColumnMatrix(), actual.ToColumnMatrix(), size);

    private static Vector<double> ByRegion(RandomTable sample) => Vector<double>.Build.Dense(sample.Table.Regions.Count,
        r => sample.Intensity.Emissions.SubVector(r * sample.Table.Sectors.Count, sample.Table.Sectors.Count).Sum());

    [Fact]
    public void The_sample_has_what_published_tables_have()
    {
        var samples = RandomTable.Rough.Generator.Sample(200).Select(s => s.Table.Validate()).ToArray();
        Assert.All(samples, r => Assert.True(r.IsBalanced, r.ToString()));
        Assert.Contains(samples, r => r.ZeroOutputsWithFlows.Count > 0);
        Assert.Contains(samples, r => r.NegativeFinalUse > 0);
    }

    [Fact]
    public void Every_analysis_finds_the_emissions_again() => Prop.ForAll(RandomTable.Rough, sample =>
    {
        var (t, f, emitted, size) = (sample.Table, sample.Intensity, ByRegion(sample), sample.Emitted);
        var transfers = sample.Model.Transfers();
        Near(emitted, transfers.Emissions.Values, size);
        var bySector = sample.Model.TransfersBySector();
        Near(sample.Intensity.Emissions, bySector.Amounts.RowSums() + bySector.Ends.Total, size);
        Near(emitted, EmbodiedCarbon.BilateralTrade(t, f).Emissions.Values, size);
        Near(emitted, sample.Model.EmissionsByDestination().Total.Values, size);
        Near(sample.Intensity.Emissions, sample.Model.EmissionsByDestination(bySector: true).Total.Values, size);
        ResponsibilityShares[] perspectives =
        [
            Responsibility.Producer(transfers), Responsibility.Consumer(transfers), Responsibility.Shared(t, f), sample.Model.IncomeResponsibility(),
            Responsibility.Benefit(transfers, Responsibility.ValueAddedKept(t)),
            ResponsibilityFlows.Consumer(transfers).Shares, ResponsibilityFlows.Shared(t, f).Shares,
                ResponsibilityFlows.Benefit(transfers, Responsibility.ValueAddedKept(t)).Shares,
        ];
        Assert.All(perspectives, p => Assert.Equal(1, p.Total / size, 1e-10));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_analysis_is_what_its_formula_says() => Prop.ForAll(RandomTable.Rough, sample =>
    {
        var (t, f, size) = (sample.Table, sample.Intensity, sample.Emitted);
        var spelled = new SpelledOut(t, f);
        var transfers = sample.Model.Transfers();
        Near(spelled.Transfers(), transfers.Amounts, size);
        Near(spelled.Unallocated(), transfers.Ends.Unallocated, size);
        Near(spelled.BilateralTrade(), EmbodiedCarbon.BilateralTrade(t, f).Amounts, size);
        Near(spelled.ByDestination(f.Values), Ways(sample.Model.EmissionsByDestination()), size);
        Near(spelled.Income(), sample.Model.IncomeResponsibility().Amounts, size);
        int[] taken = [0, t.Axis.Count - 1];
        Near(spelled.Extraction(taken), HypotheticalExtraction.Of(t, f, sample.Model.Leontief, taken).OutputLost.Values, t.Output.Maximum());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_polar_effects_are_the_mean_of_first_and_last() => Prop.ForAll(RandomTable.Rough, Gen.Choose(0, 1_000_000).ToArbitrary(), (sample, seed) =>
    {
        var later = RandomTable.Build(sample.Table.Regions.Count, sample.Table.Sectors.Count, seed);
        var change = StructuralDecomposition.Of(sample.Table, sample.Intensity, later.Table, later.Intensity);
        var (before, after) = (new SpelledOut(sample.Table, sample.Intensity), new SpelledOut(later.Table, later.Intensity));
        var size = sample.Emitted + later.Emitted + SpelledOut.Emissions(before, after, after).L1Norm() + SpelledOut.Emissions(after, before, before).L1Norm();
        Near((SpelledOut.Emissions(after, before, before) - SpelledOut.Emissions(before, before, before) + SpelledOut.Emissions(after, after, after)
            - SpelledOut.Emissions(before, after, after)) / 2,
            change.Effects.Column(0), size);
    }).QuickCheckThrowOnFailure();

    internal static Matrix<double> Ways(DestinationDecomposition d) => Matrix<double>.Build.DenseOfColumnVectors(new[]
        { d.OwnFinalUse, d.FinalProductsToOthers, d.AbsorbedByImporter, d.ReturnedToImporter, d.PassedOnAsFinal, d.PassedOnAsIntermediate,
            d.ReturnedHome }.Select(p => p.Values));
}
