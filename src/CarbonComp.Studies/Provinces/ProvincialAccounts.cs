using System.Globalization;

namespace CarbonComp.Studies;

/// <summary>Accounts of China's thirty-one provinces in 2012, 2015, 2017 and 2020, as <c>data/china-provinces</c> holds them.</summary>
/// <remarks>Tibet has accounts and land but no emission inventory.</remarks>
public sealed class ProvincialAccounts
{
    /// <summary>The accounts of a data package.</summary>
    /// <param name="package">The package <c>data/china-provinces</c>.</param>
    /// <exception cref="DataException">A table or a value is missing; the message names file and row.</exception>
    public ProvincialAccounts(DataPackage package)
    {
        Package = package;
        Provinces = package["provinces"].RegionAxis();
        Sectors = package["sectors"].SectorAxis();
        Years = [.. package["accounts"].Texts("year").Distinct().Select(y => int.Parse(y, CultureInfo.InvariantCulture))];
        var counted = package["emission-totals"].Texts("region").ToHashSet(StringComparer.Ordinal);
        Inventoried = new(Provinces.Where(p => counted.Contains(p.Name)));
    }

    /// <summary>The tables of the case.</summary>
    public DataPackage Package { get; }

    /// <summary>The thirty-one provinces.</summary>
    public RegionAxis Provinces { get; }

    /// <summary>The thirty provinces with an emission inventory: all but Tibet.</summary>
    public RegionAxis Inventoried { get; }

    /// <summary>The seven sectors.</summary>
    public SectorAxis Sectors { get; }

    /// <summary>The years.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>GDP by province.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <param name="vintage">Revised by default.</param>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public LabelledVector Gdp(int year, GdpVintage vintage = GdpVintage.Revised) =>
        Rows("accounts", year).Vector(vintage == GdpVintage.Revised ? "gdp" : "gdp_first_published", Provinces);

    /// <summary>Residents by province at the end of the year.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public LabelledVector Population(int year) => Rows("accounts", year).Vector("population", Provinces);

    /// <summary>Share of the residents who live in towns, by the census of 2020.</summary>
    public LabelledVector UrbanShare => Package["provinces"].Vector("urban_share", Provinces);

    /// <summary>China's input–output table, with domestic and imported goods apart.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public NationalTable National(int year) => NationalTable.From(Rows("national-tables", year), Sectors);

    /// <summary>Emissions by province with an inventory and sector.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public LabelledMatrix Emissions(int year) => Rows("emissions", year).Matrix("value", Inventoried, Sectors);

    /// <summary>Emissions of households by province with an inventory.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public LabelledVector HouseholdEmissions(int year)
    {
        var table = Rows("household-emissions", year);
        return table.Matrix("value", Inventoried, table.CategoryAxis("sector")).RowSums().Named("emissions of households");
    }

    /// <summary>The year whose inventories are used for a year: 2019 for 2020.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public static int InventoryYear(int year) => Math.Min(year, 2019);

    /// <summary>Land by class as the satellite sees it.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public LabelledMatrix LandCover(int year) => Rows("land-cover", year).Matrix("value", Provinces, Package["land-classes"].CategoryAxis("land class"));

    /// <summary>Absorption by province and land class (<c>docs/methods.md#jx-4</c>).</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <param name="coefficients">Absorption of a hectare; <see cref="BudgetCoefficients.Consistent"/> if none are given.</param>
    public LabelledMatrix Sinks(int year, BudgetCoefficients? coefficients = null)
    {
        var classes = Package["land-classes"];
        return CarbonAbsorption.Compute(LandCover(year), coefficients ?? BudgetCoefficients.Consistent,
            classes.Texts("land_class").Zip(classes.Texts("absorption_class")).ToDictionary(p => p.First, p => p.Second));
    }

    /// <summary>Absorption by province, scaled to a total that somebody states for the nation.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <param name="total">The nation's absorption.</param>
    /// <param name="unit">Its unit, such as <c>Mt CO2</c>.</param>
    /// <returns>t CO2, illustrative: the provinces' shares stay those of <see cref="Sinks"/>.</returns>
    public LabelledVector SinksScaledTo(int year, double total, string unit)
    {
        var sinks = Sinks(year).RowSums();
        return (sinks * (new Quantity(total, Unit.Parse(unit), ValueStatus.Illustrative) / sinks.Sum())).In(Unit.TonneCO2)
            .Named(Invariant($"sinks scaled to {total} {unit}"));
    }

    /// <summary>The rows of a table that are of one year.</summary>
    internal DataTable Rows(string resource, int year)
    {
        RequireYear(year);
        return Package[resource].Where("year", Invariant($"{year}"));
    }

    internal void RequireYear(int year)
    {
        if (!Years.Contains(year)) throw new CarbonCompException($"The case has no year {year}. It has {string.Join(", ", Years)}.");
    }
}
