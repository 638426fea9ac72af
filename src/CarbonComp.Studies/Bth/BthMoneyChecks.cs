namespace CarbonComp.Studies;

/// <summary>BTH 4.3 and 5.2: payments from amounts and standards, sums of both flows, shares, standards.</summary>
internal static class BthMoneyChecks
{
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
                + $"{Millions(partId) * 1e6 / Amount(published, part, payer):F2} yuan/t"), Half(partId) * factor);
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
        foreach (var id in new[] { "abstract-paid-shijiazhuang", "s433-paid-shijiazhuang" })
            yield return In(id, Millions("s431-paid-shijiazhuang"), "the city takes part in embodied carbon only, so both sections should print one number", 0);
        yield return In("s433-paid-hengshui", Millions("s431-paid-hengshui"), "embodied carbon only: the payment of 4.3.1", 0);
        yield return In("abstract-received-chengde", Millions("s433-received-chengde"), "4.3.3", 0);
        yield return In("s433-paid-shijiazhuang-tangshan", Millions("s431-paid-shijiazhuang-tangshan"), "embodied carbon only: the payment of 4.3.1", 0);
        yield return In("s433-received-tangshan-shijiazhuang", Millions("s431-paid-shijiazhuang-tangshan"), "embodied carbon only: the payment of 4.3.1", 0);
        yield return In("s433-received-tangshan-beijing", Millions("s431-paid-beijing-tangshan") - Amount(published, "Beijing",
            "Tangshan") * rates["Tangshan"].Rate / 1e6,
            "Beijing's payment for embodied carbon less Tangshan's payment to Beijing for service", Half("s431-paid-beijing-tangshan")
            + Amount(published, "Beijing", "Tangshan") * rates["Tangshan"].HalfUnit / 1e6);
        yield return In("s433-received-chengde-tianjin", Millions("s433-paid-tianjin-chengde"), "4.3.3 itself names 797 as Tianjin's payment in "
            + "its sentence on payers; 1.697 fits Tangshan's, which pays 1.678 for service alone: the payers are swapped", 0);
        yield return In("s433-received-chengde-tangshan", Millions("s433-received-chengde-tianjin"),
            "4.3.2 has Tangshan pay Chengde 1.678 billion for service alone, so 797 million cannot be its payment for both: the payers are swapped", 0);
        foreach (var city in new[] { "Chengde", "Langfang", "Cangzhou" })
            yield return Recomputation.Open($"s433-paid-tianjin-{city.ToLowerInvariant()}",
                "what Tianjin pays for embodied carbon is not printed by city; for service alone it is this",
                Amount(published, city, "Tianjin") * rates["Tianjin"].Rate / 1e6);

        // 4.3.1: shares, and standards that payments imply.
        string[] payers = ["beijing", "shijiazhuang", "langfang", "baoding", "hengshui", "cangzhou"];
        var paid = payers.Sum(c => Millions($"s431-paid-{c}"));
        var rounding = payers.Sum(c => Half($"s431-paid-{c}"));
        var developed = payers.Take(3).Sum(c => Millions($"s431-paid-{c}"));
        yield return Recomputation.Of("s431-share-developed", 100 * developed / paid, "printed payments of the three over those of all six",
            100 * rounding / paid);
        yield return Recomputation.Of("s431-share-agricultural", 100 * (1 - developed / paid), "printed payments of the three over those of all six",
            100 * rounding / paid);
        var sixReceive = paid - Millions("s431-received-tianjin");
        var chengde = Millions("s433-received-chengde") - Millions("s432-received-chengde");
        var qinhuangdao = published.Value("s431-share-sink", "1") * sixReceive - Millions("s431-received-zhangjiakou") - chengde;
        var reason = Invariant($"receipts of Qinhuangdao, Handan and Xingtai are not printed. If payments and receipts close, the two shares are "
            + $"of {sixReceive:N0} million yuan without Tianjin, and Qinhuangdao receives {qinhuangdao:N0}: "
            + $"{qinhuangdao / published.Value("s412-net-inflow-qinhuangdao", "Mt CO2"):F1} yuan/t, inside its class of 20–30");
        yield return Recomputation.Open("s431-share-sink", reason);
        yield return Recomputation.Open("s431-share-resource", reason);
        foreach (var check in Standards(published, study, rates)) yield return check;
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
        yield return Recomputation.Of("s52-standard-beijing", beijing, Invariant(
            $"eq. 18 with public GDP per person ({coefficient.Ability.Values[0]:F2} times the mean) and Engel coefficient: γ = "
            + $"{coefficient.Values["Beijing"]:F2}. 102.65 would need K near 3.9; the payment of 4.3.1 implies "
            + $"{Implied("s431-paid-beijing", "s412-net-outflow-beijing"):F1} yuan/t"));
        yield return Recomputation.Of("s431-paid-beijing", published.Value("s412-net-outflow-beijing",
            "t CO2") * published.Value("s52-standard-beijing", "yuan/t CO2") / 1e9,
            "eq. 17 with the printed net flow and the printed standard of 102.65 yuan/t");
        yield return Recomputation.Of("s334-price", published.Value("s32-price", "yuan/t CO2"), "the price of 3.2");
        yield return Recomputation.Of("s52-price", published.Value("s32-price", "yuan/t CO2"), "the price of 3.2");
    }

    private static double Amount(PublishedNumbers published, string supplier, string payer) =>
        published.Value($"t3-{supplier.ToLowerInvariant()}-{payer.ToLowerInvariant()}-amount", "t CO2");
}
