namespace CarbonComp.InputOutput;

/// <summary>A Leontief system in which the inputs of a few sectors have changed, from the factors of the system before.</summary>
/// <remarks>With k changed columns D of A, <c>(I − A − D·E')⁻¹ = B + B·D·(I − E'·B·D)⁻¹·E'·B</c> (Sherman, Morrison, Woodbury): k solves once, then
/// nothing but small products a scenario. For cleaner power, another technology, a substituted input.
/// <see cref="EmbodiedCarbonModel.WhatIf(IReadOnlyList{InputChange})"/> makes one, and the table that goes with it.</remarks>
public sealed class ScenarioSystem : ILeontiefInverse
{
    private readonly ILeontiefInverse before;
    private readonly int[] changed;
    private readonly Matrix<double> columns;
    private readonly Matrix<double> response;
    private readonly Factorization small;

    private ScenarioSystem(ILeontiefInverse before, int[] changed, Matrix<double> columns)
    {
        (this.before, this.changed, this.columns) = (before, changed, columns);
        response = before.RequiredOutput(columns);
        small = Factorization.Of(Matrix<double>.Build.DenseIdentity(changed.Length) - Changed(response));
    }

    /// <inheritdoc/>
    public int Order => before.Order;

    /// <summary>The system after changes: for each sector that changes (position of its column) the change of its n input coefficients.</summary>
    /// <exception cref="InputOutputException">No change, a position or length that does not fit, or a system that is no longer productive.</exception>
    public static ScenarioSystem Of(ILeontiefInverse before, IReadOnlyDictionary<int, Vector<double>> changes)
    {
        if (changes.Count == 0) throw new InputOutputException("Nothing changes. Give the changed input coefficients of at least one sector.");
        foreach (var (position, change) in changes)
            if (position < 0 || position >= before.Order || change.Count != before.Order)
                throw new InputOutputException($"The change at position {position} has {change.Count} coefficients; the system has {before.Order} sectors.");
        int[] changed = [.. changes.Keys.Order()];
        try
        {
            var system = new ScenarioSystem(before, changed, Matrix<double>.Build.DenseOfColumnVectors(changed.Select(k => changes[k])));
            if (system.Multipliers(Vector<double>.Build.Dense(before.Order, 1)).ForAll(v => v is > 0 and < 1e12)) return system;
        }
        catch (LinearAlgebraException) { }
        throw new InputOutputException($"With these changes the system is no longer productive: the inputs of the sectors at positions "
            + $"{string.Join(", ", changed)} exceed what comes out. Change them less.");
    }

    /// <inheritdoc/>
    public Matrix<double> RequiredOutput(Matrix<double> finalUse) => Responding(before.RequiredOutput(finalUse));

    /// <inheritdoc/>
    public Matrix<double> Inverse(IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Responding(before.Inverse(progress, cancellation));

    /// <inheritdoc/>
    public Vector<double> Multipliers(Vector<double> coefficients)
    {
        // f'B̄ = f'B + (f'B·D)(I − E'BD)⁻¹E'B: one more transposed solve with the sectors that changed.
        var total = before.Multipliers(coefficients);
        var weights = small.SolveTransposed(columns.TransposeThisAndMultiply(total));
        var selected = Vector<double>.Build.Dense(before.Order);
        for (var i = 0; i < changed.Length; i++) selected[changed[i]] = weights[i];
        return total + before.Multipliers(selected);
    }

    private Matrix<double> Responding(Matrix<double> outputs) => outputs + response * small.Solve(Changed(outputs));

    // E'X: the rows of the sectors that changed.
    private Matrix<double> Changed(Matrix<double> x) => Matrix<double>.Build.Dense(changed.Length, x.ColumnCount, (i, j) => x[changed[i], j]);
}
