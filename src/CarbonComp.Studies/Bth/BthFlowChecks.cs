namespace CarbonComp.Studies;

/// <summary>BTH Table 3 and 4.2.4: ranges, intensities, amounts and their sums.</summary>
internal static class BthFlowChecks
{
    /// <summary>The pairs of Table 3, in its order.</summary>
    public static IReadOnlyList<(string Output, string Input)> Rows(PublishedNumbers published) =>
        [.. published.All.Where(p => p.Section == "Table 3" && p.Id.EndsWith("-range", StringComparison.Ordinal)).Select(p => (p.Region, p.Counterpart))];

    // Supply and demand are both printed.
    private static bool Printed(PublishedNumbers published, string city) =>
        published.Has($"s421-storage-{city.ToLowerInvariant()}") && published.Has($"s422-demand-{city.ToLowerInvariant()}");

    private const string Cities = "supply and demand of all thirteen cities, which Fig. 6 and 7 show without numbers";

    // In the block of Tianjin the ranges follow from the storage of the row before: Zhangjiakou stands for Chengde, Chengde for Cangzhou.
    private static readonly Dictionary<string, string> Shifted = new() { ["Chengde"] = "Zhangjiakou", ["Cangzhou"] = "Chengde" };

    public static IEnumerable<Recomputation> Of(PublishedNumbers published, RegionMap map, IReadOnlyList<GeoPoint> otherCores)
    {
        double Table3(string output, string input, string what, string unit) => published.Value(Id(output, input, what), unit);
        var rows = Rows(published).Select(r => (r.Output, r.Input, Range: Table3(r.Output, r.Input, "range", "km"),
            Intensity: Table3(r.Output, r.Input, "intensity", "t CO2/km2"), Amount: Table3(r.Output, r.Input, "amount", "t CO2"))).ToArray();

        foreach (var row in rows)
        {
            yield return Intensity(published, rows.Where(r => r != row).Select(r => (r.Output, r.Range, r.Intensity)), row);
            yield return Range(published, map, otherCores, row.Output, row.Input);
            yield return Amount(map, row.Output, row.Input, row.Range, row.Intensity);
        }
        foreach (var input in rows.Select(r => r.Input).Distinct())
        {
            var sum = rows.Where(r => r.Input == input).Sum(r => r.Amount);
            // Each amount is rounded to 0.01 · 10^4 t.
            var rounding = rows.Count(r => r.Input == input) * 0.005;
            yield return Recomputation.Of($"t3-received-{input.ToLowerInvariant()}", sum / 1e4, "sum of the amounts of its rows", rounding);
            // The three shares are of one total that is not the table's.
            yield return Recomputation.Of($"s424-share-{input.ToLowerInvariant()}", 100 * sum / rows.Sum(r => r.Amount), Invariant(
                $"share of the sum of all {rows.Length} rows, {rows.Sum(r => r.Amount) / 1e4:N0} (10^4 t). The printed shares add up to "
                    + $"{Shares(published):F1} %, as "
                + $"of a total of {rows.Sum(r => r.Amount) / 1e2 / Shares(published):N0}")).Sharing($"s424-share-{rows[0].Input.ToLowerInvariant()}");
        }
        yield return Recomputation.Of("s424-intensity-mean", rows.Average(r => r.Intensity), "mean of the twelve rows", 0.005);
        yield return Recomputation.Of("s424-suppliers-tianjin", rows.Count(r => r.Input == "Tianjin"), "rows of Tianjin in Table 3");

        (string, double)[] Sums(Func<(string Output, string Input, double Range, double Intensity, double Amount), string> of) =>
            [.. rows.GroupBy(of).Select(g => (g.Key, g.Sum(r => r.Amount)))];
        yield return Recomputation.Saying("s424-primary", Named.Largest(Sums(r => r.Output), 1), "largest sum of amounts as output city in Table 3");
        yield return Recomputation.Saying("s424-primary-inputs", Named.AsIn(published["s424-primary-inputs"],
            string.Join(", ", rows.Where(r => r.Output == published["s424-primary-inputs"].Region).Select(r => r.Input))), "its rows of Table 3");
        yield return Recomputation.Saying("s424-order-inputs", Named.Largest(Sums(r => r.Input), 3), "sums of amounts by input city in Table 3");
        yield return Recomputation.Saying("s61-demand", Named.AsIn(published["s61-demand"], Named.Largest(Sums(r => r.Input), 2)), Invariant(
            $"the two cities that are served most in Table 3. By the printed demand it would be {Demand(published)}")).Sharing("s424-order-inputs");
        var rank = SpearmanOf([.. rows.Select(r => r.Range)], [.. rows.Select(r => r.Intensity)]);
        yield return Recomputation.Saying("s424-decay", rank < 0 ? "inverse relationship" : "no inverse relationship", Invariant(
            $"rank correlation of range and intensity in Table 3: {rank:F2}"));
        // The middle of all land: cores weighted with areas.
        var (cores, areas) = (map.Cores, map.Areas);
        double Middle(Func<GeoPoint, double> of) => cores.Zip(areas.Values, (c, a) => of(c) * a).Sum() / areas.Total;
        var middle = new GeoPoint(Middle(c => c.Longitude), Middle(c => c.Latitude));
        (string, double)[] away = [.. map.Regions.Labels.Zip(cores, (city, core) => (city, core.GreatCircleTo(middle)))];
        yield return Recomputation.Saying("s424-center", Named.AsIn(published["s424-center"], Named.Smallest(away, 2)), Invariant(
            $"the cities whose centroids are nearest to that of the region, {middle.Latitude:F1}°N {middle.Longitude:F1}°E, on public outlines; "
            + $"Tianjin is {away.Single(a => a.Item1 == "Tianjin").Item2:F0} km from it, Tangshan {away.Single(a => a.Item1 == "Tangshan").Item2:F0}"));
    }

