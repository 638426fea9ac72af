namespace CarbonComp.Studies;

/// <summary>A case of JX's method: the regions of a province in several years, from energy, people, economy and land to budget, zones and money.</summary>
/// <remarks>
/// Read from a data package with the tables <c>regions</c>, <c>economy</c>, <c>nation</c> and <c>parameters</c>, and <c>energy</c>,
/// <c>land</c> and <c>prices</c> as <c>data/template-province</c> has them. Where the package has none of the last three, they are
/// made by <see cref="JiangxiConstruction"/>. Everything is checked on reading.
/// </remarks>
public sealed class BudgetCase
{
    // The tables call forest land what the coefficients call forest.
    private static readonly Dictionary<string, string> CountsAs = new(StringComparer.OrdinalIgnoreCase) { ["forest land"] = "forest" };

    private readonly IReadOnlyDictionary<int, BudgetYear> years;

    private BudgetCase(DataPackage package, RegionAxis regions, IReadOnlyDictionary<int, BudgetYear> years, JiangxiConstruction? construction,
        BudgetCoefficients coefficients)
    {
        (Package, Regions, this.years, Construction, Coefficients) = (package, regions, years, construction, coefficients);
        Years = [.. years.Keys.Order()];
    }

    /// <summary>Reads and checks a case.</summary>
    /// <param name="folder">The folder of its data package.</param>
    /// <param name="coefficients">What energy, breathing and land count; <see cref="JiangxiCoefficients.AsPrinted"/> where none are given.</param>
    /// <exception cref="DataException">A table, a year or a region is missing, or a number cannot be: GDP, population or energy that is not
    /// positive, an Engel coefficient outside 1 to 100 %, a unit of another kind or size, a region that absorbs nothing. The message names
    /// file, row and region.</exception>
    public static BudgetCase Load(string folder, BudgetCoefficients? coefficients = null)
    {
        var package = DataPackage.Load(folder);
        if (package.Has("energy") && package.Has("land") && package.Has("prices")) return FilledIn(package, coefficients ?? JiangxiCoefficients.AsPrinted);
        if (package.Has("city-emissions") && package.Has("land-cover") && package.Has("published")) return Of(new JiangxiConstruction(package), coefficients);
        throw new DataException(package.Name, "a budget needs the tables energy, land and prices. data/template-province has them with every "
            + "column described; fill them and list them in datapackage.json.");
    }

    /// <summary>The case of Jiangxi with a construction of its own.</summary>
    /// <param name="construction">Energy, land and prices.</param>
    /// <param name="coefficients">What energy, breathing and land count; <see cref="JiangxiCoefficients.AsPrinted"/> where none are given.</param>
    public static BudgetCase Of(JiangxiConstruction construction, BudgetCoefficients? coefficients = null)
    {
        var (package, years) = (construction.Package, BudgetChecks.Economy(construction.Package));
        return new(package, package["regions"].RegionAxis(), years.ToDictionary(year => year, year => BudgetYear.Constructed(construction, year)),
            construction, coefficients ?? JiangxiCoefficients.AsPrinted);
    }

    /// <summary>The same case counted with other coefficients: the switch between <see cref="JiangxiCoefficients.AsPrinted"/> and
    /// <see cref="BudgetCoefficients.Consistent"/>.</summary>
    /// <param name="coefficients">What energy, breathing and land count.</param>
    public BudgetCase With(BudgetCoefficients coefficients) => new(Package, Regions, years, Construction, coefficients);

    /// <summary>The tables the case is read from.</summary>
    public DataPackage Package { get; }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>The years, rising.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The first year, which the last one is compared with.</summary>
    public int FirstYear => Years[0];

    /// <summary>The last year, which compensation is for.</summary>
    public int LastYear => Years[^1];

    /// <summary>How energy and land were made; null where the package has them.</summary>
    public JiangxiConstruction? Construction { get; }

    /// <summary>What energy, breathing and land count.</summary>
    public BudgetCoefficients Coefficients { get; }

    /// <summary>Every number that the source prints; null where the package lists none.</summary>
    public PublishedNumbers? Published => Package.Has("published") ? PublishedNumbers.From(Package["published"]) : null;

    /// <summary>What the case is counted from: each input with status and publications.</summary>
    public Table Inputs() => CaseInputs.Of(this);

    /// <summary>Energy use by region.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public LabelledVector Energy(int year) => In(year).Energy;

    /// <summary>Residents by region.</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledVector Population(int year) => In(year).Population;

    /// <summary>GDP by region at current prices.</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledVector Gdp(int year) => In(year).Gdp;

