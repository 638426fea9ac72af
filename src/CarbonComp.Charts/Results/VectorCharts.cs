namespace CarbonComp.Charts;

/// <summary>Figures of a vector in one call.</summary>
public static class VectorCharts
{
    /// <inheritdoc cref="CarbonChart.Bar(LabelledVector, Order)"/>
    public static CarbonFigure ToBar(this LabelledVector values, Order order = Order.Descending) => CarbonChart.Bar(values, order);

    /// <inheritdoc cref="CarbonChart.Column(LabelledVector, Order)"/>
    public static CarbonFigure ToColumn(this LabelledVector values, Order order = Order.AsGiven) => CarbonChart.Column(values, order);

    /// <inheritdoc cref="CarbonChart.DivergingBar(LabelledVector, string, string, Order)"/>
    public static CarbonFigure ToDivergingBar(this LabelledVector values, string above = "pays", string below = "receives", Order order = Order.Descending) =>
        CarbonChart.DivergingBar(values, above, below, order);

    /// <inheritdoc cref="CarbonChart.Waterfall(LabelledVector, string)"/>
    public static CarbonFigure ToWaterfall(this LabelledVector parts, string total = "Total") => CarbonChart.Waterfall(parts, total);
}