    private static double Shares(PublishedNumbers published) =>
        published.All.Where(p => p.Id.StartsWith("s424-share-", StringComparison.Ordinal)).Sum(p => p.Number!.Value);

    private static string Demand(PublishedNumbers published) => string.Join(" and ", published["s422-order"].Printed.Split(", ").Take(2));

    private static double SpearmanOf(double[] a, double[] b) => MathNet.Numerics.Statistics.Correlation.Spearman(a, b);

    // The table's own formula, not eq. 15: output surplus over squared range. The surplus comes from 4.2.1 and 4.2.2, else from the city's other row.
    private static Recomputation Intensity(PublishedNumbers published, IEnumerable<(string Output, double Range, double Intensity)> others,
        (string Output, string Input, double Range, double Intensity, double Amount) row)
    {
        var id = Id(row.Output, row.Input, "intensity");
        var (half, halfRange) = (published.HalfUnit(id, "t CO2/km2"), published.HalfUnit(Id(row.Output, row.Input, "range"), "km"));
        double surplus, uncertain;
        string from, shares = "";
        if (Printed(published, row.Output))
        {
            var (s, d) = ($"s421-storage-{row.Output.ToLowerInvariant()}", $"s422-demand-{row.Output.ToLowerInvariant()}");
            surplus = published.Value(s, "t CO2") - published.Value(d, "t CO2");
            uncertain = published.HalfUnit(s, "t CO2") + published.HalfUnit(d, "t CO2");
            from = "printed supply less printed demand of the output city";
        }
        else if (others.FirstOrDefault(o => o.Output == row.Output) is { Output: not null } other)
        {
            surplus = other.Intensity * other.Range * other.Range;
            uncertain = surplus * 2 * halfRange / other.Range + half * other.Range * other.Range;
            from = "the surplus that the city's other row implies";
            shares = Id(row.Output, "Tianjin", "intensity");
        }
        else
        {
            return Recomputation.Open(id, Invariant(
                $"supply and demand of {row.Output} are not printed and it has one row; by I = (S − D)/D_r² the row implies a surplus of "
                + $"{row.Intensity * row.Range * row.Range / 1e6:F2} Mt"), null, Cities);
        }
        var squared = row.Range * row.Range;
        return Recomputation.Of(id, surplus / squared, $"I = (S − D)/D_r² with {from}; eq. 15 as printed, N_r/D_rs², does not give the table",
            (uncertain + surplus * 2 * halfRange / row.Range) / squared).ByAnotherRoute() with { SharesCheckWith = shares };
    }

