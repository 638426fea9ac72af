namespace CarbonComp.Numerics;

// The dual of a program, its variables in the sign of shadow prices. For each constraint there is the dual variable of its lower bound (or of the
// equation) and of its upper bound, or −1. Where a solution is given, the program is its optimal face: every dual optimum is complementary to every
// primal optimum, so the dual feasible prices that vanish where the solution leaves a bound, and that price a variable exactly where it leaves its
// bounds, are all the dual optima and no others.
internal sealed record DualProgram(LinearProgram Program, int[] AtLower, int[] AtUpper)
{
    public static DualProgram Of(LinearProgram program, LinearSolution? solution)
    {
        var maximize = program.Direction == Optimization.Maximize;
        var variables = new List<LinearVariable>();
        var columns = program.Variables.Select(_ => new List<LinearTerm>()).ToArray();
        var atLower = Enumerable.Repeat(-1, program.Constraints.Count).ToArray();
        var atUpper = Enumerable.Repeat(-1, program.Constraints.Count).ToArray();

        // The variable that prices a bound; −1 where there is no bound or the solution has left it. A lower bound is worth something where it is
        // raised: it lowers a maximum, it raises a minimum.
        int Priced(string name, double bound, bool upper, bool? left)
        {
            if (!double.IsFinite(bound) || left == true) return -1;
            variables.Add(upper == maximize ? new(name, bound) : new(name, bound, double.NegativeInfinity, 0));
            return variables.Count - 1;
        }

        for (var i = 0; i < program.Constraints.Count; i++)
        {
            var (name, terms, lower, upper) = program.Constraints[i];
            if (lower == upper)
            {
                atLower[i] = variables.Count;
                variables.Add(LinearVariable.Free(name, lower));
            }
            else
            {
                var both = double.IsFinite(lower) && double.IsFinite(upper);
                atLower[i] = Priced(both ? name + " (lower)" : name, lower, upper: false, solution?.ConstraintLeaves(i, lower));
                atUpper[i] = Priced(both ? name + " (upper)" : name, upper, upper: true, solution?.ConstraintLeaves(i, upper));
            }
            foreach (var (variable, coefficient) in terms)
            {
                if (coefficient == 0) continue;
                if (atLower[i] >= 0) columns[variable].Add(new(atLower[i], coefficient));
                if (atUpper[i] >= 0) columns[variable].Add(new(atUpper[i], coefficient));
            }
        }

        var constraints = new List<LinearConstraint>();
        for (var j = 0; j < program.Variables.Count; j++)
        {
            var (name, cost, lower, upper) = program.Variables[j];
            var free = double.IsNegativeInfinity(lower) && double.IsPositiveInfinity(upper);
            if (free || solution is not null && Leaves(solution, j, lower) && Leaves(solution, j, upper))
                constraints.Add(LinearConstraint.Equal(name, cost, columns[j]));
            else if (lower == 0 && double.IsPositiveInfinity(upper))
                constraints.Add(maximize ? LinearConstraint.AtLeast(name, cost, columns[j]) : LinearConstraint.AtMost(name, cost, columns[j]));
            else if (upper == 0 && double.IsNegativeInfinity(lower))
                constraints.Add(maximize ? LinearConstraint.AtMost(name, cost, columns[j]) : LinearConstraint.AtLeast(name, cost, columns[j]));
            else
            {
                // Bounds away from 0 enter the dual objective: the reduced cost becomes a variable of its own.
                int[] prices = [Priced($"lower bound of {name}", lower, upper: false, solution?.VariableLeaves(j, lower)),
                    Priced($"upper bound of {name}", upper, upper: true, solution?.VariableLeaves(j, upper))];
                columns[j].AddRange(prices.Where(p => p >= 0).Select(p => new LinearTerm(p, 1)));
                constraints.Add(LinearConstraint.Equal(name, cost, columns[j]));
            }
        }
        // The dual of a program without constraints whose variables are all free has no variables.
        if (variables.Count == 0) variables.Add(new("nothing", 0, 0, 0));
        var dual = new LinearProgram($"Dual of {program.Name}", maximize ? Optimization.Minimize : Optimization.Maximize,
            variables, constraints, program.Constant);
        return new(dual, atLower, atUpper);
    }

    private static bool Leaves(LinearSolution solution, int variable, double bound) =>
        double.IsInfinity(bound) || solution.VariableLeaves(variable, bound);
}
