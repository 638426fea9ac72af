namespace CarbonComp.Studies;

/// <summary>BTH 4.3 and 5.2: payments from amounts and standards, sums of both flows, shares, standards.</summary>
internal static class BthMoneyChecks
{
    private const string Flows = "the flows between all cities behind Fig. 10 to 12";
    private const string Receipts = "the receipts by city behind Fig. 10";

    private static Dictionary<string, string[]> Suppliers(PublishedNumbers published) =>
        BthFlowChecks.Rows(published).GroupBy(r => r.Input).ToDictionary(g => g.Key, g => g.Select(r => r.Output).ToArray());

    /// <summary>The payers' standards, yuan/t CO2, that the printed totals imply: payment over amount.</summary>
    public static IReadOnlyDictionary<string, (double Rate, double HalfUnit)> ServiceStandards(PublishedNumbers published) =>
        Suppliers(published).Keys.ToDictionary(payer => payer, payer =>
    {
        var (paid, received) = ($"s432-paid-{payer.ToLowerInvariant()}", published.Value($"t3-received-{payer.ToLowerInvariant()}", "t CO2"));
        return (published.Value(paid, "yuan") / received, published.HalfUnit(paid, "yuan") / received);
    });

    /// <summary>Million yuan that a city pays or receives for service, from Table 3 and the payers' standards.</summary>
    public static double Service(PublishedNumbers published, IReadOnlyDictionary<string, (double Rate, double HalfUnit)> rates, string city) =>
        rates.TryGetValue(city, out var own) ? published.Value($"t3-received-{city.ToLowerInvariant()}", "t CO2") * own.Rate / 1e6
            : Suppliers(published).Where(s => s.Value.Contains(city)).Sum(s => Amount(published, city, s.Key) * rates[s.Key].Rate / 1e6);

