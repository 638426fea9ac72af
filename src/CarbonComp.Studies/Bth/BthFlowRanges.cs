namespace CarbonComp.Studies;

/// <summary>The flow ranges of BTH Table 3 whose demands and storages are printed, computed in three ways beside the printed ones.</summary>
/// <param name="Printed">Table 3, km.</param>
/// <param name="StorageWebMercator">Eq. 14 with storage as N and distances between centroids in Web Mercator: what the table follows, but for rows of
/// Tianjin that use the storage of the row before.</param>
/// <param name="StorageTrueDistance">Eq. 14 with storage as N and great-circle distances.</param>
/// <param name="AsDefined">Eq. 14 as the paper defines it: N is demand; great-circle distances.</param>
public sealed record BthFlowRanges(LabelledVector Printed, LabelledVector StorageWebMercator, LabelledVector StorageTrueDistance, LabelledVector AsDefined)
{
    private static readonly (string Output, string Input)[] Pairs =
    [
        ("Zhangjiakou", "Tianjin"), ("Chengde", "Tianjin"), ("Langfang", "Tianjin"), ("Zhangjiakou", "Tangshan"), ("Chengde", "Tangshan"),
            ("Chengde", "Handan"),
    ];

    /// <summary>Computes them from the paper's printed supply, demand and deficit.</summary>
    /// <param name="published">The paper's numbers.</param>
    /// <param name="map">The cities on the map.</param>
    public static BthFlowRanges Of(PublishedNumbers published, RegionMap map)
    {
        var axis = new CategoryAxis("pair", Pairs.Select(p => $"{p.Output} → {p.Input}"));
        double Demand(string city) => published.Value($"s422-demand-{city.ToLowerInvariant()}", "t CO2");
        double Storage(string city) => published.Has($"s421-storage-{city.ToLowerInvariant()}")
            ? published.Value($"s421-storage-{city.ToLowerInvariant()}", "t CO2")
            : Demand(city) - published.Value($"s423-deficit-{city.ToLowerInvariant()}", "t CO2");
        LabelledVector Ranges(string name, CoreDistance kind, Func<string, double> n)
        {
            var distances = map.Distances(kind);
            return new(name, axis, Pairs.Select(p => ServiceFlow.Range(distances[p.Output, p.Input], n(p.Input), n(p.Output))), Unit.Kilometre,
                ValueStatus.Paper);
        }
        return new(
            new("printed", axis, Pairs.Select(p => published.Value($"t3-{p.Output.ToLowerInvariant()}-{p.Input.ToLowerInvariant()}-range", "km")),
                Unit.Kilometre, ValueStatus.Paper),
            Ranges("storage, Web Mercator", CoreDistance.WebMercator, Storage),
            Ranges("storage, true kilometres", CoreDistance.GreatCircle, Storage),
            Ranges("eq. 14 as defined: demand, true kilometres", CoreDistance.GreatCircle, Demand));
    }
}
