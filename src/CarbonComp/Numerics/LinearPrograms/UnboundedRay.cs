namespace CarbonComp.Numerics;

// The direction in which an unbounded program improves without limit.
internal static class UnboundedRay
{
    private const double Moved = 1e-9;
    private const int Named = 8;

    public static string Explain(LinearProgram program, ILinearProgramSolver solver)
    {
        var moving = Moving(program, solver);
        return $"{program.Name}: the objective has no limit" + moving.Length switch
        {
            0 => ".",
            1 => $"; it grows with variable {moving[0]}.",
            _ => $"; it grows when the variables {string.Join(", ", moving.Take(Named))} move together.",
        };
    }

    // Of all directions that lead along the constraints and improve the objective by one, the shortest by the sum of its
    // parts: few variables move in it.
    private static string[] Moving(LinearProgram program, ILinearProgramSolver solver)
    {
        var n = program.Variables.Count;
        var largest = program.Variables.Max(v => Math.Abs(v.Cost));
        var improvement = program.Direction == Optimization.Maximize ? 1 : -1;
        LinearTerm[] Both(IEnumerable<LinearTerm> terms) => [.. terms.SelectMany(t => new[] { t, new(n + t.Variable, -t.Coefficient) })];
        double Toward(double bound) => double.IsFinite(bound) ? 0 : bound;

        var up = program.Variables.Select(v => new LinearVariable($"{v.Name} up", 1, 0, Toward(v.Upper)));
        var down = program.Variables.Select(v => new LinearVariable($"{v.Name} down", 1, 0, -Toward(v.Lower)));
        var along = program.Constraints.Select(c => c with { Terms = Both(c.Terms), Lower = Toward(c.Lower), Upper = Toward(c.Upper) });
        var improve = LinearConstraint.Equal("improvement", improvement, Both(program.Variables.Select((v, j) => new LinearTerm(j, v.Cost / largest))));
        // No constraint is named like this one, because these are numbered.
        var constraints = along.Select((c, i) => c with { Name = $"{i}" }).Append(improve);
        using var directions = solver.Load(new($"{program.Name}, directions", Optimization.Minimize,
            up.Concat(down).Select((v, j) => v with { Name = $"{j}" }), constraints));
        if (directions.Run(SimplexOptions.Default) is not { Outcome: SimplexOutcome.Optimal, Vertex: { } shortest }) return [];
        var total = shortest.Values.Sum();
        return [.. program.Variables.Where((_, j) => Math.Abs(shortest.Values[j] - shortest.Values[n + j]) > Moved * total).Select(v => v.Name)];
    }
}