    public static IEnumerable<Recomputation> Of(PublishedNumbers published, BeijingTianjinHebei study)
    {
        double Millions(string id) => published.Value(id, "million yuan");
        double Half(string id) => published.HalfUnit(id, "million yuan");
        var rates = ServiceStandards(published);
        Recomputation In(string id, double millions, string reason, double uncertainty) =>
            Recomputation.Of(id, millions * 1e6 / Unit.Parse(published[id].Unit).To(Unit.Yuan), reason,
                uncertainty * 1e6 / Unit.Parse(published[id].Unit).To(Unit.Yuan));

        // 4.3.2: every payment is amount × payer's standard.
        // A total is checked against the standard that one of its parts implies, a part against the total's.
        foreach (var (payer, part, partId) in new[]
        {
            ("Tianjin", "Beijing", "s432-paid-tianjin-beijing"), ("Tangshan", "Chengde", "s432-paid-tangshan-chengde"),
                ("Handan", "Baoding", "s432-received-baoding"),
        })
        {
            var factor = published.Value($"t3-received-{payer.ToLowerInvariant()}", "t CO2") / Amount(published, part, payer);
            yield return In($"s432-paid-{payer.ToLowerInvariant()}", Millions(partId) * factor, Invariant(
                $"amount received (Table 3) at the standard that its payment to {part} implies, "
                + $"{Millions(partId) * 1e6 / Amount(published, part, payer):F2} yuan/t"), Half(partId) * factor).Sharing(partId);
        }
        foreach (var (payer, supplier) in new[] { ("Tangshan", "Chengde"), ("Tianjin", "Beijing"), ("Handan", "Chengde"), ("Tianjin", "Qinhuangdao") })
            yield return In($"s432-paid-{payer.ToLowerInvariant()}-{supplier.ToLowerInvariant()}", Amount(published, supplier, payer) * rates[payer].Rate / 1e6,
                Invariant($"amount of Table 3 × the payer's standard, {rates[payer].Rate:F2} yuan/t (its total payment over its total amount)"),
                Amount(published, supplier, payer) * rates[payer].HalfUnit / 1e6);
        foreach (var supplier in new[] { "Chengde", "Beijing", "Langfang", "Baoding" })
            yield return In($"s432-received-{supplier.ToLowerInvariant()}", Service(published, rates, supplier),
                "amounts of Table 3 × the payers' standards, summed",
                Suppliers(published).Where(s => s.Value.Contains(supplier)).Sum(s => Amount(published, supplier, s.Key) * rates[s.Key].HalfUnit / 1e6));

        // 4.3.3: both flows together.
        yield return In("s433-paid-tianjin", Millions("s432-paid-tianjin") - Millions("s431-received-tianjin"),
            "paid for service less received for embodied carbon", Half("s432-paid-tianjin") + Half("s431-received-tianjin"));
        yield return In("s433-received-tangshan", Millions("s431-received-tangshan") - Millions("s432-paid-tangshan"),
            "received for embodied carbon less paid for service", Half("s431-received-tangshan") + Half("s432-paid-tangshan"));
        yield return In("s433-received-langfang", Millions("s432-received-langfang") - Millions("s431-paid-langfang"),
            "received for service less paid for embodied carbon", Half("s432-received-langfang") + Half("s431-paid-langfang"));
        yield return In("s433-paid-shijiazhuang", Millions("s431-paid-shijiazhuang"),
            "the city takes part in embodied carbon only, so both sections should print one number", 0);
        yield return In("s433-received-tangshan-beijing", Millions("s431-paid-beijing-tangshan") - Amount(published, "Beijing",
            "Tangshan") * rates["Tangshan"].Rate / 1e6,
            "Beijing's payment for embodied carbon less Tangshan's payment to Beijing for service", Half("s431-paid-beijing-tangshan")
            + Amount(published, "Beijing", "Tangshan") * rates["Tangshan"].HalfUnit / 1e6);
        yield return In("s433-received-chengde-tianjin", Millions("s433-paid-tianjin-chengde"), Invariant(
            $"4.3.3 itself names {published["s433-paid-tianjin-chengde"].Printed} million as Tianjin's payment in its sentence on payers; the printed "
                + $"number fits "
            + $"Tangshan, which pays {published["s432-paid-tangshan-chengde"].Printed} for service alone: the payers are swapped"), 0);
        yield return In("s433-received-chengde-tangshan", Millions("s433-received-chengde-tianjin"),
            $"4.3.2 has Tangshan pay Chengde {published["s432-paid-tangshan-chengde"].Printed} billion for service alone, which the printed number cannot "
                + $"be: the payers "
            + "are swapped", 0)
            .Sharing("s433-received-chengde-tianjin");
        foreach (var city in new[] { "Chengde", "Langfang", "Cangzhou" })
            yield return Recomputation.Open($"s433-paid-tianjin-{city.ToLowerInvariant()}",
                "what Tianjin pays for embodied carbon is not printed by city; for service alone it is this",
                Amount(published, city, "Tianjin") * rates["Tianjin"].Rate / 1e6, Flows);
        yield return Recomputation.Open("s433-received-chengde", Invariant($"Chengde's receipt for embodied carbon is not printed; for service alone it "
            + $"receives "
            + $"{published["s432-received-chengde"].Printed} billion yuan"), null, Flows);
        foreach (var (id, what) in new[] { ("s433-received-tangshan-cangzhou", "payment of Cangzhou to Tangshan"), ("s431-paid-shijiazhuang-tangshan",
            "payment of Shijiazhuang to Tangshan"),
            ("s431-paid-beijing-tangshan", "payment of Beijing to Tangshan"), ("s431-paid-beijing-tianjin", "payment of Beijing to Tianjin") })
            yield return Bilateral(published, id, what);

        // 4.3.1: shares, and standards that payments imply.
        string[] payers = ["beijing", "shijiazhuang", "langfang", "baoding", "hengshui", "cangzhou"];
        var paid = payers.Sum(c => Millions($"s431-paid-{c}"));
        var rounding = payers.Sum(c => Half($"s431-paid-{c}"));
        var developed = payers.Take(3).Sum(c => Millions($"s431-paid-{c}"));
        yield return Recomputation.Of("s431-share-developed", 100 * developed / paid, "printed payments of the three over those of all six",
            100 * rounding / paid);
        yield return Recomputation.Of("s431-share-agricultural", 100 * (1 - developed / paid), "printed payments of the three over those of all six",
            100 * rounding / paid).Sharing("s431-share-developed");
        foreach (var check in Closure(published, paid)) yield return check;
        foreach (var row in published.All.Where(p => p.Section == "4.3.1" && p.Counterpart.Length == 0 && p.Number is not null && p.Unit.EndsWith("yuan",
            StringComparison.Ordinal)
            && p.Region != "Beijing"))
            yield return Recomputation.Open(row.Id, Classed(published, row), null, "the standard of each city, of which Fig. 13 shows classes");
        foreach (var check in Standards(published, study, rates)) yield return check;
    }

