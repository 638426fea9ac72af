namespace CarbonComp;

/// <summary>What JX prints of the cities and <see cref="JiangxiConstruction"/> did not use, held against the construction.</summary>
/// <remarks>Statements of the abstract and the conclusion that repeat others are left out. The coefficients are those that the case has; the source's are as printed.</remarks>
[TypeFormatterSource(typeof(TabularFormatterSource))]
public sealed class JiangxiHoldOuts : ITabular
{
    private static readonly Dictionary<FunctionalZone, string> Zones = new()
    {
        [FunctionalZone.CarbonSink] = "carbon sink functional area", [FunctionalZone.LowCarbonOptimization] = "low-carbon optimization area",
        [FunctionalZone.TotalControl] = "total carbon control area", [FunctionalZone.IntensityControl] = "carbon intensity control area",
    };

    private static readonly Dictionary<CompensationClass, string> Classes = new()
    {
        [CompensationClass.High] = "high-compensation area", [CompensationClass.Low] = "common compensation area", [CompensationClass.Compensated] = "reimbursed area",
    };

    private readonly BudgetCase study;
    private readonly FunctionalZones zones;
    private readonly CompensationClasses classes;

    private JiangxiHoldOuts(BudgetCase study, IntensityRevision revision)
    {
        this.study = study;
        (zones, classes) = (study.Zones(study.LastYear), CompensationClasses.Of(study.Settlement(revision).Net));
        All = [.. study.Published!.All.Where(p => p.Section.StartsWith('4') && !JiangxiConstruction.Used.ContainsKey(p.Id)).Select(Check).OfType<HoldOut>()];
    }

    /// <summary>Holds the statements against a case.</summary>
    /// <param name="study">The case, constructed.</param>
    /// <param name="revision">Which reading of JX 10 the payers are taken from.</param>
    /// <exception cref="CarbonCompException">A case that was not constructed: it has nothing to hold out.</exception>
    public static JiangxiHoldOuts Of(BudgetCase study, IntensityRevision revision = IntensityRevision.Mean) => study.Construction is not null ? new(study, revision)
        : throw new CarbonCompException($"{study.Package.Name} has its energy and land from tables; nothing was constructed that printed statements could check.");

    /// <summary>The statements, in the order of the source.</summary>
    public IReadOnlyList<HoldOut> All { get; }

    /// <inheritdoc/>
    public ValueStatus Status => ValueStatus.Constructed;

    /// <inheritdoc/>
    public string Caption => $"Printed statements that the construction did not use: {All.Count(h => h.Agrees)} of {All.Count} agree";

    /// <summary>A row a kind of statement: how many there are, how many agree, and of whom the others are.</summary>
    public Table ByItem()
    {
        var groups = All.GroupBy(h => h.Printed.Item.Split(" 2010 to")[0]).ToArray();
        return new(Caption, new Columns(new Column("statement", groups.Select(g => g.Key).ToArray()),
            new Column("printed", groups.Select(g => g.Count()).ToArray()), new Column("agree", groups.Select(g => g.Count(h => h.Agrees)).ToArray()),
            new Column("do not agree", groups.Select(g => string.Join("; ", g.Where(h => !h.Agrees).GroupBy(h => h.Region)
                .Select(r => $"{r.Key} {string.Join(", ", r.Select(h => h.Printed.Year).Distinct())}".TrimEnd()))).ToArray())), Status);
    }

    /// <summary>The statements about some items.</summary>
    /// <param name="items">As <c>published.csv</c> names them: "functional zone".</param>
    public Table About(params IReadOnlyList<string> items)
    {
        var about = Chosen(items);
        return new($"Printed statements that the construction did not use: {about.Count(h => h.Agrees)} of these {about.Length} agree", Rows(about), Status);
    }

    /// <summary>The statements about some items that do not agree.</summary>
    /// <param name="items">As <c>published.csv</c> names them: "ECC".</param>
    public Table Differing(params IReadOnlyList<string> items)
    {
        var about = Chosen(items);
        return new($"{string.Join(", ", items)}: {about.Count(h => !h.Agrees)} of {about.Length} statements that do not agree", Rows(about.Where(h => !h.Agrees)), Status);
    }

    /// <summary>A row a statement.</summary>
    public Columns ToColumns() => Rows(All);

    /// <inheritdoc/>
    public override string ToString() => TableText.Render(this);

    private HoldOut[] Chosen(IReadOnlyList<string> items) => [.. All.Where(h => items.Contains(h.Printed.Item))];

