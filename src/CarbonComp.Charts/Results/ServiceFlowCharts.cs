namespace CarbonComp.Charts;

/// <summary>Figures of sequestration service flows in one call.</summary>
public static class ServiceFlowCharts
{
    /// <summary>Regions that sequester on the left, regions that are served on the right.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="top">The largest number that is drawn.</param>
    public static CarbonFigure ToSankey(this ServiceFlows flows, int top = 40) => CarbonChart.Sankey(flows.Amounts, top);

    /// <summary>The flows as arrows from the region that sequesters to the one that is served.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="map">A map that has the regions.</param>
    /// <param name="top">The largest number that is drawn.</param>
    public static CarbonFigure ToFlowMap(this ServiceFlows flows, RegionMap map, int top = 30) => CarbonChart.FlowMap(map, flows.Amounts, top);

    /// <summary>How far service reaches: for each pair a circle with the radius of the flow range around the region that serves.</summary>
    /// <remarks>Circles that end before the region in deficit are dotted; the regions in deficit are grey.</remarks>
    /// <param name="flows">The flows.</param>
    /// <param name="map">The map that they were computed on.</param>
    /// <exception cref="AxisException">A map of other regions.</exception>
    public static CarbonFigure ToRangeMap(this ServiceFlows flows, RegionMap map) => RangeFigures.Of(flows, map);

    /// <summary>Service that a region receives, to the right, and gives, to the left, with its net service imports.</summary>
    /// <param name="flows">The flows.</param>
    public static CarbonFigure ToInOutBar(this ServiceFlows flows) => CarbonChart.InOutBar(flows.Amounts.ColumnSums().Named("service received"),
        flows.Amounts.RowSums().Named("service given"), "net service imports");

    /// <summary>Service flows from region to region: rows sequester, columns use.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="scale">How amounts become colours.</param>
    public static CarbonFigure ToHeatmap(this ServiceFlows flows, HeatmapScale scale = HeatmapScale.Automatic) =>
        CarbonChart.Heatmap(flows.Amounts, scale, diagonal: false).WithYAxisTitle("Sequestered in").WithXAxisTitle("Serves");

    /// <summary>Net service imports W: to the right the region is served, to the left it serves others.</summary>
    /// <param name="flows">The flows.</param>
    public static CarbonFigure ToDivergingBar(this ServiceFlows flows) =>
        CarbonChart.DivergingBar(flows.NetServiceImports, "is served (owes)", "serves others (is owed)");
}
