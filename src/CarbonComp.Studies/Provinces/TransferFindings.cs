namespace CarbonComp.Studies;

/// <summary>What notebook 20 says of its results, computed from them.</summary>
public static class TransferFindings
{
    /// <summary>How near the construction's own supply comes to tables that it does not know.</summary>
    public static Remark OwnSupply(SelfSupplyCheck check) => new("What it means.", $"""
        In provinces that were not used, the error of own supply falls from {100 * check.Errors[0]:F0} to {100 * check.Errors[1]:F0} %
        and, with the halves exchanged, from {100 * check.Errors[2]:F0} to {100 * check.Errors[3]:F0} %.
        What flows in from other provinces is missed by {100 * check.InflowErrors[1]:F0} and {100 * check.InflowErrors[3]:F0} %.
        """);

    /// <summary>Who emits mostly for others, and how what goes to other provinces travels.</summary>
    public static Remark Destinations(DestinationDecomposition parts, RegionAxis provinces)
    {
        var more = parts.OtherRegionsDemand.For(provinces) - parts.OwnDemand.For(provinces);
        double Percent(params LabelledVector[] some) => 100 * some.Sum(p => p.Total) / parts.OtherRegionsDemand.Total;
        return new("What it means.", $"""
            {more.Ranked(v => v > 0).Count} of {provinces.Count} provinces emit more for other provinces than for themselves,
            most of all {more.Ranked().Take(3)}.
            {parts.Exports.For(provinces).Ranked().Take(3)} emit most for customers abroad.
            Of what goes to other provinces {Percent(parts.FinalProductsToOthers):F0} % is sold as a finished product;
            the rest travels inside intermediates,
            and {Percent(parts.PassedOnAsFinal, parts.PassedOnAsIntermediate):F0} % go on to a third province:
            """);
    }

    /// <summary>Whose carbon deliveries hold, by the nine terms of Koopman, Wang and Wei (exporters × terms).</summary>
    public static Remark Deliveries(LabelledMatrix nineTerms)
    {
        var embodied = nineTerms.ColumnSums();
        double Part(params string[] terms) => 100 * terms.Sum(t => embodied[t]) / embodied.Total;
        return new("What it means.", $"""
            Of the carbon in these deliveries {Part("DVA_FIN", "DVA_INT", "DVA_INTrex"):F0} % was emitted by the exporter and is used by others,
            {Part("FVA_FIN", "FVA_INT"):F0} % was emitted in other provinces before, and {Part("RDV_FIN", "RDV_INT"):F1} % comes home.
            {Part("DDC", "FDC"):F0} % is counted more than once, so sums of gross flows overstate what is traded.
            The same for what Hebei delivers to Beijing, sector by sector, is exports.Between("Hebei", "Beijing").
            """);
    }

    /// <summary>The largest flow between two provinces, and its part of all that flows between provinces.</summary>
    public static Remark Largest(TransferMatrix transfers)
    {
        var between = transfers.ToMatrix().In("Mt CO2").Values.Clone();
        for (var i = 0; i < between.RowCount; i++) between[i, i] = 0;
        var (row, column, largest) = between.EnumerateIndexed().MaxBy(c => c.Item3);
        var all = between.Enumerate().Sum();
        return new("Between provinces", $"""
            the largest of all flows goes from {transfers.Regions[row]} to {transfers.Regions[column]}: {largest:F1} Mt CO2,
            {100 * largest / all:F1} % of the {all:F0} Mt that cross a border between provinces.
            """);
    }

    /// <summary>For whom most is emitted elsewhere, and who emits most for others.</summary>
    public static Remark Net(LabelledVector netEmbodiedImports) => new("What it means.", $"""
        On balance most is emitted elsewhere for {netEmbodiedImports.Ranked().Take(4)},
        and most for others in {netEmbodiedImports.Ranked().Reverse().Take(4)}.
        """);

