using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Statements of PEC's abstract beside results for the constructed provinces: a comparison, never a reproduction.</summary>
/// <remarks>Neither the tables, the sinks nor the costs behind the abstract are at hand; the case's are constructed. So no entry can be decided.
/// Source: Acta Ecologica Sinica, stxb202312042641.</remarks>
public static class PecComparison
{
    private const string Missing = "the study's inputs are not at hand";

    /// <summary>Every statement of the abstract with the case's number or finding.</summary>
    /// <param name="provinces">The case, for its sinks, accounts and the abstract's statements.</param>
    /// <param name="years">The compensation of the case's years.</param>
    /// <param name="sinks">What was taken as a sink, if it was more than the case's land.</param>
    /// <param name="choice">What of it.</param>
    /// <param name="panel">A year by other choices of the table; with it, statements say how they turn.</param>
    public static Ledger Of(ChinaProvinces provinces, CompensationYears years, ProvincialSinks? sinks = null,
        SinkChoice choice = SinkChoice.LandCropsAndGrass, ConstructionPanel? panel = null)
    {
        var results = Recompute(provinces, years, panel, year => (sinks?.Of(year, choice) ?? provinces.Accounts.Sinks(year)).In(Unit.MegatonneCO2),
            ProvincialSinks.Describe(sinks is null ? SinkChoice.Land : choice)).ToDictionary(r => r.Id);
        return new("PEC abstract beside these data", [.. provinces.Published.All.Where(p => p.Id.StartsWith("pec-", StringComparison.Ordinal)).Select(p =>
            ((results.TryGetValue(p.Id, out var result) ? result : Recomputation.Open(p.Id, Missing)) with
            {
                WouldCheck = "the article's full text, with its tables, sinks and costs",
            }).Against(p))],
            ValueStatuses.Weakest(years.Compensations.Select(c => c.Status)));
    }

