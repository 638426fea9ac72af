namespace CarbonComp.Interactive;

/// <summary>Adds up the numbers of a long frame by the labels of two of its columns.</summary>
internal static class FramePivot
{
    /// <summary>Row labels and columns, both in the order in which they first appear; a pair that has no row is missing.</summary>
    public static (LabelColumn Rows, string[] Labels, IEnumerable<FrameSeries> Columns) Of(FrameContent frame, string rows, string columns, string value)
    {
        var faults = new Faults($"\"{value}\" cannot be pivoted");
        var (down, across, column) = (frame.Labels(rows, null, faults), frame.Labels(columns, null, faults), frame.Column(value, "numbers", faults));
        var numbers = column?.Numbers(faults);
        var (i, j) = (down?.On(faults), across?.On(faults));
        faults.ThrowIfAny();

        var ((rowAxis, rowAt), (columnAxis, columnAt)) = (i!.Value, j!.Value);
        // What the frame does not say about its numbers stays unsaid.
        var measure = FrameMeasure.Of(frame, [column!], null, null, new Faults(""));
        var sums = new double[columnAxis.Count][];
        for (var c = 0; c < sums.Length; c++) Array.Fill(sums[c] = new double[rowAxis.Count], double.NaN);
        for (var row = 0; row < rowAt.Length; row++)
        {
            ref var sum = ref sums[columnAt[row]][rowAt[row]];
            sum = (double.IsNaN(sum) ? 0 : sum) + numbers![row] * (measure?.Factor(0, row) ?? 1);
        }
        return (down!, [.. rowAxis.Labels], columnAxis.Labels.Select((label, c) =>
            new FrameSeries(new FrameHeading(label, measure?.Unit ?? column!.Parsed.Unit, measure?.Status).ToString(), sums[c])));
    }
}
