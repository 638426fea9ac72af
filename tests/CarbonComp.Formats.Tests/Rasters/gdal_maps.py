"""Writes random rasters and polygons, and what GDAL makes of them: the zone of each cell and the cells of each class in each zone."""
import json
import math
import random
import sys

import numpy
from osgeo import gdal, ogr, osr

gdal.UseExceptions()
folder = sys.argv[1]
wgs = osr.SpatialReference()
wgs.ImportFromEPSG(4326)
wgs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
# Type, options of the writer.
layouts = [
    (gdal.GDT_Byte, ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=32", "COMPRESS=DEFLATE"]),
    (gdal.GDT_Byte, ["COMPRESS=LZW", "PREDICTOR=2"]),
    (gdal.GDT_Byte, []),
    (gdal.GDT_UInt16, ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=LZW", "PREDICTOR=2", "ENDIANNESS=BIG"]),
    (gdal.GDT_Int16, ["COMPRESS=DEFLATE", "PREDICTOR=2", "BIGTIFF=YES"]),
    (gdal.GDT_Int32, ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2", "ENDIANNESS=BIG"]),
    (gdal.GDT_UInt32, ["BLOCKYSIZE=1"]),
    (gdal.GDT_Float32, ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=3"]),
    (gdal.GDT_Float64, ["COMPRESS=LZW", "PREDICTOR=3"]),
    (gdal.GDT_Float64, ["COMPRESS=DEFLATE", "PREDICTOR=2", "TILED=YES"]),
    (gdal.GDT_Int16, ["COMPRESS=ZSTD", "PREDICTOR=2", "TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"]),
    (gdal.GDT_Byte, ["COMPRESS=ZSTD"]),
]


def ring(choice, x, y, low, high, corners):
    points = [(x + r * math.cos(a), y + r * math.sin(a))
              for k in range(corners) for a, r in [(2 * math.pi * k / corners, choice.uniform(low, high))]]
    return [*points, points[0]]


for number, (kind, options) in enumerate(layouts):
    choice = random.Random(number)
    rows, columns = choice.randint(150, 400), choice.randint(150, 400)
    cell = choice.choice([0.01, 0.05, 1 / 120])
    west, north = choice.uniform(80, 110), choice.uniform(30, 45)
    values = numpy.random.default_rng(number).integers(0, 18, (rows, columns))
    raster = gdal.GetDriverByName("GTiff").Create(f"{folder}/map{number}.tif", columns, rows, 1, kind, options)
    raster.SetGeoTransform([west, cell, 0, north, 0, -cell])
    raster.SetProjection(wgs.ExportToWkt())
    raster.GetRasterBand(1).SetNoDataValue(17)
    raster.GetRasterBand(1).WriteArray(values)
    raster.FlushCache()
    raster = None

    source = ogr.GetDriverByName("Memory").CreateDataSource("polygons")
    layer = source.CreateLayer("polygons", wgs, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("zone", ogr.OFTInteger))
    features = []
    # Four polygons side by side, so that the rule for overlaps does not matter.
    for zone in range(4):
        width, height = columns * cell / 4, rows * cell
        x, y = west + (zone + 0.5) * width, north - height / 2
        outer = ring(choice, x, y, 0.2 * min(width, height), 0.49 * min(width, height), choice.randint(5, 60))
        hole = ring(choice, x, y, 0.02 * min(width, height), 0.1 * min(width, height), choice.randint(4, 12))
        geometry = {"type": "Polygon", "coordinates": [outer, hole[::-1]]}
        features.append({"type": "Feature", "properties": {"name": f"zone {zone}", "code": str(zone)}, "geometry": geometry})
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("zone", zone)
        feature.SetGeometry(ogr.CreateGeometryFromJson(json.dumps(geometry)))
        layer.CreateFeature(feature)
    with open(f"{folder}/map{number}.geojson", "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file)
    burnt = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Int16)
    burnt.SetGeoTransform([west, cell, 0, north, 0, -cell])
    burnt.SetProjection(wgs.ExportToWkt())
    burnt.GetRasterBand(1).Fill(-1)
    gdal.RasterizeLayer(burnt, [1], layer, options=["ATTRIBUTE=zone"])
    zones = burnt.ReadAsArray()
    zones.astype("<i2").tofile(f"{folder}/map{number}.zones")
    counts = [[int(((zones == zone) & (values == code)).sum()) for code in range(17)] for zone in range(4)]
    with open(f"{folder}/map{number}.json", "w", encoding="utf-8") as file:
        json.dump({"rows": rows, "columns": columns, "counts": counts}, file)
