namespace CarbonComp.Glpk;

/// <summary>A program inside GLPK. Belongs to the thread that made it.</summary>
internal sealed class GlpkProblem : ISimplex
{
    private const int Basic = 1, Optimal = 5, NoFeasible = 4, Unbounded = 6;
    private const int IterationLimit = 8, TimeLimit = 9;
    private const int Minimize = 1, Maximize = 2;
    private const int Free = 1, LowerBound = 2, UpperBound = 3, DoubleBound = 4, Fixed = 5;
    // Geometric mean, equilibration, powers of two.
    private const int Scaling = 0x01 | 0x10 | 0x20;
    private const int PrimalMethod = 1, DualThenPrimal = 2;

    private readonly GlpkLibrary glpk = GlpkLibrary.Instance;
    private readonly LinearProgram program;
    private nint problem;

    public GlpkProblem(LinearProgram program)
    {
        this.program = program;
        // What GLPK says goes to the terminal of the whole process; status and codes say the same.
        glpk.TerminalOutput(0);
        problem = glpk.Create();
        try { Load(); }
        catch
        {
            Dispose();
            throw;
        }
    }

    private void Load()
    {
        glpk.SetDirection(problem, program.Direction == Optimization.Maximize ? Maximize : Minimize);
        glpk.AddColumns(problem, program.Variables.Count);
        for (var j = 0; j < program.Variables.Count; j++)
        {
            var (_, cost, lower, upper) = program.Variables[j];
            glpk.SetColumnBounds(problem, j + 1, Bounds(lower, upper), lower, upper);
            glpk.SetObjective(problem, j + 1, cost);
        }
        if (program.Constraints.Count == 0) return;
        glpk.AddRows(problem, program.Constraints.Count);
        var count = program.Constraints.Sum(c => c.Terms.Count);
        // GLPK counts from 1.
        var (rows, columns, values) = (new int[count + 1], new int[count + 1], new double[count + 1]);
        var next = 1;
        for (var i = 0; i < program.Constraints.Count; i++)
        {
            var (name, terms, lower, upper) = program.Constraints[i];
            glpk.SetRowBounds(problem, i + 1, Bounds(lower, upper), lower, upper);
            foreach (var (variable, coefficient) in terms)
            {
                if (coefficient == 0) continue;
                // Scaling runs over or under beyond, and GLPK then ends the process.
                if (Math.Abs(coefficient) is < 1e-75 or > 1e75)
                    throw new LinearProgramException($"{program.Name}: constraint {name}: the coefficient of {program.Variables[variable].Name} is beyond "
                        + $"what can be computed with; scale the data.");
                (rows[next], columns[next], values[next++]) = (i + 1, variable + 1, coefficient);
            }
        }
        glpk.LoadTerms(problem, next - 1, rows, columns, values);
    }

    public SimplexResult Run(SimplexOptions options)
    {
        if (options.Scale) glpk.Scale(problem, Scaling);
        else glpk.Unscale(problem);
        glpk.StandardBasis(problem);
        var parameters = Parameters(options);
        parameters.Presolve = options.Presolve ? 1 : 0;
        var code = glpk.Simplex(problem, ref parameters);
        if (!options.Exact || code is IterationLimit or TimeLimit) return Result(code);

        // From the basis found in floating point on in rational arithmetic.
        parameters = Parameters(options);
        var exact = Result(glpk.Exact(problem, ref parameters));
        if (exact.Vertex is null) return exact;
        // GLPK makes fractions of coefficients to nine digits. The basis is right, its values are computed again from the coefficients themselves.
        parameters = Parameters(options);
        var again = Result(glpk.Simplex(problem, ref parameters));
        return again.Vertex is not null && Residual(again.Vertex) <= Residual(exact.Vertex) ? again : exact;
    }

    private double Residual(SimplexVertex vertex) => LinearOptimality.Of(program, vertex).Worst;

    private SimplexResult Result(int code)
    {
        var status = glpk.Status(problem);
        // The presolver finds that there is no optimum, but not which constraint or variable is the cause: a code, not a status.
        var outcome = (code, status) switch
        {
            (IterationLimit, _) => SimplexOutcome.IterationLimit,
            (TimeLimit, _) => SimplexOutcome.TimeLimit,
            (0, Optimal) => SimplexOutcome.Optimal,
            (0, NoFeasible) => SimplexOutcome.Infeasible,
            (0, Unbounded) => SimplexOutcome.Unbounded,
            _ => SimplexOutcome.Failed,
        };
        return new(outcome, $"code {code}, status {status}", outcome == SimplexOutcome.Optimal ? Vertex() : null);
    }

    private SimplexVertex Vertex()
    {
        var (n, m) = (program.Variables.Count, program.Constraints.Count);
        return new(Read(n, glpk.ColumnValue), Read(m, glpk.RowValue), Read(m, glpk.RowPrice), Read(n, glpk.ColumnPrice),
            ReadBasic(n, glpk.ColumnStatus), ReadBasic(m, glpk.RowStatus), glpk.Iterations(problem));
    }

    public void Dispose()
    {
        if (problem != 0) glpk.Delete(problem);
        problem = 0;
    }

    private static int Bounds(double lower, double upper) =>
        lower == upper ? Fixed
        : double.IsInfinity(lower) ? double.IsInfinity(upper) ? Free : UpperBound
        : double.IsInfinity(upper) ? LowerBound : DoubleBound;

    private GlpkLibrary.Parameters Parameters(SimplexOptions options)
    {
        var parameters = new GlpkLibrary.Parameters();
        glpk.Initialize(ref parameters);
        parameters.MessageLevel = 0;
        parameters.Method = options.DualSimplex ? DualThenPrimal : PrimalMethod;
        // A hundred times tighter than GLPK's own, because prices are wanted to eight digits.
        parameters.BoundTolerance = 1e-9;
        parameters.PriceTolerance = 1e-9;
        if (options.IterationLimit is { } iterations) parameters.IterationLimit = iterations;
        if (options.TimeLimit is { } time) parameters.TimeLimit = (int)Math.Clamp(time.TotalMilliseconds, 1, int.MaxValue);
        return parameters;
    }

    private double[] Read(int count, GlpkLibrary.GetValue get)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++) values[i] = get(problem, i + 1);
        return values;
    }

    private bool[] ReadBasic(int count, GlpkLibrary.GetIndexed get)
    {
        var basic = new bool[count];
        for (var i = 0; i < count; i++) basic[i] = get(problem, i + 1) == Basic;
        return basic;
    }
}