    private static string Classed(PublishedNumbers published, PublishedNumber row)
    {
        var (city, flow) = (row.Region.ToLowerInvariant(), row.Id.Contains("paid", StringComparison.Ordinal) ? "s412-net-outflow-" : "s412-net-inflow-");
        if (!published.Has(flow + city)) return "neither the city's net flow nor its standard is printed";
        double Amount(string end) => published.Value(flow + city, "t CO2") * published.Value($"s52-standard-{city}-{end}", "yuan/t CO2") / 1e6;
        return Invariant($"the standard is printed as a class; with the printed net flow it puts the amount between {Amount("lower"):N0} and "
            + $"{Amount("upper"):N0} million yuan");
    }

    // What a city pays another is net flow × standard; flows between cities are printed of one direction only.
    private static Recomputation Bilateral(PublishedNumbers published, string id, string what)
    {
        var (region, counterpart) = (published[id].Region.ToLowerInvariant(), published[id].Counterpart.ToLowerInvariant());
        var (payer, receiver) = id.Contains("received", StringComparison.Ordinal) ? (counterpart, region) : (region, counterpart);
        var flow = published.Value($"s413-flow-{payer}-{receiver}", "t CO2");
        var most = published.Value(published.Has($"s52-standard-{payer}-upper") ? $"s52-standard-{payer}-upper" : $"s52-standard-{payer}", "yuan/t CO2");
        return Recomputation.Within(published[id], 0, most * flow / Unit.Parse(published[id].Unit).To(Unit.Yuan), Invariant(
            $"the {what} is for the net of two flows, of which one is printed, {flow / 1e6:F1} Mt: it needs {published.Value(id, "yuan") / flow:F1} yuan/t "
                + $"or more, and the "
            + $"payer's standard is at most {most:F2}"), Flows);
    }

    // Receipts of three cities are not printed. If payments and receipts close, as between regions they must, the printed shares give two of them.
    private static IEnumerable<Recomputation> Closure(PublishedNumbers published, double paid)
    {
        double Millions(string id) => published.Value(id, "million yuan");
        double Half(string id) => published.HalfUnit(id, "million yuan");
        var shared = paid - Millions("s431-received-tianjin");
        var (zhangjiakou, chengde) = (Millions("s431-received-zhangjiakou"), Millions("s433-received-chengde") - Millions("s432-received-chengde"));
        var flow = published.Value("s412-net-inflow-qinhuangdao", "Mt CO2");
        var receipt = published.Value("s431-share-sink", "1") * shared - zhangjiakou - chengde;
        var half = published.HalfUnit("s431-share-sink", "1") * shared + Half("s431-received-zhangjiakou") + Half("s433-received-chengde")
            + Half("s432-received-chengde");
        foreach (var end in new[] { "lower", "upper" })
            yield return Recomputation.Of($"s52-standard-qinhuangdao-{end}", receipt / flow, Invariant(
                $"if payments and receipts close, the share of 4.3.1 leaves Qinhuangdao {receipt:N0} million yuan for its net inflow of {flow:F2} Mt"),
                    half / flow).ByAnotherRoute();
        double Share(string end) => 100 * (zhangjiakou + chengde + flow * published.Value($"s52-standard-qinhuangdao-{end}", "yuan/t CO2")) / shared;
        var rest = shared * published.Value("s431-share-resource", "1") - Millions("s431-received-tangshan");
        var reason = Invariant($"receipts of Qinhuangdao, Handan and Xingtai are not printed. If payments and receipts close, the two shares are of "
            + $"{shared:N0} million yuan "
            + $"without Tianjin; Qinhuangdao's class puts the sinks' share between {Share("lower"):F1} and {Share("upper"):F1} %");
        yield return Recomputation.Open("s431-share-sink", reason, null, Receipts);
        yield return Recomputation.Open("s431-share-resource", reason, null, Receipts);
        yield return Recomputation.Open("s431-second-receiver", Invariant(
            $"receipts of Handan and Xingtai are not printed; if payments and receipts close they have {rest:N0} million yuan together"), null, Receipts);
        yield return Recomputation.Open("s431-last-receiver", Invariant(
            $"receipts of Handan and Xingtai are not printed; if payments and receipts close they have {rest:N0} million yuan together"), null, Receipts);
    }

