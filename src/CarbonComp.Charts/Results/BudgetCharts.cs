namespace CarbonComp.Charts;

/// <summary>Figures of carbon budgets in one call.</summary>
public static class BudgetCharts
{
    /// <summary>The budget C − CA of each region, largest on top: to the right it emits more than its land takes up, to the left less.</summary>
    /// <param name="budget">The budget.</param>
    public static CarbonFigure ToDivergingBar(this CarbonBudget budget) => CarbonChart.DivergingBar(budget.Balance, "net source", "net sink");

    /// <summary>The budget of each region on a map, blue for net sinks.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="map">A map that has the regions.</param>
    public static CarbonFigure ToChoropleth(this CarbonBudget budget, RegionMap map) => CarbonChart.ChoroplethMap(map, budget.Balance);
}
