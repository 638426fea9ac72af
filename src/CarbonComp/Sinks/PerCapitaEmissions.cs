namespace CarbonComp;

/// <summary>Per-capita emissions θ: agriculture's over the rural population, the other sectors' over the whole (<c>docs/methods.md#bth-12</c>).</summary>
public sealed record PerCapitaEmissions : Tabular
{
    private PerCapitaEmissions(RegionAxis regions, Vector<double> agricultural, Vector<double> mixed, CoefficientScope scope, ValueStatus status)
    {
        (Regions, Scope, Status) = (regions, scope, status);
        var perPerson = Unit.Parse("t CO2/person");
        Agricultural = new("agricultural emissions per rural person", regions, agricultural, perPerson, status);
        Mixed = new("other emissions per person", regions, mixed, perPerson, status);
    }

    /// <summary>Divides emissions, a mass of CO2 by region and sector, by each region's population or that of all.</summary>
    /// <remarks>Agriculture is the code or name of a sector. The rural population is at most the population, and positive where agriculture emits.</remarks>
    /// <exception cref="AxisException">Other regions, or no such sector.</exception>
    /// <exception cref="UnitException">Not masses of CO2, or not persons.</exception>
    /// <exception cref="CarbonCompException">Negative emissions, no population, or a larger rural population; the message names the region.</exception>
    public static PerCapitaEmissions Of(LabelledMatrix emissions, LabelledVector population, LabelledVector ruralPopulation, string agriculture,
        CoefficientScope scope = CoefficientScope.EachRegion)
    {
        var regions = emissions.RegionRows();
        var (people, rural) = Population(regions, population, ruralPopulation);
        var tonnes = emissions.RequireNotNegative("Emissions cannot be negative.").In(Unit.TonneCO2);
        var farming = tonnes.Values.Column(emissions.Columns.IndexOf(agriculture));
        var others = tonnes.Values.RowSums() - farming;
        people.RequirePositive("Emissions per person need a population. Leave the region out.");
        for (var i = 0; i < regions.Count; i++)
            if (rural[i] == 0 && farming[i] > 0 && scope == CoefficientScope.EachRegion)
                throw new CarbonCompException($"{regions[i]} has emissions of {agriculture} but no rural population. "
                    + $"Use {nameof(CoefficientScope)}.{nameof(CoefficientScope.WholeArea)}, or leave it out.");
        if (rural.Total == 0 && farming.Sum() > 0)
            throw new CarbonCompException($"There are emissions of {agriculture} but no rural population in any region.");
        var status = ValueStatuses.Weakest(emissions.Status, population.Status, ruralPopulation.Status);
        if (scope == CoefficientScope.EachRegion)
            return new(regions, farming.PointwiseDivide(rural.Values.Map(r => r == 0 ? 1 : r, Zeros.Include)), others.PointwiseDivide(people.Values),
                scope, status);
        Vector<double> Everywhere(double value) => Vector<double>.Build.Dense(regions.Count, value);
        return new(regions, Everywhere(rural.Total == 0 ? 0 : farming.Sum() / rural.Total), Everywhere(others.Sum() / people.Total), scope, status);
    }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>t CO2 of agriculture for a rural person.</summary>
    public LabelledVector Agricultural { get; }

    /// <summary>t CO2 of all other sectors for a person, rural or urban.</summary>
    public LabelledVector Mixed { get; }

    /// <summary>The population that was divided by.</summary>
    public CoefficientScope Scope { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => Scope == CoefficientScope.EachRegion ? "Emissions per person, by region"
        : "Emissions per person, of all regions together";

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(Agricultural, Mixed);

    // The population and the rural part of it, checked, in persons.
    internal static (LabelledVector People, LabelledVector Rural) Population(RegionAxis regions, LabelledVector population, LabelledVector ruralPopulation)
    {
        regions.Require(population.Axis, population.Name);
        regions.Require(ruralPopulation.Axis, ruralPopulation.Name);
        var (people, rural) = (population.In(Unit.Person), ruralPopulation.In(Unit.Person));
        for (var i = 0; i < regions.Count; i++)
            if (rural[i] < 0 || rural[i] > people[i])
                throw new CarbonCompException($"{regions[i]} has {rural[i]} rural people of {people[i]}. Check the two.");
        return (people, rural);
    }
}
