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
