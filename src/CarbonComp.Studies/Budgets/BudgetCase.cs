namespace CarbonComp.Studies;

/// <summary>A carbon budget of any regions in several years, with energy or emissions, people, economy and land.</summary>
/// <remarks>
/// It is read from a data package with the tables regions, economy, nation, parameters, energy or emissions, land and prices, as
/// <c>data/template-province</c> has them, or from a workbook with a sheet each (<see cref="BudgetTemplate"/>), and everything is checked.
/// <see cref="Model"/> has the analyses; the case adds its own price and coefficient.
/// </remarks>
public class BudgetCase
{
    private protected BudgetCase(DataPackage package, IReadOnlyDictionary<int, BudgetYear> years, BudgetCoefficients coefficients)
    {
        (Package, Regions, YearInputs, Coefficients) = (package, package["regions"].RegionAxis(), years, coefficients);
        Years = [.. years.Keys.Order()];
        LabelledMatrix ByYear(string name, Func<int, LabelledVector> of) =>
            LabelledMatrix.OfColumns(name, "year", Years.Select(year => of(year).Named($"{year}")));
        Model = new(ByYear("emissions", year => EmissionsBySource(year).RowSums()), ByYear("absorption", year => AbsorptionByClass(year).RowSums()),
            ByYear("GDP", Gdp));
    }

