using System.Collections.Concurrent;
using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>The case of PRC and PEC: thirty-one provinces, seven sectors, 2012, 2015, 2017 and 2020, read from its data package.</summary>
/// <remarks>
/// <para>The tables between provinces are constructed from national ones, unless a table that was made by survey is put in their place with
/// <see cref="WithTable"/>; everything that follows then runs on it.</para>
/// <para>Tibet has accounts and land but no emission inventory. It stands in the tables, where others emit for its use; what it emits itself is
/// unknown and enters as nothing, so every total is that of <see cref="Inventoried"/>, and it has no reduction cost.</para>
/// </remarks>
public sealed class ChinaProvinces
{
    private readonly ConcurrentDictionary<int, MultiRegionalTable> tables = new();
    private readonly Dictionary<int, MultiRegionalTable> given;
    private readonly Dictionary<int, LabelledMatrix> givenEmissions;

    private ChinaProvinces(DataPackage package, Dictionary<int, MultiRegionalTable> given, Dictionary<int, LabelledMatrix> givenEmissions)
    {
        (Package, this.given, this.givenEmissions) = (package, given, givenEmissions);
        Provinces = package["provinces"].RegionAxis();
        Sectors = package["sectors"].SectorAxis();
        Years = [.. package["accounts"].Texts("year").Distinct().Select(y => int.Parse(y, CultureInfo.InvariantCulture))];
        var counted = package["emission-totals"].Texts("region").ToHashSet(StringComparer.Ordinal);
        Inventoried = new(Provinces.Where(p => counted.Contains(p.Name)));
    }

    /// <summary>Reads the case.</summary>
    /// <param name="folder">The folder <c>data/china-provinces</c>.</param>
    /// <param name="tables">A folder of tables in CEADs' layout to run on, as for <see cref="WithCeads(string, ValueStatus)"/>; the constructed tables where it is empty.</param>
    /// <exception cref="DataException">A table or a value is missing or damaged; the message names file and row.</exception>
    public static ChinaProvinces Load(string folder, string tables = "")
    {
        var china = new ChinaProvinces(DataPackage.Load(folder), [], []);
        return tables.Length == 0 ? china : china.WithCeads(tables);
    }

    /// <summary>The tables the case is read from.</summary>
    public DataPackage Package { get; }

    /// <summary>The thirty-one provinces.</summary>
    public RegionAxis Provinces { get; }

    /// <summary>The thirty provinces with an emission inventory: all but Tibet.</summary>
    public RegionAxis Inventoried { get; }

    /// <summary>The seven sectors.</summary>
    public SectorAxis Sectors { get; }

    /// <summary>The years.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>What the two abstracts state.</summary>
    public PublishedNumbers Published => PublishedNumbers.From(Package["published"]);

    /// <summary>How the emissions by sector were made.</summary>
    public ProvincialInventory Inventory => new(this);

    /// <summary>The choices by which the tables are constructed: goods are traded, while services, utilities and buildings come from the province that uses them as far as it makes them.</summary>
    /// <remarks>How much a province supplies itself of goods is Flegg's quotient with the library's δ. No source settles either choice, and both weigh heavily on every flow between provinces.</remarks>
    public static ConstructionOptions Construction { get; } = new() { Rest = null, LocalSectors = ["Energy", "Construction", "TradeAccommodationCatering", "OtherServices"] };

    /// <summary>The same case with a table of its own for a year, such as CEADs' by survey: everything that follows runs on it.</summary>
    /// <remarks>
    /// Provinces are recognised by name in either language and put in the case's order; some may be missing. Other sectors than the seven are
    /// added up to them. Imports that compete are taken out in proportion.
    /// </remarks>
    /// <param name="year">A year of the case.</param>
    /// <param name="table">The table.</param>
    /// <param name="sectors">Which of the seven each sector belongs to; none where the table has the seven, or the forty-two of CEADs' tables of 2017.</param>
    /// <exception cref="AxisException">A region that is no province, or sectors that are neither the seven nor the forty-two; the message names them.</exception>
    /// <exception cref="InputOutputException">A table that does not balance.</exception>
    /// <exception cref="CarbonCompException">A year that the case does not have.</exception>
    public ChinaProvinces WithTable(int year, MultiRegionalTable table, Concordance? sectors = null)
    {
        RequireYear(year);
        return new(Package, new(given) { [year] = new ProvincialTable(this).Of(table, sectors) }, givenEmissions);
    }

