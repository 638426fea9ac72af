namespace CarbonComp.Charts;

/// <summary>Figures of embodied carbon transfers in one call.</summary>
public static class TransferCharts
{
    /// <summary>Who emits for whom, in powers of ten; what a region emits for itself is left blank.</summary>
    /// <param name="transfers">The transfers.</param>
    /// <param name="scale">How amounts become colours.</param>
    /// <param name="diagonal">Whether what a region emits for itself is shown.</param>
    public static CarbonFigure ToHeatmap(this TransferMatrix transfers, HeatmapScale scale = HeatmapScale.Logarithmic, bool diagonal = false) =>
        CarbonChart.Heatmap(Named(transfers), scale, diagonal).WithYAxisTitle(OfCarbon(transfers) ? "Emitted in" : "From")
            .WithXAxisTitle("For the final use of");

    /// <summary>The largest transfers: regions that emit on the left, regions that use on the right.</summary>
    /// <param name="transfers">The transfers.</param>
    /// <param name="top">The largest number that is drawn.</param>
    /// <param name="own">Whether what a region emits for itself is drawn.</param>
    public static CarbonFigure ToSankey(this TransferMatrix transfers, int top = 40, bool own = false) => CarbonChart.Sankey(Named(transfers), top, own);

    /// <summary>Net embodied imports N: to the right others emit for the region, to the left it emits for others.</summary>
    /// <param name="transfers">The transfers.</param>
    public static CarbonFigure ToDivergingBar(this TransferMatrix transfers) =>
        OfCarbon(transfers) ? CarbonChart.DivergingBar(transfers.NetEmbodiedImports, "others emit for it (owes)", "emits for others (is owed)")
        : CarbonChart.DivergingBar(transfers.NetEmbodiedImports.Named($"net embodied imports of {transfers.Stressor.Name}"), "net import", "net export");

    /// <summary>What others emit for a region, to the right, and what it emits for others, to the left, with its net embodied imports.</summary>
    /// <param name="transfers">The transfers.</param>
    public static CarbonFigure ToInOutBar(this TransferMatrix transfers) =>
        CarbonChart.InOutBar(transfers.Inflow.Named("emitted elsewhere for it"), transfers.Outflow.Named("emitted for others"), "net embodied imports");

    /// <summary>The largest transfers as arrows from where carbon is emitted to where it is used.</summary>
    /// <param name="transfers">The transfers among regions of the map.</param>
    /// <param name="map">The map.</param>
    /// <param name="top">The largest number that is drawn.</param>
    public static CarbonFigure ToFlowMap(this TransferMatrix transfers, RegionMap map, int top = 20) => CarbonChart.FlowMap(map, Named(transfers), top);

    private static LabelledMatrix Named(TransferMatrix transfers) =>
        transfers.ToMatrix().Named(OfCarbon(transfers) ? "embodied carbon transfer" : $"embodied {transfers.Stressor.Name}");

    private static bool OfCarbon(TransferMatrix transfers) => transfers.Stressor.IsCarbonDioxide;
}
