using Deedle;

namespace CarbonComp.Interactive;

/// <summary>Frames and series of Deedle from results and data, and back.</summary>
/// <remarks>
/// <para>Numbers stay numbers, years and counts integers, texts texts; what is missing stays missing. The heading of a column of numbers says
/// their unit and status, <c>emissions (t CO2, constructed)</c>: it is what remains when a frame is filtered, grouped, joined or
/// written to a file. An aggregate that changes what the numbers are, such as a count, keeps the heading too: rename its column.</para>
/// <para>On the way back a column is named by its heading or by the name alone. Unit and status are read from the heading, or from columns
/// <c>unit</c> and <c>status</c>; what the frame does not say must be given, and nothing is guessed. Several statuses give the weakest;
/// a stronger one than the frame says only the caller can state. Everything that is wrong with a frame is reported together.</para>
/// </remarks>
public static class DeedleFrames
{
    /// <summary>The table as a frame: a column a column, rows counted from 0.</summary>
    /// <param name="table">Any result, or a table of a data package.</param>
    public static Frame<int, string> ToFrame(this ITabular table) => Ordinal(FrameSource.Of(table));

    /// <summary>The vector as a frame of one column, its rows keyed by the labels.</summary>
    /// <param name="vector">The vector.</param>
    public static Frame<string, string> ToFrame(this LabelledVector vector) =>
        Keyed(vector.Axis, [new(new FrameHeading(vector.Name, vector.Unit, vector.Status).ToString(), vector.Values.ToArray())]);

    /// <summary>The matrix as a wide frame: rows keyed by their labels, a column a column label, each with unit and status.</summary>
    /// <param name="matrix">The matrix.</param>
    public static Frame<string, string> ToFrame(this LabelledMatrix matrix) => Keyed(matrix.Rows, FrameSource.Wide(matrix).Skip(1));

    /// <summary>The matrix as a long frame, a row a pair of labels: what groups and pivots are made from.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>
    /// Columns named after the kinds of the rows and of the columns, and the numbers. Where both are of one kind: "from region", "to region".
    /// </returns>
    public static Frame<int, string> ToLongFrame(this LabelledMatrix matrix) => Ordinal(FrameSource.Long(matrix));

    /// <summary>The flows of the table, a row a flow: from_region, from_sector, to_region, to_sector, value.</summary>
    /// <remarks>
    /// What is beside the sectors has its name in the sector's place and an empty region: to_sector <c>exports</c>, <c>competitive imports</c>,
    /// <c>error</c>, <c>output</c>; from_sector <c>imported inputs</c>, <c>value added</c>; final use is <c>use:</c> and the category. Zero
    /// flows are left out, output is not.
    /// </remarks>
    /// <param name="table">The table.</param>
    public static Frame<int, string> ToFlowFrame(this MultiRegionalTable table) => Ordinal(FrameSource.Flows(table));

    /// <summary>The numbers as a series keyed by the labels, without unit and status.</summary>
    /// <param name="vector">The vector.</param>
    public static Series<string, double> ToSeries(this LabelledVector vector) => new(vector.Axis.Labels.ToArray(), vector.Values.ToArray());

    /// <summary>A wide frame of the sums of a long one, which keeps unit and status: <see cref="FrameExtensions"/>' <c>PivotTable</c> loses them.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="rows">The column whose labels become the keys of the rows.</param>
    /// <param name="columns">The column whose labels become columns.</param>
    /// <param name="value">The column of numbers that are added up, by heading or name.</param>
    /// <returns>Rows and columns in the order in which their labels first appear; a pair of labels that has no row is missing.</returns>
    /// <exception cref="FrameException">A missing column or label, text or nothing where a number is needed.</exception>
    public static Frame<string, string> Pivot<TRow>(this Frame<TRow, string> frame, string rows, string columns, string value)
    {
        var pivot = FramePivot.Of(Content(frame), rows, columns, value);
        return Framed([.. pivot.Columns], pivot.Labels);
    }

    /// <summary>A vector from a column of numbers: one row a label.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="value">The column of numbers, by heading or name.</param>
    /// <param name="key">The column of labels. None, or none in a frame keyed by text: the keys of the rows are the labels.</param>
    /// <param name="unit">The unit of the numbers; needed where the frame does not say it.</param>
    /// <param name="status">The status of the numbers; needed where the frame does not say it.</param>
    /// <param name="axis">The labels, by code, name or local name; those of the frame, in its order, where none are given.</param>
    /// <param name="name">The name of the quantity; the name of the column where none is given.</param>
    /// <exception cref="FrameException">
    /// A missing column or label, a label that is duplicate or not on the axis, text or nothing where a number is needed, an unknown unit or status.
    /// </exception>
    public static LabelledVector ToVector<TRow>(this Frame<TRow, string> frame, string value, string? key = null, string? unit = null,
        ValueStatus? status = null, Axis? axis = null, string? name = null) => FrameVector.Read(Content(frame), value, key, unit, status, axis, name);

    /// <summary>A vector from a series, such as the sums of groups: one number a label.</summary>
    /// <param name="series">The series.</param>
    /// <param name="name">The name of the quantity.</param>
    /// <param name="unit">The unit of the values.</param>
    /// <param name="status">The status of the values.</param>
    /// <param name="kind">The noun for the labels, in the singular: "fuel".</param>
    /// <param name="axis">The labels, by code, name or local name; those of the series, in its order, where none are given.</param>
    /// <exception cref="FrameException">A label that is duplicate or not on the axis, a missing number, an unknown unit.</exception>
    public static LabelledVector ToVector(this Series<string, double> series, string name, string unit, ValueStatus status, string kind = "label",
        Axis? axis = null) =>
        FrameVector.Read(new([new(SeriesValues, Cells(series))], [.. series.Keys]), SeriesValues, kind, unit, status, axis, name);

