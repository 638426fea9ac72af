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
    /// <param name="ownStatus">The status of one's own rasters.</param>
    /// <exception cref="DataException">No such file, or one that is damaged.</exception>
    public static SinkMaps Open(string folder, string landCover = "", string population = "", ValueStatus ownStatus = ValueStatus.Statistic)
    {
        var package = DataPackage.Load(folder);
        IRaster Raster(string own, string shipped) => own.Length > 0 ? Opened(own) : GeoTiff.Open(Path.Combine(folder, shipped));
        ValueStatus Status(string own) => own.Length > 0 ? ownStatus : ValueStatus.Statistic;
        var legend = package["igbp-classes"];
        var (codes, names, kinds) = (legend.Texts("code"), legend.Texts("name"), legend.Texts("land_class"));
        int[] urban = [.. codes.Where((_, i) => kinds[i] == "Urban").Select(c => int.Parse(c, CultureInfo.InvariantCulture))];
        return new(
            LabelledRaster.Classes(Raster(landCover, "land-cover-2019.tif"), "land cover", Status(landCover)),
            LabelledRaster.Densities(Raster(population, "population-density-2020.tif"), "population density", Unit.Parse("person/km2"), Status(population)),
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

    /// <summary>The class of carbon densities for each code, from that of each land class.</summary>
    public IReadOnlyDictionary<string, string> CountsAs(IReadOnlyDictionary<string, string> landClasses) => LandClasses
        .Where(c => landClasses.ContainsKey(c.Value)).ToDictionary(c => c.Key, c => landClasses[c.Value]);

    private static IRaster Opened(string path) => Path.GetExtension(path).ToUpperInvariant() is ".ASC" or ".TXT" ? AsciiGrid.Open(path) : GeoTiff.Open(path);
}
