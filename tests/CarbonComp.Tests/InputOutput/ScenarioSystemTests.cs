using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class ScenarioSystemTests
{
    [Fact]
    public void A_changed_system_agrees_with_one_factorized_anew() => Prop.ForAll(RandomTable.Any, Gen.Choose(0, 1_000_000).ToArbitrary(), (sample, seed) =>
    {
        var (t, random, n) = (sample.Table, new Random(seed), sample.Table.Axis.Count);
        var a = TechnicalCoefficients.Of(t);
        var changes = new[] { 0, n - 1 }.Distinct().ToDictionary(k => k, k => a.Column(k) * (random.NextDouble() - 0.9));
        var scenario = ScenarioSystem.Of(LeontiefSystem.Of(t), changes);
        foreach (var (k, change) in changes) a.SetColumn(k, a.Column(k) + change);
        var anew = (Matrix<double>.Build.DenseIdentity(n) - a).Inverse();
        // Random changes may bring a system near the point where no output suffices; both ways then lose digits with the inverse's size.
        var size = t.Output.Maximum() * anew.InfinityNorm();
        Assert.True((anew * t.FinalUse - scenario.RequiredOutput(t.FinalUse)).Enumerate().Max(Math.Abs) < 1e-10 * size);
        var f = sample.Intensity.Values;
        Assert.True((anew.TransposeThisAndMultiply(f) - scenario.Multipliers(f)).AbsoluteMaximum() < 1e-10 * anew.InfinityNorm()
            * (1 + anew.TransposeThisAndMultiply(f).AbsoluteMaximum()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_scenario_gives_transfers_as_the_changed_table_would()
    {
        var t = Leather.Table;
        var a = TechnicalCoefficients.Of(t);
        var scenario = ScenarioSystem.Of(LeontiefSystem.Of(t), new Dictionary<int, Vector<double>> { [4] = a.Column(4) * -0.2 });
        a.SetColumn(4, a.Column(4) * 0.8);
        var x = (Matrix<double>.Build.DenseIdentity(9) - a).Solve(t.FinalUse.RowSums());
        var z = Matrix<double>.Build.Dense(9, 9, (i, j) => a[i, j] * x[j]);
        var changed = new MultiRegionalTable(t.Regions, t.Sectors, z, t.FinalUse, t.Exports, t.ImportedInputs, x - z.ColumnSums(), x, t.Status);
        var intensity = Intensity.Of(new LabelledVector("emissions", t.Axis, x.PointwiseMultiply(Leather.Intensity.Values), Unit.TonneCO2, t.Status), changed);
        Assert.True((new EmbodiedCarbonModel(changed, intensity).Transfers().Amounts - EmbodiedCarbon.Transfers(t, Leather.Intensity, scenario).Amounts)
            .Enumerate().Max(Math.Abs) < 1e-10);
        Assert.True((new EmbodiedCarbonModel(changed, intensity).FootprintBySector().Values - Footprint.BySector(t, Leather.Intensity, scenario).Values)
            .Enumerate().Max(Math.Abs) < 1e-10);
    }

    [Fact]
    public void A_change_that_ends_productivity_is_refused()
    {
        var system = LeontiefSystem.Of(Leather.Table);
        var more = new Dictionary<int, Vector<double>> { [4] = Vector<double>.Build.Dense(9, i => i == 4 ? 1.2 : 0) };
        Assert.Contains("no longer productive", Assert.Throws<InputOutputException>(() => ScenarioSystem.Of(system, more)).Message);
        Assert.Throws<InputOutputException>(() => ScenarioSystem.Of(system, new Dictionary<int, Vector<double>>()));
        Assert.Throws<InputOutputException>(() => ScenarioSystem.Of(system, new Dictionary<int, Vector<double>> { [9] = Vector<double>.Build.Dense(9) }));
    }
}
