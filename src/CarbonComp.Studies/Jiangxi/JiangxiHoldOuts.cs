using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace CarbonComp.Studies;

/// <summary>Printed statements about the cities that <see cref="JiangxiConstruction"/> did not use, tested against the construction.</summary>
/// <remarks>Statements of the abstract and the conclusion that repeat others are left out. The coefficients are those that the case has;
/// the source's are as printed.</remarks>
public sealed record JiangxiHoldOuts : Tabular
{
    private static readonly Dictionary<FunctionalZone, string> Zones = new()
    {
        [FunctionalZone.CarbonSink] = "carbon sink functional area", [FunctionalZone.LowCarbonOptimization] = "low-carbon optimization area",
        [FunctionalZone.TotalControl] = "total carbon control area", [FunctionalZone.IntensityControl] = "carbon intensity control area",
    };

    private static readonly Dictionary<CompensationClass, string> Classes = new()
    {
        [CompensationClass.High] = "high-compensation area", [CompensationClass.Low] = "common compensation area",
            [CompensationClass.Compensated] = "reimbursed area",
    };

    private readonly JiangxiCase study;
    private readonly CarbonBudgetModel model;
    private readonly FunctionalZones zones;
    private readonly CompensationClasses classes;

    private JiangxiHoldOuts(JiangxiCase study, CompensationReading? reading)
    {
        (this.study, model) = (study, study.Model);
        (zones, classes) = (model.Zones(), CompensationClasses.Classify(study.Settlement(reading).Net));
        All = [.. study.Published.All.Where(p => p.Section.StartsWith('4') && !JiangxiConstruction.Used.ContainsKey(p.Id)).Select(Check).OfType<HoldOutTest>()];
    }

    /// <summary>Holds the statements against a case.</summary>
    /// <param name="study">The case, constructed.</param>
    /// <param name="reading">Which reading of open formulas the payers are taken from; the defaults where none is given.</param>
    public static JiangxiHoldOuts Of(JiangxiCase study, CompensationReading? reading = null) => new(study, reading);

