namespace CarbonComp.Studies;

/// <summary>BTH 4.1.2, 4.3 and Table 4: who owes and who is owed, from the printed amounts and the rule of Table 2.</summary>
internal static class BthZoneChecks
{
    private const string Payer = "payment area", Recipient = "compensation-receiving area", Neutral = "neutral area";

    // Net embodied imports: +1 pays by a printed payment of 4.3.1, −1 receives by a printed receipt; where neither is printed the side of 4.1.2.
    private static int EmbodiedSide(PublishedNumbers published, string city) => city.ToLowerInvariant() is var id
        && published.Has($"s431-paid-{id}") ? 1 : published.Has($"s431-received-{id}") ? -1 : FlowsOut(published, id) ? 1 : -1;

    // Net service imports by Table 3: +1 is served, −1 serves, 0 stands in no row.
    private static int ServiceSide(IReadOnlyList<(string Output, string Input)> rows, string city) => rows.Any(r => r.Input == city) ? 1
        : rows.Any(r => r.Output == city) ? -1 : 0;

    private static bool FlowsOut(PublishedNumbers published, string id) => published[$"s412-role-{id}"].Printed == "net carbon outflow";

    private static bool Pays(PublishedNumbers published, string id) => published[$"s431-role-{id}"].Printed == Payer;

    public static IEnumerable<Recomputation> Of(PublishedNumbers published)
    {
        double Millions(string id) => published.Value(id, "million yuan");
        var rates = BthMoneyChecks.ServiceStandards(published);
        var rows = BthFlowChecks.Rows(published);
        string[] cities = [.. published.All.Where(p => p.Id.StartsWith("s412-role-", StringComparison.Ordinal)).Select(p => p.Region)];
        var embodied = cities.ToDictionary(c => c, c => EmbodiedSide(published, c));
        var service = cities.ToDictionary(c => c, c => ServiceSide(rows, c));
        // Where both flows are there, the larger payment decides.
        var both = cities.ToDictionary(c => c, c => (embodied[c], service[c]) switch
        {
            (var e, 0) => e,
            var (e, s) when e == s => e,
            var (e, s) => Amount($"s431-{(e > 0 ? "paid" : "received")}-{c.ToLowerInvariant()}", c.ToLowerInvariant()) > BthMoneyChecks.Service(published,
                rates, c) ? e : s,
        });
        // Handan's receipt is not printed; its inflow of 34 Mt at the lowest standard is twenty times its payment of 23 million yuan.
        double Amount(string id, string city) => published.Has(id) ? Millions(id)
            : published.Value($"s412-net-inflow-{city}", "t CO2") * published.Value($"s52-standard-{city}-lower", "yuan/t CO2") / 1e6;

        foreach (var (city, side) in embodied)
        {
            var id = city.ToLowerInvariant();
            // Each section is held against the other's words; where they differ (Tianjin) the printed payment decides.
            var differ = FlowsOut(published, id) != Pays(published, id);
            var pays = differ ? side > 0 : Pays(published, id);
            var flowsOut = differ ? side > 0 : FlowsOut(published, id);
            yield return Recomputation.Saying($"s412-role-{id}", pays ? "net carbon outflow" : "net carbon inflow", differ
                ? "4.3.1 has Tianjin receive 106 million yuan, and 2836 − 106 is its total of 2730: it is on the receiving side"
                : "the side on which 4.3.1 has the city");
            yield return Recomputation.Saying($"s431-role-{id}", flowsOut ? Payer : Recipient, differ
                ? "the total of 4.3.3, 2836 − 106 = 2730 million yuan, confirms it; 4.1.2 counts Tianjin on the other side" : "Table 2 with the side of 4.1.2");
            yield return Recomputation.Saying($"s432-role-{id}", service[city] switch { > 0 => Payer, < 0 => Recipient, _ => Neutral },
                "input and output areas of Table 3");

            var (zone, why) = (both[city] > 0 ? Payer : Recipient, service[city] is var served && served == 0
                ? "embodied carbon alone" : side != served ? "the two payments of the city set off" : "Table 2: both flows have this sign");
            yield return Recomputation.Saying($"s433-zone-{id}", zone, why);
            yield return Recomputation.Saying($"t4-zone-{id}", published[$"t4-zone-{id}"].Printed is var printed && IsPayer(printed) == both[city] > 0 ? printed
                : both[city] > 0 ? "Payment areas" : "Compensation receiving area",
                    $"{why}; Table 4 contradicts "
                        + $"{(IsPayer(published[$"s433-zone-{id}"].Printed) == both[city] > 0 ? "the text and Table 2" : "Table 2")} where it differs");
            var type = (embodied[city], service[city]) switch
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
                "CSS-neutral" => embodied[city] > 0 ? "Single-output" : "Single-input",
                _ => type.Replace("Carbon source", "Source", StringComparison.Ordinal).Replace("carbon sink", "Sink", StringComparison.Ordinal),
            };
            yield return Recomputation.Saying($"t4-type-{id}", short4, "signs of the two flows; the text of 4.3.3 agrees");
        }
        yield return Recomputation.Of("s412-outflow-cities", embodied.Values.Count(s => s > 0), "payers of 4.3.1; 4.1.2 counts Tianjin, which receives there");
        yield return Recomputation.Of("s412-inflow-cities", embodied.Values.Count(s => s < 0), "recipients of 4.3.1, Tianjin among them");
        var (payers, recipients) = (both.Values.Count(s => s > 0), both.Values.Count(s => s < 0));
        foreach (var id in new[] { "abstract-payers", "s61-payers" }) yield return Recomputation.Of(id, payers, "signs of the cities' sums of both flows");
        foreach (var id in new[] { "abstract-recipients", "s61-recipients" }) yield return Recomputation.Of(id, recipients,
            "signs of the cities' sums of both flows");
        foreach (var (id, side, what) in new[] { ("s61-highest-payment", "s431-paid-", "payment"), ("s61-highest-receipt", "s431-received-", "receipt") })
            yield return Recomputation.Saying(id, published.All.Where(p => p.Id.StartsWith(side, StringComparison.Ordinal) && p.Counterpart.Length == 0)
                .MaxBy(p => Millions(p.Id))!.Region,
                $"largest printed {what} of 4.3.1");
    }

    private static bool IsPayer(string zone) => zone.StartsWith("payment", StringComparison.OrdinalIgnoreCase);
}
