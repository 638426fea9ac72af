"""Writes the same two areas as GeoJSON, GeoPackage and shapefile in several coordinate systems."""
import sys

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
folder = sys.argv[1]
areas = [("石家庄市", [(114, 38), (114, 39), (115, 39), (115, 38)]), ("唐山市", [(118, 39), (118, 40), (119, 40.5), (119, 39)])]


def system(code):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def layer(source, name, code, options=()):
    way = osr.CoordinateTransformation(system(4326), system(code))
    written = source.CreateLayer(name, system(code), ogr.wkbPolygon, list(options))
    written.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    for label, corners in areas:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in [*corners, corners[0]]:
            ring.AddPoint_2D(x, y)
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(ring)
        polygon.Transform(way)
        feature = ogr.Feature(written.GetLayerDefn())
        feature.SetField("name", label)
        feature.SetGeometry(polygon)
        written.CreateFeature(feature)


def write(driver, file, *layers):
    source = ogr.GetDriverByName(driver).CreateDataSource(f"{folder}/{file}")
    for name, code, options in layers:
        layer(source, name, code, options)
    source = None


write("GeoJSON", "map.geojson", ("map", 4326, ()))
write("GPKG", "degrees.gpkg", ("cities", 4326, ()))
write("GPKG", "utm.gpkg", ("cities", 32650, ()))
write("GPKG", "two.gpkg", ("first", 4326, ()), ("second", 4490, ()))
write("GPKG", "beijing1954.gpkg", ("cities", 4214, ()))
write("ESRI Shapefile", "utm.shp", ("utm", 32650, ("ENCODING=UTF-8",)))
write("ESRI Shapefile", "gbk.shp", ("gbk", 4490, ("ENCODING=GBK",)))
