using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace CarbonComp.Formats.Tests;

/// <summary>Zones and class areas beside those of an independent program, GDAL.</summary>
public class GdalComparisonTests
{
    [Fact]
    public void Zones_and_cells_of_classes_are_GDALs_cell_for_cell_in_twelve_layouts()
    {
        using var folder = new TemporaryFolder();
        Gdal.Run("gdal_maps.py", folder.Path);
        for (var n = 0; n < 12; n++)
        {
            using var raster = GeoTiff.Open(folder.File($"map{n}.tif"));
            var expected = JsonNode.Parse(File.ReadAllText(folder.File($"map{n}.json")))!;
            var (frame, rows, columns) = (raster.Frame, (int)expected["rows"]!, (int)expected["columns"]!);
            Assert.Equal((rows, columns), (frame.Rows, frame.Columns));
            var features = GeoJsonMap.Read(folder.File($"map{n}.geojson"));
            var zones = ZoneCells.Of(RegionMap.Of(new RegionAxis(features.Select(f => new Region(f.Code, f.Name))), features), frame);
            var burnt = MemoryMarshal.Cast<byte, short>(File.ReadAllBytes(folder.File($"map{n}.zones")));
            var apart = 0;
            for (var row = 0; row < rows; row++)
                for (var column = 0; column < columns; column++) if (zones.ZoneAt(row, column) != burnt[row * columns + column]) apart++;
            Assert.True(apart == 0, $"map {n}: {apart} cells");

            // Cells are counted by rows of equal area: a count is exact where areas are those of its rows.
            var classes = new CategoryAxis("land class", Enumerable.Range(0, 17).Select(c => $"{c}"));
            var found = zones.ClassAreas(LabelledRaster.Classes(raster, "land cover", ValueStatus.Illustrative), classes);
            var values = RasterGrid.Of(raster);
            var areas = new double[4, 17];
            for (var row = 0; row < rows; row++)
                for (var column = 0; column < columns; column++)
                    if (burnt[row * columns + column] is var zone and >= 0 && values[row, column] is var code && !double.IsNaN(code))
                        areas[zone, (int)code] += frame.CellArea(row, column);
            for (var zone = 0; zone < 4; zone++)
                for (var code = 0; code < 17; code++)
                {
                    Assert.Equal(areas[zone, code], found.Areas.Values[zone, code], 1e-6);
                    var count = 0;
                    for (var i = 0; i < burnt.Length; i++) if (burnt[i] == zone && values.Cells[i] == code) count++;
                    Assert.Equal((int)expected["counts"]![zone]![code]!, count);
                }
        }
    }
}
