using System.Globalization;

namespace CarbonComp.Studies;

/// <summary>Maps that a study of sinks is made from: land cover and population density, the shipped ones of China or the reader's own.</summary>
public sealed class SinkMaps
{
    private SinkMaps(LabelledRaster landCover, LabelledRaster populationDensity, CategoryAxis classes, int[] urban, IReadOnlyDictionary<string,
        string> landClasses) =>
        (LandCover, PopulationDensity, Classes, urbanCodes, LandClasses) = (landCover, populationDensity, classes, urban, landClasses);

    private readonly int[] urbanCodes;

    /// <summary>Opens the maps of a folder; cells are read when they are needed.</summary>
    /// <param name="folder">The folder <c>data/rasters</c>, whose legend of classes counts for the reader's land cover too.</param>
    /// <param name="landCover">A land cover raster of one's own, GeoTIFF or ESRI ASCII, in the classes of the legend; empty for the shipped one.</param>
    /// <param name="population">A raster of persons per km2 of one's own; empty for the shipped one.</param>
    /// <exception cref="DataException">No such file, or one that is damaged.</exception>
    public static SinkMaps Open(string folder, string landCover = "", string population = "")
    {
        var legend = DataPackage.Load(folder)["igbp-classes"];
        var (codes, names, kinds) = (legend.Texts("code"), legend.Texts("name"), legend.Texts("land_class"));
        int[] urban = [.. codes.Where((_, i) => kinds[i] == "Urban").Select(c => int.Parse(c, CultureInfo.InvariantCulture))];
        return new(
            LabelledRaster.Classes(Raster(landCover.Length > 0 ? landCover : Path.Combine(folder, "land-cover-2019.tif")), "land cover", ValueStatus.Statistic),
            LabelledRaster.Densities(Raster(population.Length > 0 ? population : Path.Combine(folder, "population-density-2020.tif")), "population density",
                Unit.Parse("person/km2"), ValueStatus.Statistic),
            CategoryAxis.Of("land class", codes.Zip(names).Select(c => (c.First, c.Second, ""))), urban,
            codes.Zip(kinds).ToDictionary(c => c.First, c => c.Second));
    }

    /// <summary>Land cover by IGBP class.</summary>
    public LabelledRaster LandCover { get; }

    /// <summary>Persons per km2.</summary>
    public LabelledRaster PopulationDensity { get; }

    /// <summary>The classes of the land cover, by code and name.</summary>
    public CategoryAxis Classes { get; }

    /// <summary>The land class of the statistics that each code belongs to.</summary>
    public IReadOnlyDictionary<string, string> LandClasses { get; }

    /// <summary>1 in cells of towns, 0 in others.</summary>
    public LabelledRaster Urban => LandCover.Is("urban zone", urbanCodes);

    /// <summary>A colour for each code of the legend: forests green, water blue, towns red.</summary>
    public static IReadOnlyDictionary<string, string> Colors { get; } =
        ("0 A6CEE3 1 0B5D2A 2 1B7837 3 4D9221 4 5AAE61 5 7FBC6B 6 B8A03C 7 CDB96A 8 A6D96A 9 D0E69C "
        + "10 E6E3A0 11 4FB3A9 12 F2C879 13 C0392B 14 E0B07A 15 F7FBFF 16 CFC7BC").Split(' ').Chunk(2).ToDictionary(p => p[0], p => "#" + p[1]);

    /// <summary>The class of carbon densities for each code, from that of each land class.</summary>
    public IReadOnlyDictionary<string, string> CountsAs(IReadOnlyDictionary<string, string> landClasses) => LandClasses
        .Where(c => landClasses.ContainsKey(c.Value)).ToDictionary(c => c.Key, c => landClasses[c.Value]);

    private static IRaster Raster(string path) => Path.GetExtension(path).ToUpperInvariant() is ".ASC" or ".TXT" ? AsciiGrid.Open(path) : GeoTiff.Open(path);
}
