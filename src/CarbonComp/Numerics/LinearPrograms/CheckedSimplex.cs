namespace CarbonComp.Numerics;

// Solves a program by any solver, checks the optimum, and says in words why there is none.
internal static class CheckedSimplex
{
    // An optimum that violates its conditions by more, relatively, is computed again in another way; after the last way by more than the second.
    private const double Accepted = 1e-9, AcceptedAtLast = 1e-6;

    public static LinearSolution Solve(LinearProgram program, ILinearProgramSolver solver, SimplexOptions options)
    {
        if (options.Exact && solver is { IsInstalled: true, HasExactArithmetic: false })
            throw program.Wrong($"{solver.Name} has no exact rational arithmetic; leave out {nameof(SimplexOptions.Exact)}, or solve by "
                + $"{LinearProgramSolver.Glpk.Name}");
        using var simplex = solver.Load(program);
        LinearSolution? best = null;
        SimplexResult result = new(SimplexOutcome.Failed, "");
        foreach (var way in Ways(options, solver))
        {
            result = simplex.Run(way);
            switch (result.Outcome)
            {
                case SimplexOutcome.IterationLimit: throw program.Wrong("no optimum within the limit of iterations; raise it");
                case SimplexOutcome.TimeLimit: throw program.Wrong("no optimum within the limit of time; raise it");
                case SimplexOutcome.Unbounded:
                    return Without(program, solver, SolutionStatus.Unbounded, new(() => UnboundedRay.Explain(program, solver)));
                // What can be met except for rounding is tried in another way.
                case SimplexOutcome.Infeasible when Contradiction.Explain(program, solver) is { } contradiction:
                    return Without(program, solver, SolutionStatus.Infeasible, new(contradiction));
                case SimplexOutcome.Optimal:
                    var solution = new LinearSolution(program, solver, SolutionStatus.Optimal, new($"{program.Name}: optimal."), result.Vertex!);
                    if (solution.Residual <= Accepted) return solution;
                    if (best is null || solution.Residual < best.Residual) best = solution;
                    break;
            }
        }
        if (best is not null)
            return best.Residual <= AcceptedAtLast ? best : throw program.Wrong(Invariant(
                $"the solution violates its optimality conditions by {best.Residual:G3}; its coefficients differ too much in size, so scale the data"));
        if (result.Outcome == SimplexOutcome.Infeasible)
            return Without(program, solver, SolutionStatus.Infeasible, new($"{program.Name}: the constraints contradict each other by less than rounding."));
        throw program.Wrong($"{solver.Name} found no solution ({result.Report}); its coefficients may differ too much in size, so scale the data");
    }

    // First as asked, then what often helps where that fails.
    private static IEnumerable<SimplexOptions> Ways(SimplexOptions asked, ILinearProgramSolver solver)
    {
        var plain = asked with { Presolve = false };
        SimplexOptions[] ways = [asked, plain, plain with { DualSimplex = !asked.DualSimplex }, plain with { Scale = !asked.Scale }];
        return ways.Concat(solver.HasExactArithmetic ? [plain with { Exact = true }] : []).Distinct();
    }

    private static LinearSolution Without(LinearProgram program, ILinearProgramSolver solver, SolutionStatus status, Lazy<string> explanation) =>
        new(program, solver, status, explanation, SimplexVertex.None);
}
