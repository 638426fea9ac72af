namespace CarbonComp.Interactive;

/// <summary>Reads a vector from a frame.</summary>
internal static class FrameVector
{
    public static LabelledVector Read(FrameContent frame, string value, string? key, string? unit, ValueStatus? status, Axis? axis, string? name)
    {
        var faults = new Faults($"\"{value}\" cannot be read from the frame");
        var labels = frame.Labels(key, axis, faults);
        var column = frame.Column(value, "numbers", faults);
        var measure = column is null ? null : FrameMeasure.Of(frame, [column], unit, status, faults);
        var numbers = column?.Numbers(faults);
        var along = labels?.On(faults);
        if (along is { } placed) RequireOneRowEach(placed.Axis, placed.Positions, faults);
        faults.ThrowIfAny();

        var ((found, positions), values) = (along!.Value, new double[along.Value.Axis.Count]);
        for (var row = 0; row < positions.Length; row++) values[positions[row]] = numbers![row] * measure!.Factor(0, row);
        return new(name ?? column!.Parsed.Name, found, values, measure!.Unit, measure.Status);
    }

    /// <summary>Every label has one row.</summary>
    public static void RequireOneRowEach(Axis axis, int[] positions, Faults faults)
    {
        foreach (var twice in positions.Index().GroupBy(p => p.Item).Where(g => g.Count() > 1))
            faults.Add($"the {axis.Kind} \"{axis.Labels[twice.Key]}\" has several rows: {Faults.Shorten([.. twice], p => Faults.Row(p.Index))}. "
                + "Keep one, or add them up first.");
        string[] without = [.. Enumerable.Range(0, axis.Count).Except(positions).Select(i => axis.Labels[i])];
        if (without.Length > 0)
            faults.Add($"{without.Length} of {axis.Count} {axis.Kinds} have no row: {Faults.Shorten(without, label => label)}. "
                + "Add them, or leave them out of the axis.");
    }
}