    /// <summary>The statements, in the order of the source.</summary>
    public IReadOnlyList<HoldOutTest> All { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatus.Constructed;

    /// <inheritdoc/>
    public override string Caption => $"Printed statements that the construction did not use: {All.Count(h => h.Agrees)} of {All.Count} agree";

    /// <summary>A row a kind of statement: how many there are, how many agree, and of whom the others are.</summary>
    public Table ByItem()
    {
        var groups = All.GroupBy(h => h.Printed.Item.Split(" 2010 to")[0]).ToArray();
        return Table.OfRows(Caption, groups, Status).With("statement", g => g.Key).With("printed", g => g.Count())
            .With("agree", g => g.Count(h => h.Agrees))
            .With("do not agree", g => string.Join("; ", g.Where(h => !h.Agrees).GroupBy(h => h.Region)
                .Select(r => $"{r.Key} {string.Join(", ", r.Select(h => h.Printed.Year).Distinct())}".TrimEnd())));
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
        return new($"{string.Join(", ", items)}: {about.Count(h => !h.Agrees)} of {about.Length} statements that do not agree",
            Rows(about.Where(h => !h.Agrees)), Status);
    }

    /// <summary>The cities whose zone is another than the paper's, with what the rule of the zones looks at.</summary>
    public Table MissedZones()
    {
        var mean = zones.Emissions.Mean();
        return Table.OfRows("Cities in another zone than the paper's, by what the rule looks at",
                Chosen(["functional zone"]).Where(h => !h.Agrees).Select(h => h.Printed.Region), Status)
            .With("region", city => city).With("contribution (line at 1)", city => zones.Contribution[city])
            .With("support (line at 1.8)", city => zones.Support[city])
            .With("emissions over the mean (lines at 0.5 and 1)", city => (zones.Emissions.At(city) / mean).Value);
    }

    /// <summary>How many cities are in the class of compensation that the paper names, for several readings of its formulas.</summary>
    /// <param name="readings">The readings, a row each.</param>
    /// <param name="asPrinted">The case with coefficients as printed.</param>
    /// <param name="consistent">The case with coefficients in one unit.</param>
    public static Table ClassesByReading(IReadOnlyList<CompensationReading> readings, JiangxiCase asPrinted, JiangxiCase consistent)
    {
        static int Agreeing(JiangxiCase study, CompensationReading reading) => Of(study, reading).Chosen(["class of compensation"]).Count(h => h.Agrees);
        return Table.OfRows($"Of {asPrinted.Regions.Count} cities, in the class that the paper names", readings, ValueStatus.Constructed)
            .With("revision (JX eq. 10)", r => r.Revision.ToString().ToLowerInvariant())
            .With("allowance (JX eq. 9, 11)", r => r.Allowance switch
            {
                EmissionAllowance.MeanOfAll => "mean of all",
                EmissionAllowance.OwnMean => "own mean",
                _ => "none",
            })
            .With("coefficients as printed", r => Agreeing(asPrinted, r)).With("consistent coefficients", r => Agreeing(consistent, r));
    }

    /// <summary>A row a statement.</summary>
    public override Columns ToColumns() => Rows(All);

    private HoldOutTest[] Chosen(IReadOnlyList<string> items) => [.. All.Where(h => items.Contains(h.Printed.Item))];

    private static Columns Rows(IEnumerable<HoldOutTest> chosen)
    {
        var rows = chosen.ToArray();
        Column Texts(string name, Func<HoldOutTest, string> of) => new(name, rows.Select(of).ToArray());
        return new(Texts("JX", h => h.Printed.Section), Texts("statement", h => h.Printed.Item), Texts("region", h => h.Printed.Region),
            Texts("year", h => $"{h.Printed.Year}"),
            Texts("printed", h => $"{(h.Printed.Relation == "=" ? "" : h.Printed.Relation + " ")}{h.Printed.Printed}{(h.Printed.Unit == "%" ? " %" : "")}"),
            Texts("ours", h => h.Ours), Texts("agrees", h => h.Agrees ? "yes" : "no"));
    }

    private HoldOutTest? Check(PublishedNumber p)
    {
        var (first, last) = (study.FirstYear, study.LastYear);
        HoldOutTest Says(bool agrees, string ours) => new(p, ours, agrees);
        HoldOutTest Number(double ours, double rounding = 0) => Says(p.Agrees(ours, rounding), NumberFormat.Format(ours, p.Number!.Decimals switch { 0 =>
            2, var d => p.Relation == "=" ? d : d + 1 }));
        HoldOutTest Rank(LabelledVector of, int upTo)
        {
            var rank = 1 + of.Values.Count(v => v > of[p.Region]);
            return Says(rank <= upTo, $"rank {rank}");
        }
        var known = study.Regions.Contains(p.Region);
        return p.Item switch
        {
            "ECC" when known => Number(model.EconomicContribution(p.Year!.Value)[p.Region]),
            "ESC" when known => Number(model.EcologicalSupport(p.Year!.Value)[p.Region]),
            "budget" when known => Number(model.Budget(p.Year!.Value).Balance[p.Region] / 1e6),
            "rank of the budget" => Rank(model.Budget(p.Year!.Value).Balance, 3),
            "rank of the absorption" => Rank(model.Absorption(p.Year!.Value), 2),
            "trend of the budget 2010 to 2020" => model.Budget(last).Balance[p.Region] > model.Budget(first).Balance[p.Region]
            ? Says(p.Printed == "upward", "upward") : Says(p.Printed == "downward", "downward"),
            "emissions 2010 to 2020" => model.Emissions(last)[p.Region] > model.Emissions(first)[p.Region] ? Says(p.Printed != "decrease", "increase")
            : Says(p.Printed == "decrease", "decrease"),
            "emissions" when p.Region == "Ganzhou" && p.Number is not null => Number(model.Emissions(p.Year!.Value)["Ganzhou"] / 1e6,
            GanzhouRounding(p.Year.Value) / 1e6),
            "emissions" when known => Rank(model.Emissions(p.Year!.Value), 3),
            "emissions, growth 2010 to 2020" when p.Region == "Ganzhou" && model.Emissions(first)["Ganzhou"] is var then
            && model.Emissions(last)["Ganzhou"] is var now =>
                Number(100 * (now / then - 1), 100 * now / then * (GanzhouRounding(first) / then + GanzhouRounding(last) / now)),
            "emissions per GDP" when known && p.Number is null => Rank(study.Intensity(p.Year!.Value), 2),
            "emissions per GDP" when p.Year == last && !known => Number(model.Emissions(last).Total / study.RealGdp(last).In("10^4 yuan").Total),
            "city with the highest emissions" => Extreme(p, Enumerable.Max),
            "city with the lowest emissions" => Extreme(p, Enumerable.Min),
            "city with the weakest absorption" => Top(p, -model.Absorption(last).Values),
            "city with the largest increase of emissions" => Top(p, model.Emissions(last).Values - model.Emissions(first).Values),
            "city with the fastest fall of emissions per GDP" => Top(p, -study.Intensity(last).Values.PointwiseDivide(study.Intensity(first).Values)),
            "city that pays most" => Top(p, classes.Payments.Values),
            "city that pays second most" => Top(p, classes.Payments.Values, 1),
            "year of the highest emissions" => study.Years.MaxBy(year => model.Emissions(year).Total) is var peak
            ? Says($"{peak}" == p.Printed, $"{peak} of {string.Join(", ", study.Years)}") : null,
            "spatial pattern of emissions per GDP" => Pattern(p, study.Intensity, "centroid_longitude"),
            "spatial pattern of ECC" => Pattern(p, year => model.EconomicContribution(year), "centroid_latitude"),
            "spatial pattern of ESC" => Pattern(p, year => model.EcologicalSupport(year), "centroid_latitude"),
            "regional differences of ECC 2010 to 2020" => Spread(p, year => model.EconomicContribution(year)),
            "regional differences of ESC 2010 to 2020" => Spread(p, year => model.EcologicalSupport(year)),
            "emissions per GDP 2010 to 2015" => Change(p, study.Intensity(first)[p.Region], study.Intensity(2015)[p.Region]),
            "emissions per GDP 2015 to 2020" => Change(p, study.Intensity(2015)[p.Region], study.Intensity(last)[p.Region]),
            "energy per GDP 2015 to 2020" => Change(p, EnergyIntensity(2015, p.Region), EnergyIntensity(last, p.Region)),
            "emissions and emissions per GDP" when model.Emissions(last).Values.Average() is var mean
            && model.EconomicContribution(last)[p.Region] is var ecc =>
                Says(model.Emissions(last)[p.Region] < mean && ecc > 1,
                    Invariant($"{model.Emissions(last)[p.Region] / mean:P0} of the mean, {1 / ecc:P0} of the province's per GDP")),
            "emissions per GDP against the province" when model.EconomicContribution(last)[p.Region] is var ecc =>
            Says(ecc < 1, Invariant($"{1 / ecc:P0} of the province's")),
            "share in the energy consumption" => Number(100 * study.Energy(p.Year!.Value)[p.Region] / study.Energy(p.Year.Value).Total),
            "share in the absorption" => Number(100 * model.Absorption(p.Year!.Value)[p.Region] / model.Absorption(p.Year.Value).Total),
            "absorption" when p.Year == first => Number(model.Absorption(first).Total / 1e6),
            "energy per GDP, decrease against 2010" => Number(100 * (1 - EnergyIntensity(last, p.Region) / EnergyIntensity(first, p.Region))),
            "functional zone" => Says(Zones[zones[p.Region]] == p.Printed, Zones[zones[p.Region]]),
            "class of compensation" => Says(Classes[classes[p.Region]] == p.Printed, Classes[classes[p.Region]]),
            _ => null,
        };
    }

    // Printed of the whole period: the same city in every year.
    private HoldOutTest Extreme(PublishedNumber p, Func<IEnumerable<double>, double> of)
    {
        var cities = study.Years.Select(year => model.Emissions(year) is var e ? study.Regions[e.Values.ToList().IndexOf(of(e.Values))].Name : "").ToArray();
        return new(p, string.Join(", ", study.Years.Zip(cities, (year, city) => $"{city} {year}")),
            cities.All(city => city == p.Printed)) { Region = p.Printed };
    }

    // The city with the largest value, or the one after so many others.
    private HoldOutTest Top(PublishedNumber p, Vector<double> of, int after = 0) =>
        study.Regions.Select((city, i) => (city.Name, Value: of[i])).OrderByDescending(c => c.Value).ElementAt(after).Name is var ours
            ? new HoldOutTest(p, ours, ours == p.Printed) { Region = p.Printed } : null!;

    // High in the west or south: values fall with longitude or latitude of the cities, in every year.
    private HoldOutTest Pattern(PublishedNumber p, Func<int, LabelledVector> of, string coordinate)
    {
        var at = study.Package["regions"].Vector(coordinate, study.Regions);
        var correlations = study.Years.Select(year => Correlation.Pearson(of(year).Values, at.Values)).ToArray();
        return new(p, $"correlation with {coordinate.Split('_')[1]} "
            + $"{string.Join(", ", study.Years.Zip(correlations, (year, r) => $"{NumberFormat.Format(r, 2)} in {year}"))}", correlations.All(r => r < 0));
    }

    private HoldOutTest Spread(PublishedNumber p, Func<int, LabelledVector> of)
    {
        double Deviation(int year) => of(year).Values.PopulationStandardDeviation();
        var (then, now) = (Deviation(study.FirstYear), Deviation(study.LastYear));
        return new(p, Invariant($"standard deviation {then:F2} to {now:F2}"), now < then == (p.Printed == "decrease"));
    }

    // Up to which change a number is constant the source does not say; a tenth is taken.
    private static HoldOutTest Change(PublishedNumber p, double then, double now) => new(p, Invariant($"{then:F2} to {now:F2}"),
        p.Printed == "constant" ? Math.Abs(now / then - 1) < 0.1 : now > then == (p.Printed == "increase"));

    // Ganzhou's energy is a share that is printed to a tenth of a percent: so far its emissions can move.
    private double GanzhouRounding(int year) =>
        study.Published.HalfUnit($"s41-ganzhou-energy-share-{year}", "1") * study.Energy(year).Total * study.Coefficients.Energy;

    private double EnergyIntensity(int year, string city) => study.Energy(year)[city] / study.RealGdp(year).In("10^4 yuan")[city];
}
