using Google.OrTools.LinearSolver;

namespace CarbonComp.OrTools;

/// <summary>A program's variables and constraints inside an OR-Tools solver.</summary>
internal sealed class BuiltProgram : IDisposable
{
    private readonly LinearProgram program;
    private readonly Solver solver;
    private readonly Objective objective;
    private readonly Variable[] variables;
    private readonly Constraint[] constraints;
    // GLOP's tolerances are absolute: costs in yuan are brought near 1, by a power of two so that no digit is lost.
    private readonly double costUnit;

    public BuiltProgram(LinearProgram program, Solver solver)
    {
        (this.program, this.solver, objective) = (program, solver, solver.Objective());
        variables = new Variable[program.Variables.Count];
        constraints = new Constraint[program.Constraints.Count];
        var largest = program.Variables.Max(v => Math.Abs(v.Cost));
        costUnit = largest > 0 ? Math.ScaleB(1, Math.ILogB(largest)) : 1;
        objective.SetOptimizationDirection(program.Direction == Optimization.Maximize);
        for (var j = 0; j < variables.Length; j++)
        {
            var (_, cost, lower, upper) = program.Variables[j];
            // Without a name: the solver would keep it, and no message needs it.
            variables[j] = solver.MakeNumVar(lower, upper, "");
            if (cost != 0) objective.SetCoefficient(variables[j], cost / costUnit);
        }
        for (var i = 0; i < constraints.Length; i++)
        {
            var (_, terms, lower, upper) = program.Constraints[i];
            constraints[i] = solver.MakeConstraint(lower, upper);
            foreach (var (variable, coefficient) in terms)
                if (coefficient != 0) constraints[i].SetCoefficient(variables[variable], coefficient);
        }
    }

    public SimplexVertex Vertex()
    {
        var values = Array.ConvertAll(variables, v => v.SolutionValue());
        var basicVariables = Array.ConvertAll(variables, v => v.BasisStatus() == Solver.BasisStatus.BASIC);
        var basicConstraints = Array.ConvertAll(constraints, c => c.BasisStatus() == Solver.BasisStatus.BASIC);
        // What is in the basis has no price; GLOP reports the rounding of its costs.
        return new(values, [.. program.Constraints.Select(c => c.Terms.Sum(t => t.Coefficient * values[t.Variable]))],
            [.. constraints.Select((c, i) => basicConstraints[i] ? 0 : costUnit * c.DualValue())],
            [.. variables.Select((v, j) => basicVariables[j] ? 0 : costUnit * v.ReducedCost())],
            basicVariables, basicConstraints, (int)solver.Iterations());
    }

    // They belong to the solver; disposed of here, they are not left to the finalizer.
    public void Dispose()
    {
        foreach (var variable in variables) variable.Dispose();
        foreach (var constraint in constraints) constraint.Dispose();
        objective.Dispose();
    }
}
