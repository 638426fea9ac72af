namespace CarbonComp.Numerics;

/// <summary>All optima of a linear program, or all its optimal shadow prices: a polyhedron over which quantities have a range.</summary>
/// <remarks>A simplex solver returns one optimum of perhaps many. A value read off it is only meaningful together with its range over the whole face.
/// Two further linear programs give that range for a linear form and, by the substitution of Charnes and Cooper (1962), for a ratio of two.</remarks>
public sealed class OptimalFace
{
    private readonly LinearProgram face;
    private readonly ILinearProgramSolver solver;
    private readonly Func<int, IReadOnlyList<LinearTerm>> quantity;
    // The only point of the face, where it is known to be one.
    private readonly double[]? point;

    private OptimalFace(LinearProgram face, ILinearProgramSolver solver, Func<int, IReadOnlyList<LinearTerm>> quantity, double[]? point) =>
        (this.face, this.solver, this.quantity, this.point) = (face, solver, quantity, point);

    /// <summary>All optimal values of a program's variables; forms over it use positions of variables.</summary>
    /// <exception cref="LinearProgramException">The solution is not an optimum.</exception>
    public static OptimalFace OfValues(LinearSolution solution)
    {
        var program = solution.RequireOptimal().Program;
        var sign = program.Direction == Optimization.Maximize ? -1 : 1;
        // Optima are the feasible points complementary to one optimal price vector.
        var variables = program.Variables.Select((v, j) => !solution.VariableIsPriced(j) ? v with { Cost = 0 }
            : sign * solution.ReducedCosts[j] > 0 ? v with { Cost = 0, Upper = v.Lower } : v with { Cost = 0, Lower = v.Upper });
        var constraints = program.Constraints.Select((c, i) => !solution.ConstraintIsPriced(i) || c.Lower == c.Upper ? c
            : sign * solution.DualValues[i] > 0 ? c with { Upper = c.Lower } : c with { Lower = c.Upper });
        return new(new($"Optima of {program.Name}", Optimization.Minimize, variables, constraints), solution.Solver, j => [new(j, 1)],
            solution.HasUniqueValues ? [.. solution.Values] : null);
    }

    /// <summary>All optimal shadow prices of a program's constraints; forms over it use positions of constraints.</summary>
    /// <exception cref="LinearProgramException">The solution is not an optimum.</exception>
    public static OptimalFace OfDualValues(LinearSolution solution)
    {
        var (program, atLower, atUpper) = DualProgram.Of(solution.RequireOptimal().Program, solution);
        return new(program, solution.Solver, i => [.. new[] { atLower[i], atUpper[i] }.Where(v => v >= 0).Distinct().Select(v => new LinearTerm(v, 1))],
            solution.HasUniquePrices ? [.. solution.DualValues] : null);
    }

    /// <summary>Whether the face is known to be a single point.</summary>
    public bool IsPoint => point is not null;

    /// <summary>The range of a ratio of two linear forms over the face; the denominator is not negative anywhere on it.</summary>
    /// <returns>The range; infinite where the denominator can vanish beside a numerator that does not; empty where it vanishes everywhere.</returns>
    /// <exception cref="LinearProgramException">A program of the range cannot be solved.</exception>
    public ValueRange RatioRange(IReadOnlyList<LinearTerm> numerator, IReadOnlyList<LinearTerm> denominator)
    {
        if (point is null) return Range(numerator, denominator);
        var (top, bottom) = (AtPoint(numerator), AtPoint(denominator));
        // What is a zero price only up to rounding carries no ratio.
        return Math.Abs(bottom) <= 1e-12 * (1 + Math.Abs(top)) ? ValueRange.Empty : new(top / bottom, top / bottom);
    }

    /// <summary>The range of a linear form over the face.</summary>
    /// <exception cref="LinearProgramException">A program of the range cannot be solved.</exception>
    public ValueRange Range(IReadOnlyList<LinearTerm> form) => point is null ? Range(form, null) : new(AtPoint(form), AtPoint(form));

    private double AtPoint(IReadOnlyList<LinearTerm> form) => form.Sum(t => t.Coefficient * point![t.Variable]);

    private ValueRange Range(IReadOnlyList<LinearTerm> numerator, IReadOnlyList<LinearTerm>? denominator)
    {
        var objective = Over(numerator);
        // x = x'/scale: every bound is multiplied by the scale, and the denominator of x' is one.
        var scale = face.Variables.Count;
        var variables = new List<LinearVariable>();
        var constraints = new List<LinearConstraint>();
        foreach (var (j, (name, _, lower, upper)) in face.Variables.Index())
        {
            variables.Add(new(name, objective[j], lower == 0 ? 0 : double.NegativeInfinity, upper == 0 ? 0 : double.PositiveInfinity));
            constraints.AddRange(Scaled($"bounds of {name}", [new(j, 1)],
                lower == 0 ? double.NegativeInfinity : lower, upper == 0 ? double.PositiveInfinity : upper, scale));
        }
        variables.Add(new("scale of the ratio"));
        constraints.AddRange(face.Constraints.SelectMany(c => Scaled(c.Name, c.Terms, c.Lower, c.Upper, scale)));
        IReadOnlyList<LinearTerm> unit = denominator is null ? [new(scale, 1)]
            : [.. Over(denominator).Select((c, j) => new LinearTerm(j, c)).Where(t => t.Coefficient != 0)];
        if (unit.Count == 0) return ValueRange.Empty;
        constraints.Add(LinearConstraint.Equal("denominator of the ratio", 1, unit));

        var (smallest, largest) = (End(Optimization.Minimize, double.NegativeInfinity), End(Optimization.Maximize, double.PositiveInfinity));
        return double.IsNaN(smallest) || double.IsNaN(largest) ? ValueRange.Empty : new(smallest, largest);

        // NaN where the program is infeasible.
        double End(Optimization direction, double unbounded)
        {
            var solution = new LinearProgram($"Range over {face.Name}", direction, variables, constraints).Solve(solver);
            return solution.Status == SolutionStatus.Unbounded ? unbounded : solution.Objective;
        }
    }

    // A constraint of the face as one or two of x' and the scale.
    private static IEnumerable<LinearConstraint> Scaled(string name, IReadOnlyList<LinearTerm> terms, double lower, double upper, int scale)
    {
        IReadOnlyList<LinearTerm> Less(double bound) => bound == 0 ? terms : [.. terms, new(scale, -bound)];
        var both = double.IsFinite(lower) && double.IsFinite(upper);
        if (lower == upper) yield return LinearConstraint.Equal(name, 0, Less(lower));
        if (lower != upper && double.IsFinite(lower)) yield return LinearConstraint.AtLeast(both ? name + " (lower)" : name, 0, Less(lower));
        if (lower != upper && double.IsFinite(upper)) yield return LinearConstraint.AtMost(both ? name + " (upper)" : name, 0, Less(upper));
    }

    private double[] Over(IReadOnlyList<LinearTerm> form)
    {
        var coefficients = new double[face.Variables.Count];
        foreach (var (position, coefficient) in form)
            foreach (var (variable, unit) in quantity(position)) coefficients[variable] += coefficient * unit;
        return coefficients;
    }
}
