namespace CarbonComp.Studies;

/// <summary>Checks of the tables of a budget: every region in every year, units of the right kind, possible numbers.</summary>
/// <remarks>All that is wrong is collected, each with file, row and region, and with what to do. What the tables say by themselves,
/// <see cref="DataPackage.Load"/> has checked.</remarks>
internal static class BudgetChecks
{
    /// <summary>The tables that every case has: regions, economy, nation, parameters.</summary>
    /// <returns>The years of the case, rising.</returns>
    public static int[] Economy(DataPackage package, Faults faults)
    {
        var (economy, nation) = (package["economy"], package["nation"]);
        int[] years = [.. economy.Numbers("year").Select(y => (int)y).Distinct().Order()];
        EveryRegionEveryYear(economy, years, package["regions"].RegionAxis(), faults);
        Positive(economy, "gdp", Unit.Yuan, "GDP must be positive. Give the published figure, or leave the region out of the study.", faults);
        Positive(economy, "population", Unit.Person, "Population must be positive. Give the residents, or leave the region out of the study.", faults);
        if (!nation.Texts("year").Contains($"{years[^1]}"))
            faults.Add(nation.File,
                $"there is no row for {years[^1]}, the last year of economy. The price (JX 13) needs the nation's GDP and population of that year.");
        Positive(nation, "gdp", Unit.Yuan, "The nation's GDP must be positive.", faults);
        Positive(nation, "population", Unit.Person, "The nation's population must be positive.", faults);
        BudgetParameters.Check(package["parameters"], faults);
        return years;
    }

    /// <summary>The tables of a filled-in case beside those: energy or emissions, land, prices.</summary>
    /// <param name="package">The package.</param>
    /// <param name="years">Its years, rising.</param>
    /// <param name="landClasses">The land classes of which it is known what they absorb, any case.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static void Measured(DataPackage package, IReadOnlyList<int> years, IReadOnlyCollection<string> landClasses, Faults faults)
    {
        var (regions, land, prices) = (package["regions"].RegionAxis(), package["land"], package["prices"]);
        if (package.Has("emissions")) Emissions(package, years, regions, faults);
        else
        {
            EveryRegionEveryYear(package["energy"], years, regions, faults);
            Positive(package["energy"], "value", Unit.TonneStandardCoal,
                "Energy use must be positive: a region without emissions has no coefficients. Give its energy, or leave the region out.", faults);
        }
        EveryRegionEveryYear(land, years, regions, faults);
        Measures(land, "value", Unit.SquareKilometre, faults);
        Require(land, "value", v => v >= 0, "An area cannot be negative; give 0 where there is none of a class.", faults);
        LandClasses(land, landClasses, faults);
        Positive(prices, "value", Unit.One, "A price level must be positive; the first year's is 1.", faults);
        foreach (var missing in years.Where(y => !prices.Texts("year").Contains($"{y}")))
            faults.Add(prices.File, $"there is no row for {missing}, which economy has. Add it, or take {missing} out of the other tables.");
    }

    /// <summary>Every region has land that absorbs: shares of the absorption are divided by.</summary>
    public static void Absorbs(DataPackage package, RegionAxis regions, int year, LabelledVector absorption, Faults faults)
    {
        for (var i = 0; i < absorption.Values.Count; i++)
            if (!(absorption[i] > 0))
                faults.Add(package["land"].Where("year", $"{year}").Where("region", new RegionAxis(regions[i])).Wrong(0, "value",
                    $"{absorption.Axis.Labels[i]} absorbs nothing in {year}: all its land is construction land. "
                    + $"Give the areas of its other classes, or leave the region out."));
    }

    /// <summary>Demands something of every number of a field.</summary>
    public static void Require(DataTable table, string field, Func<double, bool> holds, string demand, Faults faults)
    {
        if (table.RowCount == 0) return;
        var numbers = table.Numbers(field);
        for (var row = 0; row < numbers.Count; row++)
            if (!holds(numbers[row])) faults.Add(table.Wrong(row, field, demand));
    }

