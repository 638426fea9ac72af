namespace CarbonComp.Studies;

/// <summary>Statements of PRC's abstract beside results for the constructed provinces of 2017: a comparison, never a reproduction.</summary>
/// <remarks>Neither the table nor the costs behind the abstract are at hand; the case's are constructed. So no entry can be decided. Source: Zhong,
/// Zhang, Wu, Wu, Feng and Fu (2023), Huanjing Kexue, article 20230841.</remarks>
public static class PrcComparison
{
    private const int Year = 2017;
    private const string Missing = "the study's inputs are not at hand";

    // The abstract names no provinces: the north but Beijing and Tianjin and the six central provinces, and the coast from Shanghai to Hainan.
    private static readonly string[] Sources = ["Hebei", "Shanxi", "Inner Mongolia", "Liaoning", "Jilin", "Heilongjiang", "Anhui", "Jiangxi", "Henan",
        "Hubei", "Hunan"];
    private static readonly string[] Destinations = ["Beijing", "Tianjin", "Shanghai", "Jiangsu", "Zhejiang", "Fujian", "Guangdong", "Hainan"];

    // Of the thirty common sectors.
    private static readonly string[] Heavy = ["02", "03", "04", "05", "11", "12", "13", "14", "22", "23"];
    private static readonly string[] HighTech = ["18", "19", "20"];

    /// <summary>Every statement of the abstract with the case's number or finding.</summary>
    /// <param name="china">The case.</param>
    /// <param name="cost">Reduction cost by province, yuan for a mass of CO2: whose rank is held against emissions.</param>
    /// <param name="compensation">Who pays and who receives, by one or more estimators.</param>
    /// <param name="panel">The same year by other choices of the table; with it, each share has its span over the choices beside it.</param>
    /// <exception cref="AxisException">Costs of other provinces than those that emit.</exception>
    public static Ledger Of(ChinaProvinces china, LabelledVector cost, ResponsibilityCompensation compensation, ConstructionPanel? panel = null)
    {
        var results = Recompute(china, cost, compensation, panel).ToDictionary(r => r.Id);
        return new("PRC abstract beside these data", [.. china.Published.All.Where(p => p.Id.StartsWith("prc-", StringComparison.Ordinal))
            .Select(p => (results[p.Id] with { WouldCheck = "the article's full text, with its table between provinces and its costs" }).Against(p))],
            ValueStatuses.Weakest([china.Transfers(Year).Status, cost.Status, compensation.Status]));
    }