    /// <summary>The same case with CEADs' table for a year.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="path">The xlsx file.</param>
    /// <param name="sectors">As for <see cref="WithTable"/>.</param>
    /// <param name="status">Where the file's numbers come from, when it is not a published table.</param>
    /// <exception cref="DataException">A damaged file; the message names sheet and cell.</exception>
    /// <exception cref="AxisException">As for <see cref="WithTable"/>.</exception>
    public ChinaProvinces WithCeads(int year, string path, Concordance? sectors = null, ValueStatus status = ValueStatus.Statistic) =>
        WithTable(year, CeadsTable.Read(path, status: status).Table, sectors);

    /// <summary>The same case with CEADs' tables for all years of which a folder has one; the other years keep the constructed table.</summary>
    /// <param name="folder">A folder of xlsx files, one a year, with the year in the name: <c>China MRIO 2017.xlsx</c>.</param>
    /// <param name="status">Where the files' numbers come from, when they are not published tables.</param>
    /// <exception cref="DataException">No such folder, no table of the case's years in it, two of one year, or a damaged file.</exception>
    /// <exception cref="AxisException">As for <see cref="WithTable"/>.</exception>
    public ChinaProvinces WithCeads(string folder, ValueStatus status = ValueStatus.Statistic) =>
        TableFolder.Find(folder, Years).Aggregate(this, (china, table) => china.WithCeads(table.Year, table.Path, status: status));

    /// <summary>The same case with other emissions for a year.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="emissions">A mass of CO2 by province, at least those of the year's table, and the seven sectors; not negative.</param>
    /// <exception cref="AxisException">Other sectors.</exception>
    /// <exception cref="CarbonCompException">A year that the case does not have.</exception>
    public ChinaProvinces WithEmissions(int year, LabelledMatrix emissions)
    {
        RequireYear(year);
        Sectors.Require(emissions.Columns, emissions.Name);
        return new(Package, given, new(givenEmissions) { [year] = emissions.In(Unit.TonneCO2) });
    }

    /// <summary>Whether a year's table is the case's own construction and not one that was given.</summary>
    /// <param name="year">A year of the case.</param>
    public bool IsConstructed(int year) => !given.ContainsKey(year);

    /// <summary>In words, which tables between provinces results rest on, and what of them was observed.</summary>
    /// <param name="years">Years of the case; all where none is named.</param>
    /// <exception cref="CarbonCompException">A year that the case does not have.</exception>
    public Remark TableNote(params IReadOnlyList<int> years) => ProvincialTable.Note(this, years.Count == 0 ? Years : years);

    /// <summary>What stands under a figure as its source: where emissions and tables come from.</summary>
    /// <param name="years">Years of the case; all where none is named.</param>
    public string Source(params IReadOnlyList<int> years) => ProvincialTable.Source(this, years.Count == 0 ? Years : years);

    /// <summary>The provinces of a year's table: all, unless a table of fewer was given.</summary>
    /// <param name="year">A year of the case.</param>
    public RegionAxis Regions(int year) => given.TryGetValue(year, out var table) ? table.Regions : Provinces;

    /// <summary>The provinces of a year's table that have an inventory: those with emissions and costs.</summary>
    /// <param name="year">A year of the case.</param>
    public RegionAxis Emitters(int year) => new(Regions(year).Where(p => Inventoried.Contains(p.Code)));

    /// <summary>GDP by province.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="vintage">Revised unless said otherwise.</param>
    public LabelledVector Gdp(int year, GdpVintage vintage = GdpVintage.Revised) =>
        Rows("accounts", year).Vector(vintage == GdpVintage.Revised ? "gdp" : "gdp_first_published", Provinces);

    /// <summary>Residents by province at the end of the year.</summary>
    /// <param name="year">A year of the case.</param>
    public LabelledVector Population(int year) => Rows("accounts", year).Vector("population", Provinces);

