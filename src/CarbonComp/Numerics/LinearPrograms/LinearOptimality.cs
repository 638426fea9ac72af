namespace CarbonComp;

// The optimality conditions of Karush, Kuhn and Tucker at a solution, evaluated without the solver: the objective c'x + constant, the bounds valued at
// the prices, and the worst relative violation of any condition.
internal sealed record LinearOptimality(double Objective, double DualObjective, double Worst)
{
    public static LinearOptimality Of(LinearProgram program, SimplexVertex solution)
    {
        var sign = program.Direction == Optimization.Maximize ? -1.0 : 1.0;
        double worst = 0, objective = program.Constant, dual = program.Constant, dualSize = Math.Abs(program.Constant), size = dualSize;
        var reduced = new double[program.Variables.Count];
        var reducedSize = new double[program.Variables.Count];

        void Note(double violation, double scale)
        {
            var relative = violation / (1 + scale);
            // A comparison that NaN fails would let it pass.
            if (!(relative <= worst)) worst = double.IsNaN(relative) ? double.PositiveInfinity : relative;
        }

        // A positive price of a minimum belongs to a lower bound, a negative one to an upper bound.
        void NoteBounds(double value, double price, double priceScale, double lower, double upper, double scale)
        {
            Note(Math.Max(0, Math.Max(lower - value, value - upper)), scale);
            var bound = sign * price > 0 ? lower : upper;
            if (price == 0) return;
            if (double.IsInfinity(bound)) Note(Math.Abs(price), priceScale);
            else
            {
                Note(Math.Abs(price * (value - bound)), Math.Abs(price * bound) + Math.Abs(price) * scale);
                dual += price * bound;
                dualSize += Math.Abs(price * bound);
            }
        }

        for (var j = 0; j < reduced.Length; j++)
        {
            reduced[j] = program.Variables[j].Cost;
            reducedSize[j] = Math.Abs(reduced[j]);
            objective += program.Variables[j].Cost * solution.Values[j];
            size += Math.Abs(program.Variables[j].Cost * solution.Values[j]);
        }
        for (var i = 0; i < program.Constraints.Count; i++)
        {
            double activity = 0, scale = 0;
            foreach (var (variable, coefficient) in program.Constraints[i].Terms)
            {
                activity += coefficient * solution.Values[variable];
                scale += Math.Abs(coefficient * solution.Values[variable]);
                reduced[variable] -= coefficient * solution.DualValues[i];
                reducedSize[variable] += Math.Abs(coefficient * solution.DualValues[i]);
            }
            Note(Math.Abs(activity - solution.Activities[i]), scale);
            NoteBounds(activity, solution.DualValues[i], 0, program.Constraints[i].Lower, program.Constraints[i].Upper, scale);
        }
        for (var j = 0; j < reduced.Length; j++)
        {
            Note(Math.Abs(reduced[j] - solution.ReducedCosts[j]), reducedSize[j]);
            NoteBounds(solution.Values[j], solution.ReducedCosts[j], reducedSize[j],
                program.Variables[j].Lower, program.Variables[j].Upper, Math.Abs(solution.Values[j]));
        }
        Note(Math.Abs(objective - dual), Math.Max(size, dualSize));
        return new(objective, dual, worst);
    }
}
