using CarbonComp.Studies;

namespace CarbonComp.Prepare;

/// <summary>The thirteen-city table with the cities of Hebei taken together: four regions, seven sectors. Constructed.</summary>
internal sealed record SampleTable(MultiRegionalTable Table, LabelledMatrix Emissions)
{
    private static readonly string[] Countries = ["BJ", "TJ", "HE", "ROW"];

    public static SampleTable Read(string data)
    {
        var bth = BeijingTianjinHebei.Load(Path.Combine(data, "bth-2020"));
        var cities = bth.ConstructTable().Table;
        var four = RegionAxis.Of("Beijing", "Tianjin", "Hebei", "Rest of China");
        var merge = Concordance.Of(cities.Regions, four, cities.Regions.Select(r => (r.Name, four.Contains(r.Name) ? r.Name : "Hebei")));
        return new(TableAggregation.Aggregate(cities, regions: merge), TableAggregation.Aggregate(bth.Emissions, regions: merge));
    }

    /// <summary>The same as a world without abroad: the rest of China uses what was exported, and imported inputs count as value added.</summary>
    public SampleTable Closed()
    {
        var use = Table.FinalUse.Clone();
        use.SetColumn(3, use.Column(3) + Table.Exports);
        var none = Table.Exports * 0;
        return this with
        {
            Table = new(Table.Regions, Table.Sectors, Table.Intermediate, use, none, none, Table.ValueAdded + Table.ImportedInputs, Table.Output,
                ValueStatus.Constructed),
        };
    }

    /// <summary>Region and sector pairs.</summary>
    public int Count => Table.Axis.Count;

    public int Regions => Table.Regions.Count;

    public string Region(int i) => Table.Regions.Labels[i / Table.Sectors.Count];

    /// <summary>A code for the region, as tables of the world have them.</summary>
    public string Country(int i) => Countries[i / Table.Sectors.Count];

    public static string CountryOf(int region) => Countries[region];

    public string Sector(int i) => Table.Sectors.Labels[i % Table.Sectors.Count];

    /// <summary>The number of the sector, from 1.</summary>
    public int Number(int i) => i % Table.Sectors.Count + 1;

    /// <summary>Whether a region's block begins here.</summary>
    public bool Begins(int i) => i % Table.Sectors.Count == 0;

    /// <summary>One value for each region and sector.</summary>
    public IEnumerable<T> Each<T>(Func<int, T> value) => Enumerable.Range(0, Count).Select(value);

    /// <summary>One value for each region.</summary>
    public IEnumerable<T> EachRegion<T>(Func<int, T> value) => Enumerable.Range(0, Regions).Select(value);
}
