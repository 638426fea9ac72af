namespace CarbonComp.Sinks;

/// <summary>Demand for carbon sequestration service (<c>docs/methods.md#bth-12</c>): population times per-capita emissions.</summary>
public static class SequestrationDemand
{
    /// <summary>Demand by region from a table of people: <c>CD = θ_mixed · people + θ_agricultural · rural people</c>.</summary>
    /// <returns>t CO2 by region. With coefficients of each region this is what the region emits.</returns>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="UnitException">Not persons.</exception>
    /// <exception cref="CarbonCompException">Negative people, or more rural people than people; the message names the region.</exception>
    public static LabelledVector ByRegion(PerCapitaEmissions coefficients, LabelledVector population, LabelledVector ruralPopulation)
    {
        var (people, rural) = PerCapitaEmissions.Population(coefficients.Regions, population, ruralPopulation);
        return (coefficients.Mixed * people + coefficients.Agricultural * rural).Named("sequestration demand");
    }

    /// <summary>Demand of each cell: θ_mixed · people in the urban zone, (θ_mixed + θ_agricultural) · people in the rural zone.</summary>
    /// <remarks>
    /// Persons in each cell (density times cell area), 1 in the urban lighting zone and 0 in the rural one, and region codes, on the same cells.
    /// Where the rural zone holds other people than the statistics count as rural, the cells do not sum to <see cref="ByRegion"/>.
    /// </remarks>
    /// <returns>t CO2 in each cell; no value where people, zone or region have none.</returns>
    /// <exception cref="CarbonCompException">Rasters of other cells, negative people, a mask other than 0 and 1, an unknown zone, or a
    /// region without any cell.</exception>
    public static RasterGrid OnGrid(PerCapitaEmissions coefficients, RasterGrid population, RasterGrid urban, RasterGrid zones)
    {
        population.RequireSameCells(urban);
        population.RequireSameCells(zones);
        var demand = Enumerable.Repeat(double.NaN, population.Cells.Count).ToArray();
        ZonalStatistics.ForEach(zones, coefficients.Regions, (cell, region) =>
        {
            var (people, mask, place) = (population.Cells[cell], urban.Cells[cell], population.Place(cell));
            if (double.IsNaN(people) || double.IsNaN(mask)) return;
            if (people < 0) throw new CarbonCompException($"{population.Name}, {place}: {people} people. It cannot be negative.");
            if (mask is not (0 or 1)) throw new CarbonCompException($"{urban.Name}, {place}: {mask} is neither 1 (urban) nor 0 (rural).");
            demand[cell] = people * (coefficients.Mixed[region] + (mask == 0 ? coefficients.Agricultural[region] : 0));
        });
        return population.Select("sequestration demand", (_, cell) => demand[cell]);
    }

    /// <summary>Rural people from people and the share (or %) of them that lives in towns.</summary>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="UnitException">Not persons, or not a share.</exception>
    /// <exception cref="CarbonCompException">A share outside 0 to 100 %; the message names the region.</exception>
    public static LabelledVector RuralPopulation(LabelledVector population, LabelledVector urbanShare)
    {
        population.Axis.Require(urbanShare.Axis, urbanShare.Name);
        var share = urbanShare.In(Unit.One).Require(v => v is >= 0 and <= 1, "A share must be between 0 and 100 %. Is its unit right?");
        return (population.In(Unit.Person) * (1 - share)).Named("rural population");
    }
}
