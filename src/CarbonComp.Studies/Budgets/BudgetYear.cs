namespace CarbonComp.Studies;

/// <summary>The inputs of a budget in one year.</summary>
/// <param name="Energy">Energy use by region; null where emissions are given instead.</param>
/// <param name="Population">Residents by region.</param>
/// <param name="Gdp">GDP by region at current prices.</param>
/// <param name="Land">Area by region and land class.</param>
/// <param name="PriceLevel">Prices in those of the first year.</param>
/// <param name="PriceStatus">Where the price level comes from.</param>
/// <param name="Emissions">Emissions by region and sector; null where energy is given instead.</param>
internal sealed record BudgetYear(LabelledVector? Energy, LabelledVector Population, LabelledVector Gdp, LabelledMatrix Land, double PriceLevel,
    ValueStatus PriceStatus, LabelledMatrix? Emissions = null)
{
    /// <summary>A year of the tables of a filled-in folder.</summary>
    public static BudgetYear Measured(DataPackage package, int year, int firstYear)
    {
        var (regions, land, prices) = (package["regions"].RegionAxis(), package["land"], package["prices"]);
        var classes = new CategoryAxis("land class", land.Texts("class").Distinct(StringComparer.OrdinalIgnoreCase));
        var sectors = package.Has("emissions")
            ? new CategoryAxis("sector", package["emissions"].Texts("sector").Distinct(StringComparer.OrdinalIgnoreCase)) : null;
        return Of(package, regions, year, sectors is null ? package["energy"].Where("year", $"{year}").Vector("value", regions) : null,
            land.Where("year", $"{year}").Matrix("value", regions, classes, columnField: "class"),
            prices.Value($"{year}", Unit.One) / prices.Value($"{firstYear}", Unit.One), prices.Status) with
        {
            Emissions = sectors is null ? null : package["emissions"].Where("year", $"{year}").Matrix("value", regions, sectors, columnField: "sector"),
        };
    }

    /// <summary>A year with the package's economy and population.</summary>
    public static BudgetYear Of(DataPackage package, RegionAxis regions, int year, LabelledVector? energy, LabelledMatrix land, double priceLevel,
        ValueStatus priceStatus)
    {
        var economy = package["economy"].Where("year", $"{year}");
        return new(energy, economy.Vector("population", regions), economy.Vector("gdp", regions), land, priceLevel, priceStatus);
    }
}
