using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace CarbonComp;

/// <summary>Spearman's rank correlation of two quantities, with its significance.</summary>
/// <remarks>
/// Spearman 1904. Values that agree to a relative 1e-9 tie: they differ by rounding only, and ties share their mean rank. Significance is
/// two-sided: exact over all permutations up to eight labels, Student's t with n − 2 degrees of freedom above.
/// </remarks>
public sealed record RankCorrelation
{
    private const int ExactUpTo = 8;
    private const double Tie = 1e-9;

    private RankCorrelation(string first, string second, int count, double coefficient, double significance, ValueStatus status) =>
        (First, Second, Count, Coefficient, Significance, Status) = (first, second, count, coefficient, significance, status);

    /// <summary>The one quantity.</summary>
    public string First { get; }

    /// <summary>The other.</summary>
    public string Second { get; }

    /// <summary>The number of labels compared.</summary>
    public int Count { get; }

    /// <summary>ρ in [−1, 1]: 1 where both rise together, −1 where one falls as the other rises.</summary>
    public double Coefficient { get; }

    /// <summary>The probability of a ρ at least as far from zero if the two are independent.</summary>
    public double Significance { get; }

    /// <summary>The weaker status of the two.</summary>
    public ValueStatus Status { get; }

    /// <summary>Correlates the ranks of two quantities along one axis: prices and emissions by sector.</summary>
    /// <exception cref="AbatementException">Fewer than four labels, or a quantity that is the same everywhere.</exception>
    /// <exception cref="AxisException">Different axes.</exception>
    public static RankCorrelation Of(LabelledVector first, LabelledVector second)
    {
        first.Axis.Require(second.Axis, second.Name);
        var n = first.Values.Count;
        if (n < 4) throw new AbatementException($"A rank correlation needs at least four {first.Axis.Kinds}; there are {n}.");
        var (a, b) = (Ranks(first), Ranks(second));
        var coefficient = Math.Clamp(Correlation.Pearson(a, b), -1, 1);
        return new(first.Name, second.Name, n, coefficient, n <= ExactUpTo ? Exact(a, b, Math.Abs(coefficient)) : Student(coefficient, n),
            ValueStatuses.Weakest(first.Status, second.Status));
    }

    /// <summary>Coefficient and significance as they are written: "ρ = −0.93, p = 0.007", "ρ = 0.60, p &lt; 0.001".</summary>
    public string Brief => $"ρ = {NumberFormat.Format(Coefficient, 2)}, {(Significance < 0.001 ? "p < 0.001" : Invariant($"p = {Significance:0.000}"))}";

    /// <summary>The correlation with its numbers, in the words for a falling or a rising one; "no clear relation" if it is not significant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A level that is not between 0 and 1.</exception>
    public string Say(string falls, string rises, double level = 0.05) =>
        $"{(Significance > Guard.Share(level) ? "no clear relation" : Coefficient < 0 ? falls : rises)} ({Brief})";

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{First} and {Second}: Spearman's {Brief}, n = {Count} ({Status.Caption()})");

    private static double[] Ranks(LabelledVector vector)
    {
        var (values, lowest) = (vector.Values.ToArray(), double.NaN);
        foreach (var i in Enumerable.Range(0, values.Length).OrderBy(i => vector[i]))
        {
            if (!(vector[i] - lowest <= Tie * Math.Max(Math.Abs(vector[i]), Math.Abs(lowest)))) lowest = vector[i];
            values[i] = lowest;
        }
        return values.Distinct().Count() > 1 ? Statistics.Ranks(values, RankDefinition.Average)
            : throw new AbatementException($"{vector.Name} is the same for every {vector.Axis.Kind}: nothing can rise or fall with it.");
    }

    private static double Student(double coefficient, int n) =>
        Math.Abs(coefficient) == 1 ? 0 : 2 * StudentT.CDF(0, 1, n - 2, -Math.Abs(coefficient) * Math.Sqrt((n - 2) / (1 - coefficient * coefficient)));

    private static double Exact(double[] a, double[] b, double atLeast)
    {
        // Both are permutations of the ranks, whose mean is (n + 1)/2.
        var mean = a.Average();
        var spread = Math.Sqrt(a.Sum(v => (v - mean) * (v - mean)) * b.Sum(v => (v - mean) * (v - mean)));
        long extreme = 0, all = 0;
        Permute([.. b], 0);
        return (double)extreme / all;

        void Permute(double[] permuted, int from)
        {
            if (from == permuted.Length)
            {
                all++;
                var covariance = 0.0;
                for (var i = 0; i < a.Length; i++) covariance += (a[i] - mean) * (permuted[i] - mean);
                if (Math.Abs(covariance) / spread >= atLeast - 1e-12) extreme++;
                return;
            }
            for (var i = from; i < permuted.Length; i++)
            {
                (permuted[from], permuted[i]) = (permuted[i], permuted[from]);
                Permute(permuted, from + 1);
                (permuted[from], permuted[i]) = (permuted[i], permuted[from]);
            }
        }
    }
}
