namespace CarbonComp.Studies;

/// <summary>BTH 4.2.1–4.2.3: supply, demand and ratio from each other, and from Table 1.</summary>
internal static class BthSinkChecks
{
    public static IEnumerable<Recomputation> Of(PublishedNumbers published, BeijingTianjinHebei study)
    {
        double Mt(string id) => published.Value(id, "Mt CO2");
        var (supply, demand) = (Mt("s421-storage-total"), Mt("s422-demand-total"));
        yield return Recomputation.Of("s421-storage-mean", supply / study.Cities.Count, "printed total over thirteen cities");
        yield return Recomputation.Of("s421-storage-share", 100 * (Mt("s421-storage-zhangjiakou") + Mt("s421-storage-chengde")) / supply,
            "printed storages over the printed total");
        yield return Recomputation.Of("s422-demand-mean", demand / study.Cities.Count, "printed total over thirteen cities");
        yield return Recomputation.Of("s423-ratio-overall", (supply - demand) / (supply + demand), "eq. 13 with the printed totals");

        var storage = CarbonStorage.Of(study.LandCover, study.Pools, study.CountsAs);
        foreach (var city in new[] { "Langfang", "Hengshui" })
        {
            var printed = Mt($"s421-storage-{city.ToLowerInvariant()}");
            var (hectares, cropland) = (storage.Areas[city] * 100, study.LandCover[city, "Cropland"] / study.LandCover.Row(city).Total);
            yield return Recomputation.Of($"s421-storage-{city.ToLowerInvariant()}", storage.AsCarbon[city] / 1e6, Invariant(
                $"eq. 11 with Table 1 and satellite land cover, in Mt C (in CO2 it would be 44/12 as much). The printed number is "
                + $"{printed * 1e6 / hectares:F1} t/ha, but {cropland:P0} of the land is cropland, which alone has "
                + $"{study.Pools["Cropland"].Total:F1} t C/ha in Table 1"));
        }
        foreach (var city in new[] { "Zhangjiakou", "Chengde" })
            yield return Recomputation.Open($"s421-storage-{city.ToLowerInvariant()}",
                "the authors' land-use map is not published; Table 1 and satellite land cover give this, in Mt C", storage.AsCarbon[city] / 1e6);

        foreach (var city in new[] { "tianjin", "tangshan", "handan" })
        {
            var (d, deficit) = (Mt($"s422-demand-{city}"), Mt($"s423-deficit-{city}"));
            // (S − D)/(S + D) with S = D − deficit.
            yield return Recomputation.Of($"s423-ratio-{city}", -deficit / (2 * d - deficit),
                "eq. 13 with the printed demand and deficit, the deficit read in 10^4 t");
            yield return new Recomputation($"s423-deficit-{city}", null, Invariant($"{deficit:N2} million t"),
                Invariant($"printed in million t, which would be {deficit * 100 / d:F0} times the printed demand; ratio and demand agree with the "
                    + $"digits read in 10^4 t"));
        }
        var deficits = published.All.Count(p => p.Id.StartsWith("s423-deficit-", StringComparison.Ordinal));
        yield return Recomputation.Of("s423-surplus-cities", study.Cities.Count - deficits,
            $"{study.Cities.Count} cities less the {deficits} whose deficit is printed");
    }
}
