namespace CarbonComp.Studies;

/// <summary>BTH 4.3 and 6.1: who pays and receives most and least, from Table 3, the payers' standards and the printed payments.</summary>
internal static class BthRankChecks
{
    public static IEnumerable<Recomputation> Of(PublishedNumbers published)
    {
        double Millions(string id) => published.Value(id, "million yuan");
        var rates = BthMoneyChecks.ServiceStandards(published);
        var rows = BthFlowChecks.Rows(published);
        double Paid((string Output, string Input) row) =>
            published.Value($"t3-{row.Output.ToLowerInvariant()}-{row.Input.ToLowerInvariant()}-amount", "t CO2") * rates[row.Input].Rate / 1e6;
        Recomputation Says(string id, string places, string reason) => Recomputation.Saying(id, Named.AsIn(published[id], places), reason);
        Recomputation InOrder(string id, string places, string reason) => Recomputation.Saying(id, places, reason);

        (string Place, double Value)[] flows = [.. rows.Select(r => ($"{r.Input} to {r.Output}", Paid(r)))];
        (string Place, double Value)[] receivers = [.. rows.GroupBy(r => r.Output).Select(g => (g.Key, g.Sum(Paid)))];
        const string Service = "amounts of Table 3 × the payers' standards";
        yield return InOrder("s432-largest-flows", Named.Largest(flows, 2), Service);
        yield return InOrder("s432-smallest-flows", Named.Smallest(flows, 2), Service);
        yield return InOrder("s432-first-receivers", Named.Largest(receivers, 3), Service);
        yield return InOrder("s432-last-receiver", Named.Smallest(receivers, 1), Service);
        yield return InOrder("s432-order-payers", Named.Largest(Of(published, "s432-paid-"), 3), "order of the printed payments");

        var payers = Of(published, "s431-paid-");
        var beijing = published.Value("s412-net-outflow-beijing", "t CO2") * published.Value("s52-standard-beijing", "yuan/t CO2") / 1e6;
        yield return InOrder("s431-order-payers", Named.Largest(payers, payers.Length), Invariant(
            $"order of the printed payments; with its printed standard Beijing would pay {beijing:N0} million yuan and be "
                + $"{Place(payers, "Beijing", beijing)}"));
        var embodied = Of(published, "s431-received-");
        var (largest, all) = (embodied.Max(e => e.Value), payers.Sum(p => p.Value));
        yield return largest > all / 2
            ? InOrder("s431-first-receiver", Named.Largest(embodied, 1), Invariant($"it receives {largest / all:P0} of all that is paid"))
            : Recomputation.Open("s431-first-receiver", "receipts of three cities are not printed", null, "receipts by city behind Fig. 10");
        yield return InOrder("s61-highest-payment", Named.Largest(payers, 1), "largest of the printed payments of 4.3.1");
        yield return Says("s61-exporters", Named.Largest(payers, 4), Invariant(
            $"the four largest payers of 4.3.1; {Named.Smallest(payers, 1)} pays least of the six, {payers.Min(p => p.Value):N0} of "
                + $"{payers.Sum(p => p.Value):N0} million yuan"));

        // Both flows: payments for embodied carbon less what service brings, of the cities of which both follow from print.
        var net = payers.Select(p => (p.Place, Value: p.Value - receivers.Where(r => r.Place == p.Place).Sum(r => r.Value)))
            .Concat(embodied.Select(e => (e.Place, Value: rows.Where(r => r.Input == e.Place).Sum(Paid) - e.Value - receivers.Where(r => r.Place == e.Place)
                .Sum(r => r.Value))))
            .ToArray();
        (string Place, double Value)[] paying = [.. net.Where(n => n.Value > 0)];
        yield return InOrder("s433-first-payers", Named.Largest(paying, 2), Invariant($"payments for embodied carbon and service set off, of "
            + $"{paying.Length} payers"));
        yield return InOrder("s433-last-payer", Named.Smallest(paying, 1), Invariant($"payments for embodied carbon and service set off, of {paying.Length} "
            + $"payers"));
        // Chengde's sum is printed; of the others that receive, Qinhuangdao, Handan and Xingtai cannot be summed up from print.
        (string Place, double Value)[] receiving = [.. net.Where(n => n.Value < 0).Select(n => (n.Place, -n.Value)).Append(("Chengde",
            Millions("s433-received-chengde")))];
        const string Receipts = "receipts by city behind Fig. 12";
        foreach (var (id, found) in new[] { ("s433-first-receivers", Named.Largest(receiving, 2)), ("s433-last-receiver", Named.Smallest(receiving, 1)) })
            yield return found == published[id].Printed
                ? Recomputation.Open(id, Invariant($"so it is among the {receiving.Length} recipients whose sum follows from print; receipts of "
                + $"Qinhuangdao, Handan and Xingtai do not"),
                    null, Receipts)
                : InOrder(id, found, "recipients whose sum of both flows follows from print");

        // What Tianjin pays each city for service, less what that city's printed payment for embodied carbon takes off.
        var tianjin = published["s433-main-tianjin"].Region;
        var set = rows.Where(r => r.Input == tianjin).Select(r => (Place: r.Output, Value: Paid(r)
            - (published.Has($"s431-paid-{r.Output.ToLowerInvariant()}-tianjin") ? Millions($"s431-paid-{r.Output.ToLowerInvariant()}-tianjin") : 0)))
                .ToArray();
        yield return Says("s433-main-tianjin", Named.Largest(set, 3), Invariant(
            $"for service Tianjin pays {string.Join(", ", set.Select(s => Invariant($"{s.Place} {s.Value:F0}")))} million yuan, Beijing's payment for "
                + $"embodied carbon set off"));

        // Supply of the paper is storage (CSSS); those two cities are printed as the highest.
        var supply = published.All.Where(p => p.Id.StartsWith("s421-storage-", StringComparison.Ordinal) && p.Number is not null
            && p.Region != "Beijing-Tianjin-Hebei")
            .Select(p => (p.Region, p.Number!.Value)).ToArray();
        (string, double)[] amounts = [.. rows.GroupBy(r => r.Output).Select(g => (g.Key, g.Sum(r =>
            published.Value($"t3-{r.Output.ToLowerInvariant()}-{r.Input.ToLowerInvariant()}-amount", "t CO2"))))];
        var places = Named.Largest(amounts, amounts.Length).Split(", ");
        yield return Says("s61-supply", Named.Largest(supply, 2), Invariant(
            $"largest of the printed storages. In the service of Table 3 Chengde is number {Array.IndexOf(places, "Chengde") + 1} of {places.Length} and "
                + $"Zhangjiakou number "
            + $"{Array.IndexOf(places, "Zhangjiakou") + 1}"));
    }

    private static (string Place, double Value)[] Of(PublishedNumbers published, string start) => [.. published.All
        .Where(p => p.Id.StartsWith(start, StringComparison.Ordinal) && p.Counterpart.Length == 0 && p.Number is not null)
        .Select(p => (p.Region, published.Value(p.Id, "million yuan")))];

    private static string Place((string Place, double Value)[] payers, string city, double value) =>
        payers.Count(p => p.Place != city && p.Value > value) is var before && before == 0 ? "first" : Invariant($"number {before + 1}");
}