    /// <summary>The causes of a change of emissions, from effects by region and cause.</summary>
    public static Remark Causes(LabelledMatrix effects, double priceLevel)
    {
        var causes = effects.ColumnSums().In("Mt CO2");
        return new("What it means.", $"""
            What users buy alone would have changed emissions by {causes["volume of final use"]:+0;−0} Mt, intensity by
            {causes["emission intensity"]:+0;−0}, how things are made by {causes["production structure"]:+0;−0} and what is bought
            by {causes["composition of final use"]:+0;−0}. Together that is {causes.Total:+0;−0} Mt.
            At a price level of {priceLevel} {(priceLevel == 1 ? "part of the first two is inflation: it raises volumes and lowers intensities alike"
                : "inflation is taken out of the first two; relative prices still count as structure")}.
            """);
    }

    /// <summary>What the construction's choices change, beside the share that PRC's abstract states.</summary>
    public static Remark Choices(ConstructionPanel panel, Quantity stated)
    {
        string[] debtors = [.. panel.Outcomes.Select(o => o.LargestDebtor)];
        string[] creditors = [.. panel.Outcomes.Select(o => o.LargestCreditor)];
        string Most(string[] names) => names.GroupBy(n => n).MaxBy(g => g.Count())!.Key;
        int Times(string[] names) => names.Count(n => n == Most(names));
        var (least, greatest) = panel.OwnDemand;
        var inside = stated.Value >= least.Value && stated.Value <= greatest.Value;
        return new("What it means.", $"""
            By choice alone, own demand causes {least.Value:F0} to {greatest.Value:F0} % of emissions;
            the {stated.Value:F1} % of the abstract are {(inside ? "inside" : "outside")} this range.
            Who owes is firmer: {Most(debtors)} owes most in {Times(debtors)} of {debtors.Length} tables
            and {Most(creditors)} is owed most in {Times(creditors)}. Another province owes most when the table is
            {panel.Outcomes.Where(o => o.LargestDebtor != Most(debtors)).Select(o => o.Choice)}.
            """);
    }

    /// <summary>Whether the ranking of provinces stays between the most and the least open table.</summary>
    public static Remark Ranking(ChinaProvinces china, int year)
    {
        LabelledVector Net(double openness) => china.Model(year, new ProvincialChoices { Openness = openness })
            .Transfers().NetEmbodiedImports.Named($"net imports, δ × {openness}");
        return new("What it means.", $"""
            Between the most and the least open of these tables the ranking has a correlation of {RankCorrelation.Of(Net(2), Net(0)).Brief}.
            So who owes is firmer than how much.
            """);
    }

    /// <summary>The share of emissions for a province's own demand, beside the two that are published.</summary>
    public static Table BesidePublished(ChinaProvinces china) =>
        Table.OfRows("Emissions for a province's own demand", new (string Who, int Year, double Share)[]
        {
            ("Feng and others 2013", 2007, Feng(china)), ("this table", 2007, OwnShare(china, 2007)),
            ("abstract of PRC", 2017, Stated(china)), ("this table", 2017, OwnShare(china, 2017)),
        }).With("source", r => r.Who).With("year", r => r.Year).With("share (%)", r => r.Share);

    /// <summary>Whether own demand causes less here than in both publications.</summary>
    public static Remark OwnDemandBesidePublished(ChinaProvinces china)
    {
        var lower = OwnShare(china, 2007) < Feng(china) && OwnShare(china, 2017) < Stated(china);
        return new("What it means.", $"""
            Own demand causes {(lower ? "less here than in both" : "not less here than in both")} published results.
            The calibration speaks for how much of a product a province supplies itself, not for what becomes of it along the chain.
            """);
    }

    private static double Feng(ChinaProvinces china) => 100 - china.Published.Value("feng-outside", "%");

    private static double Stated(ChinaProvinces china) => china.Published.At("prc-own-demand").Value;

    private static double OwnShare(ChinaProvinces china, int year)
    {
        var split = china.Model(year).EmissionsByDestination();
        return 100 * split.OwnDemand.Total / split.Total.Total;
    }
}
