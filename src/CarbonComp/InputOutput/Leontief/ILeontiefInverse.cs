namespace CarbonComp.InputOutput;

/// <summary>Products with <c>B = (I − A)⁻¹</c>: from a table's system, or from that system and the inputs that a scenario changes.</summary>
/// <remarks>Analyses take one that was made before, so that a table is factorized once for several stressors, questions and scenarios.
/// <see cref="EmbodiedCarbonModel"/> keeps it beside its table.</remarks>
public interface ILeontiefInverse
{
    /// <summary>Number of sectors in all regions.</summary>
    int Order { get; }

    /// <summary>Outputs that a final use Y, n × m, requires, <c>B·Y</c>: one column of output per column of final use.</summary>
    Matrix<double> RequiredOutput(Matrix<double> finalUse);

    /// <summary>Total coefficients <c>f'B</c>, from direct ones per unit of output, n: what a unit of final use causes along its whole chain.</summary>
    Vector<double> Multipliers(Vector<double> coefficients);

    /// <summary><c>F'B</c> transposed, for several kinds of direct coefficients at once, a column each: n × k from n × k.</summary>
    Matrix<double> Multipliers(Matrix<double> coefficients) =>
        Matrix<double>.Build.DenseOfColumnVectors(coefficients.EnumerateColumns().Select(Multipliers));

    /// <summary>The Leontief inverse <c>B</c>, n × n. Where only products with it are needed, the other members give them faster.</summary>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    Matrix<double> Inverse(IProgress<double>? progress = null, CancellationToken cancellation = default);
}
