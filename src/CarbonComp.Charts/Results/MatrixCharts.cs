namespace CarbonComp.Charts;

/// <summary>Figures of a matrix in one call.</summary>
public static class MatrixCharts
{
    /// <inheritdoc cref="Chart.Heatmap(LabelledMatrix, HeatmapScale, bool)"/>
    public static Figure ToHeatmap(this LabelledMatrix values, HeatmapScale scale = HeatmapScale.Automatic, bool diagonal = true) => Chart.Heatmap(values, scale, diagonal);

    /// <inheritdoc cref="Chart.StackedBar(LabelledMatrix)"/>
    public static Figure ToStackedBar(this LabelledMatrix values) => Chart.StackedBar(values);

    /// <inheritdoc cref="Chart.StackedColumn(LabelledMatrix)"/>
    public static Figure ToStackedColumn(this LabelledMatrix values) => Chart.StackedColumn(values);

    /// <inheritdoc cref="Chart.Sankey(LabelledMatrix, int, bool)"/>
    public static Figure ToSankey(this LabelledMatrix flows, int top = 40, bool own = false) => Chart.Sankey(flows, top, own);
}
