namespace CarbonComp.Charts;

/// <summary>Figures on a map in one call.</summary>
public static class MapCharts
{
    /// <inheritdoc cref="CarbonChart.ChoroplethMap(RegionMap, LabelledVector, HeatmapScale)"/>
    public static CarbonFigure ToChoropleth(this RegionMap map, LabelledVector values, HeatmapScale scale = HeatmapScale.Automatic) =>
        CarbonChart.ChoroplethMap(map, values, scale);

    /// <summary>The regions of a map coloured by a count, a colour for each whole number, with a key that has all of them.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="counts">Whole numbers, not negative; a region without one is grey.</param>
    /// <param name="most">The largest number that is possible.</param>
    /// <exception cref="CarbonCompException">A count that is not a whole number from 0 to the largest.</exception>
    /// <exception cref="AxisException">A count of a region that the map does not have.</exception>
    public static CarbonFigure ToCountMap(this RegionMap map, LabelledVector counts, int most) => ClassMapFigures.CountMap(map, counts, most);

    /// <inheritdoc cref="CarbonChart.ChoroplethMaps(RegionMap, IReadOnlyList{LabelledVector}, int, HeatmapScale)"/>
    public static CarbonFigure ToChoropleths(this RegionMap map, IReadOnlyList<LabelledVector> values,
        int columns = 3, HeatmapScale scale = HeatmapScale.Automatic) =>
        CarbonChart.ChoroplethMaps(map, values, columns, scale);

    /// <inheritdoc cref="CarbonChart.ClassMaps(RegionMap, IReadOnlyList{Classification}, int)"/>
    public static CarbonFigure ToClassMaps(this RegionMap map, IReadOnlyList<Classification> classes, int columns = 3) =>
        CarbonChart.ClassMaps(map, classes, columns);

    /// <inheritdoc cref="CarbonChart.BubbleMap(RegionMap, LabelledVector, string, string)"/>
    public static CarbonFigure ToBubbleMap(this RegionMap map, LabelledVector values, string above = "pays", string below = "receives") =>
        CarbonChart.BubbleMap(map, values, above, below);

    /// <inheritdoc cref="CarbonChart.FlowMap(RegionMap, LabelledMatrix, int)"/>
    public static CarbonFigure ToFlowMap(this RegionMap map, LabelledMatrix flows, int top = 20) => CarbonChart.FlowMap(map, flows, top);
}
