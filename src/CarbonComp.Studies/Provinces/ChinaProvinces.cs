using System.Collections.Concurrent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>The case of PRC and PEC: emissions and tables of China's provinces, and what follows from the two.</summary>
/// <remarks>
/// <para>The tables between provinces are constructed, unless another is put in their place with <see cref="WithTable"/>. All is computed in the 41 or 42
/// sectors of the national tables, and shown in the broader ones of <see cref="Sectors"/>.</para>
/// <para>Tibet has no emission inventory. It is in the tables, where others emit for its use. Its own emissions are unknown and enter as
/// zero, so every total is that of the provinces with an inventory, and it has no reduction cost.</para>
/// </remarks>
public sealed class ChinaProvinces
{
    private readonly ProvincialTables tables;
    private readonly string shown;
    private readonly Dictionary<int, LabelledMatrix> givenEmissions;
    private readonly ConcurrentDictionary<int, EmbodiedCarbonModel> models = new();

    private ChinaProvinces(ProvincialTables tables, string shown, Dictionary<int, LabelledMatrix> givenEmissions) =>
        (this.tables, this.shown, this.givenEmissions, Sectors) = (tables, shown, givenEmissions, tables.Accounts.NationalTables.Concordances.Sectors(shown));

    /// <summary>Reads the case.</summary>
    /// <param name="data">The folder <c>data</c>.</param>
    /// <param name="tables">A folder of tables in CEADs' layout, as for <see cref="WithCeads(string, ValueStatus)"/>; if empty, the constructed tables.</param>
    /// <param name="sectors">The sectors that results are shown in: <c>9</c>, with manufacturing in light and heavy, <c>7</c> or <c>30</c>.</param>
    /// <exception cref="DataException">A table or a value is missing or damaged; the message names file and row.</exception>
    /// <exception cref="InputOutputException">No such classification.</exception>
    public static ChinaProvinces Load(string data, string tables = "", string sectors = "9")
    {
        var china = new ChinaProvinces(new(ProvincialAccounts.Load(data)), sectors, []);
        return tables.Length == 0 ? china : china.WithCeads(tables);
    }

    /// <summary>The accounts of the provinces: GDP, residents, land and sinks, the nation's tables.</summary>
    public ProvincialAccounts Accounts => tables.Accounts;

    /// <summary>How tables between provinces are constructed, with other choices than the case's.</summary>
    public ProvincialConstruction Construction => new(Accounts);

    /// <summary>The years.</summary>
    public IReadOnlyList<int> Years => Accounts.Years;

    /// <summary>The sectors that results are shown in.</summary>
    public SectorAxis Sectors { get; }

    /// <summary>The statements of the two abstracts.</summary>
    public PublishedNumbers Published => PublishedNumbers.From(Accounts.Package["published"]);

    /// <summary>The same case with a table of its own for a year.</summary>
    /// <inheritdoc cref="ProvincialTables.With"/>
    public ChinaProvinces WithTable(int year, MultiRegionalTable table, Concordance? sectors = null) =>
        new(tables.With(year, table, sectors), shown, givenEmissions);

    /// <summary>The same case with CEADs' table for a year.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="path">The xlsx file.</param>
    /// <param name="sectors">As for <see cref="WithTable"/>.</param>
    /// <param name="status">The origin of the numbers, if the file is not a published table.</param>
    /// <exception cref="DataException">A damaged file; the message names sheet and cell.</exception>
    /// <exception cref="AxisException">As for <see cref="WithTable"/>.</exception>
    public ChinaProvinces WithCeads(int year, string path, Concordance? sectors = null, ValueStatus status = ValueStatus.Statistic) =>
        WithTable(year, CeadsTable.Read(path, status: status).Table, sectors);

