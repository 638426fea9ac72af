namespace CarbonComp.InputOutput;

/// <summary>The result of checking a table: balance, signs, zeros, productivity, each with the sector that is worst.</summary>
public sealed record TableReport : Tabular
{
    /// <summary>The share of turnover up to which a residual is taken for rounding: one millionth.</summary>
    public const double DefaultTolerance = 1e-6;

    // What adding up doubles may leave.
    private const double Rounding = 1e-10;

    private readonly MultiRegionalTable table;

    private TableReport(MultiRegionalTable table, double tolerance)
    {
        (this.table, Tolerance) = (table, tolerance);
        RowResiduals = TableIdentities.RowResiduals(table);
        ColumnResiduals = TableIdentities.ColumnResiduals(table);
        var (sold, bought) = (table.Intermediate.RowAbsoluteSums(), table.Intermediate.ColumnAbsoluteSums());
        var used = table.FinalUse.RowAbsoluteSums();
        (WorstRow, LargestRow) = Worst(RowResiduals, sold + used + table.Exports.PointwiseAbs());
        (WorstColumn, LargestColumn) = Worst(ColumnResiduals, bought + table.ValueAdded.PointwiseAbs() + table.ImportedInputs.PointwiseAbs());
        ZeroOutputs = Where(i => table.Output[i] == 0);
        ZeroOutputsWithFlows = [.. ZeroOutputs.Where(i => sold[i] + bought[i] + used[i] > 0)];
        NegativeValueAdded = Where(i => table.ValueAdded[i] < 0);
        NegativeFlows = table.Intermediate.Enumerate(Zeros.AllowSkip).Count(v => v < 0);
        NegativeFinalUse = table.FinalUse.Enumerate(Zeros.AllowSkip).Count(v => v < 0);
        Productivity = Productivity.Of(TechnicalCoefficients.Of(table));
    }

    /// <summary>Checks a table. The tolerance is the largest residual that is accepted, as a share of the row's or column's turnover.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A tolerance outside [0, 1).</exception>
    public static TableReport Of(MultiRegionalTable table, double tolerance = DefaultTolerance) =>
        new(table, RequireTolerance(tolerance));

    internal static double RequireTolerance(double tolerance) => tolerance is >= 0 and < 1 ? tolerance : throw new ArgumentOutOfRangeException(
        nameof(tolerance), tolerance, "A tolerance is a share of turnover, from 0 to below 1. Write 0.05 for 5 %.");

    /// <summary>The largest residual that is accepted, as a share of turnover.</summary>
    public double Tolerance { get; }

    /// <summary><c>x − (Z1 + Y1 + ex − im + err)</c>.</summary>
    public Vector<double> RowResiduals { get; }

    /// <summary><c>x − (Z'1 + im + va)</c>.</summary>
    public Vector<double> ColumnResiduals { get; }

    /// <summary>The row that is farthest from balance, relative to its turnover.</summary>
    public TableResidual WorstRow { get; }

    /// <summary>The column that is farthest from balance, relative to its turnover.</summary>
    public TableResidual WorstColumn { get; }

    /// <summary>The row with the largest residual in money.</summary>
    public TableResidual LargestRow { get; }

    /// <summary>The column with the largest residual in money.</summary>
    public TableResidual LargestColumn { get; }

    /// <summary>Positions of sectors that produce nothing.</summary>
    public IReadOnlyList<int> ZeroOutputs { get; }

    /// <summary>Positions of sectors that produce nothing and yet buy or sell.</summary>
    public IReadOnlyList<int> ZeroOutputsWithFlows { get; }

    /// <summary>Positions of sectors whose value added is negative.</summary>
    public IReadOnlyList<int> NegativeValueAdded { get; }

    /// <summary>The number of negative intermediate flows.</summary>
    public int NegativeFlows { get; }

    /// <summary>The number of negative cells of final use, usually inventories that are run down.</summary>
    public int NegativeFinalUse { get; }

    /// <summary>Whether the table produces more than it uses up.</summary>
    public Productivity Productivity { get; }

    /// <summary>Whether every row and column balances within the tolerance.</summary>
    public bool IsBalanced => WorstRow.Relative <= Tolerance && WorstColumn.Relative <= Tolerance;

