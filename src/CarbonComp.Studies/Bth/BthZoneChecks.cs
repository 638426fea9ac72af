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

        foreach (var check in Sides(published, embodied, service).Concat(Zones(published, embodied, service, both))
            .Concat(Counts(published, embodied, service, both))) yield return check;
    }

    private static IEnumerable<Recomputation> Sides(PublishedNumbers published, Dictionary<string, int> embodied, Dictionary<string, int> service)
    {
        foreach (var (city, side) in embodied)
        {
            var id = city.ToLowerInvariant();
            // Each section is held against the other's words; where they differ the printed payment decides.
            var differ = FlowsOut(published, id) != Pays(published, id);
            var pays = differ ? side > 0 : Pays(published, id);
            var flowsOut = differ ? side > 0 : FlowsOut(published, id);
            var payment = differ ? Invariant($"{published[$"s432-paid-{id}"].Printed} billion paid for service less "
                + $"{published[$"s431-received-{id}"].Printed} million received "
                + $"are the {published[$"s433-paid-{id}"].Printed} billion of 4.3.3") : "";
            yield return Recomputation.Saying($"s412-role-{id}", pays ? "net carbon outflow" : "net carbon inflow", differ
                ? $"{payment}: it is on the receiving side" : "the side on which 4.3.1 has the city");
            yield return Recomputation.Saying($"s431-role-{id}", flowsOut ? Payer : Recipient, differ
                ? $"{payment}; 4.1.2 counts it on the other side" : "Table 2 with the side of 4.1.2").Sharing($"s412-role-{id}");
            yield return Recomputation.Saying($"s432-role-{id}", service[city] switch { > 0 => Payer, < 0 => Recipient, _ => Neutral },
                "input and output areas of Table 3");
        }
        bool Both(string city, int a, int b) => embodied[city] == a && service[city] == b;
        string[] ecological = ["Zhangjiakou", "Chengde"];
        yield return Recomputation.Saying("abstract-ecological", ecological.All(c => Both(c, -1, -1)) ? published["abstract-ecological"].Printed : "not both",
            "receivers in 4.3.1 and output areas of Table 3").Sharing($"s412-role-{ecological[0].ToLowerInvariant()}");
        yield return Recomputation.Saying("s51-beijing", service["Beijing"] < 0 ? "supply area" : "demand area", "output area of Table 3")
            .Sharing("s432-role-beijing");
        yield return Recomputation.Open("s51-beijing-before", "the paper has one year", null, "the same accounts for an earlier year");
        yield return Recomputation.Saying("s51-tianjin", Both("Tianjin", -1, 1) && published.Has("s413-flow-beijing-tianjin")
            ? published["s51-tianjin"].Printed : "not both",
            "4.1.3 has a flow from Beijing, Table 3 has it served").Sharing("s432-role-tianjin");
    }

    private static IEnumerable<Recomputation> Zones(PublishedNumbers published, Dictionary<string, int> embodied, Dictionary<string, int> service,
        Dictionary<string, int> both)
    {
        foreach (var city in embodied.Keys)
        {
            var id = city.ToLowerInvariant();
            var (zone, why) = (both[city] > 0 ? Payer : Recipient, service[city] == 0
                ? "embodied carbon alone" : embodied[city] != service[city] ? "the two payments of the city set off" : "Table 2: both flows have this sign");
            yield return Recomputation.Saying($"s433-zone-{id}", zone, why);
            var (printed, right) = (published[$"t4-zone-{id}"].Printed, IsPayer(published[$"s433-zone-{id}"].Printed) == both[city] > 0);
            yield return IsPayer(printed) == both[city] > 0 ? Recomputation.Saying($"t4-zone-{id}", printed, why)
                : Recomputation.Saying($"t4-zone-{id}", both[city] > 0 ? "Payment areas" : "Compensation receiving area",
                    $"{why}; Table 4 contradicts {(right ? "the text and Table 2" : "Table 2")}");
            var sign = both[city] > 0 ? " > 0" : " < 0";
            var (type, benchmark) = (embodied[city], service[city]) switch
            {
                (_, 0) => ("CSS-neutral", "NFr" + sign),
                (> 0, > 0) => ("Double-high", Benchmark(published, "double-high")),
                (< 0, < 0) => ("Double-low", Benchmark(published, "double-low")),
                (> 0, < 0) => ("Carbon source deficit - carbon sink surplus", Benchmark(published, "source-deficit-sink-surplus") + sign),
                _ => ("Carbon source surplus - carbon sink deficit", Benchmark(published, "source-surplus-sink-deficit") + sign),
            };
            yield return Recomputation.Saying($"s433-type-{id}", type, "signs of the two flows");
            var short4 = type switch
            {
                "CSS-neutral" => embodied[city] > 0 ? "Single-output" : "Single-input",
                _ => type.Replace("Carbon source", "Source", StringComparison.Ordinal).Replace("carbon sink", "Sink", StringComparison.Ordinal),
            };
            yield return Recomputation.Saying($"t4-type-{id}", short4, $"signs of the two flows; 4.3.3 has {published[$"s433-type-{id}"].Printed}");
            yield return Recomputation.Saying($"t4-benchmark-{id}", benchmark, "form by Table 2 for the city's type, sign by its printed payments");
        }
    }

    private static string Benchmark(PublishedNumbers published, string type) => published[$"t2-{type}-benchmark"].Printed;

    private static IEnumerable<Recomputation> Counts(PublishedNumbers published, Dictionary<string, int> embodied, Dictionary<string, int> service,
        Dictionary<string, int> both)
    {
        // One count is right where the other is, and both are wrong with the city that 4.1.2 has on the other side.
        var differs = embodied.Keys.Select(c => c.ToLowerInvariant()).FirstOrDefault(id => FlowsOut(published, id) != Pays(published, id));
        var wrong = $"s412-role-{differs ?? "beijing"}";
        yield return Recomputation.Of("s412-outflow-cities", embodied.Values.Count(s => s > 0), "payers of 4.3.1; 4.1.2 counts Tianjin, which receives there")
            .Sharing(wrong);
        yield return Recomputation.Of("s412-inflow-cities", embodied.Values.Count(s => s < 0), "recipients of 4.3.1, Tianjin among them").Sharing(wrong);
        yield return Recomputation.Of("abstract-payers", both.Values.Count(s => s > 0), "signs of the cities' sums of both flows");
        yield return Recomputation.Of("abstract-recipients", both.Values.Count(s => s < 0), "signs of the cities' sums of both flows")
            .Sharing("abstract-payers");
        var extremes = published["s61-extremes"].Printed.Split(", ");
        yield return Recomputation.Saying("s61-extremes", extremes.All(c => embodied[c] != 0 && service[c] != 0) ? published["s61-extremes"].Printed
            : string.Join(", ", extremes.Where(c => service[c] != 0)), string.Join("; ", extremes.Where(c => service[c] == 0)
                .Select(c => $"{c} neither serves nor is served in Table 3 and is a neutral area in 4.3.2")));
    }

    private static bool IsPayer(string zone) => zone.StartsWith("payment", StringComparison.OrdinalIgnoreCase);
}
