namespace CarbonComp.Charts;

/// <summary>Figures of a vector in one call.</summary>
public static class VectorCharts
{
    /// <inheritdoc cref="Chart.Bar(LabelledVector, Order)"/>
    public static Figure ToBar(this LabelledVector values, Order order = Order.Descending) => Chart.Bar(values, order);

    /// <inheritdoc cref="Chart.Column(LabelledVector, Order)"/>
    public static Figure ToColumn(this LabelledVector values, Order order = Order.AsGiven) => Chart.Column(values, order);

    /// <inheritdoc cref="Chart.DivergingBar(LabelledVector, string, string, Order)"/>
    public static Figure ToDivergingBar(this LabelledVector values, string above = "pays", string below = "receives", Order order = Order.Descending) =>
        Chart.DivergingBar(values, above, below, order);

    /// <inheritdoc cref="Chart.Waterfall(LabelledVector, string)"/>
    public static Figure ToWaterfall(this LabelledVector parts, string total = "Total") => Chart.Waterfall(parts, total);
}
