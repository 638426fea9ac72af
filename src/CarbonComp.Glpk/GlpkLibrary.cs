using System.Runtime.InteropServices;

namespace CarbonComp.Glpk;

/// <summary>The few functions of GLPK that the simplex method needs, from the system's library.</summary>
/// <remarks>
/// GLPK keeps one environment a thread, so problems of different threads do not meet. It ends the process when it is
/// called with what it refuses (a repeated index, bounds in the wrong order); <see cref="LinearProgram"/> lets none of that through.
/// </remarks>
internal sealed class GlpkLibrary
{
    internal delegate nint CreateProblem();
    internal delegate void OnProblem(nint problem);
    internal delegate void WithNumber(nint problem, int number);
    internal delegate int AddMany(nint problem, int count);
    internal delegate void SetBounds(nint problem, int index, int type, double lower, double upper);
    internal delegate void SetCost(nint problem, int column, double cost);
    internal delegate void LoadMatrix(nint problem, int count, int[] rows, int[] columns, double[] values);
    internal delegate void InitParameters(ref Parameters parameters);
    internal delegate int Run(nint problem, ref Parameters parameters);
    internal delegate int GetNumber(nint problem);
    internal delegate int GetIndexed(nint problem, int index);
    internal delegate double GetValue(nint problem, int index);
    internal delegate int Switch(int on);

    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["glpk_5_0.dll", "glpk_4_65.dll", "glpk.dll"]
        : OperatingSystem.IsMacOS() ? ["libglpk.40.dylib", "libglpk.dylib", "/opt/homebrew/opt/glpk/lib/libglpk.dylib"]
        : ["libglpk.so.40", "libglpk.so"];

    private static readonly Lazy<GlpkLibrary?> Loaded = new(Load);

    private GlpkLibrary(nint library)
    {
        T Function<T>(string name) where T : Delegate =>
            Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(library, name));

        Create = Function<CreateProblem>("glp_create_prob");
        Delete = Function<OnProblem>("glp_delete_prob");
        SetDirection = Function<WithNumber>("glp_set_obj_dir");
        AddRows = Function<AddMany>("glp_add_rows");
        AddColumns = Function<AddMany>("glp_add_cols");
        SetRowBounds = Function<SetBounds>("glp_set_row_bnds");
        SetColumnBounds = Function<SetBounds>("glp_set_col_bnds");
        SetObjective = Function<SetCost>("glp_set_obj_coef");
        LoadTerms = Function<LoadMatrix>("glp_load_matrix");
        Scale = Function<WithNumber>("glp_scale_prob");
        Unscale = Function<OnProblem>("glp_unscale_prob");
        Initialize = Function<InitParameters>("glp_init_smcp");
        Simplex = Function<Run>("glp_simplex");
        Exact = Function<Run>("glp_exact");
        StandardBasis = Function<OnProblem>("glp_std_basis");
        Status = Function<GetNumber>("glp_get_status");
        Iterations = Function<GetNumber>("glp_get_it_cnt");
        RowStatus = Function<GetIndexed>("glp_get_row_stat");
        ColumnStatus = Function<GetIndexed>("glp_get_col_stat");
        RowValue = Function<GetValue>("glp_get_row_prim");
        RowPrice = Function<GetValue>("glp_get_row_dual");
        ColumnValue = Function<GetValue>("glp_get_col_prim");
        ColumnPrice = Function<GetValue>("glp_get_col_dual");
        TerminalOutput = Function<Switch>("glp_term_out");
    }

    public static bool IsInstalled => Loaded.Value is not null;

    /// <summary>The library.</summary>
    /// <exception cref="LinearProgramException">It is not installed; the message says how to install it.</exception>
    public static GlpkLibrary Instance => Loaded.Value ?? throw new LinearProgramException(
        $"GLPK was not found ({string.Join(", ", Names)}). {LinearProgramSolver.Glpk.Installation}");

    public CreateProblem Create { get; }
    public OnProblem Delete { get; }
    public WithNumber SetDirection { get; }
    public AddMany AddRows { get; }
    public AddMany AddColumns { get; }
    public SetBounds SetRowBounds { get; }
    public SetBounds SetColumnBounds { get; }
    public SetCost SetObjective { get; }
    public LoadMatrix LoadTerms { get; }
    public WithNumber Scale { get; }
    public OnProblem Unscale { get; }
    public InitParameters Initialize { get; }
    public Run Simplex { get; }
    public Run Exact { get; }
    public OnProblem StandardBasis { get; }
    public GetNumber Status { get; }
    public GetNumber Iterations { get; }
    public GetIndexed RowStatus { get; }
    public GetIndexed ColumnStatus { get; }
    public GetValue RowValue { get; }
    public GetValue RowPrice { get; }
    public GetValue ColumnValue { get; }
    public GetValue ColumnPrice { get; }
    public Switch TerminalOutput { get; }

    private static GlpkLibrary? Load()
    {
        foreach (var name in Names)
            if (NativeLibrary.TryLoad(name, out var library)) return new(library);
        return null;
    }

    /// <summary>glp_smcp of GLPK 4.6x and 5: the order of the fields is the C structure's.</summary>
    // Larger than the C structure, for the fields that later versions add.
    [StructLayout(LayoutKind.Sequential, Size = 1024)]
    internal struct Parameters
    {
        public int MessageLevel;
        public int Method;
        public int Pricing;
        public int RatioTest;
        public double BoundTolerance;
        public double PriceTolerance;
        public double PivotTolerance;
        public double ObjectiveLowerLimit;
        public double ObjectiveUpperLimit;
        public int IterationLimit;
        public int TimeLimit;
        public int OutputFrequency;
        public int OutputDelay;
        public int Presolve;
        public int ExcludeFixed;
        public int ShiftBounds;
        public int RowWise;
    }
}