    /// <summary>Reads and checks a case.</summary>
    /// <param name="path">The folder of its data package, or an xlsx workbook.</param>
    /// <param name="coefficients">Factors of energy, respiration and land; <see cref="BudgetCoefficients.Consistent"/> if none are given.</param>
    /// <exception cref="DataException">
    /// A table, a year or a region is missing, or a number is impossible: GDP, population or energy that is not positive, an Engel
    /// coefficient outside 1 to 100 %, a unit of another kind or size, a region that absorbs nothing. The message names file, row and region;
    /// what is wrong is told together.
    /// </exception>
    public static BudgetCase Load(string path, BudgetCoefficients? coefficients = null)
    {
        List<string> notes = [];
        var package = path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path)
            ? FormWorkbook.Read(path, BudgetForm.Tables, notes) : BudgetForm.InRows(DataPackage.Load(path));
        if ((package.Has("energy") || package.Has("emissions")) && package.Has("land") && package.Has("prices"))
            return FilledIn(package, coefficients ?? BudgetCoefficients.Consistent, notes);
        throw new DataException(package.Name, "a budget needs the tables energy (or emissions), land and prices. data/template-province has them with every "
            + "column described; fill them and list them in datapackage.json, or fill the sheets of the template.");
    }

    /// <summary>The same case with other coefficients, such as <see cref="BudgetCoefficients.Consistent"/>.</summary>
    /// <param name="coefficients">Factors of energy, respiration and land.</param>
    public BudgetCase With(BudgetCoefficients coefficients) => Recounted(coefficients);

    /// <summary>The tables of the case.</summary>
    public DataPackage Package { get; }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>The years, rising.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The first year, which the last one is compared with.</summary>
    public int FirstYear => Years[0];

    /// <summary>The last year, which is compensated.</summary>
    public int LastYear => Years[^1];

    /// <summary>Factors of energy, respiration and land.</summary>
    public BudgetCoefficients Coefficients { get; }

    /// <summary>Emissions, absorption and GDP at current prices, with the analyses of the method.</summary>
    public CarbonBudgetModel Model { get; }

    /// <summary>What the reader passed over: titles and remarks around the tables of a workbook, and columns and sheets of another name.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>The inputs of the case, each with its status and its publications.</summary>
    public Table Inputs() => CaseInputs.Of(this, ConstructedFrom);

    /// <summary>Whether the case has emissions by sector instead of energy.</summary>
    public bool GivesEmissions => YearInputs[FirstYear].Emissions is not null;

    /// <summary>Energy use by region.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <exception cref="CarbonCompException">Another year, or a case that has emissions instead.</exception>
    public LabelledVector Energy(int year) => In(year).Energy
        ?? throw new CarbonCompException($"{Package.Name} has emissions by sector instead of energy. EmissionsBySource has them.");

    /// <summary>Residents by region.</summary>
    /// <inheritdoc cref="Gdp"/>
    public LabelledVector Population(int year) => In(year).Population;

    /// <summary>GDP by region at current prices.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public LabelledVector Gdp(int year) => In(year).Gdp;

    /// <summary>GDP by region at the prices of the first year.</summary>
    /// <inheritdoc cref="Gdp"/>
    public LabelledVector RealGdp(int year) =>
        (Gdp(year) / new Quantity(In(year).PriceLevel, Unit.One, year == FirstYear ? ValueStatus.Statistic : In(year).PriceStatus))
        .Named($"GDP at prices of {FirstYear}");

    /// <summary>Land by region and class.</summary>
    /// <inheritdoc cref="Gdp"/>
    public LabelledMatrix Land(int year) => In(year).Land;

    /// <summary>Emissions by region and source: energy and respiration (<c>docs/methods.md#jx-1</c>), or the sectors that the case gives.</summary>
    /// <inheritdoc cref="Gdp"/>
    public LabelledMatrix EmissionsBySource(int year) => In(year).Emissions is { } given ? given.In(Unit.TonneCO2).Named("emissions")
        : LandUseEmissions.Compute(Energy(year), Population(year), Coefficients);

    /// <summary>Absorption by region and land class (<c>docs/methods.md#jx-4</c>).</summary>
    /// <inheritdoc cref="Gdp"/>
    public LabelledMatrix AbsorptionByClass(int year) => CarbonAbsorption.Compute(Land(year), Coefficients, BudgetForm.CountsAs);

    /// <summary>Emissions for GDP at the prices of the first year, t CO2 for 10 000 yuan.</summary>
    /// <inheritdoc cref="Gdp"/>
    public LabelledVector Intensity(int year) => (Model.Emissions(year) / RealGdp(year).In("10^4 yuan")).Named("emissions per GDP");

    /// <summary>The compensation base of each region in the last year (<c>docs/methods.md#jx-8</c> to <c>#jx-11</c>).</summary>
    /// <param name="reading">The reading of open formulas; the defaults if none is given.</param>
    /// <exception cref="CarbonCompException">A revision by intensity of a case with one year.</exception>
    public BudgetCompensation Compensation(CompensationReading? reading = null) => (reading ?? new()).Compensation(Model);

    /// <summary>The carbon price of the case (<c>docs/methods.md#jx-13</c>): between the sink prices of the parameters, by per-capita GDP
    /// of the regions over the nation's in the last year.</summary>
    /// <param name="reading">The reading of open formulas; the defaults if none is given.</param>
    /// <exception cref="DataException">Domestic prices are asked for and the parameters have none.</exception>
    public CarbonPrice Price(CompensationReading? reading = null)
    {
        var (market, range) = ((reading ?? new()).Market, (reading ?? new()).Range);
        CarbonPrice Sink(string name, string unit) =>
            new(Package["parameters"].Value(name, unit), Unit.Parse(unit), name.Replace('_', ' '), StatusOf(name));
        CarbonPrice International(string name) => Sink(name, "US$/t CO2").Exchanged(Parameter("exchange_rate", "yuan/US$"));
        CarbonPrice Domestic(string name) => Sink(name, "yuan/t CO2");
        var (lowest, highest) = SinkMarketPrices.Of(market,
            (International("sink_price_international_minimum"), International("sink_price_international_maximum")),
            market == SinkMarket.International ? null : (Domestic("sink_price_domestic_minimum"), Domestic("sink_price_domestic_maximum")));
        var nation = Package["nation"].Where("year", $"{LastYear}");
        var nationalIncome = nation.Numbers("gdp")[0] * nation.UnitOf("gdp").To(Unit.Yuan)
            / (nation.Numbers("population")[0] * nation.UnitOf("population").To(Unit.Person));
        var income = Gdp(LastYear).In(Unit.Yuan).Total / Population(LastYear).In(Unit.Person).Total / nationalIncome;
        return CarbonPrice.ByIncome(lowest, highest, range == PriceRange.Closed ? Math.Min(1, income) : income);
    }

    /// <summary>The compensation coefficient of the last year (<c>docs/methods.md#jx-14</c>): share of GDP, on the growth curve of the
    /// province's Engel coefficient.</summary>
    /// <param name="reading">The reading of open formulas; the defaults if none is given.</param>
    public CompensationCoefficient Coefficient(CompensationReading? reading = null)
    {
        var engel = Parameter("engel", "1");
        return CompensationCoefficient.GrowthCurve(CompensationCoefficient.ShareOf(Gdp(LastYear)),
            new("Engel coefficient", Regions, Enumerable.Repeat(engel.Value, Regions.Count), Unit.One, engel.Status),
            Parameter("growth_curve_a", "1").Value, Parameter("growth_curve_b", "1").Value, (reading ?? new()).Stage);
    }

    /// <summary>Payments of the last year into the fund and out of it (<c>docs/methods.md#jx-11</c>), at the case's coefficient.</summary>
    /// <param name="reading">The reading of open formulas; the defaults if none is given.</param>
    /// <param name="price">The carbon price; that of the case if none is given.</param>
    public Settlement Settlement(CompensationReading? reading = null, CarbonPrice? price = null) =>
        Model.Settlement(price ?? Price(reading), Coefficient(reading), Compensation(reading));

    /// <summary>Factors and totals of a year under two sets of coefficients.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <param name="other">The set to compare with; <see cref="BudgetCoefficients.Consistent"/> if none is given.</param>
    public Table CoefficientsCompared(int year, BudgetCoefficients? other = null) =>
        Table.OfRows($"What the coefficients change, {year}", new[] { this, With(other ?? BudgetCoefficients.Consistent) }, Model.Budget(year).Status)
            .With("coefficients", c => c.Coefficients.Name)
            .With("energy", c => c.Coefficients.Energy, Unit.Parse("t CO2/tce")).With("a person", c => c.Coefficients.Respiration, Unit.Parse("t CO2/person"))
            .With("forest", c => c.Coefficients.Absorption("forest"), Unit.Parse("t CO2/ha"))
            .With("emissions", c => c.Model.Emissions(year).Total, Unit.TonneCO2).With("absorption", c => c.Model.Absorption(year).Total, Unit.TonneCO2)
            .With("budget", c => c.Model.Budget(year).Balance.Total, Unit.TonneCO2);

    /// <summary>The regions on the map.</summary>
    /// <remarks>
    /// From <c>boundaries.geojson</c> in the case's folder if there is one, else from the province of the package <c>echarts</c> that has
    /// all the regions.
    /// </remarks>
    /// <param name="boundaries">The folder <c>map/json</c> of echarts 4.9: <c>environment/node_modules/echarts/map/json</c>.</param>
    /// <exception cref="CarbonCompException">The boundaries are missing, no province has all the regions, or an outline is of another
    /// size than the region's land; the message says what to do.</exception>
    public RegionMap Map(string boundaries) => BudgetScale.OnMap(Land(LastYear), Package[LandTable].File,
        CaseBoundaries.Of(Regions, Package, boundaries));

    private protected IReadOnlyDictionary<int, BudgetYear> YearInputs { get; }

    /// <summary>The table that the land is from.</summary>
    private protected virtual string LandTable => "land";

    /// <summary>The tables that an input is constructed from, where the case has none of its own; by the names of <see cref="Inputs"/>.</summary>
    private protected virtual IReadOnlyDictionary<string, string[]> ConstructedFrom => new Dictionary<string, string[]>();

    private protected virtual BudgetCase Recounted(BudgetCoefficients coefficients) => new(Package, YearInputs, coefficients) { Notes = Notes };

    private static BudgetCase FilledIn(DataPackage package, BudgetCoefficients coefficients, IReadOnlyList<string> notes)
    {
        var faults = new Faults(package.Name);
        var years = BudgetChecks.Economy(package, faults);
        BudgetChecks.Measured(package, years, [.. coefficients.LandClasses, .. BudgetForm.CountsAs.Keys], faults);
        faults.ThrowIfAny();
        BudgetScale.PerHead(package, years, faults);
        faults.ThrowIfAny();
        var read = new BudgetCase(package, years.ToDictionary(year => year, year => BudgetYear.Measured(package, year, years[0])), coefficients)
            { Notes = notes };
        foreach (var year in read.Years) BudgetChecks.Absorbs(package, read.Regions, year, read.Model.Absorption(year), faults);
        faults.ThrowIfAny();
        return read;
    }

    private Quantity Parameter(string name, string unit) => new(Package["parameters"].Value(name, unit), Unit.Parse(unit), StatusOf(name));

    private ValueStatus StatusOf(string parameter) => Package["parameters"].Where("parameter", parameter).StatusOf("value");

    private BudgetYear In(int year) => YearInputs.TryGetValue(year, out var found) ? found
        : throw new CarbonCompException($"{Package.Name} has no year {year}. It has {string.Join(", ", Years)}.");
}
