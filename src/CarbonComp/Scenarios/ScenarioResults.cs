using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Scenarios;

/// <summary>A scenario's years beside the base year.</summary>
/// <remarks>Everything but the base is illustrative.</remarks>
public sealed record ScenarioResults : Tabular
{
    private ScenarioResults(Scenario scenario, ScenarioYear start, IReadOnlyList<ScenarioYear> later) => (Scenario, Base, Later) = (scenario, start, later);

    internal static ScenarioResults Of(Scenario scenario, ScenarioBase start, IReadOnlyList<int> years)
    {
        var faults = new Faults(scenario.Name);
        foreach (var step in scenario.Steps)
        {
            var (regions, sectors) = Axes(step, start);
            Known(step.Region, regions, step, faults);
            Known(step.Sector, sectors, step, faults);
            if (step.Year <= start.Year) faults.Add(step.Place, Invariant($"{Scenario.Describe(step)} in {step.Year}, but the base year is {start.Year}. ")
                + "Give a later year.");
        }
        faults.ThrowIfAny();
        RequireOneName(scenario, start, faults);
        faults.ThrowIfAny();
        foreach (var early in years.Where(y => y < start.Year).Take(1))
            throw new CarbonCompException($"The year {early} is before the base year {start.Year}. Give the base year or later ones.");
        if (!years.Any(y => y > start.Year)) throw new CarbonCompException($"No year is after the base year {start.Year}. Give at least one.");
        return new(scenario, ScenarioYear.Of(start), [.. years.Distinct().Order().Where(y => y > start.Year).Select(y => ScenarioYear.Of(scenario, start, y))]);
    }

    // The axes along which a row names its region, and its sector or class of land.
    private static (Axis Regions, Axis Sectors) Axes(ScenarioStep step, ScenarioBase start) => step.Quantity switch
    {
        ScenarioQuantity.LandUse => (start.Regions, start.Absorption.Columns),
        ScenarioQuantity.Price => (start.Regions, start.Model.Table.Sectors),
        _ => (start.Model.Table.Regions, start.Model.Table.Sectors),
    };

    // Rows of one region by its code and by its name would be two paths, and multiply.
    private static void RequireOneName(Scenario scenario, ScenarioBase start, Faults faults)
    {
        static int Position(Axis axis, string label) => ScenarioStep.IsAll(label) ? -1 : axis.IndexOf(label);
        foreach (var path in scenario.Steps.GroupBy(step => (step.Quantity, Position(Axes(step, start).Regions, step.Region),
            Position(Axes(step, start).Sectors, step.Sector))))
            foreach (var other in path.DistinctBy(step => step.Path).Skip(1))
                faults.Add(other.Place, $"{Scenario.Describe(other)} and {Scenario.Describe(path.First())} ({path.First().Place}) are the same. "
                    + "Give region and sector one name throughout.");
    }

    private static void Known(string label, Axis axis, ScenarioStep step, Faults faults)
    {
        if (ScenarioStep.IsAll(label) || axis.Contains(label)) return;
        faults.Add(step.Place, $"there is no {axis.Kind} \"{label}\". There are: {string.Join(", ", axis.Labels)}.");
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The base year.</summary>
    public ScenarioYear Base { get; }

    /// <summary>The years after it.</summary>
    public IReadOnlyList<ScenarioYear> Later { get; }

    /// <summary>The base year and those after it.</summary>
    public IReadOnlyList<ScenarioYear> Years => [Base, .. Later];

    /// <summary>A year.</summary>
    /// <exception cref="CarbonCompException">A year that was not computed.</exception>
    public ScenarioYear this[int year] => Years.FirstOrDefault(y => y.Year == year)
        ?? throw new CarbonCompException($"There is no year {year}. There are: {string.Join(", ", Years.Select(y => y.Year))}.");

    /// <summary>A result by region and year, such as <c>results.Path(y =&gt; y.Emissions)</c>.</summary>
    public LabelledMatrix Path(Func<ScenarioYear, LabelledVector> result) => LabelledMatrix.OfColumns(result(Base).Name, "year",
        Years.Select(y => result(y).Named(Invariant($"{y.Year}"))));

    /// <summary>The sum of a result over the regions, by year.</summary>
    public LabelledVector Total(Func<ScenarioYear, LabelledVector> result) => Path(result).ColumnSums().Named(result(Base).Name);

    /// <summary>The year in which each region emits most, of those that were computed.</summary>
    public LabelledVector PeakYear
    {
        get
        {
            var path = Path(y => y.Emissions).Values;
            return new("peak year", Base.Emissions.Axis,
                Enumerable.Range(0, path.RowCount).Select(r => (double)Years[path.Row(r).MaximumIndex()].Year), Unit.One, Status);
        }
    }

    /// <summary>The year in which all regions together emit most.</summary>
    public int PeakYearOfAll => Years.MaxBy(y => y.Emissions.Total)!.Year;

    /// <summary>A result of the base and of a year, side by side, and the change.</summary>
    public Table Beside(int year, Func<ScenarioYear, LabelledVector> result)
    {
        var (before, after) = (result(Base), result(this[year]));
        return Table.Of(Invariant($"{before.Name}: base {Base.Year} and {Scenario.Name} in {year}"), before.Named(Invariant($"base, {Base.Year}")),
            after.Named(Invariant($"scenario, {year}")), (after - before).Named("change"));
    }

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatus.Illustrative;

    /// <inheritdoc/>
    public override string Caption => $"{Scenario.Name}, all regions together";

    /// <summary>A row a year: emissions, absorption and budget of all regions, the mean standard, and what net payers pay.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, Years, Status).With("year", y => Invariant($"{y.Year}"))
        .With("emissions", y => y.Emissions.Sum()).With("absorption", y => y.Absorption.Sum()).With("budget", y => y.Budget.Sum())
        .With("mean standard", y => y.Standard.Prices.Mean()).With("paid by net payers", y => y.NetPayment.Where(v => v > 0).Sum());
}
