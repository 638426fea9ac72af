using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

/// <summary>What the stop button of a notebook ends, and that nothing of it stays behind. It is one for the process, so these tests run alone.</summary>
[CollectionDefinition(nameof(StoppedWorkTests), DisableParallelization = true)]
[Collection(nameof(StoppedWorkTests))]
public sealed class StoppedWorkTests : IDisposable
{
    // Under this name the kernel leaves the running cell's token.
    private const string Key = "Notebook.CellCancellationToken";

    // Large enough to be factorized panel by panel.
    private const int Order = 4100;

    public void Dispose() => AppContext.SetData(Key, null);

    private static (Matrix<double> Z, Vector<double> X, CategoryAxis Axis) Table()
    {
        var random = new Random(11);
        var x = Vector<double>.Build.Dense(Order, _ => 1 + random.NextDouble());
        var z = Matrix<double>.Build.Dense(Order, Order, (_, j) => random.NextDouble() / Order * x[j]);
        return (z, x, new CategoryAxis("sector", Enumerable.Range(1, Order).Select(i => $"S{i}")));
    }

    // Few columns are solved by products, many by factors.
    [Theory]
    [InlineData(20)]
    [InlineData(600)]
    [Trait("size", "large")]
    public void Stopped_at_whatever_moment_a_system_answers_rightly_afterwards(int columns)
    {
        Assert.SkipUnless(LinearAlgebraDiagnostics.Current.IsNative, LinearAlgebraDiagnostics.Current.Note);
        var (z, x, axis) = Table();
        var y = Matrix<double>.Build.Dense(Order, columns, (i, c) => (i + c) % 7);
        var system = LeontiefSystem.Of(z, x, axis);
        var stopped = 0;
        foreach (var wait in (int[])[0, 5, 20, 60, 150, 400])
        {
            using var stop = new CancellationTokenSource();
            AppContext.SetData(Key, stop.Token);
            if (wait == 0) stop.Cancel(); else stop.CancelAfter(wait);
            try
            {
                system.RequiredOutput(y);
            }
            catch (OperationCanceledException)
            {
                stopped++;
            }
            AppContext.SetData(Key, CancellationToken.None);
        }
        Assert.True(stopped > 0);
        var output = system.RequiredOutput(y);
        // (I − A)·X = Y.
        var residual = output - z * Matrix<double>.Build.Dense(Order, columns, (i, c) => output[i, c] / x[i]) - y;
        Assert.True(residual.Enumerate().Max(Math.Abs) < 1e-9 * output.Enumerate().Max(Math.Abs));
    }

    private static Dictionary<string, Action> LongWork()
    {
        var (table, intensity) = RandomTable.Build(3, 4, 5);
        var start = new LabelledMatrix("start", new CategoryAxis("row", ["a", "b"]), new CategoryAxis("column", ["c", "d"]),
            Matrix<double>.Build.Dense(2, 2, [1, 2, 3, 4]), Unit.TonneCO2, ValueStatus.Illustrative);
        LabelledVector Totals(Axis axis) => new("totals", axis, [5, 5], Unit.TonneCO2, ValueStatus.Illustrative);
        var cities = RegionAxis.Of(["A", "B", "C", "D"]);
        return new()
        {
            ["transfers"] = () => new EmbodiedCarbonModel(table, intensity).Transfers(),
            ["extraction"] = () => new EmbodiedCarbonModel(table, intensity).ExtractRegion("R1"),
            ["decomposition"] = () => StructuralDecomposition.Of(table, intensity, table, intensity),
            ["paths"] = () => new EmbodiedCarbonModel(table, intensity).Paths(),
            ["productivity"] = () => Productivity.Of(TechnicalCoefficients.Of(table)),
            ["RAS"] = () => Ras.Balance(start, Totals(start.Rows), Totals(start.Columns)),
            ["GRAS"] = () => Gras.Balance(start, Totals(start.Rows), Totals(start.Columns)),
            ["breaks"] = () => NaturalBreaks.Breaks([1, 2, 3, 5, 8], 3),
            ["clusters"] = () => KMeans.Cluster([new("x", cities, [1, 2, 3, 5], Unit.One, ValueStatus.Illustrative)], 2),
        };
    }

    public static TheoryData<string> Names() => [.. LongWork().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Long_work_looks_at_the_stop_button(string name)
    {
        var work = LongWork()[name];
        work();
        AppContext.SetData(Key, new CancellationToken(canceled: true));
        Assert.Throws<OperationCanceledException>(work);
    }
}
