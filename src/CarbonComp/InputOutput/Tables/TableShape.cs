namespace CarbonComp.InputOutput;

// Preconditions on the blocks of a table, and plain access to their numbers.
internal static class TableShape
{
    // The currency of a sum of money: yuan for 100 million yuan.
    public static Unit Currency(Unit money) =>
        money.Dimension.IsMoney ? money.Canonical
        : throw new InputOutputException($"A table is in money, not in {money}. Give a currency, such as yuan, US$ or EUR.");

    public static Matrix<double> Require(string name, Matrix<double> block, Axis rows, int columns, string columnsAre, Func<int, string> columnName)
    {
        if (block.RowCount != rows.Count || block.ColumnCount != columns)
            throw new InputOutputException($"{name} is {block.RowCount} × {block.ColumnCount}, expected {rows.Count} × {columns} ({columnsAre}).");
        var at = Array.FindIndex(ColumnMajor(block), v => !double.IsFinite(v));
        return at < 0 ? block
            : throw new InputOutputException($"{name} of {rows.Labels[at % rows.Count]} by {columnName(at / rows.Count)} (row {at % rows.Count + 1}, column "
                + $"{at / rows.Count + 1}) is not a number. Give a value, 0 where nothing flows.");
    }

    public static Vector<double> Require(string name, Vector<double>? block, Axis axis)
    {
        if (block is null) return Vector<double>.Build.Dense(axis.Count);
        if (block.Count != axis.Count) throw new InputOutputException($"{name} has {block.Count} values for {axis.Count} sectors of all regions.");
        return block.Find(v => !double.IsFinite(v), Zeros.AllowSkip) is not (var i, _) ? block
            : throw new InputOutputException($"{name} of {axis.Labels[i]} is not a number. Give a value, 0 where there is none.");
    }

    // The numbers column by column; the matrix's own array where it has one, so only to be read.
    public static double[] ColumnMajor(Matrix<double> matrix) => matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray();

    // R × S from one value for each sector of each region.
    public static Matrix<double> ByRegion(Vector<double> values, RegionSectorAxis axis) =>
        Matrix<double>.Build.Dense(axis.Regions.Count, axis.Sectors.Count, (r, s) => values[axis.Position(r, s)]);

    // The columns of a matrix by region, after their rows' labels.
    public static Columns ToColumns(string rowsAre, Axis rows, Axis columns, Matrix<double> values, Unit? unit = null) =>
        new([new Column(rowsAre, rows.Labels.ToArray()), .. columns.Labels.Select((label, j) => new Column(label, values.Column(j).ToArray(), unit))]);

    // Some of the values, some of the rows and columns.
    public static Vector<double> Pick(Vector<double> values, int[] rows) => Vector<double>.Build.Dense(rows.Length, i => values[rows[i]]);

    public static Matrix<double> Pick(Matrix<double> values, int[] rows, int[] columns) =>
        Matrix<double>.Build.Dense(rows.Length, columns.Length, (i, j) => values[rows[i], columns[j]]);

    // The positions of a subset's regions, and those of all others.
    public static (int[] Kept, int[] Others) Split(RegionAxis regions, RegionAxis subset)
    {
        int[] kept = [.. subset.Codes.Select(regions.IndexOf)];
        return (kept, [.. Enumerable.Range(0, regions.Count).Except(kept)]);
    }

    // Values per unit of output; 0 where nothing is produced.
    public static Vector<double> PerOutput(Vector<double> values, Vector<double> output) =>
        values.MapIndexed((i, v) => output[i] == 0 ? 0 : v / output[i], Zeros.Include);

    // Each so many neighbouring columns or rows added up, and the sum of each row, read in the order in which the numbers lie in memory.
    public static Matrix<double> SumColumns(Matrix<double> matrix, int group)
    {
        var (values, rows) = (ColumnMajor(matrix), matrix.RowCount);
        var sums = new double[rows * (matrix.ColumnCount / group)];
        for (var j = 0; j < matrix.ColumnCount; j++) DenseVectors.AddScaled(sums.AsSpan(j / group * rows, rows), 1, values.AsSpan(j * rows, rows));
        return Matrix<double>.Build.Dense(rows, matrix.ColumnCount / group, sums);
    }

    public static Matrix<double> SumRows(Matrix<double> matrix, int group)
    {
        var (values, rows) = (ColumnMajor(matrix), matrix.RowCount);
        return Matrix<double>.Build.Dense(rows / group, matrix.ColumnCount, (i, j) => Sum(values.AsSpan(j * rows + i * group, group)));
    }

    // Rows added up by the positions they belong to.
    public static Matrix<double> AddRows(Matrix<double> matrix, int[] rows, int count)
    {
        var sums = Matrix<double>.Build.Dense(count, matrix.ColumnCount);
        for (var j = 0; j < matrix.ColumnCount; j++)
            for (var i = 0; i < rows.Length; i++) sums[rows[i], j] += matrix[i, j];
        return sums;
    }

    public static Vector<double> SumRows(Vector<double> vector, int group) => SumRows(vector.ToColumnMatrix(), group).Column(0);

    public static Vector<double> RowSums(Matrix<double> matrix) => SumColumns(matrix, matrix.ColumnCount).Column(0);

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