    /// <summary>GDP by region at the prices of the first year.</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledVector RealGdp(int year) => new($"GDP at prices of {FirstYear}", Regions, Gdp(year).Values / In(year).PriceLevel, Gdp(year).Unit,
        ValueStatuses.Weakest(Gdp(year).Status, year == FirstYear ? ValueStatus.Statistic : In(year).PriceStatus));

    /// <summary>Land by region and class.</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledMatrix Land(int year) => In(year).Land;

    /// <summary>Emissions by region and source, energy or respiration (JX 1–3).</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledMatrix EmissionsBySource(int year) => LandUseEmissions.Of(Energy(year), Population(year), Coefficients);

    /// <summary>C: emissions by region.</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledVector Emissions(int year) => EmissionsBySource(year).RowSums().Named("emissions");

    /// <summary>Emissions for GDP at the prices of the first year, t CO2 for 10 000 yuan.</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledVector Intensity(int year)
    {
        return (Emissions(year).In(Unit.TonneCO2) / RealGdp(year).In("10^4 yuan")).Named("emissions per GDP");
    }

    /// <summary>Absorption by region and land class (JX 4).</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledMatrix AbsorptionByClass(int year) => CarbonAbsorption.Of(Land(year), Coefficients, CountsAs);

    /// <summary>CA: absorption by region.</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledVector Absorption(int year) => AbsorptionByClass(year).RowSums().Named("absorption");

    /// <summary>Emissions less absorption (JX 5).</summary>
    /// <inheritdoc cref="Energy"/>
    public CarbonBudget Budget(int year) => CarbonBudget.Of(Emissions(year), Absorption(year));

    /// <summary>ECC (JX 6).</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledVector EconomicContribution(int year) => Budget(year).EconomicContribution(Gdp(year));

    /// <summary>ESC (JX 7).</summary>
    /// <inheritdoc cref="Energy"/>
    public LabelledVector EcologicalSupport(int year) => Budget(year).EcologicalSupport();

    /// <summary>Functional zones (JX 4.4.1).</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <param name="thresholds">Where zones begin; the defaults where none is given.</param>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public FunctionalZones Zones(int year, FunctionalZoneThresholds? thresholds = null) =>
        FunctionalZones.Of(EconomicContribution(year), EcologicalSupport(year), Emissions(year), thresholds);

    /// <summary>D of JX 9, t CO2: the mean emission of the regions over all years of the case. What <see cref="EmissionAllowance.MeanOfAll"/> takes.</summary>
    public double MeanEmission => Years.Average(year => Emissions(year).In(Unit.TonneCO2).Values.Average());

    /// <summary>What each region owes for in the last year (JX 8–11), its intensity revised against the first year's.</summary>
    /// <param name="reading">How open formulas are read; the defaults where none is given.</param>
    /// <exception cref="CarbonCompException">The case has one year only.</exception>
    public BudgetCompensation Compensation(CompensationReading? reading = null) => Years.Count > 1
        ? BudgetCompensation.Of(Budget(LastYear), RealGdp(LastYear), Emissions(FirstYear), RealGdp(FirstYear), [.. Years.Select(Emissions)],
            (reading ?? new()).Revision, (reading ?? new()).Allowance)
        : throw new CarbonCompException($"{Package.Name} has {FirstYear} only. The revision by intensity (JX 10) compares two years; add another "
        + $"to economy, energy, land and prices.");

    /// <summary>The carbon price (JX 13): between the sink prices of the parameters, by the region's per-capita GDP against the nation's in
    /// the last year.</summary>
    /// <param name="reading">How open formulas are read; the defaults where none is given.</param>
    /// <exception cref="DataException">Domestic prices are asked for and the parameters have none.</exception>
    public CarbonPrice Price(CompensationReading? reading = null)
    {
        var (market, range) = ((reading ?? new()).Market, (reading ?? new()).Range);
        var (parameters, nation) = (Package["parameters"], Package["nation"].Where("year", $"{LastYear}"));
        var rate = parameters.Value("exchange_rate", "yuan/US$");
        CarbonPrice International(string name) => SinkPrice.InDollars(parameters.Value(name, "US$/t CO2"), rate, name.Replace('_', ' '),
            StatusOf(name, "exchange_rate"));
        CarbonPrice Domestic(string name) => new(parameters.Value(name, Unit.YuanPerTonneCO2), Unit.YuanPerTonneCO2, name.Replace('_', ' '), StatusOf(name));
        var (lowest, highest) = SinkMarketPrices.Of(market, (International("sink_price_international_minimum"), International("sink_price_international_maximum")),
            market == SinkMarket.International ? null : (Domestic("sink_price_domestic_minimum"), Domestic("sink_price_domestic_maximum")));
        return SinkPrice.Between(lowest, highest, Gdp(LastYear).In(Unit.Yuan).Total / Population(LastYear).In(Unit.Person).Total,
            nation.Numbers("gdp")[0] * nation.UnitOf("gdp").To(Unit.Yuan)
                / (nation.Numbers("population")[0] * nation.UnitOf("population").To(Unit.Person)), range);
    }

    /// <summary>The compensation coefficient of the last year (JX 14): share of GDP on the growth curve of the province's Engel coefficient.</summary>
    /// <param name="reading">How open formulas are read; the defaults where none is given.</param>
    public CompensationCoefficient Coefficient(CompensationReading? reading = null)
    {
        var parameters = Package["parameters"];
        var engel = parameters.Value("engel", Unit.One);
        return CompensationCoefficient.GrowthCurve(CompensationCoefficient.ShareOf(Gdp(LastYear)),
            new("Engel coefficient", Regions, Enumerable.Repeat(engel, Regions.Count), Unit.One, StatusOf("engel")),
            parameters.Value("growth_curve_a", Unit.One), parameters.Value("growth_curve_b", Unit.One), (reading ?? new()).Argument);
    }

    /// <summary>M of JX 12: what each region pays into the fund or is paid by it, at price times coefficient.</summary>
    /// <param name="reading">How open formulas are read; the defaults where none is given.</param>
    public Settlement Settlement(CompensationReading? reading = null) =>
        CarbonComp.Settlement.ByRegion("compensation", Compensation(reading).Owed, CompensationStandard.Of(Price(reading), Coefficient(reading)));

    /// <summary>What the switch of coefficients changes: the factors, and what all regions emit, absorb and have left in a year.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <param name="other">To compare with; <see cref="BudgetCoefficients.Consistent"/> where none are given.</param>
    public Table CoefficientsCompared(int year, BudgetCoefficients? other = null)
    {
        var cases = new[] { this, With(other ?? BudgetCoefficients.Consistent) };
        Column Each(string name, Func<BudgetCase, double> of, string unit) => new(name, cases.Select(of).ToArray(), Unit.Parse(unit));
        return new($"What the coefficients change, {year}", new Columns(new Column("coefficients", cases.Select(c => c.Coefficients.Name).ToArray()),
            Each("energy", c => c.Coefficients.Energy, "t CO2/tce"), Each("a person", c => c.Coefficients.Respiration, "t CO2/person"),
                Each("forest", c => c.Coefficients.Absorption("forest"), "t CO2/ha"),
            Each("emissions", c => c.Emissions(year).Total, "t CO2"), Each("absorption", c => c.Absorption(year).Total, "t CO2"),
                Each("budget", c => c.Budget(year).Balance.Total, "t CO2")),
            ValueStatuses.Weakest(cases.Select(c => c.Budget(year).Status)));
    }

    /// <summary>The regions on the map.</summary>
    /// <remarks>From <c>boundaries.geojson</c> in the case's folder where there is one, else from the province of the package
    /// <c>echarts</c> that has all the regions.</remarks>
    /// <param name="boundaries">The folder <c>map/json</c> of echarts 4.9: <c>environment/node_modules/echarts/map/json</c>.</param>
    /// <exception cref="CarbonCompException">The boundaries are not there, no province has all the regions, or an outline is of another
    /// size than the region's land; the message says what to do.</exception>
    public RegionMap Map(string boundaries) => BudgetScale.OnMap(Land(LastYear), Package[Package.Has("land") ? "land" : "land-cover"].File,
        CaseBoundaries.Of(Regions, Package, boundaries));

    private static BudgetCase FilledIn(DataPackage package, BudgetCoefficients coefficients)
    {
        var years = BudgetChecks.Economy(package);
        BudgetChecks.Measured(package, years, [.. coefficients.LandClasses, .. CountsAs.Keys]);
        BudgetScale.PerHead(package, years);
        var read = new BudgetCase(package, package["regions"].RegionAxis(), years.ToDictionary(year => year, year =>
            BudgetYear.Measured(package, year, years[0])), null, coefficients);
        foreach (var year in read.Years) BudgetChecks.Absorbs(package, read.Regions, year, read.Absorption(year));
        return read;
    }

    private ValueStatus StatusOf(params string[] parameters) => Package["parameters"].Where("parameter", parameters).StatusOf("value");

    private BudgetYear In(int year) => years.TryGetValue(year, out var found) ? found
        : throw new CarbonCompException($"{Package.Name} has no year {year}. It has {string.Join(", ", Years)}.");
}
