namespace CarbonComp.Uncertainty;

/// <summary>The result with every input at its median, and with one input after the other at a low and a high quantile.</summary>
/// <remarks>Interactions do not show: an input that matters only together with another looks harmless. Sobol indices show them.</remarks>
public sealed record OneAtATime : Tabular
{
    private readonly LabelledVector[] low, high;

    private OneAtATime(UncertainInputs inputs, double level, LabelledVector[] results)
    {
        (Inputs, Level, Base) = (inputs, level, results[0]);
        LabelledVector Shared(LabelledVector result) => result.In(results[0].Unit);
        low = [.. Enumerable.Range(0, inputs.Count).Select(i => Shared(results[1 + 2 * i]))];
        high = [.. Enumerable.Range(0, inputs.Count).Select(i => Shared(results[2 + 2 * i]))];
        Status = ValueStatuses.Weakest(results.Select(r => r.Status).Append(inputs.Status));
    }

    /// <summary>Computes 2k + 1 runs.</summary>
    /// <param name="inputs">The uncertain inputs.</param>
    /// <param name="calculation">From a run's values to the result.</param>
    /// <param name="level">The share of each input's distribution between its low and high value.</param>
    /// <param name="workers">The number of runs computed at the same time; without, one for each processor.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="UncertaintyException">A level outside (0, 1), or a run that cannot be computed; the message names its values.</exception>
    public static OneAtATime Of(UncertainInputs inputs, Func<Draw, LabelledVector> calculation, double level = 0.9, int? workers = null,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (!(level is > 0 and < 1)) throw new UncertaintyException($"The level of a tornado is {level}. It lies between 0 and 1: 0.9 for 90 %.");
        double[] median = [.. inputs.All.Select(i => i.Distribution.Quantile(0.5))];
        double[][] points = [median, .. Enumerable.Range(0, inputs.Count).SelectMany(i => new[] { With(i, (1 - level) / 2), With(i, (1 + level) / 2) })];
        return new(inputs, level, Runs.Evaluate([.. points.Select((values, run) => new Draw(inputs, values, run))], calculation, workers, progress,
            cancellation));

        double[] With(int input, double probability)
        {
            var point = (double[])median.Clone();
            point[input] = inputs.All[input].Distribution.Quantile(probability);
            return point;
        }
    }

    /// <summary>The inputs.</summary>
    public UncertainInputs Inputs { get; }

    /// <summary>The share of each input's distribution between its low and high value.</summary>
    public double Level { get; }

    /// <summary>The result with every input at its median.</summary>
    public LabelledVector Base { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>The results for one label, the input with the widest range first.</summary>
    /// <exception cref="AxisException">No such label.</exception>
    public Tornado Tornado(string label)
    {
        var j = Base.Axis.IndexOf(label);
        int[] order = [.. Enumerable.Range(0, Inputs.Count).OrderByDescending(i => Math.Abs(high[i][j] - low[i][j]))];
        var axis = new CategoryAxis("input", order.Select(i => Inputs.Names[i]));
        LabelledVector Of(string name, LabelledVector[] results) => new(name, axis, order.Select(i => results[i][j]), Base.Unit, Status);
        return new($"{Base.Name} of {Base.Axis.Labels[j]}", Level, new Quantity(Base[j], Base.Unit, Status), Of("input low", low), Of("input high", high));
    }

    /// <inheritdoc/>
    public override string Caption => Invariant($"{Base.Name}: its change when one input goes from low to high ({100 * Level:0.##} % of its distribution)");

    /// <summary>A row a label of the result: its number at the medians, then for each input its number at high less at low.</summary>
    public override Columns ToColumns() => new([new Column(Base.Axis.Kind, Base.Axis.Labels.ToArray()), new Column(Base.Name, Base.Values.ToArray(), Base.Unit),
        .. Inputs.Names.Select((name, i) => new Column(name, (high[i] - low[i]).Values.ToArray(), Base.Unit))]);
}
