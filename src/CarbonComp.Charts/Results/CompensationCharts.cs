using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Charts;

/// <summary>Figures of balances and settlements in one call.</summary>
public static class CompensationCharts
{
    /// <summary>The balance L that each region owes for: payers to the right, receivers to the left.</summary>
    /// <param name="balance">The balance.</param>
    public static CarbonFigure ToDivergingBar(this CompensationBalance balance) => CarbonChart.DivergingBar(balance.Owed);

    /// <summary>The parts of the balance: net embodied imports N and net service imports W of each region.</summary>
    /// <param name="balance">The balance.</param>
    public static CarbonFigure ToStackedBar(this CompensationBalance balance) => CarbonChart.StackedBar(new("balance owed for", balance.Regions,
        new CategoryAxis("flow", "net embodied imports N", "net service imports W"),
        Matrix<double>.Build.DenseOfColumnVectors(balance.NetEmbodiedImports.Values, balance.NetServiceImports.Values), Unit.TonneCO2, balance.Status));

    /// <summary>The four zones: net embodied imports N across, net service imports W up.</summary>
    /// <param name="balance">The balance.</param>
    public static CarbonFigure ToQuadrant(this CompensationBalance balance) => CarbonChart.Quadrant(balance.NetEmbodiedImports, balance.NetServiceImports, 0, 0,
        "Double-high: pays for both", "Source surplus, sink deficit", "Double-low: paid for both", "Source deficit, sink surplus");

    /// <summary>Zones on a map: payers orange, recipients blue, and a shade for each case of the two flows.</summary>
    /// <param name="balance">The balance.</param>
    /// <param name="map">The map of the same regions.</param>
    /// <exception cref="AxisException">The map has other regions.</exception>
    public static CarbonFigure ToZoneMap(this CompensationBalance balance, RegionMap map)
    {
        map.Regions.Require(balance.Regions, "the balance");
        string Zone(int i) => balance.Roles[i] switch
        {
            CompensationRole.Payer => $"pays: {balance.CaseNames[i]}",
            CompensationRole.Recipient => $"receives: {balance.CaseNames[i]}",
            _ => $"neutral: {balance.CaseNames[i]}",
        };
        var zones = Enumerable.Range(0, balance.Regions.Count).GroupBy(i => balance.Roles[i]).OrderBy(role => role.Key)
            .SelectMany(role => role.OrderBy(i => balance.Cases[i]).Select(Zone).Distinct().Select((zone, k) => (zone, Colour: Colour(role.Key, k))));
        return CarbonChart.ZoneMap(map, "zones of compensation", [.. Enumerable.Range(0, balance.Regions.Count).Select(Zone)], balance.Status,
            zones.ToDictionary(z => z.zone, z => z.Colour));

        static ThemeColor Colour(CompensationRole role, int k) =>
            (role switch { CompensationRole.Payer => Theme.Payer, CompensationRole.Recipient => Theme.Receiver, _ => Theme.Neutral })
            .Mix(Theme.Background, 0.22 * k);
    }

    /// <summary>Who pays whom: rows pay, columns are paid.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="scale">How payments become colours.</param>
    public static CarbonFigure ToHeatmap(this Settlement settlement, HeatmapScale scale = HeatmapScale.Automatic) =>
        CarbonChart.Heatmap(Payments(settlement), scale, diagonal: false).WithYAxisTitle("Pays").WithXAxisTitle("Is paid");

    /// <summary>Payers on the left, those who are paid on the right; a fund is between them where all goes through it, else among them.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="top">The largest number of payments that are drawn.</param>
    public static CarbonFigure ToSankey(this Settlement settlement, int top = 40)
    {
        var payments = Payments(settlement);
        if (settlement.ToFund.Values.All(v => v == 0) && settlement.FromFund.Values.All(v => v == 0)) return CarbonChart.Sankey(payments, top);
        if (payments.Values.Enumerate().All(v => v == 0) && ThroughFund(settlement) is { } flows && flows.Count <= top)
            return CarbonChart.Sankey(payments.Name, settlement.Payments.Unit, settlement.Status, flows);
        var withFund = settlement.Regions.With(new("fund", "Fund"));
        var values = Matrix<double>.Build.Dense(withFund.Count, withFund.Count);
        values.SetSubMatrix(0, 0, payments.Values);
        var fund = settlement.Regions.Count;
        for (var i = 0; i < fund; i++) (values[i, fund], values[fund, i]) = (settlement.ToFund[i], settlement.FromFund[i]);
        return CarbonChart.Sankey(new LabelledMatrix(payments.Name, withFund, withFund, values, settlement.Payments.Unit, settlement.Status), top);
    }

    // From payers to the fund to recipients, with what the fund adds or keeps; none where a region stands on both sides.
    private static List<Flow>? ThroughFund(Settlement settlement)
    {
        const string Fund = "Fund";
        var flows = new List<Flow>();
        for (var i = 0; i < settlement.Regions.Count; i++)
        {
            var (region, paid, received) = (settlement.Regions.Labels[i], settlement.ToFund[i], settlement.FromFund[i]);
            if (paid > 0 && received > 0) return null;
            if (paid > 0) flows.Add(new(region, Fund, paid));
            if (received > 0) flows.Add(new(Fund, region, received));
        }
        if (settlement.FundBalance < 0) flows.Add(new("Added by the fund", Fund, -settlement.FundBalance));
        if (settlement.FundBalance > 0) flows.Add(new(Fund, "Kept by the fund", settlement.FundBalance));
        return flows;
    }

    /// <summary>Payments minus receipts of each region.</summary>
    /// <param name="settlement">The settlement.</param>
    public static CarbonFigure ToDivergingBar(this Settlement settlement) => CarbonChart.DivergingBar(settlement.Net.Named($"net payment, {settlement.Name}"));

    /// <summary>Payments as arrows from payer to recipient.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="map">A map that has the regions.</param>
    /// <param name="top">The largest number that is drawn.</param>
    public static CarbonFigure ToFlowMap(this Settlement settlement, RegionMap map, int top = 20) => CarbonChart.FlowMap(map, Payments(settlement), top);

    private static LabelledMatrix Payments(Settlement settlement) =>
        new($"payments, {settlement.Name}", settlement.Regions, settlement.Regions, settlement.Payments.Values, settlement.Payments.Unit, settlement.Status);
}
