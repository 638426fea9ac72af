namespace CarbonComp.Studies;

/// <summary>The first two mechanisms, flow zoning and carbon budget, on the cities of their own cases and on those of each other.</summary>
/// <remarks>Reduction costs by city need value added, labour and emissions of many cities, and PEC's transfers by sector; neither case has them.</remarks>
public static class CityMechanisms
{
    // The classes of BTH's land cover as JX counts them, and JX's land as BTH's pools. Bare land is BTH's wetland class, as in its own case.
    private static readonly Dictionary<string, string> Absorbs = new()
    {
        ["Cropland"] = "cultivated land", ["Forest Land"] = "forest", ["Grassland"] = "grassland", ["Water"] = "water", ["Wetland"] = "water",
        ["Artificial Surfaces"] = "construction land",
    };

    private static readonly Dictionary<string, string> Stores = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Cultivated land"] = "Cropland", ["Forest land"] = "Forest Land", ["Grassland"] = "Grassland", ["Water"] = "Water", ["Unused land"] = "Wetland",
        ["Construction land"] = "Artificial Surfaces",
    };

    /// <summary>Beijing, Tianjin and Hebei: flow zoning as in its own case, and JX's budget on the same emissions and land.</summary>
    /// <remarks>
    /// The case has one year, so the budget is not revised by intensity. Its price is between JX's sink prices by the cities' GDP per head over the nation's,
    /// its coefficients are in one unit with the emissions, and its Engel coefficient is that of each city.
    /// </remarks>
    /// <param name="bth">The thirteen cities.</param>
    /// <param name="map">The cities on the map.</param>
    /// <param name="jiangxi">JX's case, for its sink prices, curve and the nation's GDP per head.</param>
    /// <param name="coefficients">Absorption of a hectare; <see cref="BudgetCoefficients.Consistent"/> if none are given.</param>
    public static MechanismComparison Of(BeijingTianjinHebei bth, RegionMap map, JiangxiCase jiangxi, BudgetCoefficients? coefficients = null)
    {
        var model = new CarbonBudgetModel(bth.CityEmissions.RowSums(), Absorption(bth, coefficients).RowSums(), bth.Gdp, 2020);
        var price = PriceByIncome(jiangxi, bth.Gdp.Sum() / bth.Population.Sum());
        var coefficient = CompensationCoefficient.GrowthCurve(CompensationCoefficient.ShareOf(bth.Gdp), bth.Engel);
        return MechanismComparison.Of("Beijing, Tianjin and Hebei, 2020",
        [
            FlowZoning(bth, map),
            CompensationMechanism.Of(new CompensationReading { Revision = IntensityRevision.None }.Compensation(model),
                CompensationStandard.Of(price, coefficient), price),
        ]);
    }

    /// <summary>What the land of the thirteen cities takes up in a year, t CO2 by city and class of land, by JX's classes.</summary>
    /// <param name="bth">The cities.</param>
    /// <param name="coefficients">Absorption of a hectare; <see cref="BudgetCoefficients.Consistent"/> if none are given.</param>
    public static LabelledMatrix Absorption(BeijingTianjinHebei bth, BudgetCoefficients? coefficients = null) =>
        CarbonAbsorption.Compute(bth.LandCover, coefficients ?? BudgetCoefficients.Consistent, bth.CountsAs.ToDictionary(c => c.Key, c =>
            c.Key == "Barren" ? "unused land" : Absorbs[c.Value]));

    /// <summary>Flow zoning of the thirteen cities: that of notebook 06.</summary>
    /// <param name="bth">The cities.</param>
    /// <param name="map">The cities on the map.</param>
    /// <param name="rule">Whose standard prices a flow.</param>
    public static CompensationMechanism FlowZoning(BeijingTianjinHebei bth, RegionMap map, PriceRule rule = PriceRule.Payer)
    {
        var transfers = new EmbodiedCarbonModel(bth.Table, bth.TableEmissions).Transfers().Within(bth.Cities);
        var services = ServiceFlows.Compute(map, CarbonStorage.Of(bth.LandCover, bth.Pools, bth.CountsAs).AsPrinted(), bth.Demand());
        var standard = CompensationStandard.Of(bth.Price, CompensationCoefficient.GrowthCurve(
            CompensationCoefficient.AbilityOf(bth.Gdp, bth.Population), bth.Engel));
        return CompensationMechanism.Of(FlowZoningCompensation.Of(transfers, services, standard, rule), bth.Price);
    }

    /// <summary>Jiangxi: the carbon budget as in its own case, and what BTH's flow zoning has without a table between the cities: their sink service.</summary>
    /// <remarks>
    /// Who emits for whom among the cities is not known, and is left out by name. Carbon densities and price are BTH's, and storage is read as BTH reads it;
    /// demand is the city's emissions in the budget.
    /// </remarks>
    /// <param name="jiangxi">The eleven cities.</param>
    /// <param name="map">The cities on the map.</param>
    /// <param name="bth">BTH's case, for its densities and price.</param>
    /// <param name="reading">The reading of JX's open formulas; the defaults if none is given.</param>
    public static MechanismComparison Of(JiangxiCase jiangxi, RegionMap map, BeijingTianjinHebei bth, CompensationReading? reading = null)
    {
        var year = jiangxi.LastYear;
        var land = jiangxi.Land(year);
        var storage = CarbonStorage.Of(land, bth.Pools, land.Columns.Labels.ToDictionary(c => c, c => Stores[c])).AsPrinted();
        var services = ServiceFlows.Compute(map, storage, jiangxi.Model.Emissions(year));
        var engel = jiangxi.Coefficient(reading).Engel;
        var standard = CompensationStandard.Of(bth.Price,
            CompensationCoefficient.GrowthCurve(CompensationCoefficient.AbilityOf(jiangxi.Gdp(year), jiangxi.Population(year)), engel));
        return MechanismComparison.Of(Invariant($"Jiangxi, {year}"),
            [CompensationMechanism.ServiceAlone(services, standard, bth.Price), Budget(jiangxi, reading)]);
    }

    /// <summary>The carbon budget of Jiangxi: that of notebook 12.</summary>
    /// <param name="jiangxi">The eleven cities.</param>
    /// <param name="reading">The reading of JX's open formulas; the defaults if none is given.</param>
    public static CompensationMechanism Budget(JiangxiCase jiangxi, CompensationReading? reading = null)
    {
        var price = jiangxi.Price(reading);
        return CompensationMechanism.Of(jiangxi.Compensation(reading), CompensationStandard.Of(price, jiangxi.Coefficient(reading)), price);
    }

    // JX 13, as the case itself: its price for a region whose GDP per head is that of the nation is the upper one.
    private static CarbonPrice PriceByIncome(JiangxiCase jiangxi, Quantity income)
    {
        var parameters = jiangxi.Package["parameters"];
        CarbonPrice Sink(string name) => new CarbonPrice(parameters.Value(name, "US$/t CO2"), Unit.Parse("US$/t CO2"), "JX 2.4", ValueStatus.Paper)
            .Exchanged(new(parameters.Value("exchange_rate", "yuan/US$"), Unit.Parse("yuan/US$"), ValueStatus.Illustrative));
        var nation = jiangxi.Package["nation"].Where("year", Invariant($"{jiangxi.LastYear}"));
        var whole = new Quantity(nation.Numbers("gdp")[0], nation.UnitOf("gdp"), ValueStatus.Statistic)
            / new Quantity(nation.Numbers("population")[0], nation.UnitOf("population"), ValueStatus.Statistic);
        return CarbonPrice.ByIncome(Sink("sink_price_international_minimum"), Sink("sink_price_international_maximum"), (income / whole).In(Unit.One).Value);
    }
}
