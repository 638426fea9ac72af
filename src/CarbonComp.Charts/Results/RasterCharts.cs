namespace CarbonComp.Charts;

/// <summary>Rasters as maps.</summary>
public static class RasterCharts
{
    /// <inheritdoc cref="RasterChart.Values(LabelledRaster, RegionMap, HeatmapScale, bool)"/>
    public static CarbonFigure ToMap(this LabelledRaster raster, RegionMap map, HeatmapScale scale = HeatmapScale.Automatic, bool belowPays = false) =>
        RasterChart.Values(raster, map, scale, belowPays);

    /// <inheritdoc cref="RasterChart.Values(LabelledRaster, RegionMap, RasterClasses)"/>
    public static CarbonFigure ToMap(this LabelledRaster raster, RegionMap map, RasterClasses classes) => RasterChart.Values(raster, map, classes);

    /// <inheritdoc cref="RasterChart.Classes"/>
    public static CarbonFigure ToClassMap(this LabelledRaster raster, RegionMap map, CategoryAxis classes,
        IReadOnlyDictionary<string, string>? colors = null) => RasterChart.Classes(raster, map, classes, colors);
}
