"""uncompress IN OUT: the same raster in tiles without compression. read FILE: seconds that GDAL takes to read all cells by rows of tiles."""
import sys
import time

from osgeo import gdal

gdal.UseExceptions()
if sys.argv[1] == "uncompress":
    gdal.Translate(sys.argv[3], sys.argv[2], creationOptions=["TILED=YES", "BIGTIFF=IF_SAFER"])
else:
    raster = gdal.Open(sys.argv[2])
    band = raster.GetRasterBand(1)
    started = time.perf_counter()
    for row in range(0, raster.RasterYSize, 256):
        band.ReadRaster(0, row, raster.RasterXSize, min(256, raster.RasterYSize - row))
    print(time.perf_counter() - started)
