namespace CarbonComp.Formats;

/// <summary>The layout of a wide table in a csv file or a sheet: where its labels are and what they mean.</summary>
/// <remarks>
/// Rows and columns count from 1. A column is a sector of a region unless its label is a category of final use or
/// stands in <see cref="Columns"/>; a row likewise with <see cref="Rows"/>. Labels ignore case. The default is the
/// layout that <see cref="WideTable"/> writes: region in the first heading row and column, sector in the second.
/// </remarks>
public sealed record WideLayout
{
    /// <summary>The currency with its multiple (<c>10^4 yuan</c>); none means that the file's first cell names it.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The status of the numbers; none means that the second cell of the first row names it.</summary>
    public ValueStatus? Status { get; init; }

    /// <summary>The table's year, prices and source.</summary>
    public TableDescription Description { get; init; } = new();

    /// <summary>The sheet; none means the only one, or the one whose name begins with "Table".</summary>
    public string? Sheet { get; init; }

    /// <summary>Between the cells of a csv file.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>The encoding of a csv file; UTF-8 unless another is named, such as <c>gb18030</c>. It is never guessed.</summary>
    public string Encoding { get; init; } = TextEncoding.Default;

    /// <summary>The heading row that names regions.</summary>
    public int RegionRow { get; init; } = 1;

    /// <summary>The heading row that names sectors, categories and blocks.</summary>
    public int LabelRow { get; init; } = 2;

    /// <summary>The heading row that names sectors and categories in words where the labels are codes; none means that codes are the names.</summary>
    /// <remarks>A name that is missing, is not a word, or means two sectors is ignored: the code is then the name.</remarks>
    public int? NameRow { get; init; }

    /// <summary>The first row of numbers.</summary>
    public int FirstRow { get; init; } = 3;

    /// <summary>The column that names regions.</summary>
    public int RegionColumn { get; init; } = 1;

    /// <summary>The column that names sectors and blocks.</summary>
    public int LabelColumn { get; init; } = 2;

    /// <summary>The first column of numbers.</summary>
    public int FirstColumn { get; init; } = 3;

    /// <summary>The separator of region and sector where both are in one cell, as in <c>CHN_A01</c>; the first one counts. A final use may stand
    /// before its region.</summary>
    public char? LabelSeparator { get; init; }

    /// <summary>Whether a region is named only where its block begins.</summary>
    public bool FillRegions { get; init; }

    /// <summary>The labels of final-use categories, the same for each region; may be empty where <see cref="CategoryPrefix"/> is given.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The prefix of a label of final use.</summary>
    public string? CategoryPrefix { get; init; } = WideTable.UsePrefix;

    /// <summary>Columns beside sectors and final use, by label.</summary>
    public IReadOnlyDictionary<string, TableBlock> Columns { get; init; } = WideTable.OwnColumns;

    /// <summary>Rows beside sectors, by label.</summary>
    public IReadOnlyDictionary<string, TableBlock> Rows { get; init; } = WideTable.OwnRows;

    /// <summary>Regions that are parts of another: flows are added up (<c>CN1 → CHN</c>).</summary>
    public IReadOnlyDictionary<string, string> Fold { get; init; } = new Dictionary<string, string>();

    /// <summary>Regions outside the study: what is sold to them becomes exports, what is bought from them imported inputs.</summary>
    public IReadOnlyList<string> Outside { get; init; } = [];

    /// <summary>Whether an empty cell is zero; otherwise it is refused.</summary>
    public bool EmptyIsZero { get; init; }

    /// <summary>The largest residual of a total that is accepted, as a share of its turnover.</summary>
    public double Tolerance { get; init; } = TableReport.DefaultTolerance;

    /// <summary>The largest residual that the source's rounding explains, in <see cref="Unit"/>.</summary>
    public double Rounding { get; init; }

    /// <summary>Whether accepted residuals of rows go into the error column, so that rows balance exactly.</summary>
    public bool ResidualsAsError { get; init; }

    /// <summary>Whether an empty cell of output is refused even where others are zero: nothing else tells a row that has shifted.</summary>
    internal bool OutputIsGiven { get; init; }

    /// <summary>The rate by which money of the file becomes money of <see cref="Unit"/>; none where both are the same.</summary>
    internal double? Rate { get; init; }

    /// <summary>Regions that may have sectors and no final use: it is then zero.</summary>
    internal IReadOnlySet<string> WithoutUses { get; init; } = new HashSet<string>();

    internal Func<string, string> Canonical { get; init; } = label => label;

    internal IReadOnlyList<(TableBlock Block, string Name)> RequiredRows { get; init; } = [];

    internal Func<string, TableBlock?> ColumnRule { get; init; } = _ => null;

    internal Func<string, TableBlock?> RowRule { get; init; } = _ => null;

    /// <summary>Names that the layout knows beside those of <see cref="NameRow"/>.</summary>
    internal Action<AxisNames> Names { get; init; } = _ => { };
}
