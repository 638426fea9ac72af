using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Tables between China's provinces, constructed from the nation's: value added, final use, foreign trade, own supply, distances.</summary>
/// <remarks>Everything that a statistic knows of a province is a control total; what flows between two provinces is known of none.</remarks>
/// <param name="accounts">The accounts of the provinces.</param>
public sealed class ProvincialConstruction(ProvincialAccounts accounts)
{
    // The sectors of the seven whose products are goods, so that customs see them.
    private static readonly string[] Goods = ["Agriculture", "Mining", "Manufacturing"];

    private static readonly string[] Local = ["Energy", "Construction", "TradeAccommodationCatering", "OtherServices"];

    private const string Inventories = "FU202";

    private readonly NationalTables tables = accounts.NationalTables;
    private readonly ProvincialStatistics statistics = accounts.Statistics;

    /// <summary>δ of each sector of a year's table, calibrated on provincial tables of 2007.</summary>
    /// <param name="year">A year of the accounts.</param>
    /// <param name="uses">Which tables, as for <see cref="SurveyTables.Calibrate"/>.</param>
    public LabelledVector Deltas(int year, params IReadOnlyList<string> uses)
    {
        var (deltas, to) = (accounts.Surveys.Calibrate(uses).Deltas, tables.Concordances.Between(tables.Classification(year), "30"));
        return new("calibrated on provincial tables of 2007", to.From, Enumerable.Range(0, to.From.Count).Select(i => deltas.Values[to[i]]), deltas.Unit,
            deltas.Status);
    }

    /// <summary>Self-supply by the pool with <see cref="Deltas"/>, gravity with β = 1; the provinces are the nation.</summary>
    /// <param name="year">A year of the accounts.</param>
    /// <param name="openness">A factor for every δ.</param>
    public ConstructionOptions Options(int year, double openness = 1)
    {
        var deltas = SurveyTables.Scaled(Deltas(year), openness);
        return new() { Rest = null, RegionalPurchaseCoefficient = RegionalPurchaseCoefficient.SupplyDemandPool, ProductDeltas = deltas };
    }

    /// <summary>Flegg's quotient with δ = 0.3 for goods, services, utilities and buildings local: what is usual where no table shows own supply.</summary>
    /// <param name="year">A year of the accounts.</param>
    public ConstructionOptions Quotients(int year)
    {
        var kinds = tables.Concordances.Between(tables.Classification(year), "7");
        string[] local = [.. kinds.From.Codes.Where((_, i) => Local.Contains(kinds.To.Codes[kinds[i]]))];
        return new() { Rest = null, LocalSectors = local };
    }

    /// <summary>Value added by province and sector, which adds up to the nation's in every sector.</summary>
    /// <remarks>Each province has the nation's value added in proportion to its GDP, and of every sector as near its share of the sector's output as
    /// bi-proportional fitting leaves it.</remarks>
    /// <param name="year">A year of the accounts.</param>
    public LabelledMatrix ValueAdded(int year)
    {
        var (national, gdp) = (accounts.National(year), accounts.Gdp(year).In(Unit.Yuan).Values);
        var shares = statistics.Shares("output", year, tables.Classification(year));
        var fit = BiproportionalFit.Of(shares.Values * Matrix<double>.Build.DenseOfDiagonalVector(national.ValueAdded),
            gdp * (national.ValueAdded.Sum() / gdp.Sum()), national.ValueAdded, rows: accounts.Provinces, columns: national.Sectors);
        return new("value added", accounts.Provinces, national.Sectors, fit.Values, Unit.Yuan, ValueStatus.Constructed);
    }

    /// <summary>The known totals of the provinces.</summary>
    /// <param name="year">A year of the accounts.</param>
    /// <param name="choices">What is taken from statistics; all if none are given.</param>
    public RegionalControls Controls(int year, ProvincialChoices? choices = null)
    {
        choices ??= new();
        var (national, added) = (accounts.National(year), ValueAdded(year));
        FinalUseProxy Proxy(string category)
        {
            if (category == Inventories) return FinalUseProxy.LikeOtherDemand(category);
            var by = choices.Expenditure ? statistics.FinalUse(category, year) : accounts.Gdp(year);
            return new(category, Invariant($"{by.Name} {year}"), by, by.Total, by.Unit);
        }
        var output = added.ScaleColumns(new("output per value added", national.Sectors, national.Output.PointwiseDivide(national.ValueAdded), Unit.One,
            national.Status));
        return new(added, [.. national.Categories.Labels.Select(Proxy)],
            choices.CustomsTrade ? Exports(year, national, output) : null, choices.CustomsTrade ? Imports(year, national, output) : null);
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

    /// <summary>The table between provinces of a year, in the sectors of the nation's.</summary>
    /// <param name="year">A year of the accounts.</param>
    /// <param name="choices">What is taken from statistics, and the choices that none settles.</param>
    public (MultiRegionalTable Table, ConstructionReport Report) Table(int year, ProvincialChoices? choices = null)
    {
        choices ??= new();
        var options = choices.Options is { } given ? given with { Rest = null } : Options(year, choices.Openness);
        return SubnationalTable.Construct(accounts.National(year), Controls(year, choices), Distances(), options);
    }

    // The nation's exports of a good in proportion to customs', of a service in proportion to output; nobody exports more than there is.
    private LabelledMatrix Exports(int year, NationalTable national, LabelledMatrix output)
    {
        var available = output.Values.MapIndexed((_, i, x) => x * Math.Max(0, 1 - national.Error[i] / national.Output[i]), Zeros.Include);
        return Divided("exports by customs", "exports", year, national, national.Exports, output.Values, available);
    }

    // The nation's imported inputs of a good in proportion to customs' imports for intermediate use, of a service in proportion to the need for it.
    private LabelledMatrix Imports(int year, NationalTable national, LabelledMatrix output)
    {
        var needed = output.Values * TechnicalCoefficients.Of(national.Intermediate + national.ImportedIntermediate, national.Output).Transpose();
        return Divided("imports by customs", "intermediate_imports", year, national, national.ImportedIntermediate.RowSums(), needed, needed);
    }

    private LabelledMatrix Divided(string name, string field, int year, NationalTable national, Vector<double> totals, Matrix<double> otherwise,
        Matrix<double> bounds)
    {
        var classification = tables.Classification(year);
        var (customs, kinds) = (statistics.Shares(field, year, classification).Values, tables.Concordances.Between(classification, "7"));
        var values = Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Range(0, totals.Count).Select(i =>
        {
            var known = Goods.Contains(kinds.To.Codes[kinds[i]]) && customs.Column(i).Sum() > 0;
            return BoundedShares.Of(Math.Max(0, totals[i]), known ? customs.Column(i) : otherwise.Column(i), bounds.Column(i));
        }));
        return new(name, accounts.Provinces, national.Sectors, values, Unit.Yuan, ValueStatus.Constructed);
    }
}
