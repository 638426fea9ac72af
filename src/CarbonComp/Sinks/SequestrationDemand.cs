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
    /// Persons in each cell, or persons per km2, and 1 in the urban zone and 0 in the rural one, on the cells of the regions. Where the rural zone holds other
    /// people than the statistics count as rural, the cells do not sum to <see cref="ByRegion"/>.
    /// </remarks>
    /// <returns>t CO2 in each cell; no value where people or zone have none, and outside the regions.</returns>
    /// <exception cref="AxisException">Coefficients of other regions.</exception>
    /// <exception cref="UnitException">Not persons.</exception>
    /// <exception cref="CarbonCompException">Rasters of other cells; while cells are read, negative people, or a zone other than 0 and 1.</exception>
    public static LabelledRaster OnCells(PerCapitaEmissions coefficients, LabelledRaster population, LabelledRaster urban, ZoneCells zones)
    {
        zones.Regions.Require(coefficients.Regions, "emissions per person");
        zones.Frame.RequireCellsOf(population.Frame);
        var people = (population.Meaning == CellMeaning.Density ? population.TimesCellArea() : population).In(Unit.Person);
        var (mixed, agricultural) = (coefficients.Mixed.Values.ToArray(), coefficients.Agricultural.Values.ToArray());
        return people.Derive("sequestration demand", CellMeaning.Amount, Unit.TonneCO2, ValueStatuses.Weakest(coefficients.Status, zones.Status),
            (window, inputs, result) =>
            {
                var regions = new int[window.Cells];
                zones.Fill(window, regions);
                for (var i = 0; i < window.Cells; i++)
                {
                    var (persons, mask, region) = (inputs[0][i], inputs[1][i], regions[i]);
                    result[i] = double.NaN;
                    if (region < 0 || double.IsNaN(persons) || double.IsNaN(mask)) continue;
                    string Place(RasterFrame frame) => frame.Place(window.Row + i / window.Columns, window.Column + i % window.Columns);
                    if (persons < 0) throw new CarbonCompException($"{Place(population.Frame)}: {persons} people. It cannot be negative.");
                    if (mask is not (0 or 1)) throw new CarbonCompException($"{Place(urban.Frame)}: {mask} is neither 1 (urban) nor 0 (rural).");
                    result[i] = persons * (mixed[region] + (mask == 0 ? agricultural[region] : 0));
                }
            }, urban);
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
