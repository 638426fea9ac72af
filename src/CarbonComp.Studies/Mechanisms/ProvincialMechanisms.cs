namespace CarbonComp.Studies;

/// <summary>The four mechanisms on China's provinces in one year.</summary>
/// <remarks>
/// Each mechanism has the inputs and defaults of its own notebook: 06, 12, 23 and 25. What the provinces lack is taken from the two city cases and named in
/// <see cref="Needs"/>. The provinces are those with an inventory; the others are absent, not zero.
/// </remarks>
public sealed class ProvincialMechanisms
{
    private readonly DataPackage bth, jiangxi;
    private readonly ProvincialSinks sinks;
    private readonly RegionMap map;

    private ProvincialMechanisms(string data, ChinaProvinces china, RegionMap map)
    {
        (China, this.map) = (china, map);
        (bth, jiangxi) = (DataPackage.Load(Path.Combine(data, "bth-2020")), DataPackage.Load(Path.Combine(data, "jiangxi-2010-2020")));
        sinks = new(china.Accounts, ProvincialCrops.Load(Path.Combine(data, "crops")));
    }

    /// <summary>Reads the case.</summary>
    /// <param name="data">The folder <c>data</c>.</param>
    /// <param name="map">The provinces on the map; service flows are measured on it. <see cref="RegionMap.Simplified"/> is exact enough.</param>
    /// <param name="china">The provinces with tables of their own; the constructed ones if none are given.</param>
    /// <exception cref="DataException">A table or a value is missing or damaged; the message names file and row.</exception>
    public static ProvincialMechanisms Load(string data, RegionMap map, ChinaProvinces? china = null) => new(data, china ?? ChinaProvinces.Load(data), map);

    /// <summary>The provinces.</summary>
    public ChinaProvinces China { get; }

    /// <summary>The four mechanisms in a year.</summary>
    /// <param name="year">A year of the case. The carbon budget compares it with the first year of the case, so it is a later one.</param>
    /// <param name="choices">What is left open; the defaults if none are given.</param>
    /// <exception cref="CarbonCompException">Another year, the first one, or no such estimator.</exception>
    public MechanismComparison Of(int year = 2017, MechanismChoices? choices = null)
    {
        var chosen = choices ?? new();
        var regions = China.Emitters(year);
        return MechanismComparison.Of(Invariant($"China's provinces, {year}"),
            [FlowZoning(year, chosen), CarbonBudget(year, chosen), ReductionCost(year, chosen), HorizontalAndVertical(year, chosen)],
            [.. China.Regions(year).Where(p => !regions.Contains(p.Code))]);
    }

    /// <summary>BTH: flows of carbon and of sink service, at the payer's standard.</summary>
    /// <inheritdoc cref="Of"/>
    public CompensationMechanism FlowZoning(int year = 2017, MechanismChoices? choices = null)
    {
        var (chosen, regions) = (choices ?? new(), China.Emitters(year));
        var price = chosen.FlowPrice ?? Parameter(bth, "carbon_price", Unit.YuanPerTonneCO2, "BTH 3.2 (5)");
        var standard = CompensationStandard.Of(price, Curve(CompensationCoefficient.AbilityOf(Gdp(year), Population(year), chosen.Mean), chosen));
        var storage = CarbonStorage.Of(China.Accounts.LandCover(year).ForRows(regions), CarbonPools.From(bth["carbon-pools"]), Pools());
        var services = ServiceFlows.Compute(OnMap(regions), chosen.StorageAsPrinted ? storage.AsPrinted() : storage.AsCarbonDioxide,
            China.EmitterEmissions(year).RowSums(), chosen.Services);
        return CompensationMechanism.Of(FlowZoningCompensation.Of(China.Transfers(year).Within(regions), services, standard, chosen.FlowRule), price);
    }

