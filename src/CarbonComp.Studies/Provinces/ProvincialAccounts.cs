using System.Globalization;

namespace CarbonComp.Studies;

/// <summary>What is known of China's thirty-one provinces from 2007 to 2020: statistics, inventories, national tables, land.</summary>
/// <remarks>Tibet has accounts and land but no emission inventory.</remarks>
public sealed class ProvincialAccounts
{
    private ProvincialAccounts(string data)
    {
        Package = DataPackage.Load(Path.Combine(data, "china-provinces"));
        Provinces = Package["provinces"].RegionAxis();
        NationalTables = NationalTables.Load(data);
        Inventories = new(InventoryPackage.Load(Path.Combine(data, "inventories")), NationalTables);
        var statistics = DataPackage.Load(Path.Combine(data, "provincial-statistics"));
        Statistics = new(statistics, Provinces, NationalTables.Concordances);
        Surveys = new(statistics, NationalTables.Concordances);
        Inventoried = new(Provinces.Where(p => Inventories.Inventories.Regions.Contains(p.Name)));
    }

    /// <summary>Reads the packages.</summary>
    /// <param name="data">The folder <c>data</c>.</param>
    /// <exception cref="DataException">A package, a table or a value is missing or damaged; the message names file and row.</exception>
    public static ProvincialAccounts Load(string data) => new(data);

    /// <summary>The tables of the case alone: provinces, land, and what the abstracts state.</summary>
    public DataPackage Package { get; }

    /// <summary>GDP, residents, final use, output and trade.</summary>
    public ProvincialStatistics Statistics { get; }

    /// <summary>The provincial tables of 2007 that show own supply.</summary>
    public SurveyTables Surveys { get; }

    /// <summary>The emission inventories.</summary>
    public ProvincialInventories Inventories { get; }

    /// <summary>China's input–output tables.</summary>
    public NationalTables NationalTables { get; }

    /// <summary>The thirty-one provinces.</summary>
    public RegionAxis Provinces { get; }

    /// <summary>The thirty provinces with an emission inventory: all but Tibet.</summary>
    public RegionAxis Inventoried { get; }

    /// <summary>The years: those with a national table.</summary>
    public IReadOnlyList<int> Years => NationalTables.Years;

    /// <summary>GDP by province.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public LabelledVector Gdp(int year) => Statistics.Gdp(Known(year));

    /// <summary>Residents by province at the end of the year.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public LabelledVector Population(int year) => Statistics.Population(Known(year));

    /// <summary>China's input–output table in 41 or 42 sectors, with domestic and imported goods apart.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public NationalTable National(int year) => NationalTables[Known(year)];

    /// <summary>Emissions by province with an inventory and sector, t CO2.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <param name="classification">The sectors, in <c>data/concordances</c>.</param>
    public LabelledMatrix Emissions(int year, string classification) => Inventories.Emissions(InventoryYear(Known(year)), classification, Inventoried);

    /// <summary>Emissions of households by province with an inventory, t CO2.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public LabelledVector HouseholdEmissions(int year) =>
        Inventories.Inventories.Households(InventoryYear(Known(year)), Inventoried).RowSums().Named("emissions of households");

    /// <summary>The year whose inventories are used for a year: 2019 for 2020.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public static int InventoryYear(int year) => Math.Min(year, 2019);

    /// <summary>Land by class as the satellite sees it, in the nearest year that was read.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public LabelledMatrix LandCover(int year)
    {
        var rows = Package["land-cover"];
        var nearest = rows.Texts("year").Distinct().Select(y => int.Parse(y, CultureInfo.InvariantCulture))
            .MinBy(y => Math.Abs(y - Known(year)));
        return rows.Where("year", Invariant($"{nearest}")).Matrix("value", Provinces, Package["land-classes"].CategoryAxis("land class"));
    }

    /// <summary>Absorption by province and land class (<c>docs/methods.md#jx-4</c>).</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <param name="coefficients">Absorption of a hectare; <see cref="BudgetCoefficients.Consistent"/> if none are given.</param>
    public LabelledMatrix Sinks(int year, BudgetCoefficients? coefficients = null)
    {
        var classes = Package["land-classes"];
        return CarbonAbsorption.Compute(LandCover(year), coefficients ?? BudgetCoefficients.Consistent,
            classes.Texts("land_class").Zip(classes.Texts("absorption_class")).ToDictionary(p => p.First, p => p.Second));
    }

    /// <summary>The year, if the case has it.</summary>
    /// <param name="year">A year.</param>
    /// <exception cref="CarbonCompException">Another year than one of <see cref="Years"/>.</exception>
    internal int Known(int year) => Years.Contains(year) ? year
        : throw new CarbonCompException($"The case has no year {year}. It has {string.Join(", ", Years)}.");
}
