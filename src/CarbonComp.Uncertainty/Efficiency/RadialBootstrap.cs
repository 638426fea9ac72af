using MathNet.Numerics.Statistics;

namespace CarbonComp.Uncertainty;

/// <summary>Input-oriented efficiency scores with their bias and intervals: the homogeneous smoothed bootstrap of Simar and Wilson (1998).</summary>
/// <remarks>
/// <para>
/// An envelope through the best of a few units lies inside the true frontier, so scores θ̂ are too high. In each replication every unit gets a score θ*,
/// drawn from a smoothed distribution of the scores that is reflected at 1 and has their variance, and the inputs <c>x* = (θ̂/θ*)·x</c>; θ̂* is
/// the unit's own score against these. What θ̂* is above θ̂ stands for what θ̂ is above the truth. Bias and interval are taken of Shephard's distance
/// <c>δ = 1/θ</c>, as later by the same authors, so that no score falls below θ̂/2: corrected <c>δ = 2δ̂ − mean(δ̂*)</c>, interval
/// <c>[2δ̂ − q(1−α/2), 2δ̂ − q(α/2)]</c> with the quantiles q of δ̂*; all are reported as scores.
/// </para>
/// <para>The bandwidth is that of the normal reference rule for the scores below 1 and their reflections, <c>0.9·min(s, IQR/1.34)·m^(−1/5)</c>, brought to the
/// number and the spread of all scores. The method takes inefficiency as independent of the mix of inputs and outputs. A replication is determined by
/// seed and number, whichever worker computes it.</para>
/// </remarks>
public sealed record RadialBootstrap : Tabular
{
    private const int UnitStream = 11, NoiseStream = 12;
    private const double LeastScore = 0.01;

    private readonly double[][] replicated;

    private RadialBootstrap(LabelledVector efficiency, double[][] replicated, double bandwidth, double level, ReturnsToScale returns)
    {
        (Efficiency, this.replicated, Bandwidth, Level, Returns) = (efficiency.Named("efficiency θ"), replicated, bandwidth, level, returns);
        Corrected = Vector("corrected", k => 1 / (2 / efficiency[k] - Distances(k).Average()));
        Bias = (Efficiency - Corrected).Named("bias");
        Lower = Vector("from", k => 1 / (2 / efficiency[k] - Quantile(k, (1 - level) / 2)));
        Upper = Vector("to", k => 1 / (2 / efficiency[k] - Quantile(k, (1 + level) / 2)));
    }

    /// <summary>Scores of units with their intervals.</summary>
    /// <param name="inputs">Inputs along one axis, none negative.</param>
    /// <param name="outputs">Outputs along the same axis, none negative.</param>
    /// <param name="returns">Returns to scale.</param>
    /// <param name="replications">The number of replications; 2000 for intervals that are reported.</param>
    /// <param name="bandwidth">The bandwidth of the smoothing; by the rule above if none is given.</param>
    /// <param name="level">The level of the intervals.</param>
    /// <param name="seed">The seed; the same seed gives the same replications.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="AbatementException">As for <see cref="RadialEfficiency"/>.</exception>
    /// <exception cref="UncertaintyException">Too few replications, a level or bandwidth outside its range, or units that are all efficient.</exception>
    public static RadialBootstrap Of(IReadOnlyList<LabelledVector> inputs, IReadOnlyList<LabelledVector> outputs,
        ReturnsToScale returns = ReturnsToScale.Constant, int replications = 2000, double? bandwidth = null, double level = 0.95, long seed = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (replications < 20) throw new UncertaintyException($"{replications} replications give no interval. Take at least 20, better 2000.");
        if (!(level is > 0 and < 1)) throw new UncertaintyException($"The level of an interval is {level}. It lies between 0 and 1: 0.95 for 95 %.");
        var estimate = RadialEfficiency.Estimate(inputs, outputs, RadialOrientation.Input, returns, cancellation);
        var scores = estimate.Scores.Values.ToArray();
        var h = bandwidth ?? Rule(scores);
        if (!(h > 0 && double.IsFinite(h))) throw new UncertaintyException($"The bandwidth is {h}. It must be positive.");
        var programs = new RadialPrograms(inputs, outputs, returns);
        var (replicated, done) = (new double[replications][], 0);
        Parallel.For(0, replications, new() { CancellationToken = cancellation }, b =>
        {
            var drawn = Drawn(scores, h, seed, b);
            double[] factors = [.. scores.Select((score, i) => score / drawn[i])];
            replicated[b] = [.. scores.Select((_, k) => programs.Score(k, factors))];
            progress?.Report(Interlocked.Increment(ref done) / (double)replications);
        });
        return new(estimate.Scores, replicated, h, level, returns);
    }

