using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Interactive;

/// <summary>The blocks of a table while its flows are put into them.</summary>
internal sealed class FlowBlocks(RegionAxis regions, SectorAxis sectors, CategoryAxis categories)
{
    private readonly Dictionary<string, double[]> vectors = new(StringComparer.OrdinalIgnoreCase);
    private readonly int sectorCount = sectors.Count;

    public RegionSectorAxis Axis { get; } = new(regions, sectors);

    private int Count => Axis.Count;

    /// <summary>The place of a flow between these ends; null where an end is not known.</summary>
    public (string Block, double[] Values, int At)? Find(string fromRegion, string fromSector, string toRegion, string toSector)
    {
        if (fromRegion.Length == 0)
            return Known(fromSector, FlowFields.ImportedInputs, FlowFields.ValueAdded) is { } input && Sector(toRegion, toSector) is { } user
                ? Of(input, Count, user) : null;
        if (Sector(fromRegion, fromSector) is not { } i) return null;
        if (toRegion.Length == 0)
            return Known(toSector, FlowFields.Exports, FlowFields.CompetitiveImports, FlowFields.Error, FlowFields.Output) is { } block
                ? Of(block, Count, i) : null;
        if (!toSector.StartsWith(FlowFields.UsePrefix, StringComparison.OrdinalIgnoreCase))
            return Sector(toRegion, toSector) is { } j ? Of("intermediate", Count * Count, j * Count + i) : null;
        var category = toSector[FlowFields.UsePrefix.Length..];
        return regions.Contains(toRegion) && categories.Contains(category)
            ? Of(FlowFields.UsePrefix, Count * Uses, (regions.IndexOf(toRegion) * categories.Count + categories.IndexOf(category)) * Count + i) : null;
    }

    public MultiRegionalTable Table(Unit unit, ValueStatus status) => new(regions, sectors,
        Matrix<double>.Build.Dense(Count, Count, Block("intermediate", Count * Count)),
        Matrix<double>.Build.Dense(Count, Uses, Block(FlowFields.UsePrefix, Count * Uses)),
        Vector(FlowFields.Exports), Vector(FlowFields.ImportedInputs), Vector(FlowFields.ValueAdded), Vector(FlowFields.Output), status, categories,
        Vector(FlowFields.CompetitiveImports), Vector(FlowFields.Error), unit);

    private int Uses => regions.Count * categories.Count;

    private int? Sector(string region, string sector) =>
        regions.Contains(region) && sectors.Contains(sector) ? regions.IndexOf(region) * sectorCount + sectors.IndexOf(sector) : null;

    private (string, double[], int) Of(string block, int length, int at) => (block, Block(block, length), at);

    private double[] Block(string block, int length) => vectors.TryGetValue(block, out var values) ? values : vectors[block] = new double[length];

    private Vector<double> Vector(string block) => Vector<double>.Build.Dense(Block(block, Count));

    private static string? Known(string text, params ReadOnlySpan<string> blocks)
    {
        foreach (var block in blocks)
            if (string.Equals(text, block, StringComparison.OrdinalIgnoreCase)) return block;
        return null;
    }
}
