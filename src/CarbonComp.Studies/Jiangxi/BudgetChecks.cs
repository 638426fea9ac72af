namespace CarbonComp.Studies;

/// <summary>Checks of the tables of a budget: every region in every year, units of the right kind, possible numbers.</summary>
/// <remarks>The first thing that is wrong is named with file, row and region, and with what to do. What the tables say by themselves,
/// <see cref="DataPackage.Load"/> has checked.</remarks>
internal static class BudgetChecks
{
    // An Engel coefficient below 1 % means that a fraction was given instead of a percentage.
    private const double LeastEngel = 0.01;

    /// <summary>The tables that every case has: regions, economy, nation, parameters.</summary>
    /// <returns>The years of the case, rising.</returns>
    public static int[] Economy(DataPackage package)
    {
        var (economy, nation) = (package["economy"], package["nation"]);
        int[] years = [.. economy.Numbers("year").Select(y => (int)y).Distinct().Order()];
        EveryRegionEveryYear(economy, years, package["regions"].RegionAxis());
        Positive(economy, "gdp", Unit.Yuan, "GDP must be positive. Give the published figure, or leave the region out of the study.");
        Positive(economy, "population", Unit.Person, "Population must be positive. Give the residents, or leave the region out of the study.");
        if (!nation.Texts("year").Contains($"{years[^1]}"))
            throw new DataException(nation.File,
                $"there is no row for {years[^1]}, the last year of economy. The price (JX 13) needs the nation's GDP and population of that year.");
        Positive(nation, "gdp", Unit.Yuan, "The nation's GDP must be positive.");
        Positive(nation, "population", Unit.Person, "The nation's population must be positive.");
        Parameters(package["parameters"]);
        return years;
    }

    /// <summary>The tables of a filled-in folder beside those: energy, land, prices.</summary>
    /// <param name="package">The package.</param>
    /// <param name="years">Its years, rising.</param>
    /// <param name="landClasses">The land classes of which it is known what they absorb, any case.</param>
    public static void Measured(DataPackage package, IReadOnlyList<int> years, IReadOnlyCollection<string> landClasses)
    {
        var (regions, energy, land, prices) = (package["regions"].RegionAxis(), package["energy"], package["land"], package["prices"]);
        EveryRegionEveryYear(energy, years, regions);
        Positive(energy, "value", Unit.TonneStandardCoal,
            "Energy use must be positive: a region without emissions has no coefficients. Give its energy, or leave the region out.");
        EveryRegionEveryYear(land, years, regions);
        Measures(land, "value", Unit.SquareKilometre);
        land.Require("value", v => v >= 0, "An area cannot be negative; give 0 where there is none of a class.");
        LandClasses(land, landClasses);
        Positive(prices, "value", Unit.One, "A price level must be positive; the first year's is 1.");
        if (years.FirstOrDefault(y => !prices.Texts("year").Contains($"{y}")) is var missing and > 0)
            throw new DataException(prices.File, $"there is no row for {missing}, which economy has. Add it, or take {missing} out of the other tables.");
    }

    /// <summary>Every region has land that absorbs: shares of the absorption are divided by.</summary>
    public static void Absorbs(DataPackage package, RegionAxis regions, int year, LabelledVector absorption)
    {
        for (var i = 0; i < absorption.Values.Count; i++)
            if (!(absorption[i] > 0))
                throw package["land"].Where("year", $"{year}").Where("region", new RegionAxis(regions[i])).Wrong(0, "value",
                    $"{absorption.Axis.Labels[i]} absorbs nothing in {year}: all its land is construction land. "
                    + $"Give the areas of its other classes, or leave the region out.");
    }

    private static void Parameters(DataTable parameters)
    {
        const string lowest = "sink_price_international_minimum", highest = "sink_price_international_maximum", dollars = "US$/t CO2";
        Parameter(parameters, "engel", Unit.One, v => v is >= LeastEngel and < 1,
            "An Engel coefficient lies between 0 and 1, or 0 and 100 %, and none is below 1 %. Write 30 with the unit %, or 0.3 with the unit 1.");
        Parameter(parameters, "exchange_rate", Unit.Parse("yuan/US$"), v => v > 0, "An exchange rate is positive: yuan for a dollar.");
        Parameter(parameters, lowest, Unit.Parse(dollars), v => v >= 0, "A price must be zero or positive.");
        var least = parameters.Value(lowest, dollars);
        Parameter(parameters, highest, Unit.Parse(dollars), v => v >= least, $"The highest price is below the lowest, {lowest}. Exchange them.");
        Domestic(parameters);
        Parameter(parameters, "growth_curve_a", Unit.One, v => v >= 0, "a of the growth curve (docs/methods.md#jx-14) must be zero or positive.");
        Parameter(parameters, "growth_curve_b", Unit.One, double.IsFinite, "b of the growth curve (docs/methods.md#jx-14) must be a finite number.");
    }

