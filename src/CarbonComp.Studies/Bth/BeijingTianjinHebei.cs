using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>The case of BTH: thirteen cities and the rest of China, seven sectors, 2020, read from its data package.</summary>
/// <remarks>
/// Holds what several notebooks, the ledger and the benchmarks start from. The steps themselves stand in the rooms of the
/// library; a study of another place builds its own inputs in the same way.
/// </remarks>
public sealed class BeijingTianjinHebei
{
    /// <summary>The rest of the country, the last region of the table.</summary>
    public static Region RestOfChina { get; } = new("rest", "Rest of China", "中国其他地区");

    private readonly string data;
    private readonly MultiRegionalTable? given;

    private BeijingTianjinHebei(string data, DataPackage package, MultiRegionalTable? given = null)
    {
        (this.data, this.given) = (data, given);
        Package = package;
        Cities = package["regions"].RegionAxis();
        Sectors = package["sectors"].SectorAxis();
        Regions = Cities.With(RestOfChina);
        Emissions = package["emissions"].Matrix("value", Regions, Sectors);
        National = NationalTable.From(package["national-table"], Sectors);
        Price = new CarbonPrice(package["parameters"].Value("carbon_price", Unit.YuanPerTonneCO2), Unit.YuanPerTonneCO2, "BTH 3.2 (5)", ValueStatus.Paper);
    }

