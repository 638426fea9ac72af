using System.Globalization;

namespace CarbonComp;

/// <summary>Solves a program, checks what it gets, and says in words what it does not get.</summary>
internal static class GlpkSimplex
{
    // An optimum that violates its conditions by more, relatively, is computed again by another way.
    private const double Accepted = 1e-9;

    // A program that misses its bounds by less in all is not infeasible but rounded.
    private const double Missed = 1e-9;

    private const int IterationLimit = 8, TimeLimit = 9;

    public static LinearSolution Solve(LinearProgram program, SimplexOptions options)
    {
        using var problem = new GlpkProblem(program);
        foreach (var way in Ways(options))
        {
            var code = problem.Simplex(way);
            RefuseLimits(program, code);
            // The presolver finds that there is no optimum, but not which constraint or variable is the cause: a code, not a status.
            if (code != 0) continue;
            if (problem.Status == GlpkProblem.NoFeasible && Infeasible(program) is { } infeasible) return infeasible;
            if (problem.Status == GlpkProblem.Unbounded) return Unbounded(program, problem.Ray());
            if (problem.Status != GlpkProblem.Optimal) continue;
            if (options.Exact) break;
            if (Explained(program, problem) is { Residual: <= Accepted } solution) return solution;
        }
        return Exact(program, problem, options);
    }

    // As asked first; then what often helps where that fails.
    private static IEnumerable<SimplexOptions> Ways(SimplexOptions asked) => new[]
    {
        asked, asked with { Presolve = false }, asked with { Presolve = false, DualSimplex = !asked.DualSimplex },
        asked with { Presolve = false, Scale = !asked.Scale },
    }.Distinct();

    // From the last basis on in rational arithmetic, where that is asked for or floating point was not good enough.
    private static LinearSolution Exact(LinearProgram program, GlpkProblem problem, SimplexOptions options)
    {
        var code = problem.Exact(options);
        RefuseLimits(program, code);
        if (code == 0 && problem.Status == GlpkProblem.NoFeasible)
            return Infeasible(program) ?? Without(program, SolutionStatus.Infeasible, $"{program.Name}: the constraints contradict each other by less than rounding.");
        if (code == 0 && problem.Status == GlpkProblem.Unbounded) return Unbounded(program, problem.Ray());
        if (code != 0 || problem.Status != GlpkProblem.Optimal)
            throw program.Wrong(string.Create(CultureInfo.InvariantCulture,
                $"GLPK found no solution (code {code}, status {problem.Status}); its coefficients may differ too much in size, so scale the data"));
        var solution = Explained(program, problem);
        // GLPK makes fractions of coefficients to nine digits. The basis is right, its values are computed again from the coefficients themselves.
        if (problem.Continue(options) == 0 && problem.Status == GlpkProblem.Optimal && Explained(program, problem) is var again && again.Residual <= solution.Residual)
            solution = again;
        return solution.Residual <= 1e-6 ? solution : throw program.Wrong(string.Create(CultureInfo.InvariantCulture,
            $"the solution violates its optimality conditions by {solution.Residual:G3}; its coefficients differ too much in size, so scale the data"));
    }

    private static LinearSolution Explained(LinearProgram program, GlpkProblem problem) => problem.Solution($"{program.Name}: optimal.");

    private static void RefuseLimits(LinearProgram program, int code)
    {
        if (code == IterationLimit) throw program.Wrong("no optimum within the limit of iterations; raise it");
        if (code == TimeLimit) throw program.Wrong("no optimum within the limit of time; raise it");
    }

    private static LinearSolution Unbounded(LinearProgram program, string what) => Without(program, SolutionStatus.Unbounded,
        $"{program.Name}: the objective has no limit" + (what.Length > 0 ? $"; it grows with {what}." : "."));

    // Null where everything can be met but for rounding.
    private static LinearSolution? Infeasible(LinearProgram program)
    {
        // Every bound may be missed at a cost: what is missed at the least cost is what contradicts the rest.
        var variables = program.Variables.Select(v => v with { Cost = 0 }).ToList();
        var constraints = new List<LinearConstraint>();
        var blamed = new List<(int Variable, string Constraint)>();
        foreach (var constraint in program.Constraints)
        {
            var size = constraint.Terms.Select(t => Math.Abs(t.Coefficient)).Where(a => a > 0).DefaultIfEmpty(1).Max();
            var terms = constraint.Terms.ToList();
            void Relax(double coefficient, string side)
            {
                terms.Add(new(variables.Count, coefficient * size));
                blamed.Add((variables.Count, constraint.Name));
                variables.Add(new($"{side} of {constraint.Name} ({variables.Count})", 1));
            }
            if (double.IsFinite(constraint.Lower)) Relax(1, "shortfall");
            if (double.IsFinite(constraint.Upper)) Relax(-1, "excess");
            constraints.Add(constraint with { Terms = terms });
        }
        using var relaxed = new GlpkProblem(new($"{program.Name}, relaxed", Optimization.Minimize, variables, constraints));
        if (relaxed.Simplex(SimplexOptions.Default) != 0 || relaxed.Status != GlpkProblem.Optimal) return null;
        var least = relaxed.Solution("");
        if (least.Objective <= Missed) return null;
        var names = blamed.Where(b => least.Values[b.Variable] > Missed / blamed.Count).Select(b => b.Constraint).Distinct().Take(8);
        return Without(program, SolutionStatus.Infeasible, $"{program.Name}: no values of the variables meet all constraints; "
            + $"{string.Join(", ", names)} cannot be met together with the others.");
    }

    private static LinearSolution Without(LinearProgram program, SolutionStatus status, string explanation) =>
        new(program, status, explanation, [], [], [], [], [], [], 0);
}