    private static Columns Rows(IEnumerable<HoldOut> chosen)
    {
        var rows = chosen.ToArray();
        Column Texts(string name, Func<HoldOut, string> of) => new(name, rows.Select(of).ToArray());
        return new(Texts("JX", h => h.Printed.Section), Texts("statement", h => h.Printed.Item), Texts("region", h => h.Printed.Region), Texts("year", h => $"{h.Printed.Year}"),
            Texts("printed", h => $"{(h.Printed.Relation == "=" ? "" : h.Printed.Relation + " ")}{h.Printed.Printed}{(h.Printed.Unit == "%" ? " %" : "")}"),
            Texts("ours", h => h.Ours), Texts("agrees", h => h.Agrees ? "yes" : "no"));
    }

    private HoldOut? Check(PublishedNumber p)
    {
        var (first, last) = (study.FirstYear, study.LastYear);
        HoldOut Says(bool agrees, string ours) => new(p, ours, agrees);
        HoldOut Number(double ours, double rounding = 0) => Says(p.Agrees(ours, rounding), NumberFormat.Format(ours, p.Number!.Decimals switch { 0 => 2, var d => p.Relation == "=" ? d : d + 1 }));
        HoldOut Rank(LabelledVector of, int upTo)
        {
            var rank = 1 + of.Values.Count(v => v > of[p.Region]);
            return Says(rank <= upTo, $"rank {rank}");
        }
        var known = study.Regions.Contains(p.Region);
        return p.Item switch
        {
            "ECC" when known => Number(study.EconomicContribution(p.Year!.Value)[p.Region]),
            "ESC" when known => Number(study.EcologicalSupport(p.Year!.Value)[p.Region]),
            "budget" when known => Number(study.Budget(p.Year!.Value).Balance[p.Region] / 1e6),
            "rank of the budget" => Rank(study.Budget(last).Balance, 3),
            "trend of the budget 2010 to 2020" => study.Budget(last).Balance[p.Region] > study.Budget(first).Balance[p.Region] ? Says(p.Printed == "upward", "upward") : Says(p.Printed == "downward", "downward"),
            "emissions 2010 to 2020" => study.Emissions(last)[p.Region] > study.Emissions(first)[p.Region] ? Says(p.Printed != "decrease", "increase") : Says(p.Printed == "decrease", "decrease"),
            "emissions" when p.Region == "Ganzhou" && p.Number is not null => Number(study.Emissions(p.Year!.Value)["Ganzhou"] / 1e6, GanzhouRounding(p.Year.Value) / 1e6),
            "emissions" when known => Rank(study.Emissions(p.Year!.Value), 3),
            "emissions, growth 2010 to 2020" when p.Region == "Ganzhou" && study.Emissions(first)["Ganzhou"] is var then && study.Emissions(last)["Ganzhou"] is var now =>
                Number(100 * (now / then - 1), 100 * now / then * (GanzhouRounding(first) / then + GanzhouRounding(last) / now)),
            "emissions per GDP" when known && p.Number is null => Rank(study.Intensity(p.Year!.Value), 2),
            "emissions per GDP" when p.Year == last && !known => Number(study.Emissions(last).Total / study.RealGdp(last).In("10^4 yuan").Total),
            "city with the highest emissions" => Extreme(p, Enumerable.Max),
            "city with the lowest emissions" => Extreme(p, Enumerable.Min),
            "share in the energy consumption" => Number(100 * study.Energy(p.Year!.Value)[p.Region] / study.Energy(p.Year.Value).Total),
            "share in the absorption" => Number(100 * study.Absorption(p.Year!.Value)[p.Region] / study.Absorption(p.Year.Value).Total),
            "absorption" when p.Year == first => Number(study.Absorption(first).Total / 1e6),
            "energy per GDP, decrease against 2010" => Number(100 * (1 - EnergyIntensity(last, p.Region) / EnergyIntensity(first, p.Region))),
            "functional zone" => Says(Zones[zones[p.Region]] == p.Printed, Zones[zones[p.Region]]),
            "class of compensation" => Says(Classes[classes[p.Region]] == p.Printed, Classes[classes[p.Region]]),
            _ => null,
        };
    }

    // Printed of the whole period: the same city in every year.
    private HoldOut Extreme(PublishedNumber p, Func<IEnumerable<double>, double> of)
    {
        var cities = study.Years.Select(year => study.Emissions(year) is var e ? study.Regions[e.Values.ToList().IndexOf(of(e.Values))].Name : "").ToArray();
        return new(p, string.Join(", ", study.Years.Zip(cities, (year, city) => $"{city} {year}")), cities.All(city => city == p.Printed)) { Region = p.Printed };
    }

    // Ganzhou's energy is a share that is printed to a tenth of a percent: so far its emissions can move.
    private double GanzhouRounding(int year) =>
        study.Published!.HalfUnit($"s41-ganzhou-energy-share-{year}", "1") * study.Energy(year).Total * study.Coefficients.Energy;

    private double EnergyIntensity(int year, string city) => study.Energy(year)[city] / study.RealGdp(year).In("10^4 yuan")[city];
}
