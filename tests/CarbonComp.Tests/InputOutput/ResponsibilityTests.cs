using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class ResponsibilityTests
{
    private static readonly TransferMatrix Transfers = Leather.Model.Transfers();

    private static void Near(double[] expected, IEnumerable<double> actual, double tolerance = 1e-6)
    {
        foreach (var (e, a) in expected.Zip(actual)) Assert.Equal(e, a, tolerance);
    }

    [Fact]
    public void Producer_and_consumer_match_the_leather_case()
    {
        Near([60, 150, 240], Responsibility.Producer(Transfers).Amounts);
        Near([102.018913, 150.298933, 197.682154], Responsibility.Consumer(Transfers).Amounts);
    }

    [Fact]
    public void Shared_matches_the_leather_case()
    {
        var shared = Responsibility.Shared(Leather.Table, Leather.Intensity);
        Near([75.552188, 152.884747, 221.563064], shared.Amounts);
        Near([35.796466, 53.173221, 62.401618], shared.AsConsumer!);
        Assert.Contains("as consumer", shared.ToString());
    }

    [Fact]
    public void Income_matches_the_leather_case() =>
        Near([78.149281, 154.251824, 217.598895], Leather.Model.IncomeResponsibility().Amounts);

    [Fact]
    public void Every_perspective_has_the_same_total() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var transfers = sample.Model.Transfers();
        ResponsibilityShares[] perspectives =
        [
            Responsibility.Producer(transfers), Responsibility.Consumer(transfers), Responsibility.Shared(sample.Table, sample.Intensity),
            sample.Model.IncomeResponsibility(), Responsibility.Benefit(transfers, Responsibility.ValueAddedKept(sample.Table)),
        ];
        Assert.All(perspectives, p => Assert.Equal(1, p.Total / sample.Emitted, 1e-10));
        Assert.All(perspectives, p => Assert.True(p.Amounts.Minimum() >= -1e-9 * sample.Emitted, p.Perspective));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Benefit_lies_between_producer_and_consumer()
    {
        var zeros = new LabelledMatrix("kept", Leather.Countries, Leather.Countries, Matrix<double>.Build.Dense(3, 3), Unit.One, ValueStatus.Illustrative);
        Near([.. Responsibility.Consumer(Transfers).Amounts], Responsibility.Benefit(Transfers, zeros).Amounts, 1e-9);
        var ones = new LabelledMatrix("kept", Leather.Countries, Leather.Countries, Matrix<double>.Build.Dense(3, 3, 1), Unit.One, ValueStatus.Illustrative);
        Near([.. Responsibility.Producer(Transfers).Amounts], Responsibility.Benefit(Transfers, ones).Amounts, 1e-9);
        var tooMuch = new LabelledMatrix("kept", Leather.Countries, Leather.Countries, Matrix<double>.Build.Dense(3, 3, 1.5), Unit.One,
            ValueStatus.Illustrative);
        Assert.Contains(" keeps of its emissions for ", Assert.Throws<InputOutputException>(() => Responsibility.Benefit(Transfers, tooMuch)).Message);
    }

    [Fact]
    public void A_sector_without_value_added_is_refused_by_name()
    {
        // Value added −5 and 0 in two sectors: alpha of the first exceeds 1.
        var z = Matrix<double>.Build.DenseOfArray(new double[,] { { 10, 40, 5 }, { 35, 10, 10 }, { 20, 30, 10 } });
        var x = Vector<double>.Build.DenseOfArray([60, 80, 100]);
        var va = x - z.ColumnSums();
        Assert.Equal([-5, 0, 75], va);
        var none = Vector<double>.Build.Dense(3);
        var table = new MultiRegionalTable(RegionAxis.Of("Here"), SectorAxis.Of("Loss", "Even", "Gain"), z, (x - z.RowSums()).ToColumnMatrix(), none, none,
            va, x, ValueStatus.Illustrative);
        var intensity = Intensity.Of(new LabelledVector("emissions", table.Axis, [1.0, 2, 3], Unit.TonneCO2, ValueStatus.Illustrative), table);
        var message = Assert.Throws<InputOutputException>(() => Responsibility.Shared(table, intensity)).Message;
        Assert.Contains("Here · Loss", message);
        Assert.Contains("α = 1.1", message);
    }
}