    // What the table follows, where its inputs are printed: storage as N, distances in Web Mercator. Centroids move with the outlines: both ends
    // of a distance may move as far as the farthest does between two public sets.
    private static Recomputation Range(PublishedNumbers published, RegionMap map, IReadOnlyList<GeoPoint> otherCores, string output, string input)
    {
        var id = Id(output, input, "range");
        double Kilometres(CoreDistance kind) => map.Distances(kind)[output, input];
        double Storage(string city) => published.Value($"s421-storage-{city.ToLowerInvariant()}", "t CO2");
        double Demand(string city) => published.Value($"s422-demand-{city.ToLowerInvariant()}", "t CO2");
        var inputStorage = Demand(input) - published.Value($"s423-deficit-{input.ToLowerInvariant()}", "t CO2");
        var used = input == "Tianjin" && Shifted.TryGetValue(output, out var shifted) ? shifted : output;
        var mercator = Kilometres(CoreDistance.WebMercator);
        double ByStorage(string city) => ServiceFlow.Range(mercator, inputStorage, Storage(city));

        if (Printed(published, used) && ByStorage(used) is var range)
        {
            var apart = map.Cores.Zip(otherCores, (a, b) => a.GreatCircleTo(b)).Max();
            var shift = 2 * apart * mercator / Kilometres(CoreDistance.GreatCircle);
            var asDefined = Printed(published, output)
                ? Invariant($"; eq. 14 as defined, N the printed demand and true distance, gives {ServiceFlow.Range(Kilometres(CoreDistance.GreatCircle),
                    Demand(input), Demand(output)):F2} km") : "";
            var reason = Invariant($"storage as N{(used == output ? "" : $", of {used} instead of {output},")} and distance between centroids in Web "
                + $"Mercator; a centroid moves by up "
                + $"to {apart:F1} km between two public outlines{asDefined}");
            var route = Recomputation.Of(id, range, reason, range / mercator * shift).ByAnotherRoute();
            if (published[id].Agrees(range, route.Uncertainty)) return route;
        }
        // Eq. 14 as it is defined can be computed where both demands are printed.
        return Printed(published, output)
            ? Recomputation.Of(id, ServiceFlow.Range(Kilometres(CoreDistance.GreatCircle), Demand(input), Demand(output)), Invariant(
                $"eq. 14 as defined, N the printed demand, great-circle distance between centroids; with storage and distance in Web Mercator it would be "
                + $"{ByStorage(output):F2} km"))
            : Recomputation.Open(id, $"demand and storage of {output} are not printed, so eq. 14 cannot be computed", null, Cities);
    }

    private static Recomputation Amount(RegionMap map, string output, string input, double range, double intensity)
    {
        var area = map.AreaWithin(map.Regions.IndexOf(output), range, map.Regions.IndexOf(input), CircleShape.EqualAreaPlane);
        var amount = ServiceFlow.Amount(area, intensity) / 1e4;
        var id = Id(output, input, "amount");
        return area == 0
            ? Recomputation.Of(id, 0, Invariant($"eq. 16 with the printed range: a circle of {range} km around {output} ends before {input} begins"))
            : Recomputation.Open(id, Invariant($"the authors' boundaries are not published; eq. 16 with printed range and intensity and an "
            + $"overlap of {area:N0} km2 on public outlines gives this"), amount, "the authors' boundaries of the cities");
    }

    private static string Id(string output, string input, string what) => $"t3-{output.ToLowerInvariant()}-{input.ToLowerInvariant()}-{what}";
}