    private static IEnumerable<Recomputation> Recompute(ChinaProvinces provinces, CompensationYears years, ConstructionPanel? panel,
        Func<int, LabelledMatrix> sinksOf, string counted)
    {
        // The balances of the panel's year, choice by choice.
        var turned = panel?.Outcomes.ToDictionary(o => o.Choice, o => CarbonGainsAndLosses.Of(
            o.Transfers.WithHouseholds(provinces.HouseholdEmissions(panel.Year, o.Transfers.Regions)).Within(provinces.Emitters(panel.Year)),
            sinksOf(panel.Year).RowSums().In(Unit.TonneCO2).For(provinces.Emitters(panel.Year)), years.Compensations[^1].Balance.Tolerance));
        string Turned(Func<CarbonGainsAndLosses, string> answer) => panel is null ? ""
            : Invariant($"; by the choices of the table of {panel.Year}: ") + panel.Tally(o => answer(turned![o.Choice]));
        string Span(Func<CarbonGainsAndLosses, double> share) => panel is null ? ""
            : Invariant($"; {turned!.Values.Min(share):P0} to {turned.Values.Max(share):P0} by the choices of the table of {panel.Year}");
        double Domestic(CarbonGainsAndLosses b) => b.ForDomesticDemand.Total / (b.ForDomesticDemand.Total + b.Transfers.Ends.Exported.Sum());
        double OwnOfDomestic(CarbonGainsAndLosses b) => b.OwnEmissions.Total / b.ForDomesticDemand.Total;

        var balances = years.Compensations.Select(c => c.Balance).ToArray();
        var (first, last) = (years.Compensations[0], years.Compensations[^1]);
        yield return Recomputation.Open("pec-domestic-demand", $"lowest of the years, households included{Span(Domestic)}; {Missing}",
            100 * balances.Min(Domestic));
        yield return Says("pec-own-chain", Join(years, balances.Select(b => Invariant($"{OwnOfDomestic(b):P0}"))),
            "share of what domestic demand causes that provinces emit at home for themselves, households included; the rest is for other provinces"
            + Span(OwnOfDomestic));
        var sinks = years.Years.Select(sinksOf).ToArray();
        yield return Recomputation.Open("pec-sinks-least",
            $"{counted}; {Missing}", sinks.Min(s => s.Total));
        yield return Recomputation.Open("pec-sinks-most",
            $"{counted}; {Missing}", sinks.Max(s => s.Total));
        var classes = sinks[^1].ColumnSums();
        yield return Says("pec-sink-sources", string.Join(", ", Enumerable.Range(0, classes.Values.Count).OrderByDescending(j => classes[j]).Take(3)
            .Select(j => Invariant($"{classes.Axis.Labels[j].ToLowerInvariant()} {classes[j] / classes.Total:P0}"))),
            "savanna is woodland with an open canopy in the satellite's classes");
        foreach (var (part, types) in new (string, Func<CarbonGainsAndLosses, IReadOnlyList<CarbonBalanceType>>)[] { ("between", b =>
            b.InterRegionalTypes), ("within", b => b.IntraRegionalTypes) })
        {
            foreach (var region in last.Regions)
            {
                var at = last.Regions.IndexOf(region.Code);
                yield return Says($"pec-{part}-{region.Name.ToLowerInvariant().Replace(' ', '-')}",
                    Join(years, balances.Select(b => types(b)[at].ToString().ToLowerInvariant())),
                    (part == "between" ? $"neutral: {last.Balance.Tolerance}; surplus: emits more for others than they for it"
                        : "its sink against what it emits for itself") + Turned(b => types(b)[at].ToString().ToLowerInvariant()));
            }
        }
        var emissions = last.Transfers.Emissions;
        var bySector = emissions.ColumnSums();
        var cost = new LabelledVector("mean reduction cost", bySector.Axis,
            emissions.Values.PointwiseMultiply(last.Costs.In(Unit.YuanPerTonneCO2).Values).ColumnSums().PointwiseDivide(bySector.Values),
            Unit.YuanPerTonneCO2, last.Status);
        var bySize = RankCorrelation.Of(cost, bySector);
        yield return Says("pec-cost-sectors", bySize.Say(falls: "low-carbon", rises: "high-carbon"), "mean cost against emissions of the sectors, last year");
        yield return Says("pec-cost-sectors-low", bySize.Say(falls: "high-carbon", rises: "low-carbon"), "the other end of the same ranking");
        var income = Footprint.PerCapita(provinces.Accounts.Gdp(years.Years[^1]).For(last.Regions), provinces.Accounts.Population(years.Years[^1])
            .For(last.Regions));
        var byIncome = RankCorrelation.Of(last.Standard.Prices, income);
        yield return Says("pec-cost-regions", byIncome.Say(falls: "lower", rises: "higher"), "standard against GDP per resident, last year");
        yield return Says("pec-cost-regions-low", byIncome.Say(falls: "higher", rises: "lower"), "the other end of the same ranking");
        var within = last.Balance.IntraRegional;
        yield return Says("pec-within-resources", RankCorrelation.Of(within, last.Balance.Sinks).Say(falls: "deficit", rises: "surplus"),
            "intra-regional balance against sink, last year: which provinces are nearer to a surplus");
        yield return Says("pec-within-economy", RankCorrelation.Of(within, provinces.Accounts.Gdp(years.Years[^1]).For(last.Regions)).Say(falls: "deficit",
            rises: "surplus"), "intra-regional balance against GDP, last year: which provinces are nearer to a deficit");
        double OfGdp(EcologicalCompensation c, int year) => c.Volume / provinces.Accounts.Gdp(year).For(c.Regions).In(Unit.Yuan).Total;
        yield return Recomputation.Open("pec-growth", Invariant($"volume of {years.Years[^1]} over that of {years.Years[0]}, nominal: by ")
            + Invariant($"{last.Volume / first.Volume - 1:F2} times; as a share of GDP ")
            + Invariant($"{OfGdp(last, years.Years[^1]) / OfGdp(first, years.Years[0]):F2} times; the years of the study are not said; {Missing}"),
            last.Volume / first.Volume);
        var groups = MacroRegions.Of(last.Regions);
        yield return Says("pec-pattern", Join(years, years.Compensations.Select(c => c.Horizontal.Network()).Select(n =>
            Invariant($"East to West {n.Share(groups, "East", "West"):P0}, West to East {n.Share(groups, "West", "East"):P0}"))),
                "shares of horizontal payments after setting off");
    }

    private static Recomputation Says(string id, string statement, string reason) => new(id, null, statement, reason, Decides: false);

    // One word where every year says the same.
    private static string Join(CompensationYears years, IEnumerable<string> words)
    {
        var all = words.ToArray();
        return all.Distinct().Count() == 1 ? $"{all[0]}{(all.Length == 1 ? "" : ", every year")}" : string.Join("; ", years.Years.Zip(all, (y, w) =>
            $"{y} {w}"));
    }
}
