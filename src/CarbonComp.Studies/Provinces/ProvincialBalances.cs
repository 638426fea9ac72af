namespace CarbonComp.Studies;

/// <summary>Gains and losses of the provinces by year, tolerance and sinks, beside what PEC's abstract says of them.</summary>
/// <param name="provinces">The case.</param>
/// <param name="sinks">Its sinks.</param>
/// <param name="tolerance">The share of gain and loss together within which a province is neutral.</param>
public sealed class ProvincialBalances(ChinaProvinces provinces, ProvincialSinks sinks, double tolerance = 0.05)
{
    private const string Printed = "pec-between-", PrintedWithin = "pec-within-";

    private static readonly SinkChoice[] Choices = [SinkChoice.Land, SinkChoice.LandAndCrops, SinkChoice.LandCropsAndGrass];

    /// <summary>The provinces whose balance with others the abstract names.</summary>
    public IReadOnlyList<string> NamedBetween { get; } = Named(provinces, Printed);

    /// <summary>The provinces whose balance within themselves the abstract names.</summary>
    public IReadOnlyList<string> NamedWithin { get; } = Named(provinces, PrintedWithin);

    /// <summary>The balances of a year.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="choice">What counts as a sink.</param>
    /// <param name="neutral">Another tolerance than that of all, such as <see cref="NeutralTolerance.OfEmissions"/>.</param>
    /// <exception cref="CarbonCompException">Another year, or a tolerance that is not a share.</exception>
    public CarbonGainsAndLosses Of(int year, SinkChoice choice = SinkChoice.Land, NeutralTolerance? neutral = null) => CarbonGainsAndLosses.Of(
        provinces.Transfers(year).Within(provinces.Emitters(year)), sinks.Total(year, choice).For(provinces.Emitters(year)),
        neutral ?? NeutralTolerance.OfExchange(tolerance));

    /// <summary>Emissions of all provinces by whose demand causes them, a row a year.</summary>
    public Table Destinations()
    {
        var balances = provinces.Years.Select(year => (Year: year, Of: Of(year))).ToArray();
        return Table.OfRows(Invariant($"Emissions of {balances[^1].Of.Regions.Count} provinces"), balances, balances[^1].Of.Status)
            .With("year", r => Invariant($"{r.Year}")).With("for themselves", r => r.Of.OwnEmissions.Sum())
            .With("for other provinces", r => r.Of.ForDomesticDemand.Sum() - r.Of.OwnEmissions.Sum())
            .With("exports abroad", r => r.Of.Transfers.Exported.Sum()).With("domestic demand", r => r.Of.DomesticShare.In("%"));
    }

    /// <summary>How many provinces are of which type between provinces, a row a tolerance.</summary>
    public Table ByTolerance(int year, params IReadOnlyList<double> shares) => Table.OfRows(Invariant($"Types between provinces, {year}"),
            shares.Select(share => (Share: share, Of: Of(year, neutral: NeutralTolerance.OfExchange(share)))), Of(year).Status)
        .With("neutral up to", r => Invariant($"{100 * r.Share:0.##} %"))
        .With("surplus", r => r.Of.Between(CarbonBalanceType.Surplus).Count).With("deficit", r => r.Of.Between(CarbonBalanceType.Deficit).Count)
        .With("neutral provinces", r => string.Join(", ", r.Of.Between(CarbonBalanceType.Neutral).Select(p => p.Name)));

    /// <summary>The balance between provinces that the abstract states, and that of every year.</summary>
    public Table BetweenBesideAbstract()
    {
        var table = Table.OfRows("Balance between provinces: the abstract, and the tables in use", NamedBetween, Of(provinces.Years[^1]).Status)
            .With("province", p => p).With("abstract", p => Stated(Printed, p));
        return provinces.Years.Aggregate(table, (all, year) => all.With(Invariant($"{year}"), Word(Of(year).InterRegionalTypeOf)));
    }