    /// <summary>The same case with the tables of a folder; years without one keep the constructed table.</summary>
    /// <param name="folder">A folder of xlsx files in CEADs' layout, one a year, with the year in the name: <c>China MRIO 2017.xlsx</c>.</param>
    /// <param name="status">The origin of the numbers, if the files are not published tables.</param>
    /// <exception cref="DataException">No such folder, no table of the case's years in it, two of one year, or a damaged file.</exception>
    /// <exception cref="AxisException">As for <see cref="WithTable"/>.</exception>
    public ChinaProvinces WithCeads(string folder, ValueStatus status = ValueStatus.Statistic) =>
        TableFolder.Find(folder, Years).Aggregate(this, (china, table) => china.WithCeads(table.Year, table.Path, status: status));

    /// <summary>The same case with other emissions for a year.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="emissions">A mass of CO2 by province, at least those of the year's table, and sector of the table; not negative.</param>
    /// <exception cref="AxisException">Other sectors.</exception>
    /// <exception cref="CarbonCompException">A year that the case does not have.</exception>
    public ChinaProvinces WithEmissions(int year, LabelledMatrix emissions)
    {
        Table(year).Sectors.Require(emissions.Columns, emissions.Name);
        return new(tables, shown, new(givenEmissions) { [year] = emissions.In(Unit.TonneCO2) });
    }

    /// <inheritdoc cref="ProvincialTables.IsConstructed"/>
    public bool IsConstructed(int year) => tables.IsConstructed(year);

    /// <inheritdoc cref="ProvincialTables.Note"/>
    public Remark TableNote(params IReadOnlyList<int> years) => tables.Note(years);

    /// <inheritdoc cref="ProvincialTables.Source"/>
    public string Source(params IReadOnlyList<int> years) => tables.Source(years);

    /// <inheritdoc cref="ProvincialTables.Regions"/>
    public RegionAxis Regions(int year) => tables.Regions(Accounts.Known(year));

    /// <summary>The provinces of a year's table that have an inventory: those with emissions and costs.</summary>
    /// <param name="year">A year of the case.</param>
    public RegionAxis Emitters(int year) => new(Regions(year).Where(p => Accounts.Inventoried.Contains(p.Code)));

    /// <summary>The table between provinces of a year.</summary>
    /// <param name="year">A year of the case.</param>
    public MultiRegionalTable Table(int year) => tables[year];

    /// <summary>Emissions by province and sector, along the year's table; zero for Tibet, which has no inventory.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="detailed">Whether in all sectors of the year's table, or else in <see cref="Sectors"/>.</param>
    public LabelledMatrix Emissions(int year, bool detailed = false)
    {
        var all = givenEmissions.TryGetValue(Accounts.Known(year), out var own) ? own.ForRows(Regions(year))
            : SectorsWithoutOutput.Moved(AlongTable(Accounts.Emissions(year, tables.Classification(year)), Regions(year)), Table(year), To(year, "7"));
        return detailed ? all : TableAggregation.Aggregate(all, sectors: To(year, shown));
    }

    /// <summary>Emissions by province and sector, along <see cref="Emitters"/>.</summary>
    /// <param name="year">A year of the case.</param>
    public LabelledMatrix EmitterEmissions(int year) => Emissions(year).ForRows(Emitters(year));

    /// <summary>Emissions of households by province, along the year's table; zero for Tibet.</summary>
    /// <param name="year">A year of the case.</param>
    public LabelledVector HouseholdEmissions(int year) => HouseholdEmissions(year, Regions(year));

    internal LabelledVector HouseholdEmissions(int year, RegionAxis regions)
    {
        var households = Accounts.HouseholdEmissions(year);
        return AlongTable(LabelledMatrix.OfColumns(households.Name, "source", households), regions).RowSums();
    }

    /// <summary>The model of a year's table and emissions, in all sectors of the table.</summary>
    /// <param name="year">A year of the case.</param>
    public EmbodiedCarbonModel Model(int year) => models.GetOrAdd(year, y => new(Table(y), Emissions(y, detailed: true)));

    /// <summary>The model of a year in broader sectors, so that years whose tables have different ones can be compared.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="classification">One of <c>data/concordances</c>, such as <c>30</c>.</param>
    /// <exception cref="InputOutputException">No way leads from the table's sectors to that classification.</exception>
    public EmbodiedCarbonModel Model(int year, string classification) => new(TableAggregation.Aggregate(Table(year), sectors: To(year, classification)),
        TableAggregation.Aggregate(Emissions(year, detailed: true), sectors: To(year, classification)));