    private static void Emissions(DataPackage package, IReadOnlyList<int> years, RegionAxis regions, Faults faults)
    {
        var emissions = package["emissions"];
        if (package.Has("energy"))
            faults.Add(emissions.File, "there are emissions and energy, and it is not clear which one counts. Take one of the two tables out.");
        EveryRegionEveryYear(emissions, years, regions, faults);
        Measures(emissions, "value", Unit.TonneCO2, faults);
        Require(emissions, "value", v => v >= 0, "Emissions cannot be negative; what land takes up is counted from the table land.", faults);
        SameClasses(emissions, "sector", faults);
        foreach (var sum in emissions.Texts("year").Zip(emissions.Texts("region"), emissions.Numbers("value")).GroupBy(r => (r.First, r.Second))
            .Where(g => g.Sum(r => r.Third) == 0))
            faults.Add(emissions.File, $"{sum.Key.Second} emits nothing in {sum.Key.First}, and a region without emissions has no coefficients. Give its "
                + "emissions, or leave the region out.");
    }

    private static void Positive(DataTable table, string field, Unit unit, string demand, Faults faults)
    {
        if (Measures(table, field, unit, faults)) Require(table, field, v => v > 0, demand, faults);
    }

    private static bool Measures(DataTable table, string field, Unit unit, Faults faults)
    {
        var given = table.UnitOf(field);
        if (given.Dimension == unit.Dimension) return true;
        faults.Add($"{table.File}, field {field}",
            $"its unit is {given}, which does not measure {table[field].Title}. "
            + $"Write the unit of your figures into {table.UnitsAreIn}: {unit}, or a multiple such as 10^4 {unit}.");
        return false;
    }

    /// <summary>Every region has a row in every year, and there is no year or region more.</summary>
    private static void EveryRegionEveryYear(DataTable table, IReadOnlyList<int> years, RegionAxis regions, Faults faults)
    {
        var rows = table.Numbers("year").Zip(table.Texts("region"), (year, region) => (Year: (int)year, Region: region)).ToArray();
        var strange = new HashSet<string>();
        for (var row = 0; row < rows.Length; row++)
            if (!regions.Contains(rows[row].Region) && strange.Add(rows[row].Region))
                faults.Add(table.Wrong(row, "region", $"It is not among the regions: {Listing.Of(regions.Labels)}. Correct the spelling, add it to regions, or "
                    + "delete the row if it is a sum."));
        foreach (var extra in rows.Select(r => r.Year).Distinct().Where(year => !years.Contains(year)))
            faults.Add(table.File, $"it has rows for {extra}, which economy has not. Add {extra} to economy, or remove these rows.");
        foreach (var year in years)
        {
            var there = rows.Where(r => r.Year == year && regions.Contains(r.Region)).Select(r => regions[regions.IndexOf(r.Region)]).ToHashSet();
            if (there.Count == 0)
                faults.Add(table.File, $"there is no row for {year}, which economy has. Add the year here, or take it out of economy.");
            else
                foreach (var absent in regions.Where(region => !there.Contains(region)))
                    faults.Add(table.File,
                        $"there is no row for {absent.Name} in {year}; other regions have one. Add it, or leave {absent.Name} out of regions and every table.");
        }
    }

    /// <summary>Only classes of which it is known what they absorb, and the same ones in every region and year.</summary>
    private static void LandClasses(DataTable land, IReadOnlyCollection<string> known, Faults faults)
    {
        var (classes, strange) = (land.Texts("class"), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        for (var i = 0; i < classes.Count; i++)
            if (!known.Contains(classes[i], StringComparer.OrdinalIgnoreCase) && strange.Add(classes[i]))
                faults.Add(land.Wrong(i, "class",
                    $"This class has no absorption coefficient. Write one of {string.Join(", ", known.Order(StringComparer.OrdinalIgnoreCase))}."));
        if (strange.Count == 0) SameClasses(land, "class", faults);
    }

    private static void SameClasses(DataTable table, string field, Faults faults)
    {
        var classes = table.Texts(field);
        var all = classes.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        foreach (var place in table.Texts("year").Zip(table.Texts("region"), classes).GroupBy(r => (r.First, r.Second)))
            foreach (var missing in all.Except(place.Select(r => r.Third), StringComparer.OrdinalIgnoreCase))
                faults.Add(table.File,
                    $"there is no row for {missing} of {place.Key.Second} in {place.Key.First}; other rows have this {field}. "
                    + $"Add it, with 0 where there is none, or correct the spelling.");
    }
}
