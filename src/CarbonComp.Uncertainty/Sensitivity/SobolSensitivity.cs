namespace CarbonComp.Uncertainty;

/// <summary>Variance-based sensitivity (Sobol 1993) of every label of a result, from one design of runs.</summary>
/// <remarks>
/// <c>ST_i = mean[(f_A − f_ABi)²]/(2V)</c> (Jansen 1999); first order by <see cref="FirstOrderEstimator"/>. Intervals are from the bootstrap over the rows
/// of the design (percentiles).
/// </remarks>
public sealed record SobolSensitivity : Tabular
{
    private readonly LabelledVector first;
    private readonly double[][] runs;

    private SobolSensitivity(SaltelliDesign design, LabelledVector[] results)
    {
        (Design, first, runs) = (design, results[0], [.. results.Select(r => r.Values.ToArray())]);
        Status = ValueStatuses.Weakest(results.Select(r => r.Status).Append(design.Inputs.Status));
    }

    /// <summary>Computes the runs of the design, N·(k + 2) of them.</summary>
    /// <param name="inputs">The uncertain inputs, independent of one another.</param>
    /// <param name="samples">N, a power of two.</param>
    /// <param name="calculation">From a run's values to the result. It is called by several threads at once: it must change nothing outside.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="workers">The number of runs computed at the same time; without, one for each processor. It does not change the results.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="UncertaintyException">Inputs or samples that do not fit, or a run that cannot be computed; the message names its values.</exception>
    /// <exception cref="OperationCanceledException">The computation was stopped.</exception>
    public static SobolSensitivity Of(UncertainInputs inputs, int samples, Func<Draw, LabelledVector> calculation, long seed = 1, int? workers = null,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var design = SaltelliDesign.Draw(inputs, samples, seed);
        return new(design, Runs.Evaluate([.. Enumerable.Range(0, design.Runs).Select(i => design[i])], calculation, workers, progress, cancellation));
    }

    /// <summary>The same for a calculation of one number.</summary>
    /// <inheritdoc cref="Of(UncertainInputs, int, Func{Draw, LabelledVector}, long, int?, IProgress{double}, CancellationToken)"/>
    public static SobolSensitivity OfNumber(UncertainInputs inputs, int samples, Func<Draw, double> calculation, long seed = 1, int? workers = null,
        IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Of(inputs, samples, ScalarResult.Of(calculation), seed, workers, progress, cancellation);

    /// <summary>The design of the runs.</summary>
    public SaltelliDesign Design { get; }

    /// <summary>The labels of the result, such as regions.</summary>
    public Axis Axis => first.Axis;

    /// <summary>The name of the result.</summary>
    public string Name => first.Name;

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>The indices of one label of the result, with bootstrap intervals.</summary>
    /// <param name="label">The label; not needed for a calculation of one number.</param>
    /// <param name="level">The level of the intervals.</param>
    /// <param name="resamples">How often the rows are drawn again.</param>
    /// <param name="estimator">The estimator of first-order indices.</param>
    /// <exception cref="UncertaintyException">A result that is the same in every run, or a level or number of resamples out of range.</exception>
    public SobolIndices Indices(string? label = null, double level = 0.95, int resamples = 1000, FirstOrderEstimator estimator = FirstOrderEstimator.Saltelli)
    {
        var position = ScalarResult.Position(Axis, label);
        return Indices(position, Estimates(position), Design.Samples, level, resamples, estimator);
    }

    /// <summary>The indices of one label from 16, 32, …, N rows of the design.</summary>
    /// <inheritdoc cref="Indices(string, double, int, FirstOrderEstimator)"/>
    public SobolConvergence Convergence(string? label = null, double level = 0.95, int resamples = 400,
        FirstOrderEstimator estimator = FirstOrderEstimator.Saltelli)
    {
        var position = ScalarResult.Position(Axis, label);
        var estimates = Estimates(position);
        return new([.. Enumerable.Range(4, 28).Select(power => 1 << power).TakeWhile(n => n <= Design.Samples)
            .Select(n => Indices(position, estimates, n, level, resamples, estimator))]);
    }

    /// <summary>First-order indices: labels of the result (rows) × inputs (columns).</summary>
    /// <exception cref="UncertaintyException">A label whose result is the same in every run.</exception>
    public LabelledMatrix FirstOrder(FirstOrderEstimator estimator = FirstOrderEstimator.Saltelli) =>
        All("first-order Sobol index", position => Estimates(position).Of(Rows(Design.Samples), estimator).First);

    /// <summary>Total indices: labels of the result (rows) × inputs (columns).</summary>
    /// <exception cref="UncertaintyException">A label whose result is the same in every run.</exception>
    public LabelledMatrix Total() =>
        All("total Sobol index", position => Estimates(position).Of(Rows(Design.Samples), FirstOrderEstimator.Jansen).Total);

    /// <inheritdoc/>
    public override string Caption => Invariant($"What the spread of {Name} comes from: total Sobol indices, {Design.Samples} samples");

    /// <summary>A row a label of the result, a column an input: total indices.</summary>
    public override Columns ToColumns() => Total().ToColumns();

    private CategoryAxis InputAxis => new("input", Design.Inputs.Names);

    private static int[] Rows(int samples) => [.. Enumerable.Range(0, samples)];

    private LabelledMatrix All(string name, Func<int, double[]> row) => new($"{name} of {Name}", Axis, InputAxis,
        Matrix<double>.Build.DenseOfRowArrays(Enumerable.Range(0, Axis.Count).Select(row)), Unit.One, Status);

    private SobolEstimates Estimates(int position)
    {
        var block = Design.Inputs.Count + 2;
        double[] Column(int k) => [.. Enumerable.Range(0, Design.Samples).Select(row => runs[row * block + k][position])];
        var estimates = new SobolEstimates(Column(0), Column(block - 1), [.. Enumerable.Range(1, Design.Inputs.Count).Select(Column)]);
        return estimates.Varies(Design.Samples) ? estimates
            : throw new UncertaintyException($"{Name} of {Axis.Labels[position]} is the same in every run. Its spread, zero, has no shares.");
    }

    private SobolIndices Indices(int position, SobolEstimates estimates, int samples, double level, int resamples, FirstOrderEstimator estimator)
    {
        if (!(level is > 0 and < 1)) throw new UncertaintyException($"The level of an interval is {level}. It lies between 0 and 1: 0.95 for 95 %.");
        if (resamples < 10) throw new UncertaintyException($"A bootstrap interval from {resamples} resamples says nothing. Take at least 10, better 1000.");
        if (!estimates.Varies(samples))
            throw new UncertaintyException($"{Name} of {Axis.Labels[position]} is the same in the first {samples} samples. Take more samples.");
        var (own, all) = estimates.Of(Rows(samples), estimator);
        var ends = estimates.Bootstrap(samples, resamples, level, Design.Seed, estimator);
        LabelledVector Of(string name, double[] values) => new(name, InputAxis, values, Unit.One, Status);
        return new(Axis.Count == 1 ? Name : $"{Name} of {Axis.Labels[position]}", samples, level,
            Of("first-order Sobol index", own), Of("lower end", ends[0].Lower), Of("upper end", ends[0].Upper),
            Of("total Sobol index", all), Of("lower end", ends[1].Lower), Of("upper end", ends[1].Upper));
    }
}
