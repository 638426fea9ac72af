namespace CarbonComp.Charts;

/// <summary>Figures on a map in one call.</summary>
public static class MapCharts
{
    /// <inheritdoc cref="Chart.ChoroplethMap(RegionMap, LabelledVector, HeatmapScale)"/>
    public static Figure ToChoropleth(this RegionMap map, LabelledVector values, HeatmapScale scale = HeatmapScale.Automatic) => Chart.ChoroplethMap(map, values, scale);

    /// <inheritdoc cref="Chart.ChoroplethMaps(RegionMap, IReadOnlyList{LabelledVector}, int, HeatmapScale)"/>
    public static Figure ToChoropleths(this RegionMap map, IReadOnlyList<LabelledVector> values, int columns = 3, HeatmapScale scale = HeatmapScale.Automatic) =>
        Chart.ChoroplethMaps(map, values, columns, scale);

    /// <inheritdoc cref="Chart.ClassMaps(RegionMap, IReadOnlyList{Classification}, int)"/>
    public static Figure ToClassMaps(this RegionMap map, IReadOnlyList<Classification> classes, int columns = 3) => Chart.ClassMaps(map, classes, columns);

    /// <inheritdoc cref="Chart.BubbleMap(RegionMap, LabelledVector, string, string)"/>
    public static Figure ToBubbleMap(this RegionMap map, LabelledVector values, string above = "pays", string below = "receives") => Chart.BubbleMap(map, values, above, below);

    /// <inheritdoc cref="Chart.FlowMap(RegionMap, LabelledMatrix, int)"/>
    public static Figure ToFlowMap(this RegionMap map, LabelledMatrix flows, int top = 20) => Chart.FlowMap(map, flows, top);
}
