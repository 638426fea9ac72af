using Microsoft.Data.Analysis;

namespace CarbonComp.Interactive;

/// <summary>Data frames of Microsoft.Data.Analysis from results and data, and back.</summary>
/// <remarks><inheritdoc cref="DeedleFrames" path="/remarks"/></remarks>
public static class DataFrames
{
    /// <summary>The table as a data frame, a column a column. A vector or matrix has its labels in the first.</summary>
    /// <param name="table">Any result, or a table of a data package.</param>
    public static DataFrame ToDataFrame(this ITabular table) => Framed(FrameSource.Of(table));

    /// <inheritdoc cref="DeedleFrames.ToLongFrame"/>
    public static DataFrame ToLongDataFrame(this LabelledMatrix matrix) => Framed(FrameSource.Long(matrix));

    /// <inheritdoc cref="DeedleFrames.ToFlowFrame"/>
    public static DataFrame ToFlowDataFrame(this MultiRegionalTable table) => Framed(FrameSource.Flows(table));

    /// <summary>A wide data frame of the sums of a long one, which keeps unit and status.</summary>
    /// <param name="frame">The data frame.</param>
    /// <param name="rows">The column of row labels; it becomes the first.</param>
    /// <param name="columns">The column whose labels become columns.</param>
    /// <param name="value">The column of numbers that are added up, by heading or name.</param>
    /// <returns>Rows and columns in the order in which their labels first appear; a pair of labels that has no row is missing.</returns>
    /// <exception cref="FrameException">A missing column or label, text or nothing where a number is needed.</exception>
    public static DataFrame Pivot(this DataFrame frame, string rows, string columns, string value)
    {
        var pivot = FramePivot.Of(Content(frame), rows, columns, value);
        return Framed(pivot.Columns.Prepend(new(pivot.Rows.Kind, pivot.Labels)));
    }

    /// <inheritdoc cref="DeedleFrames.ToVector{TRow}(Deedle.Frame{TRow, string}, string, string?, string?, ValueStatus?, Axis?, string?)"/>
    /// <param name="frame">The data frame.</param>
    /// <param name="value">The column of numbers, by heading or name.</param>
    /// <param name="key">The column of labels; where none is given, the one named after the axis, such as <c>region</c>.</param>
    /// <param name="unit">The unit of the numbers; needed where the data frame does not say it.</param>
    /// <param name="status">The status of the numbers; needed where the data frame does not say it.</param>
    /// <param name="axis">The labels, by code, name or local name; those of the data frame, in its order, where none are given.</param>
    /// <param name="name">The name of the quantity; the name of the column where none is given.</param>
    public static LabelledVector ToVector(this DataFrame frame, string value, string? key = null, string? unit = null,
        ValueStatus? status = null, Axis? axis = null, string? name = null) => FrameVector.Read(Content(frame), value, key, unit, status, axis, name);

    /// <inheritdoc cref="DeedleFrames.ToMatrix"/>
    /// <param name="frame">The data frame.</param>
    /// <param name="rows">The column of row labels; where none is given, the one named after the axis.</param>
    /// <param name="columns">Long: the column of column labels. Wide: what the labels in the headings are, in the singular.</param>
    /// <param name="value">Long: the column of numbers. Without it the data frame is wide, and every column but that of the row labels holds numbers.</param>
    /// <param name="unit">The unit of the numbers; needed where the data frame does not say it.</param>
    /// <param name="status">The status of the numbers; needed where the data frame does not say it.</param>
    /// <param name="rowAxis">The labels of the rows; those of the data frame, in its order, where none are given.</param>
    /// <param name="columnAxis">The labels of the columns; likewise.</param>
    /// <param name="absent">Long: the number of pairs that have no row, such as 0; without it such pairs are an error.</param>
    /// <param name="name">The name of the quantity. Long form: the name of the column where none is given.</param>
    public static LabelledMatrix ToMatrix(this DataFrame frame, string? rows = null, string? columns = null, string? value = null, string? unit = null,
        ValueStatus? status = null, Axis? rowAxis = null, Axis? columnAxis = null, double? absent = null, string? name = null) =>
        FrameMatrix.Read(Content(frame), rows, columns, value, new(name, unit, status, rowAxis, columnAxis, absent));

    /// <inheritdoc cref="DeedleFrames.ToMultiRegionalTable"/>
    public static MultiRegionalTable ToMultiRegionalTable(this DataFrame frame, string? unit = null, ValueStatus? status = null, RegionAxis? regions = null,
        SectorAxis? sectors = null, CategoryAxis? categories = null, double tolerance = TableReport.DefaultTolerance, string value = "value") =>
        FrameTable.Read(Content(frame), value, unit, status, regions, sectors, categories, tolerance);

    private static DataFrame Framed(IEnumerable<FrameSeries> columns) => new(columns.Select(Column));

    private static DataFrameColumn Column(FrameSeries column) => column.Values switch
    {
        double[] numbers => new DoubleDataFrameColumn(column.Heading, numbers.Select(number => double.IsNaN(number) ? (double?)null : number)),
        int[] numbers => new Int32DataFrameColumn(column.Heading, numbers),
        long[] numbers => new Int64DataFrameColumn(column.Heading, numbers),
        bool[] truths => new BooleanDataFrameColumn(column.Heading, truths),
        int?[] numbers => new Int32DataFrameColumn(column.Heading, numbers),
        long?[] numbers => new Int64DataFrameColumn(column.Heading, numbers),
        bool?[] truths => new BooleanDataFrameColumn(column.Heading, truths),
        _ => new StringDataFrameColumn(column.Heading, (string?[])column.Values),
    };

    private static FrameContent Content(DataFrame frame) =>
        new([.. frame.Columns.Select(column => new FrameColumn(column.Name, [.. column.Cast<object?>()]))], null);
}