    private static IEnumerable<Recomputation> Recompute(ChinaProvinces china, LabelledVector cost, ResponsibilityCompensation compensation,
        ConstructionPanel? panel)
    {
        var (model, transfers) = (china.Model(Year), china.Transfers(Year));
        var parts = model.EmissionsByDestination();
        double Percent(LabelledVector part) => 100 * part.Total / parts.Total.Total;
        string Span((Quantity Least, Quantity Greatest)? span, string id) => span is not (var least, var greatest) ? "depends on the choices of the table"
            : Invariant($"{least.Value:F1} to {greatest.Value:F1} % by the choices of the table, so the printed share lies ")
                + (china.Published.Value(id, "%") is var printed && printed >= least.Value && printed <= greatest.Value ? "inside" : "outside");
        yield return Recomputation.Open("prc-own-demand", $"T1 + D4; {Span(panel?.OwnDemand, "prc-own-demand")}; {Missing}", Percent(parts.OwnDemand));
        var exports = 100 - china.Published.Value("prc-own-demand", "%") - china.Published.Value("prc-other-demand", "%");
        yield return Recomputation.Open("prc-other-demand", "T2 + D1 + D2 + D3f + D3i; " + Invariant(
            $"exports abroad take {Percent(parts.Exports):F2} % here, {exports:F2} % are left by the abstract; ")
            + $"{Span(panel?.OtherDemand, "prc-other-demand")}; {Missing}",
            Percent(parts.OtherRegionsDemand));

        var net = NetFlow(transfers);
        yield return Says("prc-flows", Invariant($"{Math.Abs(net):F0} Mt net {(net > 0 ? "from" : "to")} north and centre "
            + $"{(net > 0 ? "to" : "from")} Beijing, Tianjin and the southeastern coast"),
            "net flow between the two groups of provinces; the abstract names none"
            + Turned(panel, o => NetFlow(o.Transfers) > 0 ? "the same way" : "the other way"));

        yield return Says("prc-flows-weight", Invariant($"{transfers.Outflow.Total / transfers.Emissions.Total:P0} of emissions are for other provinces"),
            "share that crosses provincial borders for final use in the country");

        double[] totals = [Responsibility.Producer(transfers).Total, Responsibility.Consumer(transfers).Total, model.SharedResponsibility().Total];
        yield return Says("prc-equal-totals", (totals.Max() - totals.Min()) / totals.Max() < 1e-9 ? "equal" : "different",
            "an identity of the method, whatever the data");

        var emitters = china.Emitters(Year);
        var shared = Multiple(model.SharedResponsibility(), transfers).For(emitters);
        var benefit = Multiple(model.BenefitResponsibility(), transfers).For(emitters);
        yield return Says("prc-benefit", RankCorrelation.Of(shared, benefit).Say(falls: "the opposite", rises: "the same order"),
            "who takes over emissions by sharing along the chain, against who does by the share of the value it keeps");

        var emitted = RankCorrelation.Of(cost, china.EmitterEmissions(Year).RowSums());
        yield return Says("prc-low-cost", emitted.Say(falls: "high direct emissions", rises: "low direct emissions"),
            $"{cost.Name} against emissions of the provinces");
        yield return Says("prc-high-cost", emitted.Say(falls: "low direct emissions", rises: "high direct emissions"), "the other end of the same ranking");
        var heavy = RankCorrelation.Of(cost, ShareOfValueAdded(china, Heavy));
        yield return Says("prc-low-cost-industry", heavy.Say(falls: "heavy industry", rises: "little industry"), $"{cost.Name} against the share "
            + "of mining, refining, chemicals, mineral products, metals and energy supply in value added");
        var high = RankCorrelation.Of(cost, ShareOfValueAdded(china, HighTech));
        yield return Says("prc-high-cost-industry", high.Say(falls: "little high-tech industry", rises: "high-tech industry"),
            $"{cost.Name} against the share of electrical machinery, electronics and instruments in value added");

        double[] paid = [.. compensation.Settlements.Select(s => s.Paid.Total / 1e9)];
        yield return Says("prc-amounts", Invariant($"{NumberFormat.Format(paid.Min(), 0)} to {NumberFormat.Format(paid.Max(), 0)} billion yuan paid in all"),
            $"by estimator: {string.Join(", ", compensation.Settlements.Select(s => s.Name))}");
        yield return Says("prc-largest-payer", Most(compensation, net => net.MaximumIndex()), "largest net payment by each estimator"
            + Turned(panel, o => $"{o.LargestDebtor} owes most tonnes"));
        yield return Says("prc-largest-recipient", Most(compensation, net => net.MinimumIndex()), "largest net receipt by each estimator"
            + Turned(panel, o => $"{o.LargestCreditor} is owed most tonnes"));
    }

    // Mt, from the north and the centre to Beijing, Tianjin and the coast.
    private static double NetFlow(TransferMatrix transfers)
    {
        int[] Of(string[] names) => [.. names.Where(transfers.Regions.Contains).Select(transfers.Regions.IndexOf)];
        return Of(Sources).Sum(r => Of(Destinations).Sum(s => transfers.Amounts[r, s] - transfers.Amounts[s, r])) / 1e6;
    }

    private static string Turned(ConstructionPanel? panel, Func<ConstructionOutcome, string> answer) =>
        panel is null ? "" : $"; by the choices of the table {panel.Tally(answer)}";

    // What a province answers for in multiples of what it emits.
    private static LabelledVector Multiple(ResponsibilityShares responsibility, TransferMatrix transfers) => new(responsibility.Perspective, transfers.Regions,
        transfers.Regions.Select((_, r) => transfers.Emissions[r] == 0 ? 0 : responsibility.Amounts[r] / transfers.Emissions[r]), Unit.One,
            responsibility.Status);

    private static LabelledVector ShareOfValueAdded(ChinaProvinces china, string[] sectors)
    {
        var added = china.SectorValueAdded(Year, "30");
        var some = new SectorAxis(china.Accounts.NationalTables.Concordances.Sectors("30").Where(s => sectors.Contains(s.Code)));
        return (added.ForColumns(some).RowSums() / added.RowSums()).Named("share of value added");
    }

    private static Recomputation Says(string id, string statement, string reason) => new(id, null, statement, $"{reason}; {Missing}", Decides: false);

    // One name where every estimator has the same.
    private static string Most(ResponsibilityCompensation compensation, Func<MathNet.Numerics.LinearAlgebra.Vector<double>, int> most)
    {
        var found = compensation.Settlements.GroupBy(s => s.Regions.Labels[most(s.Net.Values)], s => s.Name).ToArray();
        return found.Length == 1 ? found[0].Key : string.Join(", ", found.Select(g => $"{g.Key} ({string.Join(", ", g)})"));
    }
}
