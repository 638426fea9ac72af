namespace CarbonComp.Uncertainty;

/// <summary>Saltelli's design of runs: two independent samples A and B, and for each input the sample A with the column of that input from B.</summary>
/// <remarks>The columns of A and B are the first and second half of the dimensions of one scrambled Sobol sequence (Saltelli et al. 2010).</remarks>
public sealed record SaltelliDesign
{
    private SaltelliDesign(UncertainInputs inputs, double[][] a, double[][] b, long seed) => (Inputs, A, B, Seed) = (inputs, a, b, seed);

    /// <summary>Draws the design.</summary>
    /// <param name="inputs">The uncertain inputs, independent of one another; at most 26.</param>
    /// <param name="samples">N, the number of rows of A and of B, a power of two.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="UncertaintyException">Correlated inputs, too many, or a number of samples that is not a power of two.</exception>
    public static SaltelliDesign Draw(UncertainInputs inputs, int samples, long seed = 1)
    {
        if (inputs.RankCorrelation is not null)
            throw new UncertaintyException("Sobol indices split the variance between independent inputs; these have correlated ranks. Leave the "
                + "correlation out, or ask for intervals alone.");
        if (samples < 16 || (samples & (samples - 1)) != 0)
            throw new UncertaintyException($"Sobol indices are asked for from {samples} samples. Take a power of two from 16 on, such as 1024.");
        if (2 * inputs.Count > SobolSequence.MostDimensions)
            throw new UncertaintyException($"There are {inputs.Count} uncertain inputs; Sobol indices are computed for at most "
                + $"{SobolSequence.MostDimensions / 2}. Screen them by Morris's method and keep those that matter.");
        var points = Enumerable.Range(0, samples).Select(i => SobolSequence.Point(i, 2 * inputs.Count, seed)).ToArray();
        return new(inputs, InputSample.OfUnit(inputs, [.. points.Select(p => p[..inputs.Count])]),
            InputSample.OfUnit(inputs, [.. points.Select(p => p[inputs.Count..])]), seed);
    }

    /// <summary>The inputs.</summary>
    public UncertainInputs Inputs { get; }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>N, the number of rows of A and of B.</summary>
    public int Samples => A.Length;

    /// <summary>The number of runs, N·(k + 2).</summary>
    public int Runs => Samples * (Inputs.Count + 2);

    /// <summary>A run. For each row in turn: A, A with the first input from B, with the second, …, B.</summary>
    public Draw this[int run]
    {
        get
        {
            var (row, block) = (run / (Inputs.Count + 2), run % (Inputs.Count + 2));
            if (block == 0 || block > Inputs.Count) return new(Inputs, block == 0 ? A[row] : B[row], run);
            var mixed = (double[])A[row].Clone();
            mixed[block - 1] = B[row][block - 1];
            return new(Inputs, mixed, run);
        }
    }

    private double[][] A { get; }

    private double[][] B { get; }
}