    private static IEnumerable<Recomputation> Standards(
        PublishedNumbers published, BeijingTianjinHebei study, IReadOnlyDictionary<string, (double Rate, double HalfUnit)> service)
    {
        double Implied(string payment, string flow) => published.Value(payment, "yuan") / published.Value(flow, "t CO2");
        var implied = new Dictionary<string, (double Rate, string From)>
        {
            ["tianjin"] = (service["Tianjin"].Rate, "payment over amount of service"),
            ["tangshan"] = (service["Tangshan"].Rate, "payment over amount of service"),
            ["handan"] = (service["Handan"].Rate, "payment over amount of service"),
            ["shijiazhuang"] = (Implied("s431-paid-shijiazhuang", "s412-net-outflow-shijiazhuang"), "payment over net flow of embodied carbon"),
            ["langfang"] = (Implied("s431-paid-langfang", "s412-net-outflow-langfang"), "payment over net flow of embodied carbon"),
            ["baoding"] = (Implied("s431-paid-baoding", "s412-net-outflow-baoding"), "payment over net flow of embodied carbon"),
            ["cangzhou"] = (Implied("s431-paid-cangzhou", "s412-net-outflow-cangzhou"), "payment over net flow of embodied carbon"),
            ["zhangjiakou"] = (Implied("s431-received-zhangjiakou", "s412-net-inflow-zhangjiakou"), "receipt over net flow of embodied carbon"),
        };
        foreach (var (city, (rate, from)) in implied)
            foreach (var end in new[] { "lower", "upper" })
                yield return Recomputation.Of($"s52-standard-{city}-{end}", rate, $"the standard that the printed {from} implies");

        var coefficient = CompensationCoefficient.GrowthCurve(CompensationCoefficient.AbilityOf(study.Gdp, study.Population), study.Engel);
        var beijing = published.Value("s52-price", "yuan/t CO2") * coefficient.Values["Beijing"];
        var price = published.Value("s52-price", "yuan/t CO2");
        foreach (var city in new[] { "Xingtai", "Chengde", "Hengshui" })
            foreach (var end in new[] { "lower", "upper" })
                yield return Recomputation.Open($"s52-standard-{city.ToLowerInvariant()}-{end}",
                    "no payment is printed beside a flow; eq. 18 with public GDP per person and China's Engel coefficient gives this",
                        price * coefficient.Values[city],
                    "Engel coefficients of the cities as the authors used them");
        (string, double)[] standards = [.. study.Cities.Labels.Select(c => (c, coefficient.Values[c]))];
        yield return Recomputation.Saying("s52-highest", Named.Largest(standards, 1),
            "eq. 18 with public GDP per person and Engel coefficients, most of which are China's").ByAnotherRoute();
        yield return Recomputation.Of("s52-standard-beijing", beijing, Invariant(
            $"eq. 18 with public GDP per person ({coefficient.Ability.Values[0]:F2} times the mean) and Engel coefficient: γ = "
            + $"{coefficient.Values["Beijing"]:F2}. The printed standard would need K = "
            + $"{coefficient.Ability.Values[0] * published.Value("s52-standard-beijing", "yuan/t CO2") / beijing:F1}; the payment of 4.3.1 implies "
            + $"{Implied("s431-paid-beijing", "s412-net-outflow-beijing"):F1} yuan/t"));
        yield return Recomputation.Of("s431-paid-beijing", published.Value("s412-net-outflow-beijing",
            "t CO2") * published.Value("s52-standard-beijing", "yuan/t CO2") / 1e9,
            "eq. 17 with the printed net flow and the printed standard").Sharing("s52-standard-beijing");
    }

    private static double Amount(PublishedNumbers published, string supplier, string payer) =>
        published.Value($"t3-{supplier.ToLowerInvariant()}-{payer.ToLowerInvariant()}-amount", "t CO2");
}