    /// <summary>A matrix from a long frame, a row a pair of labels, or from a wide one, a column a label.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="rows">The column of row labels. None in a frame keyed by text: the keys of the rows are the labels, and this says what they are.</param>
    /// <param name="columns">Long: the column of column labels. Wide: what the labels in the headings are, in the singular.</param>
    /// <param name="value">Long: the column of numbers. Without it the frame is wide, and every column but that of the row labels holds numbers.</param>
    /// <param name="unit">The unit of the numbers; needed where the frame does not say it.</param>
    /// <param name="status">The status of the numbers; needed where the frame does not say it.</param>
    /// <param name="rowAxis">The labels of the rows; those of the frame, in its order, where none are given.</param>
    /// <param name="columnAxis">The labels of the columns; likewise.</param>
    /// <param name="absent">Long: the number of pairs that have no row, such as 0; without it such pairs are an error.</param>
    /// <param name="name">The name of the quantity. Long form: the name of the column where none is given.</param>
    /// <exception cref="FrameException">
    /// A missing column, label or pair, a duplicate one, a label that is not on its axis, text or nothing where a number is needed, an unknown
    /// unit or status.
    /// </exception>
    public static LabelledMatrix ToMatrix<TRow>(this Frame<TRow, string> frame, string? rows = null, string? columns = null, string? value = null,
        string? unit = null, ValueStatus? status = null, Axis? rowAxis = null, Axis? columnAxis = null, double? absent = null, string? name = null) =>
        FrameMatrix.Read(Content(frame), rows, columns, value, new(name, unit, status, rowAxis, columnAxis, absent));

    /// <summary>A multi-regional input–output table from its flows, in the columns that <see cref="ToFlowFrame"/> describes.</summary>
    /// <param name="frame">The frame. Zero flows may be left out, output may not: its rows name every sector once.</param>
    /// <param name="unit">The currency with its multiple; needed where the frame does not say it.</param>
    /// <param name="status">The status of the numbers; needed where the frame does not say it.</param>
    /// <param name="regions">The regions; those of the rows of output, in their order, where none are given.</param>
    /// <param name="sectors">The sectors; likewise.</param>
    /// <param name="categories">The categories of final use; those of the rows of final use, in their order, where none are given.</param>
    /// <param name="tolerance">The largest residual of a row or column that is accepted, as a share of its turnover.</param>
    /// <param name="value">The column of numbers.</param>
    /// <exception cref="FrameException">
    /// A missing column, an unknown or missing sector, a duplicate flow, text or nothing where a number is needed, an unknown unit or status.
    /// </exception>
    /// <exception cref="InputOutputException">
    /// The table does not balance or is not productive, or its output is negative; the message names region and sector.
    /// </exception>
    public static MultiRegionalTable ToMultiRegionalTable<TRow>(this Frame<TRow, string> frame, string? unit = null, ValueStatus? status = null,
        RegionAxis? regions = null, SectorAxis? sectors = null, CategoryAxis? categories = null, double tolerance = TableReport.DefaultTolerance,
        string value = "value") =>
        FrameTable.Read(Content(frame), value, unit, status, regions, sectors, categories, tolerance);

    private const string SeriesValues = "the numbers of the series";

    private static Frame<int, string> Ordinal(IEnumerable<FrameSeries> columns) => Framed([.. columns], Enumerable.Range(0, int.MaxValue));

    private static Frame<string, string> Keyed(Axis rows, IEnumerable<FrameSeries> columns) => Framed([.. columns], rows.Labels);

    private static Frame<TRow, string> Framed<TRow>(FrameSeries[] columns, IEnumerable<TRow> keys)
    {
        TRow[] rows = [.. keys.Take(columns.Length == 0 ? 0 : columns[0].Values.Length)];
        return new(columns.Select(c => c.Heading), columns.Select(c => Series(rows, c.Values)));
    }

    private static ISeries<TRow> Series<TRow>(TRow[] rows, Array values) => values switch
    {
        double[] numbers => new Series<TRow, double>(rows, numbers),
        int[] numbers => new Series<TRow, int>(rows, numbers),
        long[] numbers => new Series<TRow, long>(rows, numbers),
        bool[] truths => new Series<TRow, bool>(rows, truths),
        int?[] numbers => Given(rows, numbers),
        long?[] numbers => Given(rows, numbers),
        bool?[] truths => Given(rows, truths),
        _ => new Series<TRow, string?>(rows, (string?[])values),
    };

    private static Series<TRow, T> Given<TRow, T>(TRow[] rows, T?[] values) where T : struct
    {
        var builder = new Deedle.SeriesBuilder<TRow, T>();
        for (var row = 0; row < rows.Length; row++)
            if (values[row] is { } value) builder.Add(rows[row], value);
        return builder.Series;
    }

    private static FrameContent Content<TRow>(Frame<TRow, string> frame) => new(
        [.. frame.ColumnKeys.Select((heading, position) => new FrameColumn(heading, Cells(frame.GetColumnAt<object>(position))))],
        frame is Frame<string, string> keyed ? [.. keyed.RowKeys] : null);

    private static object?[] Cells<TRow, T>(Series<TRow, T> series) =>
        [.. series.ObservationsAll.Select(cell => cell.Value.HasValue ? (object?)cell.Value.Value : null)];
}
