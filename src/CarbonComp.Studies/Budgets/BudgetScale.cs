namespace CarbonComp.Studies;

/// <summary>Whether the numbers of a budget have the size that their units say: what a column read in the wrong unit gives away.</summary>
/// <remarks>
/// Bounds are so wide that only a unit can cross them: 10^4 persons read as persons, hectares as km2. GDP per head is held against the
/// nation's, whatever the currency; energy per head against what people have ever used; land against the outlines on the map.
/// </remarks>
internal static class BudgetScale
{
    // Rich and poor cities of one country lie within a factor of ten, ten years of growth within three.
    private const double MostGdpOfNation = 50;

    // tce a head and year. The poorest countries use 0.1 to 0.2, the cities of heavy industry up to 80.
    private const double LeastEnergy = 0.05, MostEnergy = 200;

    // t CO2 a head and year, on the same grounds.
    private const double LeastEmissions = 0.05, MostEmissions = 500;

    // Outlines are generalised, and a case may have sketched its own.
    private const double MostLandOfOutline = 10;

    /// <summary>GDP and energy per head, in every region and year.</summary>
    public static void PerHead(DataPackage package, IReadOnlyList<int> years, Faults faults)
    {
        var (regions, nation) = (package["regions"].RegionAxis(), package["nation"].Where("year", $"{years[^1]}"));
        var head = nation.Numbers("gdp")[0] * nation.UnitOf("gdp").To(Unit.Yuan)
            / (nation.Numbers("population")[0] * nation.UnitOf("population").To(Unit.Person));
        foreach (var year in years)
        {
            DataTable In(string table) => package[table].Where("year", $"{year}");
            var (persons, yuan) = (In("economy").Vector("population", regions).In(Unit.Person), In("economy").Vector("gdp", regions).In(Unit.Yuan));
            var tce = package.Has("energy") ? In("energy").Vector("value", regions).In(Unit.TonneStandardCoal) : null;
            var tonnes = package.Has("emissions") ? Total(In("emissions"), regions) : null;
            for (var i = 0; i < regions.Count; i++)
            {
                var here = new RegionAxis(regions[i]);
                if (yuan[i] / persons[i] / head is var times and not (> 1 / MostGdpOfNation and < MostGdpOfNation))
                    faults.Add(In("economy").Where("region", here).Wrong(0, "gdp",
                        Invariant($"For {persons[i]:N0} persons that is {Times(times)} the nation's GDP per head of {years[^1]}. ")
                        + $"Is a unit in {package["economy"].UnitsAreIn} wrong? GDP is read in {package["economy"].UnitOf("gdp")}, population in "
                        + $"{package["economy"].UnitOf("population")}; {Path.GetFileName(nation.File)} in {nation.UnitOf("gdp")} "
                        + $"and {nation.UnitOf("population")}."));
                if (tce is not null && tce[i] / persons[i] is var each and not (> LeastEnergy and < MostEnergy))
                    faults.Add(In("energy").Where("region", here).Wrong(0, "value",
                        Invariant($"For {persons[i]:N0} persons that is {each:G3} tce a head; people use {LeastEnergy} to {MostEnergy}. ")
                        + $"Is a unit in {package["energy"].UnitsAreIn} wrong? Energy is read in {package["energy"].UnitOf("value")}, population in "
                        + $"{package["economy"].UnitOf("population")}."));
                if (tonnes is not null && tonnes[i] / persons[i] is var ahead and not (> LeastEmissions and < MostEmissions))
                    faults.Add(In("emissions").Where("region", here).Wrong(0, "value",
                        Invariant($"All sectors of {regions[i].Name} together emit {ahead:G3} t CO2 a head in {year}; people cause {LeastEmissions} to ")
                        + Invariant($"{MostEmissions}. Is a unit in {package["emissions"].UnitsAreIn} wrong? Emissions are read in ")
                        + $"{package["emissions"].UnitOf("value")}, population in {package["economy"].UnitOf("population")}."));
            }
        }
    }

    /// <summary>The land of each region against its outline.</summary>
    /// <param name="land">The land of a year, in the file's unit.</param>
    /// <param name="file">The file that it is from.</param>
    /// <param name="map">The outlines.</param>
    public static RegionMap OnMap(LabelledMatrix land, string file, RegionMap map)
    {
        var (given, drawn) = (land.RowSums().In(Unit.SquareKilometre), map.Areas.In(Unit.SquareKilometre));
        for (var i = 0; i < map.Regions.Count; i++)
            if (given[i] / drawn[i] is var times and not (> 1 / MostLandOfOutline and < MostLandOfOutline))
                throw new DataException($"{file}, field value", Invariant($"the land of {map.Regions[i].Name} adds up to {given[i]:N0} km2, ")
                    + Invariant($"{Times(times)} the {drawn[i]:N0} km2 of its outline on the map. Is the unit in datapackage.json right "
                    + $"({land.Unit})? Hectares are \"ha\"; or is it another place's outline?"));
        return map;
    }

    private static double[] Total(DataTable emissions, RegionAxis regions)
    {
        var (labels, values, tonnes) = (emissions.Texts("region"), emissions.Numbers("value"), new double[regions.Count]);
        for (var row = 0; row < labels.Count; row++) tonnes[regions.IndexOf(labels[row])] += values[row] * emissions.UnitOf("value").To(Unit.TonneCO2);
        return tonnes;
    }

    private static string Times(double ratio) => Invariant($"{ratio:G3} times");
}
