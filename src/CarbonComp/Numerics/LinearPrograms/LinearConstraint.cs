namespace CarbonComp.Numerics;

/// <summary>A constraint of a linear program: <c>Lower ≤ Σ coefficient · variable ≤ Upper</c>.</summary>
/// <param name="Name">Its name, once in the program.</param>
/// <param name="Terms">The linear form; each variable at most once.</param>
/// <param name="Lower">Lower bound; −∞ for none.</param>
/// <param name="Upper">Upper bound; +∞ for none; equal to the lower one for an equation.</param>
public readonly record struct LinearConstraint(string Name, IReadOnlyList<LinearTerm> Terms, double Lower, double Upper)
{
    /// <summary>The form is at most the bound.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bound">The bound, finite.</param>
    /// <param name="terms">The linear form.</param>
    public static LinearConstraint AtMost(string name, double bound, IReadOnlyList<LinearTerm> terms) =>
        new(name, terms, double.NegativeInfinity, bound);

    /// <summary>The form is at least the bound.</summary>
    /// <inheritdoc cref="AtMost"/>
    public static LinearConstraint AtLeast(string name, double bound, IReadOnlyList<LinearTerm> terms) =>
        new(name, terms, bound, double.PositiveInfinity);

    /// <summary>The form equals the bound.</summary>
    /// <inheritdoc cref="AtMost"/>
    public static LinearConstraint Equal(string name, double bound, IReadOnlyList<LinearTerm> terms) =>
        new(name, terms, bound, bound);
}
