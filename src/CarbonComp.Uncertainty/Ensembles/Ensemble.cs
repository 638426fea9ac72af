using MathNet.Numerics.Statistics;

namespace CarbonComp.Uncertainty;

/// <summary>A result in every run of a sample: what it is on average, how far it spreads, and how firm an order is.</summary>
/// <remarks>The status is the weakest of the calculation's and the inputs'.</remarks>
public sealed record Ensemble : Tabular
{
    private readonly double[][] results;
    private readonly LabelledVector first;

    private Ensemble(InputSample sample, LabelledVector[] runs)
    {
        (Sample, first, results) = (sample, runs[0], [.. runs.Select(r => r.Values.ToArray())]);
        Status = ValueStatuses.Weakest(runs.Select(r => r.Status).Append(sample.Status));
    }

    /// <summary>Computes every run of a sample.</summary>
    /// <param name="sample">The runs.</param>
    /// <param name="calculation">From a run's values to the result. It is called by several threads at once: it must change nothing outside.</param>
    /// <param name="workers">The number of runs computed at the same time; without, one for each processor. It does not change the results.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="UncertaintyException">A run that cannot be computed; the message names its values.</exception>
    /// <exception cref="AxisException">A run whose result is along other labels than the first's.</exception>
    /// <exception cref="UnitException">A run whose result measures something else than the first's.</exception>
    /// <exception cref="OperationCanceledException">The computation was stopped.</exception>
    public static Ensemble Of(InputSample sample, Func<Draw, LabelledVector> calculation, int? workers = null,
        IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        new(sample, Runs.Evaluate([.. Enumerable.Range(0, sample.Runs).Select(i => sample[i])], calculation, workers, progress, cancellation));

    /// <summary>The inputs' values in every run.</summary>
    public InputSample Sample { get; }

    /// <summary>The labels of the result, such as regions.</summary>
    public Axis Axis => first.Axis;

    /// <summary>The unit of the result.</summary>
    public Unit Unit => first.Unit;

    /// <summary>The name of the result.</summary>
    public string Name => first.Name;

    /// <summary>The number of runs.</summary>
    public int RunCount => results.Length;

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>The result of one run, from 0.</summary>
    public LabelledVector this[int run] => Vector(Name, j => results[run][j], Unit);

    /// <summary>The numbers of one label in all runs, in their order.</summary>
    /// <exception cref="AxisException">No such label.</exception>
    public double[] Of(string label) => Column(Axis.IndexOf(label));

    /// <summary>The mean over the runs.</summary>
    public LabelledVector Mean() => Vector($"mean of {Name}", j => Column(j).Average(), Unit);

    /// <summary>The median over the runs.</summary>
    public LabelledVector Median() => Quantile(0.5).Named($"median of {Name}");

    /// <summary>The number that a share of the runs does not exceed, interpolated between neighbouring runs.</summary>
    /// <exception cref="UncertaintyException">A share outside [0, 1].</exception>
    public LabelledVector Quantile(double share)
    {
        if (!(share is >= 0 and <= 1)) throw new UncertaintyException($"A quantile is asked for the share {share}. It lies between 0 and 1: 0.95 for 95 %.");
        return Vector(Invariant($"{100 * share:0.##} % quantile of {Name}"),
            j => SortedArrayStatistics.QuantileCustom([.. Column(j).Order()], share, QuantileDefinition.R7), Unit);
    }

    /// <summary>Mean, median and the interval that holds the middle share of the runs.</summary>
    /// <exception cref="UncertaintyException">A level outside (0, 1).</exception>
    public EnsembleIntervals Intervals(double level = 0.9) => EnsembleIntervals.Of(this, level);

    /// <summary>The share of the runs in which a label's number is above a threshold, in the unit of the result: by the library's sign, the
    /// probability that a region pays.</summary>
    public LabelledVector ProbabilityAbove(double threshold = 0) =>
        Vector(threshold == 0 ? $"probability that {Name} is above zero" : Invariant($"probability that {Name} is above {threshold} {Unit}"),
            j => results.Count(r => r[j] > threshold) / (double)RunCount, Unit.One);

    /// <summary>How often a label has each rank, rank 1 for the largest number (Lahdelma, Hokkanen and Salminen 1998): rows and columns add up to 1.</summary>
    /// <remarks>Labels with equal numbers share the ranks between them.</remarks>
    public RankAcceptability RankAcceptability() => Uncertainty.RankAcceptability.Of(this);

    /// <summary>The result as a ranking, with intervals of numbers and ranks.</summary>
    /// <param name="stated">The numbers that are ranked, such as those without uncertainty; the medians if none are given.</param>
    /// <param name="level">The share of the runs between the ends.</param>
    /// <exception cref="AxisException">Stated numbers along other labels.</exception>
    /// <exception cref="UnitException">Stated numbers of another kind.</exception>
    /// <exception cref="UncertaintyException">A level outside (0, 1).</exception>
    public UncertainRanking Ranking(LabelledVector? stated = null, double level = 0.9) => UncertainRanking.Of(this, stated, level);

    /// <inheritdoc/>
    public override string Caption => Invariant($"{Name} in {RunCount} runs, mean and middle 90 %");

    /// <summary>A row a label: mean, median, the middle 90 % and the probability to be above zero.</summary>
    public override Columns ToColumns() => Intervals().ToColumns();

    internal IReadOnlyList<double[]> Results => results;

    internal LabelledVector Vector(string name, Func<int, double> value, Unit unit) =>
        new(name, Axis, Enumerable.Range(0, Axis.Count).Select(value), unit, Status);

    private double[] Column(int j) => [.. results.Select(r => r[j])];
}
