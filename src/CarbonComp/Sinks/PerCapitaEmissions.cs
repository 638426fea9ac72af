using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>The per-capita coefficients θ of BTH eq. 12: agriculture's emissions over the rural people, the other sectors' over all people.</summary>
public sealed record PerCapitaEmissions : Tabular
{
    private PerCapitaEmissions(RegionAxis regions, Vector<double> agricultural, Vector<double> mixed, CoefficientScope scope, ValueStatus status)
    {
        (Regions, Scope, Status) = (regions, scope, status);
        Agricultural = new("agricultural emissions per rural person", regions, agricultural, PerPerson, status);
        Mixed = new("other emissions per person", regions, mixed, PerPerson, status);
    }

    /// <summary>t CO2 for a person.</summary>
    public static Unit PerPerson { get; } = Unit.Parse("t CO2/person");

    /// <summary>Divides emissions by people.</summary>
    /// <param name="emissions">A mass of CO2, region × sector, not negative.</param>
    /// <param name="population">Persons by region, positive.</param>
    /// <param name="ruralPopulation">Rural persons by region, at most the population; positive where agriculture emits.</param>
    /// <param name="agriculture">Code or name of the agricultural sector.</param>
    /// <param name="scope">Over which people.</param>
    /// <exception cref="AxisException">Other regions, or no such sector.</exception>
    /// <exception cref="UnitException">Not masses of CO2, or not persons.</exception>
    /// <exception cref="CarbonCompException">Negative emissions, no people, or more rural people than people; the message names the region.</exception>
    public static PerCapitaEmissions Of(LabelledMatrix emissions, LabelledVector population, LabelledVector ruralPopulation, string agriculture,
        CoefficientScope scope = CoefficientScope.EachRegion)
    {
        var regions = emissions.Rows as RegionAxis ?? throw new AxisException($"The rows of {emissions.Name} are {emissions.Rows.Kinds}; they "
            + $"must be regions.");
        regions.Require(population.Axis, population.Name);
        regions.Require(ruralPopulation.Axis, ruralPopulation.Name);
        var (tonnes, people, rural) = (emissions.RequireNotNegative("Emissions cannot be negative.").In(Unit.TonneCO2).Values,
            population.In(Unit.Person), ruralPopulation.In(Unit.Person));
        var farming = tonnes.Column(emissions.Columns.IndexOf(agriculture));
        for (var i = 0; i < regions.Count; i++)
        {
            if (!(people[i] > 0)) throw new CarbonCompException($"{regions[i]} has no people, so it has no emissions per person. Leave it out.");
            if (rural[i] < 0 || rural[i] > people[i]) throw new CarbonCompException($"{regions[i]} has {rural[i]} rural people of {people[i]}. Check the two.");
            if (rural[i] == 0 && farming[i] > 0 && scope == CoefficientScope.EachRegion)
                throw new CarbonCompException($"{regions[i]} has emissions of {agriculture} but no rural people. "
                    + $"Use {nameof(CoefficientScope)}.{nameof(CoefficientScope.WholeArea)}, or leave it out.");
        }
        var others = tonnes.RowSums() - farming;
        var status = ValueStatuses.Weakest(emissions.Status, population.Status, ruralPopulation.Status);
        if (scope == CoefficientScope.EachRegion)
            return new(regions, farming.PointwiseDivide(rural.Values.Map(r => r == 0 ? 1 : r, Zeros.Include)), others.PointwiseDivide(people.Values),
                scope, status);
        if (rural.Total == 0 && farming.Sum() > 0) throw new CarbonCompException($"There are emissions of {agriculture} but no rural people in any region.");
        Vector<double> Everywhere(double value) => Vector<double>.Build.Dense(regions.Count, value);
        return new(regions, Everywhere(rural.Total == 0 ? 0 : farming.Sum() / rural.Total), Everywhere(others.Sum() / people.Total), scope, status);
    }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>t CO2 for a rural person, from agriculture.</summary>
    public LabelledVector Agricultural { get; }

    /// <summary>t CO2 for a person, rural or urban, from all other sectors.</summary>
    public LabelledVector Mixed { get; }

    /// <summary>Over which people the coefficients are taken.</summary>
    public CoefficientScope Scope { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => Scope == CoefficientScope.EachRegion ? "Emissions per person, by region"
        : "Emissions per person, of all regions together";

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(Agricultural, Mixed);
}
