using System.Globalization;
using Google.OrTools.LinearSolver;

namespace CarbonComp.OrTools;

/// <summary>A program for GLOP, OR-Tools' simplex method.</summary>
/// <remarks>It is built anew for every run: after a run of the dual method GLOP calls programs infeasible that only have no limit.</remarks>
internal sealed class OrToolsProblem(LinearProgram program) : ISimplex
{
    public SimplexResult Run(SimplexOptions options)
    {
        using var solver = Solver.CreateSolver("GLOP");
        if (!solver.SetSolverSpecificParametersAsString(Parameters(options)))
            throw new InvalidOperationException($"GLOP refuses its parameters: {Parameters(options)}");
        using var built = new BuiltProgram(program, solver);
        using var method = Method(options);
        var status = solver.Solve(method);
        var outcome = status switch
        {
            Solver.ResultStatus.OPTIMAL => SimplexOutcome.Optimal,
            Solver.ResultStatus.INFEASIBLE => SimplexOutcome.Infeasible,
            // The dual method only finds that there are no prices; whether the constraints can be met is open.
            Solver.ResultStatus.UNBOUNDED when !options.DualSimplex => SimplexOutcome.Unbounded,
            Solver.ResultStatus.UNBOUNDED => SimplexOutcome.Failed,
            _ when solver.Iterations() >= options.IterationLimit => SimplexOutcome.IterationLimit,
            _ when options.TimeLimit is { } limit && solver.WallTime() >= Math.Floor(limit.TotalMilliseconds) => SimplexOutcome.TimeLimit,
            _ => SimplexOutcome.Failed,
        };
        return new(outcome, $"status {status}", outcome == SimplexOutcome.Optimal ? built.Vertex() : null);
    }

    // Nothing is kept between runs.
    public void Dispose() { }

    // These two are set by the interface, and not left to the text below.
    private static MPSolverParameters Method(SimplexOptions options)
    {
        var parameters = new MPSolverParameters();
        // With it GLOP calls programs without limit infeasible; the check of infeasibility then tries again without.
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE,
            (int)(options.Presolve ? MPSolverParameters.PresolveValues.PRESOLVE_ON : MPSolverParameters.PresolveValues.PRESOLVE_OFF));
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM,
            (int)(options.DualSimplex ? MPSolverParameters.LpAlgorithmValues.DUAL : MPSolverParameters.LpAlgorithmValues.PRIMAL));
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.SCALING,
            (int)(options.Scale ? MPSolverParameters.ScalingValues.SCALING_ON : MPSolverParameters.ScalingValues.SCALING_OFF));
        return parameters;
    }

    private static string Parameters(SimplexOptions options)
    {
        // Tighter than GLOP's own 1e-8, because prices are wanted to eight digits and differences of optima to six.
        // A program of few rows and many columns is solved in half the time from the slack basis and without a transposed copy.
        var text = "primal_feasibility_tolerance: 1e-11 dual_feasibility_tolerance: 1e-11 use_transposed_matrix: false initial_basis: NONE";
        if (options.IterationLimit is { } iterations) text += string.Create(CultureInfo.InvariantCulture, $" max_number_of_iterations: {iterations}");
        if (options.TimeLimit is { } time) text += string.Create(CultureInfo.InvariantCulture, $" max_time_in_seconds: {time.TotalSeconds:R}");
        return text;
    }
}
