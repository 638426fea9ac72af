using System.Globalization;

namespace CarbonComp;

/// <summary>Solves a program, checks what it gets, and says in words what it does not get.</summary>
internal static class GlpkSimplex
{
    // An optimum that violates its conditions by more, relatively, is computed again by a slower way.
    private const double Accepted = 1e-9;

    private const int IterationLimit = 8, TimeLimit = 9, NoPrimalFeasible = 10, NoDualFeasible = 11;

    public static LinearSolution Solve(LinearProgram program, SimplexOptions options)
    {
        using var problem = new GlpkProblem(program);
        var code = problem.Simplex(options, options.Presolve);
        RefuseLimits(program, code);
        // The presolver finds that there is no optimum, but not which constraint or variable is the cause;
        // and what it gives back must pass the same check as any other solution.
        if (options.Presolve && (code is NoPrimalFeasible or NoDualFeasible || code != 0 || problem.Status != GlpkProblem.Optimal || !Passes(problem)))
            code = problem.Simplex(options, presolve: false);
        RefuseLimits(program, code);
        if (code == 0 && problem.Status == GlpkProblem.NoFeasible) return Infeasible(program);
        if (code == 0 && problem.Status == GlpkProblem.Unbounded) return Unbounded(program, problem.Ray());
        var solved = code == 0 && problem.Status == GlpkProblem.Optimal;
        if (solved && !options.Exact && Passes(problem)) return Explained(program, problem);

        // Exact arithmetic where it is asked for, and where floating point was not good enough.
        code = problem.Exact(options);
        RefuseLimits(program, code);
        if (code == 0 && problem.Status == GlpkProblem.NoFeasible) return Infeasible(program);
        if (code == 0 && problem.Status == GlpkProblem.Unbounded) return Unbounded(program, problem.Ray());
        if (code != 0 || problem.Status != GlpkProblem.Optimal)
            throw program.Wrong(string.Create(CultureInfo.InvariantCulture,
                $"GLPK found no solution (code {code}, status {problem.Status}); its coefficients may differ too much in size, so scale the data"));
        var solution = Explained(program, problem);
        return solution.Residual <= 1e-6 ? solution : throw program.Wrong(string.Create(CultureInfo.InvariantCulture,
            $"the solution violates its optimality conditions by {solution.Residual:G3}; its coefficients differ too much in size, so scale the data"));
    }

    private static bool Passes(GlpkProblem problem) => problem.Solution("").Residual <= Accepted;

    private static LinearSolution Explained(LinearProgram program, GlpkProblem problem) => problem.Solution($"{program.Name}: optimal.");

    private static void RefuseLimits(LinearProgram program, int code)
    {
        if (code == IterationLimit) throw program.Wrong("no optimum within the limit of iterations; raise it");
        if (code == TimeLimit) throw program.Wrong("no optimum within the limit of time; raise it");
    }

    private static LinearSolution Unbounded(LinearProgram program, string what) => Without(program, SolutionStatus.Unbounded,
        $"{program.Name}: the objective has no limit" + (what.Length > 0 ? $"; it grows with {what}." : "."));

    private static LinearSolution Infeasible(LinearProgram program)
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
        var names = relaxed.Simplex(SimplexOptions.Default, presolve: false) == 0 && relaxed.Status == GlpkProblem.Optimal
            ? blamed.Where(b => relaxed.Solution("").Values[b.Variable] > 1e-9).Select(b => b.Constraint).Distinct().Take(8).ToArray() : [];
        return Without(program, SolutionStatus.Infeasible, $"{program.Name}: no values of the variables meet all constraints"
            + (names.Length > 0 ? $"; {string.Join(", ", names)} cannot be met together with the others." : "."));
    }

    private static LinearSolution Without(LinearProgram program, SolutionStatus status, string explanation) =>
        new(program, status, explanation, [], [], [], [], [], [], 0);
}
