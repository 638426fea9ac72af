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

    // In the block of Tianjin the ranges follow from the storage of the row before: Zhangjiakou stands for Chengde, Chengde for Cangzhou.
    private static readonly Dictionary<string, string> Shifted = new() { ["Chengde"] = "Zhangjiakou", ["Cangzhou"] = "Chengde" };

    public static IEnumerable<Recomputation> Of(PublishedNumbers published, RegionMap map)
    {
        double Table3(string output, string input, string what, string unit) => published.Value(Id(output, input, what), unit);
        var rows = Rows(published).Select(r => (r.Output, r.Input, Range: Table3(r.Output, r.Input, "range", "km"),
            Intensity: Table3(r.Output, r.Input, "intensity", "t CO2/km2"), Amount: Table3(r.Output, r.Input, "amount", "t CO2"))).ToArray();

        foreach (var row in rows)
        {
            yield return Intensity(published, rows.Where(r => r != row).Select(r => (r.Output, r.Range, r.Intensity)), row);
            yield return Range(published, map, row.Output, row.Input);
            yield return Amount(map, row.Output, row.Input, row.Range, row.Intensity);
        }
        foreach (var input in rows.Select(r => r.Input).Distinct())
        {
            var sum = rows.Where(r => r.Input == input).Sum(r => r.Amount);
            // Each amount is rounded to 0.01 · 10^4 t.
            var rounding = rows.Count(r => r.Input == input) * 0.005;
            yield return Recomputation.Of($"t3-received-{input.ToLowerInvariant()}", sum / 1e4, "sum of the amounts of its rows", rounding);
            yield return Recomputation.Of($"s424-received-{input.ToLowerInvariant()}", sum / 1e6, "sum of the amounts of its rows", rounding / 100);
            yield return Recomputation.Of($"s424-share-{input.ToLowerInvariant()}", 100 * sum / rows.Sum(r => r.Amount), Invariant(
                $"share of the sum of all twelve rows, {rows.Sum(r => r.Amount) / 1e4:N0} (10^4 t). The three printed shares add up to 75.9 %, as "
                + $"of a total of about 16 500"));
        }
        yield return Recomputation.Of("s424-range-min", rows.Min(r => r.Range), "smallest of the twelve rows");
        yield return Recomputation.Of("s424-range-max", rows.Max(r => r.Range), "largest of the twelve rows");
        yield return Recomputation.Of("s424-range-langfang-tianjin", Table3("Langfang", "Tianjin", "range", "km"), "Table 3");
        yield return Recomputation.Of("s424-range-chengde-handan", Table3("Chengde", "Handan", "range", "km"), "Table 3");
        yield return Recomputation.Of("s424-intensity-langfang-tianjin", Table3("Langfang", "Tianjin", "intensity", "t CO2/km2"), "Table 3");
        yield return Recomputation.Of("s424-intensity-chengde-handan", Table3("Chengde", "Handan", "intensity", "t CO2/km2"), "Table 3");
        yield return Recomputation.Of("s424-intensity-mean", rows.Average(r => r.Intensity), "mean of the twelve rows", 0.005);
        yield return Recomputation.Of("s424-suppliers-tianjin", rows.Count(r => r.Input == "Tianjin"), "rows of Tianjin in Table 3");
    }

    // The table's own formula, not eq. 15: output surplus over squared range. The surplus comes from 4.2.1 and 4.2.2, else from the city's other row.
    private static Recomputation Intensity(PublishedNumbers published, IEnumerable<(string Output, double Range, double Intensity)> others,
        (string Output, string Input, double Range, double Intensity, double Amount) row)
    {
        var id = Id(row.Output, row.Input, "intensity");
        var (half, halfRange) = (published.HalfUnit(id, "t CO2/km2"), published.HalfUnit(Id(row.Output, row.Input, "range"), "km"));
        double surplus, uncertain;
        string from;
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
        }
        else
        {
            return Recomputation.Open(id, Invariant(
                $"supply and demand of {row.Output} are not printed and it has one row; by I = (S − D)/D_r² the row implies a surplus of "
                + $"{row.Intensity * row.Range * row.Range / 1e6:F2} Mt"));
        }
        var squared = row.Range * row.Range;
        return Recomputation.Of(id, surplus / squared, $"I = (S − D)/D_r² with {from}; eq. 15 as printed, N_r/D_rs², does not give the table",
            (uncertain + surplus * 2 * halfRange / row.Range) / squared);
    }

    private static Recomputation Range(PublishedNumbers published, RegionMap map, string output, string input)
    {
        var id = Id(output, input, "range");
        double Kilometres(CoreDistance kind) => map.Distances(kind)[output, input];
        double Storage(string city) => published.Value($"s421-storage-{city.ToLowerInvariant()}", "t CO2");
        double Demand(string city) => published.Value($"s422-demand-{city.ToLowerInvariant()}", "t CO2");
        var inputStorage = Demand(input) - published.Value($"s423-deficit-{input.ToLowerInvariant()}", "t CO2");
        var used = input == "Tianjin" && Shifted.TryGetValue(output, out var shifted) ? shifted : output;

        var route = Printed(published, used) && !(input == "Tianjin" && used == output)
            ? Invariant($"With storage as N{(used == output ? "" : $", of {used} instead of {output},")} and distance between centroids in Web "
            + $"Mercator it would be {ServiceFlow.Range(Kilometres(CoreDistance.WebMercator), inputStorage, Storage(used)):F2} km, near the "
            + $"printed {published.Value(id, "km"):F2}")
            : Invariant($"The storage behind the printed {published.Value(id, "km"):F2} km is not printed");
        // Eq. 14 as it is defined can be computed where both demands are printed.
        return Printed(published, output)
            ? Recomputation.Of(id, ServiceFlow.Range(Kilometres(CoreDistance.GreatCircle), Demand(input), Demand(output)),
                $"eq. 14 as defined, N the printed demand, great-circle distance between centroids. {route}")
            : Recomputation.Open(id, $"demand of {output} is not printed, so eq. 14 cannot be computed. {route}",
                Printed(published, used) ? ServiceFlow.Range(Kilometres(CoreDistance.WebMercator), inputStorage, Storage(used)) : null);
    }

    private static Recomputation Amount(RegionMap map, string output, string input, double range, double intensity)
    {
        var area = map.AreaWithin(map.Regions.IndexOf(output), range, map.Regions.IndexOf(input), CircleShape.EqualAreaPlane);
        var amount = ServiceFlow.Amount(area, intensity) / 1e4;
        var id = Id(output, input, "amount");
        return area == 0
            ? Recomputation.Of(id, 0, Invariant($"eq. 16 with the printed range: a circle of {range} km around {output} ends before {input} begins"))
            : Recomputation.Open(id, Invariant($"the authors' boundaries are not published; eq. 16 with printed range and intensity and an "
            + $"overlap of {area:N0} km2 on public outlines gives this"), amount);
    }

    private static string Id(string output, string input, string what) => $"t3-{output.ToLowerInvariant()}-{input.ToLowerInvariant()}-{what}";
}