    /// <summary>Share of the residents who live in towns, by the census of 2020.</summary>
    public LabelledVector UrbanShare => Package["provinces"].Vector("urban_share", Provinces);

    /// <summary>China's table of a year, domestic and imported goods apart.</summary>
    /// <param name="year">A year of the case.</param>
    public NationalTable National(int year) => NationalTable.From(Rows("national-tables", year), Sectors);

    /// <summary>Value added by province and sector that adds up to the nation's of every sector.</summary>
    /// <remarks>
    /// Each province has the nation's value added in proportion to its revised GDP, and its own mix of industries as near as bi-proportional fitting
    /// leaves it (the mix of 2017 for 2012 and 2015); within an industry the nation's shares split it into sectors.
    /// </remarks>
    /// <param name="year">A year of the case.</param>
    public LabelledMatrix ValueAdded(int year) => Constructed.ValueAdded(year);

    /// <summary>What the construction of a year's table knows of the provinces: value added, and GDP as the proxy of every final use.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="householdsByResidents">Whether the consumption of households is divided by residents instead: nothing is saved in rich provinces then.</param>
    public RegionalControls Controls(int year, bool householdsByResidents = false) => Constructed.Controls(year, householdsByResidents);

    /// <summary>Kilometres between provinces: great circles between their seats of government.</summary>
    public LabelledMatrix Distances() => Constructed.Distances();

    /// <summary>The table between provinces of a year, constructed from the national one.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="options">The choices that no source settles; <see cref="Construction"/> where none are given.</param>
    /// <param name="householdsByResidents">See <see cref="Controls"/>.</param>
    public (MultiRegionalTable Table, ConstructionReport Report) ConstructTable(int year, ConstructionOptions? options = null, bool householdsByResidents = false) =>
        SubnationalTable.Construct(National(year), Controls(year, householdsByResidents), Distances(), (options ?? Construction) with { Rest = null });

    /// <summary>The table between provinces of a year: the one given by <see cref="WithTable"/>, else constructed.</summary>
    /// <param name="year">A year of the case.</param>
    public MultiRegionalTable Table(int year)
    {
        RequireYear(year);
        return given.TryGetValue(year, out var table) ? table : tables.GetOrAdd(year, y => ConstructTable(y).Table);
    }

    /// <summary>Emissions by province and sector, along the year's table; Tibet, which has no inventory, as nothing.</summary>
    /// <param name="year">A year of the case.</param>
    public LabelledMatrix Emissions(int year)
    {
        RequireYear(year);
        if (givenEmissions.TryGetValue(year, out var own)) return own.ForRows(Regions(year));
        return Padded(Rows("emissions", year).Matrix("value", Inventoried, Sectors), year);
    }

    /// <summary>What households of each province emit themselves, along the year's table; Tibet as nothing.</summary>
    /// <param name="year">A year of the case.</param>
    public LabelledVector HouseholdEmissions(int year)
    {
        var table = Rows("household-emissions", year);
        return Padded(table.Matrix("value", Inventoried, table.CategoryAxis("sector")), year).RowSums().Named("emissions of households");
    }

    /// <summary>Emissions per unit of output of a year.</summary>
    /// <param name="year">A year of the case.</param>
    public Intensity Intensity(int year) => CarbonComp.Intensity.Of(Emissions(year), Table(year));

    /// <summary>The model of a year's table and emissions.</summary>
    /// <param name="year">A year of the case.</param>
    public EmbodiedCarbonModel Model(int year) => new(Table(year), Emissions(year));

    /// <summary>Who emits for whom in a year, with what households emit beside it.</summary>
    /// <param name="year">A year of the case.</param>
    public TransferMatrix Transfers(int year) => Model(year).Transfers().WithHouseholds(HouseholdEmissions(year));

    /// <summary>Which sector emits where and for whose final use in a year, among <see cref="Emitters"/>; what others emit for Tibet is an end.</summary>
    /// <param name="year">A year of the case.</param>
    public SectorTransfers SectorTransfers(int year) => Model(year).TransfersBySector().Within(Emitters(year));

