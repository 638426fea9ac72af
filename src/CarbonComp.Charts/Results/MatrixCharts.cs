namespace CarbonComp.Charts;

/// <summary>Figures of a matrix in one call.</summary>
public static class MatrixCharts
{
    /// <inheritdoc cref="CarbonChart.Heatmap(LabelledMatrix, HeatmapScale, bool)"/>
    public static CarbonFigure ToHeatmap(this LabelledMatrix values, HeatmapScale scale = HeatmapScale.Automatic, bool diagonal = true) =>
        CarbonChart.Heatmap(values, scale, diagonal);

    /// <inheritdoc cref="CarbonChart.StackedBar(LabelledMatrix, Order)"/>
    public static CarbonFigure ToStackedBar(this LabelledMatrix values, Order order = Order.AsGiven) => CarbonChart.StackedBar(values, order);

    /// <inheritdoc cref="CarbonChart.StackedColumn(LabelledMatrix)"/>
    public static CarbonFigure ToStackedColumn(this LabelledMatrix values) => CarbonChart.StackedColumn(values);

    /// <inheritdoc cref="CarbonChart.Sankey(LabelledMatrix, int, bool)"/>
    public static CarbonFigure ToSankey(this LabelledMatrix flows, int top = 40, bool own = false) => CarbonChart.Sankey(flows, top, own);
}
