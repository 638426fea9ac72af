using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>The Leontief system of a table, <c>x = A·x + y</c>, factorized once (BTH eq. 4 and 5; the paper misprints the product as a sum).</summary>
/// <remarks>With <c>B = (I − A)⁻¹</c>, which is not formed unless asked for: <c>B·Y</c> by solves, <c>f'B</c> by one transposed solve.</remarks>
public sealed class LeontiefSystem
{
    private readonly Factorization factors;

    private LeontiefSystem(Factorization factors) => this.factors = factors;

    /// <summary>Number of sectors in all regions.</summary>
    public int Order => factors.Order;

    /// <summary>The system of a table.</summary>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="backend">Who solves.</param>
    /// <exception cref="InputOutputException">The table is not productive, or its Z still holds imports.</exception>
    public static LeontiefSystem Of(MultiRegionalTable table, LinearAlgebraBackend backend = LinearAlgebraBackend.Automatic)
    {
        RequireDomesticUse(table);
        return Of(table.Intermediate, table.Output, table.Axis, backend);
    }

    /// <summary>The system of a matrix of flows.</summary>
    /// <param name="intermediate">Z, n × n.</param>
    /// <param name="output">x, n.</param>
    /// <param name="axis">The sectors' names, for messages.</param>
    /// <param name="backend">Who solves.</param>
    /// <exception cref="InputOutputException">The system is not productive; the message names the sectors that cause it.</exception>
    public static LeontiefSystem Of(Matrix<double> intermediate, Vector<double> output, Axis axis, LinearAlgebraBackend backend = LinearAlgebraBackend.Automatic)
    {
        var matrix = TechnicalCoefficients.LeontiefMatrix(intermediate, output);
        var certain = ColumnSumsAreBelowOne(matrix, output.Count);
        Factorization? factors = null;
        try { factors = Factorization.Consume(matrix, output.Count, backend); }
        catch (LinearAlgebraException) when (!certain) { }
        if (factors is not null && (certain || factors.SolveTransposed(Vector<double>.Build.Dense(output.Count, 1)).ForAll(v => v is > 0 and < 1e12)))
            return new(factors);
        throw NotProductive(Productivity.Of(TechnicalCoefficients.Of(intermediate, output)), axis);
    }

    /// <summary>Outputs that a final use requires, <c>B·Y</c>: one column of output a column of final use.</summary>
    /// <param name="finalUse">Y, n × m.</param>
    public Matrix<double> RequiredOutput(Matrix<double> finalUse) => factors.Solve(finalUse);

    /// <summary>Outputs that a final use requires, <c>B·y</c>.</summary>
    /// <param name="finalUse">y, n.</param>
    public Vector<double> RequiredOutput(Vector<double> finalUse) => factors.Solve(finalUse);

    /// <summary>Total coefficients <c>f'B</c>: what a unit of final use of each product causes along its whole chain.</summary>
    /// <param name="coefficients">f, direct coefficients per unit of output, n.</param>
    public Vector<double> Multipliers(Vector<double> coefficients) => factors.SolveTransposed(coefficients);

    /// <summary><c>F'B</c> transposed, for several kinds of direct coefficients at once: n × k from n × k.</summary>
    /// <param name="coefficients">F, one kind a column.</param>
    public Matrix<double> Multipliers(Matrix<double> coefficients) => factors.SolveTransposed(coefficients);

    /// <summary>The Leontief inverse <c>B</c>, n × n. Where only products with it are needed, the other members give them faster.</summary>
    public Matrix<double> Inverse() => factors.Inverse();

    internal static void RequireDomesticUse(MultiRegionalTable table)
    {
        if (table.CompetitiveImports.Any(m => m != 0))
            throw new InputOutputException("The table's deliveries hold imports (it has an imports column). Use table.WithDomesticUseOnly() first, so that foreign products are not counted as produced here.");
    }

    internal static InputOutputException NotProductive(Productivity productivity, Axis axis) => new(FormattableString.Invariant(
        $"The table is not productive: the spectral radius of its coefficients is {productivity.SpectralRadius:F4}, it must be below 1. ")
        + (productivity.Causes.Count == 0 ? "" : $"More goes into these sectors than comes out: {string.Join(", ", productivity.Causes.Take(8).Select(j => axis.Labels[j]))}. ")
        + "Check their output and value added.");

    private static bool ColumnSumsAreBelowOne(double[] leontief, int order)
    {
        for (var j = 0; j < order; j++)
        {
            var sum = 0.0;
            var column = leontief.AsSpan(j * order, order);
            for (var i = 0; i < order; i++) sum += Math.Abs(i == j ? 1 - column[i] : column[i]);
            if (sum >= 1) return false;
        }
        return true;
    }
}
