using ProjNet.CoordinateSystems;

namespace CarbonComp.Formats;

// The coordinate system of a raster from a .prj file beside it.
internal static class ProjectionFile
{
    private static readonly string[] Endings = [".prj", ".PRJ"];

    // Null where there is no such file.
    public static RasterCoordinates? Beside(string path, string file)
    {
        var found = Endings.Select(e => Path.ChangeExtension(path, e)).FirstOrDefault(File.Exists);
        return found is null ? null : Of(WktSystem.Parse(File.ReadAllText(found), Path.GetFileName(found)), Path.GetFileName(found));
    }

    private static RasterCoordinates Of(WktSystem system, string file)
    {
        if (system.Plane is null) return RasterCoordinates.LongitudeLatitude;
        if (Math.Abs(system.MetresInUnit - 1) > 1e-9) throw new DataException(file,
            $"its coordinate system \"{system.Name}\" is not in metres. {WktSystem.Remedy}");
        if (system.IsWebMercator) return RasterCoordinates.WebMercator;
        var (east, north) = (system.Parameter("false_easting"), system.Parameter("false_northing"));
        var origin = new GeoPoint(system.Parameter("central_meridian", "longitude_of_center", "longitude_of_origin"),
            system.Parameter("latitude_of_origin", "latitude_of_center"));
        var method = system.Plane.Projection.ClassName;
        bool Is(string name) => method.Contains(name, StringComparison.OrdinalIgnoreCase);
        if (Is("Transverse_Mercator") && Math.Abs(system.Parameter("scale_factor") - 0.9996) < 1e-9 && east == 500_000 && north is 0 or 10_000_000
            && origin.Latitude == 0 && (origin.Longitude + 183) / 6 is var zone && zone == Math.Floor(zone) && zone is >= 1 and <= 60)
            return RasterCoordinates.Utm((int)zone, north == 0);
        try
        {
            if (Is("Albers")) return RasterCoordinates.EqualArea(new(origin.Longitude, system.Parameter("standard_parallel_1"),
                system.Parameter("standard_parallel_2")), origin, east, north);
            if (Is("Lambert_Azimuthal_Equal_Area")) return RasterCoordinates.EqualArea(EqualAreaProjection.About(origin), origin, east, north);
        }
        catch (ArgumentOutOfRangeException wrong) { throw new DataException(file, $"its projection is damaged: {wrong.Message}", wrong); }
        throw new DataException(file, $"its projection \"{system.Name}\" ({method}) is not known here. Known are Web Mercator, UTM, and Albers' and Lambert's "
            + $"azimuthal equal-area projections. {WktSystem.Remedy}");
    }
}