    // Domestic prices are there where somebody knows them.
    private static void Domestic(DataTable parameters)
    {
        const string lowest = "sink_price_domestic_minimum", highest = "sink_price_domestic_maximum";
        if (new[] { lowest, highest }.Where(parameters.Texts("parameter").Contains).ToArray() is not { Length: > 0 } given) return;
        if (given.Length == 1) throw new DataException(parameters.File, $"it has {given[0]} alone. Give {lowest} and {highest}, or neither.");
        Parameter(parameters, lowest, Unit.YuanPerTonneCO2, v => v >= 0, "A price must be zero or positive.");
        var least = parameters.Value(lowest, Unit.YuanPerTonneCO2);
        Parameter(parameters, highest, Unit.YuanPerTonneCO2, v => v >= least, $"The highest price is below the lowest, {lowest}. Exchange them.");
    }

    private static void Parameter(DataTable parameters, string name, Unit unit, Func<double, bool> holds, string demand)
    {
        if (holds(parameters.Value(name, unit))) return;
        var row = parameters.Where("parameter", name);
        throw row.Wrong(0, "value", $"It is read in {row.UnitOf("value")}. {demand}");
    }

    private static void Positive(DataTable table, string field, Unit unit, string demand)
    {
        Measures(table, field, unit);
        table.Require(field, v => v > 0, demand);
    }

    private static void Measures(DataTable table, string field, Unit unit)
    {
        if (table.UnitOf(field) is var given && given.Dimension != unit.Dimension)
            throw new DataException($"{table.File}, field {field}",
                $"its unit is {given}, which does not measure {table[field].Title}. "
                + $"Write the unit of your figures into datapackage.json: {unit}, or a multiple such as 10^4 {unit}.");
    }

    /// <summary>Every region has a row in every year, and there is no year more.</summary>
    private static void EveryRegionEveryYear(DataTable table, IReadOnlyList<int> years, RegionAxis regions)
    {
        var rows = table.Numbers("year").Zip(table.Texts("region"), (year, region) => (Year: (int)year, Region: region)).ToArray();
        if (rows.FirstOrDefault(r => !years.Contains(r.Year)) is { Region: not null } extra)
            throw new DataException(table.File, $"it has rows for {extra.Year}, which economy has not. Add {extra.Year} to economy, or remove these rows.");
        foreach (var year in years)
        {
            var there = rows.Where(r => r.Year == year).Select(r => r.Region).ToArray();
            if (there.Length == 0) throw new DataException(table.File,
                $"there is no row for {year}, which economy has. Add the year here, or take it out of economy.");
            if (regions.FirstOrDefault(region => !there.Any(label => regions.Contains(label) && regions[regions.IndexOf(label)] == region)) is { } absent)
                throw new DataException(table.File,
                    $"there is no row for {absent.Name} in {year}; other regions have one. Add it, or leave {absent.Name} out of regions and every table.");
        }
    }

    /// <summary>Only classes of which it is known what they absorb, and the same ones in every region and year.</summary>
    private static void LandClasses(DataTable land, IReadOnlyCollection<string> known)
    {
        var classes = land.Texts("class");
        for (var i = 0; i < classes.Count; i++)
            if (!known.Contains(classes[i], StringComparer.OrdinalIgnoreCase))
                throw land.Wrong(i, "class",
                    $"This class has no absorption coefficient. Write one of {string.Join(", ", known.Order(StringComparer.OrdinalIgnoreCase))}.");
        var all = classes.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        foreach (var place in land.Texts("year").Zip(land.Texts("region"), classes).GroupBy(r => (r.First, r.Second)))
            if (all.Except(place.Select(r => r.Third), StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } missing)
                throw new DataException(land.File,
                    $"there is no row for {missing} of {place.Key.Second} in {place.Key.First}; other rows have this class. "
                    + $"Add it, with 0 where there is none, or correct the spelling.");
    }
}