    /// <summary>How many of the abstract's provinces have its balance with others in a year.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="turned">Whether a surplus is read as a deficit and the other way round.</param>
    public int Agreeing(int year, bool turned = false)
    {
        var type = Word(Of(year).InterRegionalTypeOf);
        return NamedBetween.Count(p => Stated(Printed, p) == (type(p), turned) switch
        {
            ("surplus", true) => "deficit",
            ("deficit", true) => "surplus",
            var (same, _) => same,
        });
    }

    /// <summary>Sinks of all provinces by what counts as one, beside those of the abstract; a row a year.</summary>
    public Table SinksBesideAbstract()
    {
        Quantity Nation(int year, SinkChoice choice) => sinks.Total(year, choice).Sum().In("t CO2");
        var (least, most) = (Stated("pec-sinks-", "least"), Stated("pec-sinks-", "most"));
        return Table.OfRows($"Sinks of all provinces (the abstract: {least}–{most} Mt in every year)", provinces.Years)
            .With("year", year => Invariant($"{year}")).With("land", year => Nation(year, SinkChoice.Land))
            .With("land and crops", year => Nation(year, SinkChoice.LandAndCrops))
            .With("land, crops and grass", year => Nation(year, SinkChoice.LandCropsAndGrass))
            .With("crops alone", year => sinks.Crops.Fixation(year).AsCarbonDioxide.Sum())
            .With("land as printed in JX", year => provinces.Accounts.Sinks(year, JiangxiCoefficients.AsPrinted).Sum().In("t CO2"));
    }

    /// <summary>The balance within provinces that the abstract states, and that of every year by what counts as a sink.</summary>
    public Table WithinBesideAbstract()
    {
        var rows = provinces.Years.SelectMany(year => Choices.Select(choice => (Year: year, Choice: choice, Of: Of(year, choice)))).ToArray();
        var table = Table.OfRows("Balance within provinces: the abstract, and these sinks", rows, rows[^1].Of.Status)
            .With("year", r => Invariant($"{r.Year}")).With("sinks", r => ProvincialSinks.NameOf(r.Choice));
        return NamedWithin.Aggregate(table, (all, p) => all.With($"{p} ({Stated(PrintedWithin, p)})", r => Word(r.Of.IntraRegionalTypeOf)(p)));
    }

    /// <summary>The abstract's provinces that have its balance within themselves in a year.</summary>
    public IReadOnlyList<string> AgreeingWithin(int year, SinkChoice choice)
    {
        var type = Word(Of(year, choice).IntraRegionalTypeOf);
        return [.. NamedWithin.Where(p => type(p) == Stated(PrintedWithin, p))];
    }

    /// <summary>The uptake of a hectare of grass at which a province's sinks equal its own emissions; the balance is linear in it.</summary>
    public Quantity GrassForBalance(int year, string province)
    {
        var (crop, grass) = (Of(year, SinkChoice.LandAndCrops), Of(year, SinkChoice.LandCropsAndGrass));
        var (little, much) = (CarbonDioxide.ToCarbon(BudgetCoefficients.Consistent.Absorption("grassland")), sinks.Crops.Grass.Value);
        var part = (crop.OwnEmissions[province] - crop.Sinks[province]) / (grass.Sinks[province] - crop.Sinks[province]);
        return new(little + (much - little) * part, Unit.TonneCarbonPerHectare, grass.Status);
    }

    private static Func<string, string> Word(Func<string, CarbonBalanceType> typeOf) => province => typeOf(province).ToString().ToLowerInvariant();

    private static string[] Named(ChinaProvinces provinces, string prefix) => [.. provinces.Published.All
        .Where(p => p.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(p => p.Region).Where(provinces.Accounts.Provinces.Contains)];

    private string Stated(string prefix, string what) => provinces.Published[prefix + what.ToLowerInvariant().Replace(' ', '-')].Printed;
}
