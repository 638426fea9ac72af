namespace CarbonComp.Numerics;

/// <summary>A linear program: the best value of <c>c'x + constant</c> where <c>l ≤ Ax ≤ u</c> and <c>lx ≤ x ≤ ux</c>
/// (<c>docs/methods.md#programs</c>).</summary>
/// <remarks>It is checked when it is made and never changed; <c>Solve</c> hands it to a solver.</remarks>
public sealed class LinearProgram
{
    private readonly LinearVariable[] variables;
    private readonly LinearConstraint[] constraints;
    private readonly Dictionary<string, int> variablePositions;
    private readonly Dictionary<string, int> constraintPositions;

    /// <summary>Creates a program of at least one variable; every message begins with its name.</summary>
    /// <exception cref="LinearProgramException">No variable; a name that is missing or occurs twice; a coefficient that is not finite; bounds in the
    /// wrong order; a term that names a variable that is not there, or one twice.</exception>
    public LinearProgram(string name, Optimization direction, IEnumerable<LinearVariable> variables, IEnumerable<LinearConstraint> constraints,
        double constant = 0)
    {
        (Name, Direction, Constant) = (name, direction, constant);
        this.variables = [.. variables];
        this.constraints = [.. constraints];
        if (this.variables.Length == 0) throw Wrong("there is no variable");
        if (!double.IsFinite(constant)) throw Wrong("the constant of the objective is not a finite number");
        variablePositions = Positions(this.variables.Select(v => v.Name), "variable");
        constraintPositions = Positions(this.constraints.Select(c => c.Name), "constraint");
        foreach (var variable in this.variables)
        {
            if (!double.IsFinite(variable.Cost)) throw Wrong($"the objective's coefficient of {variable.Name} is not a finite number");
            RequireBounds($"variable {variable.Name}", variable.Lower, variable.Upper);
        }
        var seenIn = new int[this.variables.Length];
        for (var i = 0; i < this.constraints.Length; i++)
        {
            var constraint = this.constraints[i];
            RequireBounds($"constraint {constraint.Name}", constraint.Lower, constraint.Upper);
            foreach (var (variable, coefficient) in constraint.Terms)
            {
                if (variable < 0 || variable >= seenIn.Length)
                    throw Wrong($"constraint {constraint.Name} uses variable {variable}; there are {seenIn.Length}, counted from 0");
                if (!double.IsFinite(coefficient))
                    throw Wrong($"constraint {constraint.Name}: the coefficient of {this.variables[variable].Name} is not a finite number");
                if (seenIn[variable] == i + 1) throw Wrong($"constraint {constraint.Name} has two terms of {this.variables[variable].Name}; add them up");
                seenIn[variable] = i + 1;
            }
        }
    }

    /// <summary>What it computes, for messages.</summary>
    public string Name { get; }

    /// <summary>Whether the objective is minimized or maximized.</summary>
    public Optimization Direction { get; }

    /// <summary>The constant term of the objective.</summary>
    public double Constant { get; }

    /// <summary>The variables, in order.</summary>
    public IReadOnlyList<LinearVariable> Variables => variables;

    /// <summary>The constraints, in order.</summary>
    public IReadOnlyList<LinearConstraint> Constraints => constraints;

    /// <summary>The position of a variable.</summary>
    /// <exception cref="LinearProgramException">No such variable.</exception>
    public int VariableIndex(string name) =>
        variablePositions.TryGetValue(name, out var position) ? position : throw Wrong($"there is no variable {name}");

    /// <summary>The position of a constraint.</summary>
    /// <exception cref="LinearProgramException">No such constraint.</exception>
    public int ConstraintIndex(string name) =>
        constraintPositions.TryGetValue(name, out var position) ? position : throw Wrong($"there is no constraint {name}");

    /// <summary>The optimum by the simplex method of <see cref="LinearProgramSolver.Default"/>, or in words why there is none.</summary>
    /// <exception cref="LinearProgramException">No solver is installed, the solver does not have an option that is asked for, a limit of time or
    /// iterations was met, or no solution passes the check of its optimality.</exception>
    public LinearSolution Solve(SimplexOptions? options = null) => Solve(LinearProgramSolver.Default, options);

    /// <summary>The optimum by the simplex method of a solver, such as <see cref="LinearProgramSolver.OrTools"/>, or in words why there is none.</summary>
    /// <inheritdoc cref="Solve(SimplexOptions?)"/>
    public LinearSolution Solve(ILinearProgramSolver solver, SimplexOptions? options = null) =>
        CheckedSimplex.Solve(this, solver, options ?? SimplexOptions.Default);

    /// <summary>The dual program: one variable for each bound of a constraint, one constraint for each variable.</summary>
    /// <remarks>Its variables are shadow prices with the sign of <see cref="LinearSolution.DualValues"/>, named after the constraints (a constraint
    /// with two bounds gives two, "… (lower)" and "… (upper)"); bounds of variables other than 0 give further ones. By strong duality its optimum
    /// equals this program's.</remarks>
    public LinearProgram Dual() => DualProgram.Of(this, null).Program;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Direction} over {variables.Length} variables and {constraints.Length} constraints";

    internal LinearProgramException Wrong(string what) => new($"{Name}: {what}.");

    private Dictionary<string, int> Positions(IEnumerable<string> names, string kind)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(name)) throw Wrong($"the {kind} at position {positions.Count} has no name");
            if (!positions.TryAdd(name, positions.Count)) throw Wrong($"two {kind}s are named {name}");
        }
        return positions;
    }

    private void RequireBounds(string what, double lower, double upper)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw Wrong($"{what} has a bound that is not a number");
        if (lower > upper) throw Wrong(Invariant($"{what} must be at least {lower} and at most {upper}"));
    }
}
