using System.Globalization;

namespace CarbonComp.Sinks;

/// <summary>Sums of a raster over the regions that another raster marks with their codes.</summary>
public static class ZonalStatistics
{
    /// <summary>The sum of a raster's values in each region.</summary>
    /// <remarks>Zones are region codes as numbers on the same cells; cells without value belong to no region.</remarks>
    /// <exception cref="CarbonCompException">Rasters of other cells, a zone that is none of the regions, or a region without any cell.</exception>
    public static LabelledVector Sum(RasterGrid values, RasterGrid zones, RegionAxis regions, string name, Unit unit, ValueStatus status)
    {
        values.RequireSameCells(zones);
        var sums = Vector<double>.Build.Dense(regions.Count);
        ForEach(zones, regions, (cell, region) => sums[region] += double.IsNaN(values.Cells[cell]) ? 0 : values.Cells[cell]);
        return new(name, regions, sums, unit, status);
    }

    /// <summary>The area of each land class in each region, km2, from class numbers in a metric projection.</summary>
    /// <inheritdoc cref="Sum"/>
    /// <exception cref="UnitException">The raster is in degrees.</exception>
    /// <exception cref="CarbonCompException">As for <see cref="Sum"/>, or a class without pools.</exception>
    public static LabelledMatrix ClassAreas(RasterGrid landCover, RasterGrid zones, RegionAxis regions, CarbonPools pools, ValueStatus status)
    {
        landCover.RequireSameCells(zones);
        var classes = new CategoryAxis("land class", pools.All.Select(p => p.Name));
        var areas = Matrix<double>.Build.Dense(regions.Count, classes.Count);
        ForEach(zones, regions, (cell, region) =>
        {
            if (!double.IsNaN(landCover.Cells[cell])) areas[region, classes.IndexOf(pools.At(landCover, cell).Name)] += landCover.CellArea;
        });
        return new("area", regions, classes, areas, Unit.SquareKilometre, status);
    }

    internal static void ForEach(RasterGrid zones, RegionAxis regions, Action<int, int> visit)
    {
        var known = new Dictionary<double, int>();
        var seen = new bool[regions.Count];
        for (var cell = 0; cell < zones.Cells.Count; cell++)
        {
            var zone = zones.Cells[cell];
            if (double.IsNaN(zone)) continue;
            if (!known.TryGetValue(zone, out var region))
            {
                var code = zone.ToString(CultureInfo.InvariantCulture);
                if (!regions.Contains(code))
                    throw new CarbonCompException($"{zones.Name}, {zones.Place(cell)}: zone {code} "
                        + $"is not the code of a region. There are: {Listing.Of(regions.Codes)}.");
                known[zone] = region = regions.IndexOf(code);
            }
            seen[region] = true;
            visit(cell, region);
        }
        if (Array.IndexOf(seen, false) is var absent and >= 0)
            throw new CarbonCompException($"No cell of {zones.Name} belongs to {regions[absent]} ({regions[absent].Code}). "
                + "Leave the region out, or mark its cells.");
    }
}
