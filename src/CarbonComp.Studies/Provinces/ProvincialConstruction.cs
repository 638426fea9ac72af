using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>What the table between China's provinces is constructed from: value added, proxies of final use, distances.</summary>
/// <param name="china">The case.</param>
internal sealed class ProvincialConstruction(ChinaProvinces china)
{
    private static readonly string[] Industries = ["primary", "secondary", "tertiary"];

    /// <summary>Value added by province and sector; see <see cref="ChinaProvinces.ValueAdded"/>.</summary>
    public LabelledMatrix ValueAdded(int year)
    {
        var (provinces, sectors, national) = (china.Provinces, china.Sectors, china.National(year));
        var seed = SectorSplit.ByNationalShares(IndustryMix(year), china.Package["sectors"].Texts("industry"), national);
        var gdp = china.Gdp(year).In(Unit.Yuan).Values;
        var fit = BiproportionalFit.Of(seed.Values, gdp * (national.ValueAdded.Sum() / gdp.Sum()), national.ValueAdded, rows: provinces, columns: sectors);
        return new(seed.Name, provinces, sectors, fit.Values, Unit.Yuan, ValueStatus.Constructed);
    }

    /// <summary>What the construction knows of the provinces; see <see cref="ChinaProvinces.Controls"/>.</summary>
    public RegionalControls Controls(int year, bool householdsByResidents)
    {
        var (gdp, residents) = (china.Gdp(year), china.Population(year));
        FinalUseProxy Proxy(string category)
        {
            var by = householdsByResidents && category.Contains("consumption", StringComparison.OrdinalIgnoreCase) ? residents : gdp;
            return new(category, Invariant($"{by.Name} {year}"), by, by.Total, by.Unit);
        }
        return new(ValueAdded(year), [.. china.National(year).Categories.Labels.Select(Proxy)]);
    }

    /// <summary>Great circles between the seats of government, km.</summary>
    public LabelledMatrix Distances()
    {
        var (table, provinces) = (china.Package["provinces"], china.Provinces);
        var seats = table.Vector("seat_longitude", provinces).Values.Zip(table.Vector("seat_latitude", provinces).Values, (x, y) =>
            new GeoPoint(x, y)).ToArray();
        return new("distance between seats of government", provinces, provinces,
            Matrix<double>.Build.Dense(seats.Length, seats.Length, (r, s) => r == s ? 0 : seats[r].GreatCircleTo(seats[s])), Unit.Kilometre,
                ValueStatus.Statistic);
    }

    // The package has two years of it: 2017 stands for those before.
    private LabelledMatrix IndustryMix(int year)
    {
        var table = china.Rows("industries", year <= 2017 ? 2017 : 2020);
        var columns = Industries.Select(i => table.Vector($"value_added_{i}", china.Provinces).In(Unit.Yuan)).ToArray();
        return new("value added", china.Provinces, new CategoryAxis("industry", Industries),
            Matrix<double>.Build.DenseOfColumnVectors(columns.Select(c => c.Values)), Unit.Yuan, ValueStatuses.Weakest(columns.Select(c => c.Status)));
    }
}
