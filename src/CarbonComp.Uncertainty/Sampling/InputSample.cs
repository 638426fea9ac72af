namespace CarbonComp.Uncertainty;

/// <summary>The inputs' values in every run, determined by inputs, number of runs, method and seed alone.</summary>
public sealed record InputSample : Tabular
{
    private readonly double[][] points;

    private InputSample(UncertainInputs inputs, double[][] points, SamplingMethod method, long seed) =>
        (Inputs, this.points, Method, Seed) = (inputs, points, method, seed);

    /// <summary>Draws the sample.</summary>
    /// <param name="inputs">The uncertain inputs.</param>
    /// <param name="runs">The number of runs, at least 2; with a Sobol sequence best a power of two.</param>
    /// <param name="method">How points are spread.</param>
    /// <param name="seed">The seed; the same seed gives the same sample.</param>
    /// <exception cref="UncertaintyException">Too few runs, or too many inputs for the sequence.</exception>
    public static InputSample Draw(UncertainInputs inputs, int runs, SamplingMethod method = SamplingMethod.Sobol, long seed = 1)
    {
        if (runs < 2) throw new UncertaintyException($"A sample of {runs} runs says nothing of the spread. Take at least 2, better 1024.");
        var unit = UnitPoints.Draw(runs, inputs.Count, method, seed);
        if (inputs.RankCorrelation is { } correlation) unit = RankCorrelation.Induced(unit, correlation);
        return new(inputs, OfUnit(inputs, unit), method, seed);
    }

    // The quantiles of the inputs at points between 0 and 1.
    internal static double[][] OfUnit(UncertainInputs inputs, double[][] unit) =>
        [.. unit.Select(point => point.Select((p, i) => inputs.All[i].Distribution.Quantile(p)).ToArray())];

    /// <summary>The inputs.</summary>
    public UncertainInputs Inputs { get; }

    /// <summary>How points are spread.</summary>
    public SamplingMethod Method { get; }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>The number of runs.</summary>
    public int Runs => points.Length;

    /// <summary>The values of one run, from 0.</summary>
    public Draw this[int run] => new(Inputs, points[run], run);

    /// <summary>The values of an input in all runs.</summary>
    public double[] Of(string input)
    {
        var position = Inputs.IndexOf(input);
        return [.. points.Select(p => p[position])];
    }

    /// <inheritdoc/>
    public override string Caption => Invariant($"{Runs} runs of {Inputs.Count} inputs ({Method}, seed {Seed})");

    /// <inheritdoc/>
    public override ValueStatus Status => Inputs.Status;

    /// <summary>A row a run, a column an input.</summary>
    public override Columns ToColumns() => new([new Column("run", Enumerable.Range(0, Runs).ToArray()),
        .. Inputs.Names.Select(name => new Column(name, Of(name)))]);
}
