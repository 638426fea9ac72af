using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Tables between China's provinces, constructed from the nation's: value added, proxies of final use, distances, and the table.</summary>
/// <param name="accounts">The accounts of the provinces.</param>
public sealed class ProvincialConstruction(ProvincialAccounts accounts)
{
    private static readonly string[] Industries = ["primary", "secondary", "tertiary"];

    /// <summary>The choices of the construction: goods are traded, while services, utilities and buildings come from the province that uses
    /// them as far as it makes them.</summary>
    /// <remarks>
    /// Flegg's quotient with the library's δ gives how much of its goods a province supplies itself. No source settles either choice, and
    /// both weigh heavily on every flow between provinces.
    /// </remarks>
    public static ConstructionOptions Choices { get; } = new()
    {
        Rest = null, LocalSectors = ["Energy", "Construction", "TradeAccommodationCatering", "OtherServices"],
    };

    /// <summary>Value added by province and sector, which adds up to the nation's in every sector.</summary>
    /// <remarks>
    /// Each province has the nation's value added in proportion to its revised GDP, and its own mix of industries as near as bi-proportional
    /// fitting leaves it (the mix of 2017 for 2012 and 2015). Within an industry the nation's shares split it into sectors.
    /// </remarks>
    /// <param name="year">A year of the accounts.</param>
    public LabelledMatrix ValueAdded(int year)
    {
        var (provinces, sectors, national) = (accounts.Provinces, accounts.Sectors, accounts.National(year));
        var seed = SectorSplit.ByNationalShares(IndustryMix(year), accounts.Package["sectors"].Texts("industry"), national);
        var gdp = accounts.Gdp(year).In(Unit.Yuan).Values;
        var fit = BiproportionalFit.Of(seed.Values, gdp * (national.ValueAdded.Sum() / gdp.Sum()), national.ValueAdded, rows: provinces, columns: sectors);
        return new(seed.Name, provinces, sectors, fit.Values, Unit.Yuan, ValueStatus.Constructed);
    }

    /// <summary>The known totals of the provinces: value added, and GDP as the proxy of every final use.</summary>
    /// <param name="year">A year of the accounts.</param>
    /// <param name="householdsByResidents">Whether residents are the proxy of the consumption of households, as if rich provinces saved nothing.</param>
    public RegionalControls Controls(int year, bool householdsByResidents = false)
    {
        var (gdp, residents) = (accounts.Gdp(year), accounts.Population(year));
        FinalUseProxy Proxy(string category)
        {
            var by = householdsByResidents && category.Contains("consumption", StringComparison.OrdinalIgnoreCase) ? residents : gdp;
            return new(category, Invariant($"{by.Name} {year}"), by, by.Total, by.Unit);
        }
        return new(ValueAdded(year), [.. accounts.National(year).Categories.Labels.Select(Proxy)]);
    }

    /// <summary>Great circles between the seats of government, km.</summary>
    public LabelledMatrix Distances()
    {
        var (table, provinces) = (accounts.Package["provinces"], accounts.Provinces);
        GeoPoint[] seats = [.. table.Vector("seat_longitude", provinces).Values.Zip(table.Vector("seat_latitude", provinces).Values, (x, y) =>
            new GeoPoint(x, y))];
        return new("distance between seats of government", provinces, provinces, Matrix<double>.Build.Dense(seats.Length, seats.Length,
            (r, s) => r == s ? 0 : seats[r].GreatCircleTo(seats[s])), Unit.Kilometre, ValueStatus.Statistic);
    }

    /// <summary>The table between provinces of a year.</summary>
    /// <param name="year">A year of the accounts.</param>
    /// <param name="options">The choices that no source settles; <see cref="Choices"/> if none are given.</param>
    /// <param name="householdsByResidents">See <see cref="Controls"/>.</param>
    public (MultiRegionalTable Table, ConstructionReport Report) Table(int year, ConstructionOptions? options = null, bool householdsByResidents = false) =>
        SubnationalTable.Construct(accounts.National(year), Controls(year, householdsByResidents), Distances(), (options ?? Choices) with { Rest = null });

    // The package has two years of it: 2017 is used for those before.
    private LabelledMatrix IndustryMix(int year)
    {
        var table = accounts.Rows("industries", year <= 2017 ? 2017 : 2020);
        return LabelledMatrix.OfColumns("value added", "industry",
            Industries.Select(i => table.Vector($"value_added_{i}", accounts.Provinces).In(Unit.Yuan).Named(i)));
    }
}
