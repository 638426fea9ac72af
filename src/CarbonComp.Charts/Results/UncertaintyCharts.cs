using CarbonComp.Uncertainty;

namespace CarbonComp.Charts;

/// <summary>Figures of how sure results are, and of what their spread comes from, in one call.</summary>
public static class UncertaintyCharts
{
    /// <summary>A bar for each label over the middle share of the runs, with the median: whether a region pays, receives, or may do either.</summary>
    /// <param name="intervals">The intervals.</param>
    /// <param name="above">The legend's name for labels whose bar is above zero.</param>
    /// <param name="below">The legend's name for labels whose bar is below zero.</param>
    public static CarbonFigure ToIntervalBars(this EnsembleIntervals intervals, string above = "pays", string below = "receives") =>
        IntervalFigures.Bars(intervals, above, below);

    /// <summary>The density of every label's numbers over the runs, the largest median above: one hump or two, a long tail, or a narrow peak.</summary>
    /// <param name="ensemble">The runs.</param>
    /// <param name="above">The legend's name for labels whose middle 90 % lie above zero.</param>
    /// <param name="below">The legend's name for labels whose middle 90 % lie below zero.</param>
    public static CarbonFigure ToViolins(this Ensemble ensemble, string above = "pays", string below = "receives") =>
        ViolinFigures.Of(ensemble, above, below);

    /// <summary>A bar for each unit over the interval of its efficiency, with the corrected score and the score as estimated.</summary>
    /// <param name="bootstrap">The scores.</param>
    public static CarbonFigure ToIntervalBars(this RadialBootstrap bootstrap) => SpanFigures.Bars("Efficiency: estimated, and what it may be", "efficiency",
        "interval", bootstrap.Lower, bootstrap.Upper, [bootstrap.Corrected, bootstrap.Efficiency.Named("as estimated")], FormattableString.Invariant(
            $"A bar is the {100 * bootstrap.Level:0.##} % interval from {bootstrap.Replications} replications (Simar and Wilson 1998)"));

    /// <summary>A bar for each label from its lowest to its highest estimate, with the median.</summary>
    /// <param name="spread">The estimates.</param>
    public static CarbonFigure ToIntervalBars(this EstimateSpread spread) => SpanFigures.Bars(
        $"{Label.Sentence(spread.Name)}: the estimates' spread", spread.Name, "lowest to highest", spread.Lowest, spread.Highest, [spread.Median],
        $"A bar goes from the lowest to the highest of {spread.Methods.Count} estimates");

    /// <summary>How often each label has each rank, the best mean rank above.</summary>
    /// <param name="ranks">The rank acceptability.</param>
    public static CarbonFigure ToHeatmap(this RankAcceptability ranks) => RankFigures.Heatmap(ranks);

    /// <summary>A bar for each input from the result with it low to the result with it high, the widest above.</summary>
    /// <param name="tornado">The results.</param>
    /// <param name="top">The largest number of inputs that are drawn.</param>
    /// <exception cref="CarbonCompException">No input is to be drawn.</exception>
    public static CarbonFigure ToBar(this Tornado tornado, int top = 12) => TornadoFigures.Bars(tornado, top);

    /// <summary>First-order and total indices of each input with their intervals, the largest total above.</summary>
    /// <param name="indices">The indices.</param>
    /// <param name="top">The largest number of inputs that are drawn.</param>
    /// <exception cref="CarbonCompException">No input is to be drawn.</exception>
    public static CarbonFigure ToBar(this SobolIndices indices, int top = 10) => SensitivityFigures.Bars(indices, top);

    /// <summary>Total indices with their intervals over the number of samples.</summary>
    /// <param name="convergence">The indices from ever more samples.</param>
    /// <param name="top">The largest number of inputs that are drawn.</param>
    /// <exception cref="CarbonCompException">No input is to be drawn.</exception>
    public static CarbonFigure ToLine(this SobolConvergence convergence, int top = 5) => SensitivityFigures.Convergence(convergence, top);

    /// <summary>μ* across, σ up, a point for each input: to the right what matters, above what depends on the other inputs.</summary>
    /// <param name="effects">The elementary effects.</param>
    public static CarbonFigure ToPoint(this ElementaryEffects effects) =>
        CarbonChart.Point(effects.MeanAbsolute, effects.StandardDeviation).WithTitle($"Elementary effects on {effects.Result}");
}
