namespace CarbonComp.Numerics;

/// <summary>A constraint of a linear program: <c>Lower ≤ Σ coefficient · variable ≤ Upper</c>, with −∞ or +∞ where there is no bound.</summary>
/// <remarks>Names are unique in a program, and each variable appears at most once among the terms. Equal bounds make an equation.</remarks>
public readonly record struct LinearConstraint(string Name, IReadOnlyList<LinearTerm> Terms, double Lower, double Upper)
{
    /// <summary>The form is at most the bound, which is finite.</summary>
    public static LinearConstraint AtMost(string name, double bound, IReadOnlyList<LinearTerm> terms) =>
        new(name, terms, double.NegativeInfinity, bound);

    /// <summary>The form is at least the bound, which is finite.</summary>
    public static LinearConstraint AtLeast(string name, double bound, IReadOnlyList<LinearTerm> terms) =>
        new(name, terms, bound, double.PositiveInfinity);

    /// <summary>The form equals the bound, which is finite.</summary>
    public static LinearConstraint Equal(string name, double bound, IReadOnlyList<LinearTerm> terms) =>
        new(name, terms, bound, bound);
}
