namespace CarbonComp.Interactive;

/// <summary>Reads a multi-regional table from a frame of flows, a flow a row.</summary>
internal sealed class FrameTable
{
    private readonly Faults faults = new("The frame cannot be read as an input–output table");
    private readonly FrameContent frame;
    private readonly FrameColumn? column;
    private readonly string[][] ends;

    private FrameTable(FrameContent frame, string value)
    {
        this.frame = frame;
        column = frame.Column(value, "flows", faults);
        ends = [.. new[] { FlowFields.FromRegion, FlowFields.FromSector, FlowFields.ToRegion, FlowFields.ToSector }
            .Select(name => frame.Column(name, "ends of the flows", faults)?.Labels() is { } labels ? Array.ConvertAll(labels, label => label ?? "") : [])];
    }

    public static MultiRegionalTable Read(FrameContent frame, string value, string? unit, ValueStatus? status,
        RegionAxis? regions, SectorAxis? sectors, CategoryAxis? categories, double tolerance)
    {
        var reading = new FrameTable(frame, value);
        var measure = reading.column is null ? null : FrameMeasure.Of(frame, [reading.column], unit, status, reading.faults);
        var numbers = reading.column?.Numbers(reading.faults);
        reading.faults.ThrowIfAny();
        double[] flows = [.. numbers!.Select((number, row) => number * measure!.Factor(0, row))];
        return reading.Fill(flows, measure!, regions, sectors, categories).Validated(tolerance);
    }

    private MultiRegionalTable Fill(double[] flows, FrameMeasure measure, RegionAxis? givenRegions, SectorAxis? givenSectors, CategoryAxis? givenCategories)
    {
        // Output names every sector once; nothing else is trusted to name one.
        int[] outputs = [.. Enumerable.Range(0, flows.Length).Where(row => ends[2][row].Length == 0 && Is(ends[3][row], FlowFields.Output))];
        string[] uses = [.. ends[3].Where(IsUse).Select(Category)];
        if (outputs.Length == 0)
            faults.Add($"there is no row of output. Give one for each sector, with to_sector \"{FlowFields.Output}\" and to_region empty.");
        if (uses.Length == 0) faults.Add($"there is no row of final use. Give it with to_sector \"{FlowFields.UsePrefix}\" and the category.");
        if (givenCategories is null && outputs.Length > 1)
            foreach (var once in uses.GroupBy(u => u, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1))
                faults.Add($"the final use \"{once.Key}\" is in one row only. Correct its name, or give it for other sectors too, 0 where nothing is used.");
        faults.ThrowIfAny();

        var blocks = new FlowBlocks(
            givenRegions ?? RegionAxis.Of(outputs.Select(row => ends[0][row]).Distinct(StringComparer.OrdinalIgnoreCase)),
            givenSectors ?? SectorAxis.Of(outputs.Select(row => ends[1][row]).Distinct(StringComparer.OrdinalIgnoreCase)),
            givenCategories ?? new CategoryAxis("final use", uses.Distinct(StringComparer.OrdinalIgnoreCase)));
        var (unknown, seen) = (new List<int>(), new Dictionary<(string Block, int Cell), List<int>>());
        for (var row = 0; row < flows.Length; row++)
        {
            if (blocks.Find(ends[0][row], ends[1][row], ends[2][row], ends[3][row]) is not { } cell) unknown.Add(row);
            else if (seen.TryGetValue((cell.Block, cell.At), out var earlier)) earlier.Add(row);
            else
            {
                seen[(cell.Block, cell.At)] = [row];
                cell.Values[cell.At] = flows[row];
            }
        }
        if (unknown.Count > 0)
            faults.Add($"neither a sector with output nor a known block: {Faults.Shorten(unknown, row => $"{Faults.Row(row)} ({Flow(row)})")}. "
                + "Correct the labels.");
        var twice = seen.Values.Where(rows => rows.Count > 1).ToArray();
        if (twice.Length > 0)
            faults.Add($"several rows give the same flow: {Faults.Shorten(twice, rows => $"{Flow(rows[0])} in {Faults.Shorten(rows, Faults.Row)}")}. "
                + "Keep one, or add them up first.");
        string[] silent = [.. Enumerable.Range(0, blocks.Axis.Count).Where(i => !seen.ContainsKey((FlowFields.Output, i))).Select(i => blocks.Axis.Labels[i])];
        if (silent.Length > 0)
            faults.Add($"{silent.Length} of {blocks.Axis.Count} sectors have no row of output: {Faults.Shorten(silent, label => label)}. "
                + "Give it, 0 where nothing is produced.");
        faults.ThrowIfAny();
        return blocks.Table(measure.Unit, measure.Status);
    }

    private string Flow(int row) => $"{ends[0][row]} {ends[1][row]} → {ends[2][row]} {ends[3][row]}".Trim();

    private static bool IsUse(string sector) => sector.StartsWith(FlowFields.UsePrefix, StringComparison.OrdinalIgnoreCase);

    private static string Category(string sector) => sector[FlowFields.UsePrefix.Length..].Trim();

    private static bool Is(string text, string block) => string.Equals(text, block, StringComparison.OrdinalIgnoreCase);
}
