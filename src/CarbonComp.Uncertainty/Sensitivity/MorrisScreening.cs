using MathNet.Numerics.Statistics;

namespace CarbonComp.Uncertainty;

/// <summary>Elementary effects (Morris 1991): a cheap screening of many inputs.</summary>
/// <remarks>
/// Each of r trajectories moves one input after the other by half of its probability and notes the change of the result, divided by this half. Inputs stand
/// at the probabilities <c>(l + ½)/p</c>, l = 0, …, p − 1: the ends 0 and 1, where a normal distribution has no value, are left out. μ* is the mean of the
/// absolute effects (Campolongo, Cariboni and Saltelli 2007), σ their standard deviation: large where the effect depends on the other inputs.
/// </remarks>
public sealed record MorrisScreening : Tabular
{
    private const int StartStream = 11, DirectionStream = 12, OrderStream = 13;
    private readonly LabelledVector first;

    // By input, trajectory and label of the result.
    private readonly double[][][] effects;

    private MorrisScreening(UncertainInputs inputs, LabelledVector first, double[][][] effects, ValueStatus status) =>
        (Inputs, this.first, this.effects, Status) = (inputs, first, effects, status);

    /// <summary>Computes r·(k + 1) runs.</summary>
    /// <param name="inputs">The uncertain inputs, independent of one another.</param>
    /// <param name="trajectories">r, at least 2.</param>
    /// <param name="calculation">From a run's values to the result. It is called by several threads at once: it must change nothing outside.</param>
    /// <param name="levels">p, even.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="workers">The number of runs computed at the same time; without, one for each processor. It does not change the results.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="UncertaintyException">
    /// Correlated inputs, too few trajectories, an odd number of levels, or a run that cannot be computed; the message names its values.
    /// </exception>
    /// <exception cref="OperationCanceledException">The computation was stopped.</exception>
    public static MorrisScreening Of(UncertainInputs inputs, int trajectories, Func<Draw, LabelledVector> calculation, int levels = 4, long seed = 1,
        int? workers = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (inputs.RankCorrelation is not null)
            throw new UncertaintyException("Elementary effects move one input at a time; these inputs have correlated ranks. Leave the correlation out.");
        if (trajectories < 2) throw new UncertaintyException($"{trajectories} trajectories have no spread. Take at least 2, better 10 or more.");
        if (levels < 2 || levels % 2 != 0) throw new UncertaintyException($"Morris's method is asked for on {levels} levels. Take an even number, such as 4.");
        var paths = Enumerable.Range(0, trajectories).Select(t => Trajectory(inputs.Count, levels, seed, t)).ToArray();
        var k = inputs.Count;
        var draws = paths.SelectMany(p => InputSample.OfUnit(inputs, p.Points)).Select((values, i) => new Draw(inputs, values, i)).ToArray();
        var results = Runs.Evaluate(draws, calculation, workers, progress, cancellation);
        var effects = Enumerable.Range(0, k).Select(_ => new double[trajectories][]).ToArray();
        for (var t = 0; t < trajectories; t++)
            for (var step = 0; step < k; step++)
            {
                var (input, sign) = paths[t].Steps[step];
                effects[input][t] = [.. ((results[t * (k + 1) + step + 1].Values - results[t * (k + 1) + step].Values) * (sign * 2))];
            }
        return new(inputs, results[0], effects, ValueStatuses.Weakest(results.Select(r => r.Status).Append(inputs.Status)));
    }

    /// <summary>The same for a calculation of one number.</summary>
    /// <inheritdoc cref="Of(UncertainInputs, int, Func{Draw, LabelledVector}, int, long, int?, IProgress{double}, CancellationToken)"/>
    public static MorrisScreening OfNumber(UncertainInputs inputs, int trajectories, Func<Draw, double> calculation, int levels = 4, long seed = 1,
        int? workers = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Of(inputs, trajectories, ScalarResult.Of(calculation), levels, seed, workers, progress, cancellation);

    /// <summary>The inputs.</summary>
    public UncertainInputs Inputs { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>μ* and σ of every input for one label of the result.</summary>
    /// <param name="label">The label; not needed for a calculation of one number.</param>
    public ElementaryEffects Effects(string? label = null)
    {
        var j = ScalarResult.Position(first.Axis, label);
        LabelledVector By(string name, Func<double[], double> measure) => new(name, new CategoryAxis("input", Inputs.Names),
            effects.Select(ofInput => measure([.. ofInput.Select(t => t[j])])), first.Unit, Status);
        return new(first.Axis.Count == 1 ? first.Name : $"{first.Name} of {first.Axis.Labels[j]}", effects[0].Length,
            By("mean effect μ", e => e.Average()), By("mean absolute effect μ*", e => e.Average(Math.Abs)),
            By("standard deviation σ", ArrayStatistics.StandardDeviation));
    }

    /// <summary>μ*: labels of the result (rows) × inputs (columns), in the unit of the result.</summary>
    public LabelledMatrix MeanAbsolute() => new($"mean absolute effect on {first.Name}", first.Axis, new CategoryAxis("input", Inputs.Names),
        Matrix<double>.Build.Dense(first.Axis.Count, Inputs.Count, (j, i) => effects[i].Average(t => Math.Abs(t[j]))), first.Unit, Status);

    /// <inheritdoc/>
    public override string Caption => Invariant($"Mean absolute effects μ* on {first.Name}, {effects[0].Length} trajectories");

    /// <inheritdoc/>
    public override Columns ToColumns() => MeanAbsolute().ToColumns();

    private static (double[][] Points, (int Input, int Sign)[] Steps) Trajectory(int k, int levels, long seed, int t)
    {
        // Half of the levels is the step, so that every start can move up or down by it.
        var upward = Enumerable.Range(0, k).Select(i => CounterRandom.Below(2, seed, DirectionStream, t, i) == 0).ToArray();
        double At(int low, bool high) => (low + (high ? levels / 2 : 0) + 0.5) / levels;
        var low = Enumerable.Range(0, k).Select(i => CounterRandom.Below(levels / 2, seed, StartStream, t, i)).ToArray();
        double[] point = [.. Enumerable.Range(0, k).Select(i => At(low[i], !upward[i]))];
        var points = new double[k + 1][];
        var steps = new (int, int)[k];
        points[0] = point;
        var order = CounterRandom.Permutation(k, seed, OrderStream, t);
        for (var step = 0; step < k; step++)
        {
            var i = order[step];
            point = (double[])point.Clone();
            point[i] = At(low[i], upward[i]);
            (points[step + 1], steps[step]) = (point, (i, upward[i] ? 1 : -1));
        }
        return (points, steps);
    }
}
