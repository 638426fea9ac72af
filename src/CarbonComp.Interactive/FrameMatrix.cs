using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Interactive;

/// <summary>Reads a matrix from a long or a wide frame.</summary>
internal static class FrameMatrix
{
    public static LabelledMatrix Read(FrameContent frame, string? rows, string? columns, string? value, FrameOrigin origin) =>
        value is null ? ReadWide(frame, rows, columns, origin) : ReadLong(frame, rows, columns, value, origin);

    /// <summary>A row a pair of labels.</summary>
    private static LabelledMatrix ReadLong(FrameContent frame, string? rows, string? columns, string value, FrameOrigin origin)
    {
        var faults = new Faults($"\"{value}\" cannot be read from the frame as a matrix");
        var rowLabels = frame.Labels(rows, origin.RowAxis, faults);
        var columnLabels = frame.Labels(columns, origin.ColumnAxis, faults);
        var column = frame.Column(value, "numbers", faults);
        var measure = column is null ? null : FrameMeasure.Of(frame, [column], origin.Unit, origin.Status, faults);
        var numbers = column?.Numbers(faults);
        var (i, j) = (rowLabels?.On(faults), columnLabels?.On(faults));
        var pairs = i is null || j is null ? null : Pairs(i.Value, j.Value, origin.Absent, faults);
        faults.ThrowIfAny();

        var ((rowAxis, _), (columnAxis, _)) = (i!.Value, j!.Value);
        return new(origin.Name ?? column!.Parsed.Name, rowAxis, columnAxis, Matrix<double>.Build.Dense(rowAxis.Count, columnAxis.Count,
            (r, c) => pairs![r, c] is { } row ? numbers![row] * measure!.Factor(0, row) : origin.Absent!.Value), measure!.Unit, measure.Status);
    }

    /// <summary>A row a row label, a column a column label.</summary>
    private static LabelledMatrix ReadWide(FrameContent frame, string? rows, string? columns, FrameOrigin origin)
    {
        var faults = new Faults(origin.Name is null ? "No matrix can be read from the frame" : $"\"{origin.Name}\" cannot be read from the frame");
        var rowLabels = frame.Labels(rows, origin.RowAxis, faults);
        FrameColumn[] values = [.. frame.Columns.Where(c => $"column \"{c.Heading}\"" != rowLabels?.Place && c.Heading is not ("unit" or "status"))];
        if (origin.Name is null) faults.Add("nothing says what the numbers are. Name them, as in name: \"energy use\".");
        if (columns is null && origin.ColumnAxis is null) faults.Add("nothing says what the columns are. Say it, as in columns: \"fuel\", or give the axis.");
        if (values.Length == 0) faults.Add("there are no columns beside the labels.");
        var measure = values.Length == 0 ? null : FrameMeasure.Of(frame, values, origin.Unit, origin.Status, faults);
        var numbers = Array.ConvertAll(values, c => c.Numbers(faults));
        var i = rowLabels?.On(faults);
        if (i is { } placed) FrameVector.RequireOneRowEach(placed.Axis, placed.Positions, faults);
        var headings = new LabelColumn("the heading", columns ?? origin.ColumnAxis?.Kind ?? "column", Array.ConvertAll(values, c => (string?)c.Parsed.Name),
            origin.ColumnAxis);
        var j = values.Length == 0 ? null : headings.On(faults);
        if (j is { } across) RequireOneColumnEach(across.Axis, across.Positions, faults);
        faults.ThrowIfAny();

        var ((rowAxis, rowAt), (columnAxis, columnAt)) = (i!.Value, j!.Value);
        var matrix = Matrix<double>.Build.Dense(rowAxis.Count, columnAxis.Count);
        for (var c = 0; c < values.Length; c++)
            for (var r = 0; r < rowAt.Length; r++) matrix[rowAt[r], columnAt[c]] = numbers[c][r] * measure!.Factor(c, r);
        return new(origin.Name!, rowAxis, columnAxis, matrix, measure!.Unit, measure.Status);
    }

    /// <summary>The row of each pair of labels; a fault for pairs with several, and for those with none unless they have a value.</summary>
    private static int?[,] Pairs((Axis Axis, int[] Positions) rows, (Axis Axis, int[] Positions) columns, double? absent, Faults faults)
    {
        var (found, twice) = (new int?[rows.Axis.Count, columns.Axis.Count], new List<(int First, int Row)>());
        for (var row = 0; row < rows.Positions.Length; row++)
        {
            ref var first = ref found[rows.Positions[row], columns.Positions[row]];
            if (first is { } earlier) twice.Add((earlier, row));
            else first = row;
        }
        string Pair(int i, int j) => $"{rows.Axis.Labels[i]}, {columns.Axis.Labels[j]}";
        if (twice.Count > 0)
            faults.Add($"pairs of {rows.Axis.Kind} and {columns.Axis.Kind} have several rows: "
                + Faults.Shorten(twice, t => $"{Pair(rows.Positions[t.Row], columns.Positions[t.Row])} in {Faults.Row(t.First)} and {Faults.Row(t.Row)}")
                + ". Keep one, or add them up first.");
        string[] without = absent is not null ? [] : [.. from i in Enumerable.Range(0, rows.Axis.Count)
            from j in Enumerable.Range(0, columns.Axis.Count) where found[i, j] is null select Pair(i, j)];
        if (without.Length > 0)
            faults.Add($"{without.Length} pairs of {rows.Axis.Kind} and {columns.Axis.Kind} have no row: {Faults.Shorten(without, p => p)}. "
                + "Add them, or say what they are, as in absent: 0.");
        return found;
    }

    private static void RequireOneColumnEach(Axis axis, int[] positions, Faults faults)
    {
        foreach (var twice in positions.GroupBy(p => p).Where(g => g.Count() > 1))
            faults.Add($"the {axis.Kind} \"{axis.Labels[twice.Key]}\" has several columns. Keep one.");
        string[] without = [.. Enumerable.Range(0, axis.Count).Except(positions).Select(i => axis.Labels[i])];
        if (without.Length > 0)
            faults.Add($"{without.Length} of {axis.Count} {axis.Kinds} have no column: {Faults.Shorten(without, label => label)}. "
                + "Add them, or leave them out of the axis.");
    }
}
