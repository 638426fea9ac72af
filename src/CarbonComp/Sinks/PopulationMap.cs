namespace CarbonComp.Sinks;

/// <summary>People of regions spread over cells (<c>docs/methods.md#people-on-cells</c>).</summary>
public static class PopulationMap
{
    // A grid and a census of about the same year differ by far less than this factor.
    private const double LargestFactor = 2;

    /// <summary>Spreads each region's urban people over its urban cells and its rural people over the others, in proportion to a grid of density.</summary>
    /// <remarks><c>P_i = N_z · d_i a_i / Σ d a</c> over the cells of the same region and zone z, urban or rural: every region keeps its totals of
    /// both. This is a
    /// dasymetric rule: where in a region people live is constructed. The grid is carried to the zones' cells by area.</remarks>
    /// <param name="zones">The cells of each region.</param>
    /// <param name="density">Persons per km2.</param>
    /// <param name="urban">1 in urban cells and 0 in others, on the cells of the regions.</param>
    /// <param name="population">People by region.</param>
    /// <param name="ruralPopulation">Rural people by region.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <returns>Persons in each cell; no value outside the regions and where the grid has none.</returns>
    /// <exception cref="AxisException">People of other regions.</exception>
    /// <exception cref="UnitException">Not persons, or not persons per area.</exception>
    /// <exception cref="CarbonCompException">A grid that sums to less than half or more than twice the people, negative density, or a region with people but no
    /// inhabited cell of their zone.</exception>
    public static LabelledRaster Spread(ZoneCells zones, LabelledRaster density, LabelledRaster urban, LabelledVector population,
        LabelledVector ruralPopulation, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var (people, rural) = PerCapitaEmissions.Population(zones.Regions, population, ruralPopulation);
        if (density.Meaning != CellMeaning.Density) throw new CarbonCompException($"{density.Name} is not a density. Declare persons per km2 with "
            + $"LabelledRaster.Densities; turn persons in a cell into densities with PerSquareKilometre().");
        var given = density.In(Unit.Parse("person/km2")).On(zones.Frame, Resampling.AreaWeighted).TimesCellArea();
        var there = zones.Summarize(Zone(given, urban, "people on the grid", null), Part(progress, 0), cancellation).Totals;
        if (there.Total / people.Total is var factor && !(factor >= 1 / LargestFactor && factor <= LargestFactor))
            throw new CarbonCompException($"{density.Frame.Name}: read as persons per km2 it holds {there.Total:0} people in the regions, the statistics count "
                + $"{people.Total:0}. Are its numbers persons in a cell? Then declare it with LabelledRaster.Amounts and take PerSquareKilometre().");
        var inTowns = zones.Summarize(Zone(given, urban, "people of urban cells", true), Part(progress, 1), cancellation).Totals;
        var (town, country) = (Factors(people - rural, inTowns, "urban"), Factors(rural, there - inTowns, "rural"));
        return given.Derive("population", CellMeaning.Amount, Unit.Person,
            ValueStatuses.Weakest(ValueStatus.Constructed, population.Status, ruralPopulation.Status, zones.Status), (window, inputs, result) =>
            {
                var regions = new int[window.Cells];
                zones.Fill(window, regions);
                for (var i = 0; i < window.Cells; i++)
                    result[i] = regions[i] < 0 || double.IsNaN(inputs[1][i]) ? double.NaN
                        : inputs[0][i] * (inputs[1][i] == 1 ? town : country)[regions[i]];
            }, urban).WithNote($"people of each region spread over its urban and its other cells in proportion to {density.Name}, keeping both totals");

        double[] Factors(LabelledVector wanted, LabelledVector found, string zone)
        {
            for (var i = 0; i < zones.Regions.Count; i++)
                if (wanted[i] > 0 && !(found[i] > 1e-9 * there[i])) throw new CarbonCompException($"{zones.Regions[i]} has {wanted[i]:0} {zone} people but no "
                    + $"inhabited {zone} cell on {urban.Frame.Name}. Take a finer map, or leave the region out.");
            return [.. wanted.Values.Zip(found.Values, (w, f) => w == 0 ? 0 : w / f)];
        }
    }

    // People of one zone, or of all cells that have a zone; 0 elsewhere.
    private static LabelledRaster Zone(LabelledRaster people, LabelledRaster urban, string name, bool? wanted) =>
        people.Derive(name, CellMeaning.Amount, people.Unit, people.Status, (window, inputs, result) =>
        {
            for (var i = 0; i < window.Cells; i++)
            {
                string Place(RasterFrame frame) => frame.Place(window.Row + i / window.Columns, window.Column + i % window.Columns);
                var (persons, zone) = (inputs[0][i], inputs[1][i]);
                if (persons < 0) throw new CarbonCompException($"{Place(people.Frame)}: {persons} people. It cannot be negative.");
                if (!double.IsNaN(zone) && zone is not (0 or 1)) throw new CarbonCompException($"{Place(urban.Frame)}: {zone} is neither 1 (urban) nor 0 "
                    + $"(rural).");
                result[i] = double.IsNaN(persons) || double.IsNaN(zone) ? double.NaN : wanted is null || wanted == (zone == 1) ? persons : 0;
            }
        }, urban);

    private static Half? Part(IProgress<double>? progress, int half) => progress is null ? null : new Half(progress, half);

    private sealed class Half(IProgress<double> whole, int half) : IProgress<double>
    {
        public void Report(double value) => whole.Report((half + value) / 2);
    }
}