    /// <summary>What each sector of each province makes value added from, along <see cref="Emitters"/>.</summary>
    /// <remarks>
    /// <para>Labour is residents, divided among sectors as the nation's compensation of employees goes with value added. Capital is the
    /// consumption of fixed capital that the nation has per value added of the sector. Energy is what the sector buys of mining and energy supply in the
    /// year's table. Statistics of employment, capital and energy by province are not in the package.</para>
    /// <para>With the nation's coefficients capital and energy are proportional to value added within a sector: they tell provinces apart by their mix of
    /// sectors only, and within a sector not at all. In a survey table energy does.</para>
    /// </remarks>
    /// <param name="year">A year of the case.</param>
    /// <returns>Labour in persons, capital and energy in yuan.</returns>
    public (LabelledMatrix Labour, LabelledMatrix Capital, LabelledMatrix Energy) Inputs(int year) => new ProvincialInputs(this).Of(year);

    /// <summary>Value added by sector of the provinces that have an inventory, from the year's table.</summary>
    /// <param name="year">A year of the case.</param>
    public LabelledMatrix SectorValueAdded(int year) => Table(year).ValueAddedByRegion().ForRows(Emitters(year)).In(Unit.Yuan);

    /// <summary>The provinces as units of production, without Tibet: value added and emissions of the seven sectors, made from inputs.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="inputs">Some of labour, capital and energy (<see cref="Inputs"/>); labour alone where none is named, the only one that was observed of provinces.</param>
    /// <exception cref="AxisException">Another input.</exception>
    public ProductionUnits Units(int year, params IReadOnlyList<string> inputs) => new ProvincialInputs(this).Units(year, inputs);

    /// <summary>Land by class as the satellite sees it.</summary>
    /// <param name="year">A year of the case.</param>
    public LabelledMatrix LandCover(int year) => Rows("land-cover", year).Matrix("value", Provinces, Package["land-classes"].CategoryAxis("land class"));

    /// <summary>What the land of each province takes up in a year by class (JX eq. 4).</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="coefficients">Absorption of a hectare; <see cref="BudgetCoefficients.Consistent"/> unless given.</param>
    public LabelledMatrix Sinks(int year, BudgetCoefficients? coefficients = null)
    {
        var classes = Package["land-classes"];
        return CarbonAbsorption.Of(LandCover(year), coefficients ?? BudgetCoefficients.Consistent,
            classes.Texts("land_class").Zip(classes.Texts("absorption_class")).ToDictionary(p => p.First, p => p.Second));
    }

    /// <summary>The provinces on the map, with the outlines that ECharts 4.9 ships; Taiwan, Hong Kong and Macao, of which the case has no figures, around them.</summary>
    /// <param name="boundaries">The folder <c>map/json</c> of that package: <c>environment/node_modules/echarts/map/json</c>.</param>
    /// <exception cref="CarbonCompException">The boundaries are not there; the message says which command installs them.</exception>
    public RegionMap Map(string boundaries)
    {
        var areas = CaseBoundaries.Shipped(Path.Combine(boundaries, "china.json"));
        return RegionMap.Of(Provinces, areas, CaseBoundaries.Projection, source: CaseBoundaries.Source).WithSurroundings(areas);
    }

    private ProvincialConstruction Constructed => new(this);

    /// <summary>The rows of a table that are of one year.</summary>
    internal DataTable Rows(string resource, int year)
    {
        RequireYear(year);
        return Package[resource].Where("year", Invariant($"{year}"));
    }

    private void RequireYear(int year)
    {
        if (!Years.Contains(year)) throw new CarbonCompException($"The case has no year {year}. It has {string.Join(", ", Years)}.");
    }

    private LabelledMatrix Padded(LabelledMatrix known, int year)
    {
        var regions = Regions(year);
        return new(known.Name, regions, known.Columns, Matrix<double>.Build.Dense(regions.Count, known.Columns.Count,
            (r, j) => known.Rows.Contains(regions.Codes[r]) ? known.Values[known.Rows.IndexOf(regions.Codes[r]), j] : 0), known.Unit, known.Status);
    }
}