    /// <summary>Reads the case.</summary>
    /// <param name="folder">The folder <c>data/bth-2020</c>, with the packages on provinces, inventories and sectors beside it.</param>
    /// <param name="workbook">A table of cities in CEADs' layout, as for <see cref="WithCeads"/>; if empty, the constructed table.</param>
    /// <exception cref="DataException">A table or a value is missing or damaged; the message names file and row.</exception>
    public static BeijingTianjinHebei Load(string folder, string workbook = "")
    {
        var study = new BeijingTianjinHebei(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))!, DataPackage.Load(folder));
        return workbook.Length == 0 ? study : study.WithCeads(workbook);
    }

    /// <summary>The same case with another table between cities in the place of the constructed one.</summary>
    /// <remarks>
    /// The thirteen cities are recognised by name in either language. All other regions of the table together become the rest of China, whose
    /// emissions are those of all other provinces: the table has to cover the country, or to be of the thirteen cities alone, so that their trade
    /// with the rest stands among exports and imports. Other sectors than the seven are added up to them. Imports that compete are taken out in
    /// proportion.
    /// </remarks>
    /// <param name="table">The table.</param>
    /// <param name="sectors">The sector of the seven for each of the table's; not needed for the seven, or the forty-two of the tables of 2017.</param>
    /// <exception cref="AxisException">A city is missing or there twice, a province stands beside its cities, or sectors are unknown.</exception>
    /// <exception cref="InputOutputException">A table that does not balance.</exception>
    public BeijingTianjinHebei WithTable(MultiRegionalTable table, Concordance? sectors = null) => new(data, Package, new CityTable(this).Of(table, sectors));

    /// <summary>The same case with a workbook of cities in CEADs' layout.</summary>
    /// <param name="path">The xlsx file.</param>
    /// <param name="status">The origin of the numbers, if the file is not a published table.</param>
    /// <exception cref="DataException">A damaged file; the message names sheet and cell.</exception>
    /// <exception cref="AxisException">As for <see cref="WithTable"/>.</exception>
    public BeijingTianjinHebei WithCeads(string path, ValueStatus status = ValueStatus.Statistic) => WithTable(CeadsTable.Read(path, status: status).Table);

    /// <summary>Whether the table is the case's own construction.</summary>
    public bool IsConstructed => given is null;

    /// <summary>The table of the cities: the given one, or the constructed one with the default choices.</summary>
    public MultiRegionalTable Table => given ?? ConstructTable().Table;

    /// <summary>Emissions by region and sector, along the regions of <see cref="Table"/>.</summary>
    public LabelledMatrix TableEmissions => Emissions.ForRows(given?.Regions ?? Regions);

    /// <summary>The model of <see cref="Table"/> and its emissions; with an openness of its own where the table is the case's construction.</summary>
    /// <param name="openness">As for <see cref="Options"/>; a table that was given is taken as it is.</param>
    public EmbodiedCarbonModel Model(double openness = 1) => given is null ? Model(Options(openness)) : new(given, TableEmissions);

    /// <summary>The model of a table that is constructed by other choices.</summary>
    /// <param name="choices">Own supply, distance, balancing.</param>
    public EmbodiedCarbonModel Model(ConstructionOptions choices) => new(ConstructTable(choices).Table, Emissions);

    /// <summary>A remark on the table that results rest on, and what of it was observed.</summary>
    public Remark TableNote => CityTable.Note(this);

    /// <summary>The tables the case is read from.</summary>
    public DataPackage Package { get; }

    /// <summary>The thirteen cities.</summary>
    public RegionAxis Cities { get; }

    /// <summary>The thirteen cities and the rest of China.</summary>
    public RegionAxis Regions { get; }

    /// <summary>The seven sectors (<c>docs/methods.md#sectors</c>).</summary>
    public SectorAxis Sectors { get; }

    /// <summary>Emissions by region and sector.</summary>
    public LabelledMatrix Emissions { get; }

    /// <summary>China's table of 2020.</summary>
    public NationalTable National { get; }

    /// <summary>The carbon price of the paper.</summary>
    public CarbonPrice Price { get; }

    /// <summary>How the emissions were made.</summary>
    public BthInventory Inventory => new(Package, ProvincialInventories.Load(data));

    /// <summary>Every number that the paper prints.</summary>
    public PublishedNumbers Published => PublishedNumbers.From(Package["published"]);

    /// <summary>Net embodied imports of the nine cities for which the paper prints them (4.1.2): positive owes.</summary>
    public LabelledVector PrintedNetImports
    {
        get
        {
            RegionAxis With(string ids) => new(Cities.Where(c => Published.Has(ids + c.Name.ToLowerInvariant())));
            var (owing, owed) = (With("s412-net-outflow-"), With("s412-net-inflow-"));
            var values = Published.Vector("owing", owing, "s412-net-outflow-*", "Mt CO2").Values
                .Concat(Published.Vector("owed", owed, "s412-net-inflow-*", "Mt CO2", sign: -1).Values);
            return new("printed in the paper", new RegionAxis(owing.Concat(owed)), values, Unit.MegatonneCO2, ValueStatus.Paper);
        }
    }

    /// <summary>GDP of the cities.</summary>
    public LabelledVector Gdp => Package["economy"].Vector("gdp", Cities);

    /// <summary>Residents of the cities.</summary>
    public LabelledVector Population => Package["economy"].Vector("population", Cities);

    /// <summary>Share of the residents who live in towns.</summary>
    public LabelledVector UrbanShare => Package["economy"].Vector("urban_share", Cities);

    /// <summary>Engel coefficients of the cities.</summary>
    public LabelledVector Engel => Package["engel"].Vector("value", Cities);

    /// <summary>Value added by city and sector: the industries that cities publish, split by the nation's shares.</summary>
    public LabelledMatrix ValueAdded
    {
        get
        {
            var economy = Package["economy"];
            string[] fields = ["value_added_primary", "value_added_secondary", "value_added_tertiary"];
            var columns = fields.Select(f => economy.Vector(f, Cities)).ToArray();
            var industries = new LabelledMatrix("value added", Cities, new CategoryAxis("industry", "primary", "secondary", "tertiary"),
                Matrix<double>.Build.DenseOfColumnVectors(columns.Select(c => c.In(Unit.Yuan).Values)), Unit.Yuan,
                ValueStatuses.Weakest(columns.Select(c => c.Status)));
            return SectorSplit.ByNationalShares(industries, ["primary", "secondary", "secondary", "secondary", "secondary", "tertiary", "tertiary"], National);
        }
    }

    /// <summary>GDP of the cities and of all other provinces, yuan.</summary>
    internal double NationalGdp => Gdp.Total * Gdp.Unit.To(Unit.Yuan)
        + Package["provinces"].Numbers("gdp").Sum() * Package["provinces"].UnitOf("gdp").To(Unit.Yuan);

    /// <summary>The known totals of the cities for the construction of the table: value added, and GDP as the proxy of final use.</summary>
    public RegionalControls Controls
    {
        get
        {
            var national = NationalGdp;
            return new(ValueAdded, [.. National.Categories.Labels.Select(category =>
                new FinalUseProxy(category, "gross domestic product 2020", Gdp, national, Unit.Yuan))]);
        }
    }

    /// <summary>Kilometres between all regions: great circles between the cities' centroids; to the rest of China the distance that stands for its
    /// provinces, weighted by their GDP.</summary>
    /// <param name="decay">β of the gravity that the distances are used in.</param>
    public LabelledMatrix Distances(double decay)
    {
        var (regions, provinces) = (Package["regions"], Package["provinces"]);
        GeoPoint[] Points(DataTable table) => [.. table.Numbers("centroid_longitude").Zip(table.Numbers("centroid_latitude"), (x, y) => new GeoPoint(x, y))];
        var (cities, others, weights) = (Points(regions), Points(provinces), provinces.Numbers("gdp").ToArray());
        var n = cities.Length;
        var kilometres = Matrix<double>.Build.Dense(n + 1, n + 1, (r, s) =>
            r == s ? 0
            : r < n && s < n ? cities[r].GreatCircleTo(cities[s])
            : GravityTrade.EffectiveDistance([.. others.Select(p => cities[Math.Min(r, s)].GreatCircleTo(p))], weights, decay));
        return new("distance between regions", Regions, Regions, kilometres, Unit.Kilometre, ValueStatus.Constructed);
    }

    /// <summary>δ of each sector, calibrated on provincial tables of 2007, as for the provinces (<see cref="SurveyTables"/>).</summary>
    public LabelledVector Deltas
    {
        get
        {
            var surveys = new SurveyTables(DataPackage.Load(Path.Combine(data, "provincial-statistics")),
                SectorConcordances.Load(Path.Combine(data, "concordances")));
            var deltas = surveys.CalibrateIn("7").Deltas;
            return new("δ, calibrated on provincial tables of 2007", Sectors, deltas.For(Sectors).Values, deltas.Unit, deltas.Status);
        }
    }

    /// <summary>The choices of the constructed table: own supply by the pool with <see cref="Deltas"/>, trade by gravity.</summary>
    /// <param name="openness">A factor for every δ: above 1 cities trade more, below 1 less.</param>
    /// <param name="distanceDecay">β of gravity.</param>
    public ConstructionOptions Options(double openness = 1, double distanceDecay = 1)
    {
        if (distanceDecay is not (>= 0 and <= 10))
            throw new InputOutputException(Invariant($"The distance decay β is {distanceDecay}. It is a number from 0 to 10; 1 is customary."));
        return new()
        {
            Rest = RestOfChina, RegionalPurchaseCoefficient = RegionalPurchaseCoefficient.SupplyDemandPool, DistanceDecay = distanceDecay,
            ProductDeltas = SurveyTables.Scaled(Deltas, openness),
        };
    }

    /// <summary>The table of thirteen cities and the rest of China, constructed from the national one.</summary>
    /// <param name="options">The choices that no source settles; those of <see cref="Options"/> where none are given.</param>
    public (MultiRegionalTable Table, ConstructionReport Report) ConstructTable(ConstructionOptions? options = null)
    {
        var chosen = (options ?? Options()) with { Rest = RestOfChina };
        return SubnationalTable.Construct(National, Controls, Distances(chosen.DistanceDecay), chosen);
    }

    /// <summary>Land by class as the satellite sees it, km2.</summary>
    public LabelledMatrix LandCover => Package["land-cover"].Matrix("value", Cities, Package["land-classes"].CategoryAxis("land_class"));

    /// <summary>Which class of the paper's Table 1 a satellite class counts as: a documented choice.</summary>
    public IReadOnlyDictionary<string, string> CountsAs
    {
        get
        {
            var classes = Package["land-classes"];
            return classes.Texts("land_class").Zip(classes.Texts("pool")).ToDictionary(p => p.First, p => p.Second);
        }
    }

    /// <summary>Carbon densities of the paper's Table 1.</summary>
    public CarbonPools Pools => CarbonPools.From(Package["carbon-pools"]);

    /// <summary>Rural residents.</summary>
    public LabelledVector RuralPopulation => SequestrationDemand.RuralPopulation(Population, UrbanShare);

    /// <summary>Emissions of the thirteen cities alone.</summary>
    public LabelledMatrix CityEmissions => Emissions.ForRows(Cities);

    /// <summary>Demand for sequestration service by city (BTH eq. 12).</summary>
    /// <param name="scope">Whose people the per-capita coefficients are taken over.</param>
    public LabelledVector Demand(CoefficientScope scope = CoefficientScope.EachRegion) => SequestrationDemand.ByRegion(
        PerCapitaEmissions.Of(CityEmissions, Population, RuralPopulation, "Agriculture", scope), Population, RuralPopulation);

    /// <summary>The cities on the map, with the outlines that ECharts 4.9 ships.</summary>
    /// <param name="boundaries">The folder <c>map/json</c> of that package: <c>environment/node_modules/echarts/map/json</c>.</param>
    /// <exception cref="CarbonCompException">The boundaries are not there; the message says which command installs them.</exception>
    public RegionMap Map(string boundaries) => RegionMap.Of(Cities,
        CaseBoundaries.Shipped(Path.Combine(boundaries, "china.json"), Path.Combine(boundaries, "province", "hebei.json")),
        CaseBoundaries.Projection, source: CaseBoundaries.Source);
}