    /// <summary>JX: budgets of the years up to this one, revised by intensity, less an allowance, at the region's share of GDP.</summary>
    /// <inheritdoc cref="Of"/>
    public CompensationMechanism CarbonBudget(int year = 2017, MechanismChoices? choices = null)
    {
        var (chosen, regions) = (choices ?? new(), China.Emitters(year));
        LabelledMatrix ByYear(string name, Func<int, LabelledVector> of) => LabelledMatrix.OfColumns(name, "year",
            China.Years.Where(y => y <= year).Select(y => of(y).For(regions).Named(Invariant($"{y}"))));
        var model = new CarbonBudgetModel(ByYear("emissions", y => China.EmitterEmissions(y).RowSums() + China.HouseholdEmissions(y).For(China.Emitters(y))),
            ByYear("absorption", y => China.Accounts.Sinks(y, chosen.Coefficients).RowSums()), ByYear("GDP", y => China.Accounts.Gdp(y)));
        var price = chosen.BudgetPrice ?? Parameter(jiangxi, "sink_price_international_maximum", Unit.Parse("US$/t CO2"), "JX 2.4, eq. 13")
            .Exchanged(new(jiangxi["parameters"].Value("exchange_rate", "yuan/US$"), Unit.Parse("yuan/US$"), StatusOf(jiangxi, "exchange_rate")));
        return CompensationMechanism.Of(chosen.Budget.Compensation(model),
            CompensationStandard.Of(price, Curve(CompensationCoefficient.ShareOf(Gdp(year)), chosen)), price);
    }

    /// <summary>PRC: shared responsibility at a province's reduction cost.</summary>
    /// <inheritdoc cref="Of"/>
    public CompensationMechanism ReductionCost(int year = 2017, MechanismChoices? choices = null)
    {
        var chosen = choices ?? new();
        var (flows, emissions) = (China.Model(year).SharedResponsibilityFlows().Within(China.Emitters(year)), China.EmitterEmissions(year).RowSums());
        LabelledVector Cost() => chosen.CostOfProvince.ToUpperInvariant() switch
        {
            "QUADRATIC" => QuadraticDistance.Estimate(China.Units(year)).ShadowPrices.At(ShadowPriceEnd.Upper),
            "SLACKS-BASED" => SlacksBasedMeasure.Estimate(China.Units(year)).ShadowPrices.At(ShadowPriceEnd.Middle),
            "CARBON PRODUCTIVITY" => CarbonProductivity.Compute(China.SectorValueAdded(year).RowSums(), emissions),
            _ => throw new CarbonCompException($"There is no estimator \"{chosen.CostOfProvince}\" of a province's cost. "
                + "There are: quadratic, slacks-based, carbon productivity."),
        };
        var cost = Cost().Named(chosen.CostOfProvince);
        return CompensationMechanism.Of(ResponsibilityCompensation.Of(flows, [cost], chosen.CostRule), cost, emissions);
    }

    /// <summary>PEC: payments at the cost of production, and a fund for sinks.</summary>
    /// <inheritdoc cref="Of"/>
    public CompensationMechanism HorizontalAndVertical(int year = 2017, MechanismChoices? choices = null)
    {
        var (chosen, regions) = (choices ?? new(), China.Emitters(year));
        var costs = new ProvincialCompensation(China).Costs(year, chosen.CostOfSector, chosen.End);
        return CompensationMechanism.Of(EcologicalCompensation.Of(China.SectorTransfers(year), sinks.Total(year, chosen.Sinks).For(regions), costs,
            China.HouseholdEmissions(year).For(regions)));
    }

    /// <summary>What each mechanism needs, and what the provinces have for it.</summary>
    public Table Needs(int year = 2017) => MechanismNeeds.Of(this, year);

    private LabelledVector Gdp(int year) => China.Accounts.Gdp(year).For(China.Emitters(year));

    private LabelledVector Population(int year) => China.Accounts.Population(year).For(China.Emitters(year));

    private CompensationCoefficient Curve(LabelledVector ability, MechanismChoices chosen) => CompensationCoefficient.GrowthCurve(ability,
        new("Engel coefficient", ability.Axis, Enumerable.Repeat(chosen.Engel ?? jiangxi["parameters"].Value("engel", Unit.One), ability.Axis.Count),
            Unit.One, ValueStatus.Illustrative), chosen.CurveA, chosen.CurveB, chosen.Stage);

    private RegionMap OnMap(RegionAxis regions) => RegionMap.Of(regions, map.Regions.Zip(map.Outlines, (region, outline) =>
        new MapFeature(region.Name, region.Code, outline, map.Source)), map.Projection, map.Status, map.Source);

    private Dictionary<string, string> Pools() =>
        bth["land-classes"].Texts("land_class").Zip(bth["land-classes"].Texts("pool")).ToDictionary(p => p.First, p => p.Second);

    private static CarbonPrice Parameter(DataPackage package, string name, Unit unit, string source) =>
        new(package["parameters"].Value(name, unit), unit, source, StatusOf(package, name));

    private static ValueStatus StatusOf(DataPackage package, string parameter) => package["parameters"].Where("parameter", parameter).StatusOf("value");
}
