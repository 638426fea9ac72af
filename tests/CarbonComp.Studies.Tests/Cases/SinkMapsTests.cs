namespace CarbonComp.Studies.Tests;

/// <summary>The maps of sinks: the shipped ones, and a reader's own beside their legend.</summary>
public sealed class SinkMapsTests
{
    private static string Folder => CaseFolder.Path("rasters");

    [Fact]
    public void The_shipped_maps_have_classes_people_and_towns()
    {
        var maps = SinkMaps.Open(Folder);
        Assert.Equal((CellMeaning.Class, CellMeaning.Density), (maps.LandCover.Meaning, maps.PopulationDensity.Meaning));
        Assert.Equal(17, maps.Classes.Count);
        Assert.Equal("Forest", maps.LandClasses["5"]);
        Assert.Equal((ValueStatus.Statistic, ValueStatus.Statistic), (maps.LandCover.Status, maps.PopulationDensity.Status));
        Assert.Equal("pool", maps.CountsAs(new Dictionary<string, string> { ["Forest"] = "pool" })["5"]);
        Assert.DoesNotContain("12", maps.CountsAs(new Dictionary<string, string> { ["Forest"] = "pool" }).Keys);
    }

    [Fact]
    public void Rasters_of_ones_own_keep_the_status_that_is_stated()
    {
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "own.asc");
        File.WriteAllText(file, "ncols 2\nnrows 1\nxllcorner 100\nyllcorner 30\ncellsize 1\nNODATA_value -9\n13 5\n");
        Assert.Contains(".prj", Assert.Throws<DataException>(() => SinkMaps.Open(Folder, landCover: file)).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.ChangeExtension(file, ".prj"), "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]");
        try
        {
            var maps = SinkMaps.Open(Folder, landCover: file, ownStatus: ValueStatus.Illustrative);
            Assert.Equal((ValueStatus.Illustrative, ValueStatus.Statistic), (maps.LandCover.Status, maps.PopulationDensity.Status));
            Assert.Equal([1.0, 0.0], RasterGrid.Of(maps.Urban).Cells);
        }
        finally { folder.Delete(recursive: true); }
    }

    [Fact]
    public void A_raster_that_is_not_there_is_named() =>
        Assert.Contains("none.tif", Assert.Throws<DataException>(() => SinkMaps.Open(Folder, population: "none.tif")).Message, StringComparison.Ordinal);
}
