namespace CarbonComp.InputOutput;

/// <summary>Preconditions on the blocks of a table, and plain access to their numbers.</summary>
internal static class TableShape
{
    private static readonly Unit UsDollar = Unit.Parse("US$");

    public static void Require(string name, Matrix<double> block, Axis rows, int columns, string columnsAre, Func<int, string> columnName)
    {
        if (block.RowCount != rows.Count || block.ColumnCount != columns)
            throw new InputOutputException($"{name} is {block.RowCount} × {block.ColumnCount}, expected {rows.Count} × {columns} ({columnsAre}).");
        var values = ColumnMajor(block);
        var at = Array.FindIndex(values, v => !double.IsFinite(v));
        if (at >= 0)
            throw new InputOutputException($"{name} of {rows.Labels[at % rows.Count]} by {columnName(at / rows.Count)} (row {at % rows.Count + 1}, column "
                + $"{at / rows.Count + 1}) is not a number. Give a value, 0 where nothing flows.");
    }

    /// <summary>The currency of a sum of money: yuan for 100 million yuan.</summary>
    public static Unit Currency(Unit money) =>
        money.Dimension == Unit.Yuan.Dimension ? Unit.Yuan
        : money.Dimension == UsDollar.Dimension ? UsDollar
        : throw new InputOutputException($"A table is in money, not in {money}. Give yuan or US$.");

    public static void Require(string name, Vector<double> block, Axis axis)
    {
        if (block.Count != axis.Count) throw new InputOutputException($"{name} has {block.Count} values for {axis.Count} sectors of all regions.");
        for (var i = 0; i < block.Count; i++)
            if (!double.IsFinite(block[i]))
                throw new InputOutputException($"{name} of {axis.Labels[i]} is not a number. Give a value, 0 where there is none.");
    }

    /// <summary>The numbers column by column; the matrix's own array where it has one, so only to be read.</summary>
    public static double[] ColumnMajor(Matrix<double> matrix) => matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray();

    /// <summary>Each <paramref name="group"/> neighbouring columns added up.</summary>
    public static Matrix<double> SumColumns(Matrix<double> matrix, int group)
    {
        var sum = Matrix<double>.Build.Dense(matrix.RowCount, matrix.ColumnCount / group);
        var (from, to, rows) = (ColumnMajor(matrix), sum.AsColumnMajorArray(), matrix.RowCount);
        for (var j = 0; j < matrix.ColumnCount; j++)
        {
            var source = from.AsSpan(j * rows, rows);
            var target = to.AsSpan(j / group * rows, rows);
            for (var i = 0; i < rows; i++) target[i] += source[i];
        }
        return sum;
    }

    /// <summary>Each <paramref name="group"/> neighbouring rows added up.</summary>
    public static Matrix<double> SumRows(Matrix<double> matrix, int group)
    {
        var (values, rows) = (ColumnMajor(matrix), matrix.RowCount);
        return Matrix<double>.Build.Dense(rows / group, matrix.ColumnCount, (i, j) => Sum(values.AsSpan(j * rows + i * group, group)));
    }

    /// <summary>The sum of each row, read in the order in which the numbers lie in memory.</summary>
    public static Vector<double> RowSums(Matrix<double> matrix)
    {
        var (values, sums) = (ColumnMajor(matrix), new double[matrix.RowCount]);
        for (var j = 0; j < matrix.ColumnCount; j++)
        {
            var column = values.AsSpan(j * sums.Length, sums.Length);
            var (width, i) = (System.Numerics.Vector<double>.Count, 0);
            for (; i <= column.Length - width; i += width)
                (new System.Numerics.Vector<double>(sums, i) + new System.Numerics.Vector<double>(column[i..])).CopyTo(sums, i);
            for (; i < column.Length; i++) sums[i] += column[i];
        }
        return Vector<double>.Build.Dense(sums);
    }

    /// <summary>The sum of each column.</summary>
    public static Vector<double> ColumnSums(Matrix<double> matrix)
    {
        var (values, rows) = (ColumnMajor(matrix), matrix.RowCount);
        return Vector<double>.Build.Dense(matrix.ColumnCount, j => Sum(values.AsSpan(j * rows, rows)));
    }

    public static Vector<double> SumRows(Vector<double> vector, int group) =>
        Vector<double>.Build.Dense(vector.Count / group, i => vector.SubVector(i * group, group).Sum());

    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
