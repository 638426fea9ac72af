using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace CarbonComp.Benchmarks;

/// <summary>
/// Reduction costs of many units by each solver: a unit is a linear program, and two more where its price is an interval.
/// Wanted: 500 units under 5 s, and by OR-Tools in at most twice the time of GLPK.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
[MemoryDiagnoser]
public class DistanceFunctionBenchmarks
{
    private ProductionUnits units = null!;

    /// <summary>How many units.</summary>
    [Params(31, 217, 500)]
    public int Count { get; set; }

    /// <summary>The solver's name.</summary>
    [Params("GLPK", "OR-Tools")]
    public string Solver { get; set; } = "";

    /// <summary>Made-up units, of sizes as different as provinces'.</summary>
    [GlobalSetup]
    public void MakeUnits()
    {
        LinearProgramSolver.Default = new[] { LinearProgramSolver.Glpk, LinearProgramSolver.OrTools }.Single(s => s.Name == Solver);
        var random = new Random(1);
        var axis = new CategoryAxis("unit", Enumerable.Range(0, Count).Select(k => $"u{k}"));
        double LogNormal(double spread) => Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        double[] sizes = [.. Enumerable.Range(0, Count).Select(_ => LogNormal(1))];
        double[] capital = [.. sizes.Select(s => 1e12 * s * LogNormal(0.4))], labour = [.. sizes.Select(s => 1e7 * s * LogNormal(0.4))];
        double[] energy = [.. sizes.Select(s => 1e8 * s * LogNormal(0.5))];
        var valueAdded = Enumerable.Range(0, Count).Select(k => 5e11 * Math.Pow(capital[k] / 1e12, 0.4) * Math.Pow(labour[k] / 1e7, 0.35)
            * Math.Pow(energy[k] / 1e8, 0.25) * Math.Min(1, LogNormal(0.3)));
        var emissions = energy.Select(e => 2.4 * e * Math.Max(1, LogNormal(0.25)));
        LabelledVector Vector(string name, IEnumerable<double> values, Unit unit) => new(name, axis, values, unit, ValueStatus.Illustrative);
        units = ProductionUnits.Of(Vector("value added", valueAdded, Unit.Yuan), Vector("emissions", emissions, Unit.TonneCO2),
            Vector("capital", capital, Unit.Yuan), Vector("labour", labour, Unit.Person), Vector("energy", energy, Unit.TonneStandardCoal));
    }

    /// <summary>Constant returns, weak disposability.</summary>
    [Benchmark(Baseline = true)]
    public DirectionalDistanceEstimate ConstantReturns() => DirectionalDistance.Estimate(units);

    /// <summary>Kuosmanen's variable returns: twice the variables.</summary>
    [Benchmark]
    public DirectionalDistanceEstimate VariableReturns() => DirectionalDistance.Estimate(units, new() { Returns = ReturnsToScale.Variable });

    /// <summary>Slacks-based measure with emissions.</summary>
    [Benchmark]
    public SlacksBasedEstimate SlacksBased() => SlacksBasedMeasure.Estimate(units);

    /// <summary>By-production through energy, variable returns.</summary>
    [Benchmark]
    public ByProductionEstimate ThroughEnergy() => ByProduction.Estimate(units, "energy", ReturnsToScale.Variable);

    /// <summary>One linear program for all units.</summary>
    [Benchmark]
    public QuadraticDistanceEstimate Quadratic() => QuadraticDistance.Estimate(units);
}
