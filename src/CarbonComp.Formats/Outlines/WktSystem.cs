using ProjNet.CoordinateSystems;

namespace CarbonComp.Formats;

// A coordinate system that a text states (OGC's well-known text, as .prj files have it), on a datum that is WGS 84's within a metre or two.
internal sealed class WktSystem
{
    // WGS 84 and GRS 80 (CGCS2000, ETRS89, NAD83) share the axis; their flattening differs in the ninth digit.
    private const double Axis = 6378137, Flattening = 298.25722;

    private static readonly string[] WebMercatorNames = ["Auxiliary_Sphere", "Pseudo-Mercator", "Pseudo_Mercator", "Popular_Visualisation", "Web_Mercator"];

    private WktSystem(string name, GeographicCoordinateSystem earth, ProjectedCoordinateSystem? plane) => (Name, Earth, Plane) = (name, earth, plane);

    public string Name { get; }

    public GeographicCoordinateSystem Earth { get; }

    // Null where coordinates are longitude and latitude.
    public ProjectedCoordinateSystem? Plane { get; }

    public bool IsWebMercator => Plane is not null && WebMercatorNames.Any(n => Name.Contains(n, StringComparison.OrdinalIgnoreCase)
        || Plane.Projection.ClassName.Contains(n, StringComparison.OrdinalIgnoreCase));

    // Metres in the unit of the plane.
    public double MetresInUnit => Plane?.LinearUnit.MetersPerUnit ?? 1;

    public static WktSystem Parse(string text, string source)
    {
        CoordinateSystem? system;
        try { system = new CoordinateSystemFactory().CreateFromWkt(text.Trim()); }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            throw new DataException(source, $"its coordinate system cannot be read ({wrong.Message}). {Remedy}", wrong);
        }
        var (earth, plane) = system switch
        {
            GeographicCoordinateSystem geographic => (geographic, null),
            ProjectedCoordinateSystem projected => (projected.GeographicCoordinateSystem, projected),
            _ => throw new DataException(source, $"its coordinate system \"{system?.Name}\" is neither geographic nor projected. {Remedy}"),
        };
        var ellipsoid = earth.HorizontalDatum.Ellipsoid;
        if (Math.Abs(ellipsoid.SemiMajorAxis - Axis) > 0.5 || Math.Abs(ellipsoid.InverseFlattening - Flattening) > 1e-4)
            throw new DataException(source, $"its coordinate system \"{system.Name}\" stands on {ellipsoid.Name} ({earth.HorizontalDatum.Name}), which may "
                + $"be a "
                + $"hundred metres off. {Remedy}");
        if (plane is null && Math.Abs(earth.AngularUnit.RadiansPerUnit - Math.PI / 180) > 1e-9)
            throw new DataException(source, $"its coordinate system \"{system.Name}\" is not in degrees. {Remedy}");
        if (Math.Abs(earth.PrimeMeridian.Longitude) > 1e-9)
            throw new DataException(source, $"its coordinate system \"{system.Name}\" does not count from Greenwich. {Remedy}");
        return new(system.Name, earth, plane);
    }

    public double Parameter(params IEnumerable<string> names) => names.Select(n => Plane?.Projection.GetParameter(n))
        .FirstOrDefault(p => p is not null)?.Value ?? 0;

    public const string Remedy = "Bring the file to longitude and latitude: ogr2ogr -t_srs EPSG:4326 for boundaries, gdalwarp -t_srs EPSG:4326 for rasters.";
}
