"""Prints what GDAL sees in a raster as JSON."""
import json
import sys

from osgeo import gdal

gdal.UseExceptions()
raster = gdal.Open(sys.argv[1])
band, system = raster.GetRasterBand(1), raster.GetSpatialRef()
colors = band.GetRasterColorTable()
print(json.dumps({
    "transform": raster.GetGeoTransform(),
    "system": system.GetAuthorityCode(None) or system.GetAttrValue("PROJECTION"),
    "nodata": band.GetNoDataValue(),
    "compression": raster.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE"),
    "color3": colors.GetColorEntry(3) if colors else None,
    "values": band.ReadAsArray().astype(float).ravel().tolist(),
}))