    /// <summary>Scores of units with value added, their other good outputs and emissions, which count as an input.</summary>
    /// <remarks>The other arguments are those for vectors.</remarks>
    /// <exception cref="UncertaintyException">Too few replications, a level or bandwidth outside its range, or units that are all efficient.</exception>
    public static RadialBootstrap Of(ProductionUnits units, ReturnsToScale returns = ReturnsToScale.Constant, int replications = 2000,
        double? bandwidth = null, double level = 0.95, long seed = 1, IProgress<double>? progress = null, CancellationToken cancellation = default) => Of(
            [.. units.Inputs, new("emissions", units.Axis, units.Emissions, Unit.TonneCO2, units.Status)],
            [new("value added", units.Axis, units.ValueAdded, units.Currency, units.Status), .. units.OtherOutputs], returns, replications, bandwidth, level,
            seed, progress, cancellation);

    /// <summary>θ̂ of each unit, in (0, 1].</summary>
    public LabelledVector Efficiency { get; }

    /// <summary>How much too high θ̂ is estimated to be; not negative.</summary>
    public LabelledVector Bias { get; }

    /// <summary>θ̂ less its bias.</summary>
    public LabelledVector Corrected { get; }

    /// <summary>The lower ends of the intervals.</summary>
    public LabelledVector Lower { get; }

    /// <summary>The upper ends of the intervals.</summary>
    public LabelledVector Upper { get; }

    /// <summary>The level of the intervals.</summary>
    public double Level { get; }

    /// <summary>The bandwidth of the smoothing.</summary>
    public double Bandwidth { get; }

    /// <summary>Returns to scale.</summary>
    public ReturnsToScale Returns { get; }

    /// <summary>The number of replications.</summary>
    public int Replications => replicated.Length;

    /// <summary>θ̂* of every unit in a replication, from 0.</summary>
    public LabelledVector this[int replication] => Vector(Invariant($"replication {replication}"), k => replicated[replication][k]);

    /// <inheritdoc/>
    public override ValueStatus Status => Efficiency.Status;

    /// <inheritdoc/>
    public override string Caption => Invariant($"Efficiency with {100 * Level:0.##} % intervals from {Replications} replications, {(Returns
        == ReturnsToScale.Constant ? "constant" : "variable")} returns");

    /// <summary>A row a unit.</summary>
    public override Columns ToColumns() => Columns.Of(Efficiency, Bias, Corrected, Lower, Upper);

    private LabelledVector Vector(string name, Func<int, double> value) =>
        new(name, Efficiency.Axis, Enumerable.Range(0, Efficiency.Axis.Count).Select(value), Unit.One, Efficiency.Status);

    private IEnumerable<double> Distances(int unit) => replicated.Select(r => 1 / r[unit]);

    private double Quantile(int unit, double share) =>
        SortedArrayStatistics.QuantileCustom([.. Distances(unit).Order()], share, QuantileDefinition.R7);

    private static double Rule(double[] scores)
    {
        double[] below = [.. scores.Where(s => s < 1 - 1e-6)];
        if (below.Length == 0)
            throw new UncertaintyException("All units are efficient, so there is no distribution to draw from. Take fewer inputs and outputs.");
        double[] reflected = [.. below.Concat(below.Select(s => 2 - s)).Order()];
        var (m, spread) = (reflected.Length, reflected.StandardDeviation());
        var range = SortedArrayStatistics.InterquartileRange(reflected) / 1.34;
        var rule = 0.9 * (range > 0 ? Math.Min(spread, range) : spread) * Math.Pow(m, -0.2);
        return rule * Math.Pow((double)m / scores.Length, 0.2) * scores.StandardDeviation() / spread;
    }

    private static double[] Drawn(double[] scores, double h, long seed, int replication)
    {
        var n = scores.Length;
        double[] picked = [.. Enumerable.Range(0, n).Select(i => scores[CounterRandom.Below(n, seed, UnitStream, replication, i)])];
        var (mean, shrink) = (picked.Average(), Math.Sqrt(1 + h * h / scores.PopulationVariance()));
        return [.. picked.Select((score, i) =>
        {
            var smoothed = score + h * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, CounterRandom.Unit(seed, NoiseStream, replication, i));
            // Reflected at 1; the noise also reaches no score that no unit can have.
            return Math.Max(LeastScore, mean + ((smoothed <= 1 ? smoothed : 2 - smoothed) - mean) / shrink);
        })];
    }
}
