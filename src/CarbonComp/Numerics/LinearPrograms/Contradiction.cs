namespace CarbonComp.Numerics;

// The constraints of an infeasible program that cannot be met together.
internal static class Contradiction
{
    // A program that misses its bounds by less in all is not infeasible but rounded.
    private const double Missed = 1e-9;
    private const int Named = 8;

    // Null where everything can be met except for rounding.
    public static string? Explain(LinearProgram program, ILinearProgramSolver solver)
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
        using var relaxed = solver.Load(new($"{program.Name}, relaxed", Optimization.Minimize, variables, constraints));
        if (relaxed.Run(SimplexOptions.Default) is not { Outcome: SimplexOutcome.Optimal, Vertex: { } least }) return null;
        if (blamed.Sum(b => least.Values[b.Variable]) <= Missed) return null;
        var names = blamed.Where(b => least.Values[b.Variable] > Missed / blamed.Count).Select(b => b.Constraint).Distinct().Take(Named);
        return $"{program.Name}: no values of the variables meet all constraints; {string.Join(", ", names)} cannot be met together with the others.";
    }
}
