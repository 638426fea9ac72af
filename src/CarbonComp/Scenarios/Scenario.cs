using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Scenarios;

/// <summary>Factors by region, sector, quantity and year: what if demand, intensity, energy mix, price or land change.</summary>
/// <remarks>
/// Rows of one quantity, region and sector are a path: 1 in the base year, linear between its years, level after the last. Paths that meet in a cell multiply,
/// so that "everywhere 0.9" and "in Hebei 0.8" are 0.72 in Hebei. A scenario is an assumption, and everything that follows from it is illustrative.
/// </remarks>
/// <example><c>Scenario.Read("data/samples/scenario").Apply(new ScenarioBase(model, absorption, standard, 2020))</c></example>
public sealed record Scenario : Tabular
{
    private static readonly Dictionary<string, ScenarioQuantity> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["final demand"] = ScenarioQuantity.FinalDemand, ["intensity"] = ScenarioQuantity.Intensity, ["energy mix"] = ScenarioQuantity.EnergyMix,
        ["price"] = ScenarioQuantity.Price, ["land use"] = ScenarioQuantity.LandUse,
    };

    /// <summary>A scenario of rows.</summary>
    /// <exception cref="DataException">A negative or infinite factor, a price by sector, or two rows of one path and year; all at once.</exception>
    public Scenario(string name, params IReadOnlyList<ScenarioStep> steps)
    {
        (Name, Steps) = (name, steps);
        var faults = new Faults(name);
        foreach (var step in steps) Check(step, faults);
        foreach (var twice in steps.GroupBy(s => (s.Path, s.Year)).Where(g => g.Count() > 1))
            faults.Add(twice.Last().Place, $"a second factor for {Describe(twice.Last())} in {twice.Key.Year}. Keep one.");
        faults.ThrowIfAny();
    }

    /// <summary>Reads the table <c>scenario</c> of a data package.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="resource">The table.</param>
    /// <exception cref="DataException">As for <see cref="From"/>.</exception>
    public static Scenario Read(string folder, string resource = "scenario") => From(DataPackage.Load(folder)[resource]);

    /// <summary>A scenario from a table with the columns region, sector, quantity, factor, and year.</summary>
    /// <remarks>Quantities are <c>final demand</c>, <c>intensity</c>, <c>energy mix</c>, <c>price</c>, <c>land use</c>. The factor is in 1 or %.</remarks>
    /// <exception cref="DataException">A column is missing, or a cell cannot be; all faults of the file at once, with file and row.</exception>
    public static Scenario From(DataTable table)
    {
        var factors = table.Numbers("factor") * table.UnitOf("factor").To(Unit.One);
        var (regions, sectors, quantities, years) = (table.Texts("region"), table.Texts("sector"), table.Texts("quantity"), table.Texts("year"));
        var faults = new Faults(table.File);
        var steps = new List<ScenarioStep>();
        for (var row = 0; row < table.RowCount; row++)
        {
            if (!Names.TryGetValue(quantities[row], out var quantity))
            {
                faults.Add(table.Wrong(row, "quantity", $"There is no such quantity. There are: {string.Join(", ", Names.Keys)}."));
                continue;
            }
            steps.Add(new(regions[row].Trim(), sectors[row].Trim(), quantity, factors[row], int.Parse(years[row], CultureInfo.InvariantCulture),
                table.Wrong(row, "factor", "").Place));
        }
        try { _ = new Scenario(table.File, steps); }
        catch (DataException wrong) when (faults.Count > 0) { faults.Add(wrong); }
        faults.ThrowIfAny();
        return new(table.Title, steps);
    }

    /// <summary>The name in captions.</summary>
    public string Name { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<ScenarioStep> Steps { get; }

    /// <summary>The years that rows name, rising.</summary>
    public IReadOnlyList<int> Years => [.. Steps.Select(s => s.Year).Distinct().Order()];

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatus.Illustrative;

    /// <inheritdoc/>
    public override string Caption => $"{Name}: factors against the base year";

    /// <summary>Results of the base year and of years to come.</summary>
    /// <param name="start">The base.</param>
    /// <param name="years">The years; those that rows name if none are given.</param>
    /// <exception cref="DataException">A region, sector or class of land that the base does not have, or a year that is not after its; all at once.</exception>
    /// <exception cref="CarbonCompException">A year before the base year.</exception>
    public ScenarioResults Apply(ScenarioBase start, params IReadOnlyList<int> years) => ScenarioResults.Of(this, start, years.Count == 0 ? Years : years);

    /// <summary>The factors of a quantity in a year along two axes: the product of all paths that meet in a cell.</summary>
    internal Matrix<double> Factors(ScenarioQuantity quantity, Axis regions, Axis sectors, int baseYear, int year)
    {
        var factors = Matrix<double>.Build.Dense(regions.Count, sectors.Count, 1);
        foreach (var path in Steps.Where(s => s.Quantity == quantity).GroupBy(s => s.Path))
        {
            var (first, factor) = (path.First(), At([.. path.OrderBy(s => s.Year)], baseYear, year));
            foreach (var r in Positions(regions, first.Region))
                foreach (var i in Positions(sectors, first.Sector)) factors[r, i] *= factor;
        }
        return factors;
    }

    /// <summary>One row a step.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, Steps, Status).With("region", s => s.Region).With("sector", s => s.Sector)
        .With("quantity", s => Names.First(n => n.Value == s.Quantity).Key).With("factor", s => s.Factor, Unit.One).With("year", s => Invariant($"{s.Year}"));

    internal static string Describe(ScenarioStep step) => $"{Names.First(n => n.Value == step.Quantity).Key} of "
        + $"{(ScenarioStep.IsAll(step.Region) ? "all regions" : step.Region)}, {(ScenarioStep.IsAll(step.Sector) ? "all sectors" : step.Sector)}";

    private static IEnumerable<int> Positions(Axis axis, string label) =>
        ScenarioStep.IsAll(label) ? Enumerable.Range(0, axis.Count) : [axis.IndexOf(label)];

    private static double At(ScenarioStep[] path, int baseYear, int year)
    {
        var (from, before) = (baseYear, 1.0);
        foreach (var step in path)
        {
            if (year <= step.Year) return before + (step.Factor - before) * (year - from) / (step.Year - from);
            (from, before) = (step.Year, step.Factor);
        }
        return before;
    }

    private static void Check(ScenarioStep step, Faults faults)
    {
        if (!double.IsFinite(step.Factor) || step.Factor < 0)
            faults.Add(step.Place, Invariant($"the factor of {Describe(step)} is {step.Factor}. It cannot be negative; 0.9 stands for 10 % less."));
        if (step.Quantity == ScenarioQuantity.Price && !ScenarioStep.IsAll(step.Sector))
            faults.Add(step.Place, $"a price of {step.Sector}. Prices are by region; leave the sector empty.");
    }
}