    /// <summary>Whether the table can be computed with: balanced and productive.</summary>
    public bool IsValid => IsBalanced && Productivity.IsProductive;

    /// <inheritdoc/>
    public override string Caption => $"Check of the {table.Caption[..1].ToLowerInvariant()}{table.Caption[1..]}: "
        + (IsValid ? "balanced and productive" : "not fit for computing");

    /// <inheritdoc/>
    public override ValueStatus Status => table.Status;

    /// <summary>Refuses a table that does not balance within the tolerance or is not productive.</summary>
    /// <exception cref="InputOutputException">What is wrong, in which region and sector, and what to do.</exception>
    public void Require()
    {
        if (WorstRow.Relative > Tolerance) throw Unbalanced("Row", WorstRow, RowResiduals, "Check the final use, exports and imports columns");
        if (WorstColumn.Relative > Tolerance) throw Unbalanced("Column", WorstColumn, ColumnResiduals, "Check value added and imported inputs");
        if (!Productivity.IsProductive) throw Productivity.Refusal(table.Axis);
    }

    /// <inheritdoc/>
    public override Columns ToColumns()
    {
        static string Must(bool passed) => passed ? "yes" : "no";
        // Inventories that are run down are negative in many tables, and none of these findings stops a computation.
        static string May(bool passed) => passed ? "yes" : "no, but allowed";
        (string Check, string Passed, string Finding) None(string what, IReadOnlyList<int> found) => ($"no {what}", May(found.Count == 0),
            $"{found.Count}" + Named(found, ": "));
        (string Check, string Passed, string Finding)[] checks =
        [
            ("rows balance", Must(WorstRow.Relative <= Tolerance), Said(WorstRow, LargestRow)),
            ("columns balance", Must(WorstColumn.Relative <= Tolerance), Said(WorstColumn, LargestColumn)),
            ("productive", Must(Productivity.IsProductive),
                Invariant($"spectral radius {Productivity.SpectralRadius:F4}") + Named(Productivity.Causes, ", because of ")),
            None("sector without output", ZeroOutputs),
            None("flows of a sector without output", ZeroOutputsWithFlows),
            None("negative value added", NegativeValueAdded),
            ("no negative intermediate flow", May(NegativeFlows == 0), $"{NegativeFlows}"),
            ("no negative final use", May(NegativeFinalUse == 0), $"{NegativeFinalUse}"),
        ];
        return Table.OfRows(Caption, checks).With("check", c => c.Check).With("passed", c => c.Passed).With("finding", c => c.Finding);
    }

    private static InputOutputException Unbalanced(string what, TableResidual worst, Vector<double> residuals, string check) => new(
        $"{what} {worst} and so does not add up to its output; {residuals.Count(r => r != 0)} of {residuals.Count} are not exact. "
            + $"{check} of this sector, balance the table (Ras, Gras), "
        + Invariant($"or, where it is the source's rounding, accept it with a tolerance above {worst.Relative:G3}."));

    private static string Said(TableResidual worst, TableResidual largest) =>
        worst.Residual == 0 ? "all exactly"
        : worst.Relative < Rounding ? "all to the last digits"
        : worst == largest || worst.Relative < DefaultTolerance ? $"{worst}"
        : $"for its size {worst}; in money {largest}";

    private (TableResidual ForItsSize, TableResidual InMoney) Worst(Vector<double> residuals, Vector<double> flows)
    {
        TableResidual Of(int i) => new(table.Axis.Labels[i], residuals[i],
            residuals[i] == 0 ? 0 : Math.Abs(residuals[i]) / Math.Max(table.Output[i], flows[i]), table.Unit);
        return (Enumerable.Range(0, residuals.Count).Select(Of).MaxBy(r => r.Relative)!, Of(residuals.AbsoluteMaximumIndex()));
    }

    private int[] Where(Func<int, bool> condition) => [.. Enumerable.Range(0, table.Axis.Count).Where(condition)];

    private string Named(IReadOnlyList<int> positions, string before) => positions.Count == 0 ? ""
        : before + Listing.Of(positions.Select(i => table.Axis.Labels[i]), 5);
}
