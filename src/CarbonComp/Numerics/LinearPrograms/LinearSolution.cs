namespace CarbonComp.Numerics;

/// <summary>The result of solving a linear program: the optimum with its prices, or in words why there is none.</summary>
/// <remarks>Prices have the sign of the objective's change: <c>DualValues[i] = ∂objective/∂(bound of constraint i)</c>, <c>ReducedCosts[j] = cost_j −
/// Σ_i a_ij · DualValues[i]</c>, whether the objective is minimized or maximized.</remarks>
public sealed class LinearSolution
{
    // A value has left a bound when it is further away than this, in units of its effect on the constraints.
    private const double Tolerance = 1e-9;

    private readonly SimplexVertex vertex;
    private readonly Lazy<string> explanation;
    private readonly Lazy<double[]> columnSizes;

    internal LinearSolution(LinearProgram program, ILinearProgramSolver solver, SolutionStatus status, Lazy<string> explanation, SimplexVertex vertex)
    {
        (Program, Solver, Status, this.explanation, this.vertex) = (program, solver, status, explanation, vertex);
        var optimality = status == SolutionStatus.Optimal ? LinearOptimality.Of(program, vertex) : null;
        columnSizes = new(() =>
        {
            var sizes = new double[program.Variables.Count];
            foreach (var (variable, coefficient) in program.Constraints.SelectMany(c => c.Terms))
                sizes[variable] = Math.Max(sizes[variable], Math.Abs(coefficient));
            // A variable in no constraint is measured by itself.
            return Array.ConvertAll(sizes, size => size == 0 ? 1 : size);
        });
        Objective = optimality?.Objective ?? double.NaN;
        DualObjective = optimality?.DualObjective ?? double.NaN;
        Residual = optimality?.Worst ?? double.NaN;
    }

    /// <summary>The program that was solved.</summary>
    public LinearProgram Program { get; }

    /// <summary>The solver; ranges over the optima are computed by it too.</summary>
    public ILinearProgramSolver Solver { get; }

    /// <summary>How it ended.</summary>
    public SolutionStatus Status { get; }

    /// <summary>The status in words; names the constraints that cannot be met, or the variables that drive the objective without limit.</summary>
    public string Explanation => explanation.Value;

    /// <summary>The optimal objective; NaN where there is none.</summary>
    public double Objective { get; }

    /// <summary>The objective of the dual program at the prices found; equals <see cref="Objective"/> by strong duality.</summary>
    public double DualObjective { get; }

    /// <summary>The worst relative violation of a constraint, a bound, a price's sign, complementarity or strong duality.</summary>
    public double Residual { get; }

    /// <summary>The optimal value of each variable; empty where there is no optimum.</summary>
    public IReadOnlyList<double> Values => vertex.Values;

    /// <summary>The value of each constraint's linear form.</summary>
    public IReadOnlyList<double> Activities => vertex.Activities;

    /// <summary>The change of the objective per unit of each constraint's bound.</summary>
    public IReadOnlyList<double> DualValues => vertex.DualValues;

    /// <summary>The change of the objective per unit of each variable.</summary>
    public IReadOnlyList<double> ReducedCosts => vertex.ReducedCosts;

    /// <summary>Simplex iterations.</summary>
    public int Iterations => vertex.Iterations;

    /// <summary>The optimal value of a variable.</summary>
    /// <exception cref="LinearProgramException">No optimum, or no such variable.</exception>
    public double this[string variable] => RequireOptimal().Values[Program.VariableIndex(variable)];

    /// <summary>Whether the prices are certainly the only optimal ones: no basic variable is at a bound.</summary>
    public bool HasUniquePrices => Status == SolutionStatus.Optimal
        && !Enumerable.Range(0, Values.Count).Any(j => vertex.BasicVariables[j]
            && !LeavesBoth(VariableLeaves, j, Program.Variables[j].Lower, Program.Variables[j].Upper))
        && !Enumerable.Range(0, Activities.Count).Any(i => vertex.BasicConstraints[i]
            && !LeavesBoth(ConstraintLeaves, i, Program.Constraints[i].Lower, Program.Constraints[i].Upper));

    /// <summary>Whether the values are certainly the only optimal ones: no variable outside the basis costs nothing to move.</summary>
    public bool HasUniqueValues => Status == SolutionStatus.Optimal
        && !Enumerable.Range(0, Values.Count).Any(j => !vertex.BasicVariables[j]
            && Program.Variables[j].Lower < Program.Variables[j].Upper && Math.Abs(ReducedCosts[j]) <= Tolerance)
        && !Enumerable.Range(0, Activities.Count).Any(i => !vertex.BasicConstraints[i]
            && Program.Constraints[i].Lower < Program.Constraints[i].Upper && Math.Abs(DualValues[i]) <= Tolerance);

    /// <summary>This solution, if it is an optimum.</summary>
    /// <exception cref="LinearProgramException">It is not; the message is <see cref="Explanation"/>.</exception>
    public LinearSolution RequireOptimal() => Status == SolutionStatus.Optimal ? this : throw new LinearProgramException(Explanation);

    /// <inheritdoc/>
    public override string ToString() => Explanation;

    internal bool VariableLeaves(int variable, double bound) =>
        columnSizes.Value[variable] is var size && Math.Abs(Values[variable] - bound) * size > Tolerance * Math.Max(1, Math.Abs(bound) * size);

    internal bool ConstraintLeaves(int constraint, double bound) =>
        Math.Abs(Activities[constraint] - bound) > Tolerance * Math.Max(1, Math.Abs(bound));

    // Whether the price of a constraint says that every optimum has it at its bound.
    internal bool ConstraintIsPriced(int constraint) => !vertex.BasicConstraints[constraint] && Math.Abs(DualValues[constraint]) > Tolerance;

    internal bool VariableIsPriced(int variable) => !vertex.BasicVariables[variable] && Math.Abs(ReducedCosts[variable]) > Tolerance;

    private static bool LeavesBoth(Func<int, double, bool> leaves, int at, double lower, double upper) =>
        (double.IsInfinity(lower) || leaves(at, lower)) && (double.IsInfinity(upper) || leaves(at, upper));
}