    /// <summary>The model of a table that is constructed by other choices, with the year's emissions.</summary>
    /// <param name="year">A year of the case, with its own table.</param>
    /// <param name="choices">What is taken from statistics, and the choices that none settles.</param>
    public EmbodiedCarbonModel Model(int year, ProvincialChoices choices)
    {
        var (table, classification) = (Construction.Table(year, choices).Table, Accounts.NationalTables.Classification(year));
        var emissions = AlongTable(Accounts.Emissions(year, classification), Accounts.Provinces);
        return new(table, SectorsWithoutOutput.Moved(emissions, table, Accounts.NationalTables.Concordances.Between(classification, "7")));
    }

    /// <summary>Who emits for whom in a year, with the emissions of households beside it.</summary>
    /// <param name="year">A year of the case.</param>
    public TransferMatrix Transfers(int year) => Model(year).Transfers().WithHouseholds(HouseholdEmissions(year));

    /// <summary>Emissions by sector and region for whose final use, among <see cref="Emitters"/>; emissions for Tibet are an end.</summary>
    /// <param name="year">A year of the case.</param>
    public SectorTransfers SectorTransfers(int year) => Model(year).TransfersBySector().Within(Emitters(year)).Aggregate(To(year, shown));

    /// <summary>Value added by sector, from the year's table, along <see cref="Emitters"/>.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="classification">The sectors; none takes those of <see cref="Sectors"/>.</param>
    public LabelledMatrix SectorValueAdded(int year, string classification = "") => TableAggregation.Aggregate(Table(year).ValueAddedByRegion(),
        sectors: To(year, classification.Length == 0 ? shown : classification)).ForRows(Emitters(year)).In(Unit.Yuan);

    /// <summary>Labour, capital and energy by sector, along <see cref="Emitters"/>.</summary>
    /// <param name="year">A year of the case.</param>
    public ProvincialInputs Inputs(int year) => ProvincialInputs.Of(Accounts, tables, SectorValueAdded(year), shown, year);

    /// <summary>The provinces of <see cref="Emitters"/> as units of production, with value added and emissions of all sectors.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="inputs">Some of labour, capital and energy; labour alone if none is named, the only one observed by province.</param>
    /// <exception cref="AxisException">Another input.</exception>
    public ProductionUnits Units(int year, params IReadOnlyList<string> inputs) => ProductionUnits.Of(SectorValueAdded(year).RowSums(),
        EmitterEmissions(year).RowSums(), Inputs(year).Named(inputs).Select(i => i.RowSums()));

    /// <summary>The provinces on the map, with the outlines of ECharts 4.9; Taiwan, Hong Kong and Macao, which have no figures here, around them.</summary>
    /// <param name="boundaries">The folder <c>map/json</c> of that package: <c>environment/node_modules/echarts/map/json</c>.</param>
    /// <exception cref="CarbonCompException">The boundaries are missing; the message says which command installs them.</exception>
    public RegionMap Map(string boundaries)
    {
        var areas = CaseBoundaries.Shipped(Path.Combine(boundaries, "china.json"));
        return RegionMap.Of(Accounts.Provinces, areas, CaseBoundaries.Projection, source: CaseBoundaries.Source).WithSurroundings(areas);
    }

    internal Concordance To(int year, string classification) => Accounts.NationalTables.Concordances.Between(tables.Classification(year), classification);

    private static LabelledMatrix AlongTable(LabelledMatrix known, RegionAxis regions) =>
        new(known.Name, regions, known.Columns, Matrix<double>.Build.Dense(regions.Count, known.Columns.Count,
            (r, j) => known.Rows.Contains(regions.Codes[r]) ? known.Values[known.Rows.IndexOf(regions.Codes[r]), j] : 0), known.Unit, known.Status);
}
