namespace CarbonComp;

/// <summary>BTH 4.1.2, 4.3 and Table 4: who owes and who is owed, from the printed amounts and the rule of Table 2.</summary>
internal static class BthZoneChecks
{
    private const string Payer = "payment area", Recipient = "compensation-receiving area", Neutral = "neutral area";

    // Net embodied imports by the payments of 4.3.1: +1 pays, −1 receives.
    private static readonly Dictionary<string, int> Embodied = new()
    {
        ["Beijing"] = 1, ["Tianjin"] = -1, ["Shijiazhuang"] = 1, ["Tangshan"] = -1, ["Qinhuangdao"] = -1, ["Handan"] = -1, ["Xingtai"] = -1,
        ["Baoding"] = 1, ["Zhangjiakou"] = -1, ["Chengde"] = -1, ["Cangzhou"] = 1, ["Langfang"] = 1, ["Hengshui"] = 1,
    };

    // Net service imports by Table 3.
    private static readonly Dictionary<string, int> Service = new()
    {
        ["Beijing"] = -1, ["Tianjin"] = 1, ["Tangshan"] = 1, ["Qinhuangdao"] = -1, ["Handan"] = 1, ["Baoding"] = -1,
        ["Zhangjiakou"] = -1, ["Chengde"] = -1, ["Cangzhou"] = -1, ["Langfang"] = -1,
    };

    public static IEnumerable<Recomputation> Of(PublishedNumbers published)
    {
        double Millions(string id) => published.Value(id, "million yuan");
        var rates = BthMoneyChecks.ServiceStandards(published);
        // Where both flows are there, the larger payment decides.
        var both = Embodied.Keys.ToDictionary(c => c, c => (Embodied[c], Service.GetValueOrDefault(c)) switch
        {
            (var e, 0) => e,
            var (e, s) when e == s => e,
            var (e, s) => Amount(e, $"s431-{(e > 0 ? "paid" : "received")}-{c.ToLowerInvariant()}", c) is var embodied && BthMoneyChecks.Service(published, rates, c) is var service
                && embodied > service ? e : s,
        });
        // Handan's receipt is not printed; its inflow of 34 Mt at the lowest standard is twenty times its payment of 23 million yuan.
        double Amount(int side, string id, string city) => published.Has(id) ? Millions(id)
            : city == "Handan" ? published.Value("s412-net-inflow-handan", "t CO2") * published.Value("s52-standard-handan-lower", "yuan/t CO2") / 1e6
            : throw new CarbonCompException($"{city}: no amount to compare ({side}).");

        foreach (var (city, side) in Embodied)
        {
            var id = city.ToLowerInvariant();
            // Each section is held against the other's words; Tianjin, where they differ, is decided by its total.
            var pays = city == "Tianjin" ? side > 0 : published[$"s431-role-{id}"].Printed == Payer;
            var flowsOut = city == "Tianjin" ? side > 0 : published[$"s412-role-{id}"].Printed == "net carbon outflow";
            yield return Recomputation.Saying($"s412-role-{id}", pays ? "net carbon outflow" : "net carbon inflow", city == "Tianjin"
                ? "4.3.1 has Tianjin receive 106 million yuan, and 2836 − 106 is its total of 2730: it is on the receiving side"
                : "the side on which 4.3.1 has the city");
            yield return Recomputation.Saying($"s431-role-{id}", flowsOut ? Payer : Recipient, city == "Tianjin"
                ? "the total of 4.3.3, 2836 − 106 = 2730 million yuan, confirms it; 4.1.2 counts Tianjin on the other side" : "Table 2 with the side of 4.1.2");
            yield return Recomputation.Saying($"s432-role-{id}", Service.GetValueOrDefault(city) switch { > 0 => Payer, < 0 => Recipient, _ => Neutral }, "input and output areas of Table 3");

            var (zone, why) = (both[city] > 0 ? Payer : Recipient, Service.GetValueOrDefault(city) is var served && served == 0
                ? "embodied carbon alone" : side != served ? "the two payments of the city set off" : "Table 2: both flows have this sign");
            yield return Recomputation.Saying($"s433-zone-{id}", zone, why);
            yield return Recomputation.Saying($"t4-zone-{id}", published[$"t4-zone-{id}"].Printed is var printed && IsPayer(printed) == both[city] > 0 ? printed
                : both[city] > 0 ? "Payment areas" : "Compensation receiving area", $"{why}; Table 4 contradicts {(IsPayer(published[$"s433-zone-{id}"].Printed) == both[city] > 0 ? "the text and Table 2" : "Table 2")} where it differs");
            var type = (Embodied[city], Service.GetValueOrDefault(city)) switch
            {
                (_, 0) => "CSS-neutral",
                (> 0, > 0) => "Double-high",
                (< 0, < 0) => "Double-low",
                (> 0, < 0) => "Carbon source deficit - carbon sink surplus",
                _ => "Carbon source surplus - carbon sink deficit",
            };
            yield return Recomputation.Saying($"s433-type-{id}", type, "signs of the two flows");
            var short4 = type switch
            {
                "CSS-neutral" => Embodied[city] > 0 ? "Single-output" : "Single-input",
                _ => type.Replace("Carbon source", "Source", StringComparison.Ordinal).Replace("carbon sink", "Sink", StringComparison.Ordinal),
            };
            yield return Recomputation.Saying($"t4-type-{id}", short4, "signs of the two flows; the text of 4.3.3 agrees");
        }
        yield return Recomputation.Of("s412-outflow-cities", Embodied.Values.Count(s => s > 0), "payers of 4.3.1; 4.1.2 counts Tianjin, which receives there");
        yield return Recomputation.Of("s412-inflow-cities", Embodied.Values.Count(s => s < 0), "recipients of 4.3.1, Tianjin among them");
        var (payers, recipients) = (both.Values.Count(s => s > 0), both.Values.Count(s => s < 0));
        foreach (var id in new[] { "abstract-payers", "s61-payers" }) yield return Recomputation.Of(id, payers, "signs of the cities' sums of both flows");
        foreach (var id in new[] { "abstract-recipients", "s61-recipients" }) yield return Recomputation.Of(id, recipients, "signs of the cities' sums of both flows");
        yield return Recomputation.Saying("s61-highest-payment", "Shijiazhuang", "largest payment of 4.3.1");
        yield return Recomputation.Saying("s61-highest-receipt", "Tangshan", "largest receipt of 4.3.1");
    }

    private static bool IsPayer(string zone) => zone.StartsWith("payment", StringComparison.OrdinalIgnoreCase);
}
