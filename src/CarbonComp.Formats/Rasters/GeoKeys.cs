using System.Globalization;
using System.Text;
using BitMiracle.LibTiff.Classic;

namespace CarbonComp.Formats;

// What the tags of a GeoTIFF say of place, projection and missing values (OGC GeoTIFF 1.1; GDAL_NODATA is GDAL's own).
internal static class GeoKeys
{
    private const int UserDefined = 32767, ModelType = 1024, RasterType = 1025, GeographicSystem = 2048, Datum = 2050, AngularUnit = 2054,
        ProjectedSystem = 3072, Method = 3075, LinearUnit = 3076, Albers = 11, LambertAzimuthal = 10;

    // Datums that differ by less than a metre or two: WGS 84, CGCS2000, ETRS89, NAD83.
    private static readonly int[] Geographic = [4326, 4490, 4258, 4269];
    private static readonly int[] Datums = [6326, 1043, 6258, 6269];

    // The value that stands for none; null where none is declared.
    public static double? NoData(Tiff tiff, string file)
    {
        if (tiff.GetField((TiffTag)42113) is not [.., var field]) return null;
        var text = Text(field).Trim('\0', ' ');
        return text.Length == 0 || text.Equals("nan", StringComparison.OrdinalIgnoreCase) ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
            : throw new DataException(file,
                $"its no-data value is \"{text}\", which is not a number. Correct it: gdal_translate -a_nodata 255 in.tif out.tif.");
    }

    public static RasterFrame Frame(Tiff tiff, string file, string path, int rows, int columns)
    {
        var keys = Keys(tiff, file);
        var half = keys.TryGetValue(RasterType, out var type) && type is [2] ? 0.5 : 0;
        var (scale, tie, matrix) = (Doubles(tiff, 33550), Doubles(tiff, 33922), Doubles(tiff, 34264));
        if (matrix.Length == 16)
        {
            if (matrix[1] != 0 || matrix[4] != 0) throw new DataException(file, "it is rotated, which is not read. Turn it north-up: gdalwarp in.tif out.tif.");
            (scale, tie) = ([matrix[0], -matrix[5]], [0, 0, 0, matrix[3], matrix[7], 0]);
        }
        if (scale.Length < 2 || tie.Length != 6)
        {
            (scale, tie) = WorldFile.Read(path, file) ?? throw new DataException(file, "it does not say where its cells lie (no georeference), and there "
                + "is no world file (.tfw) beside it. State it: gdal_translate -a_srs EPSG:4326 -a_ullr WEST NORTH EAST SOUTH in.tif out.tif.");
            half = 0;
        }
        var (west, north) = (tie[3] - (tie[0] + half) * scale[0], tie[4] + (tie[1] + half) * scale[1]);
        return new(file, rows, columns, west, north, scale[0], scale[1],
            keys.ContainsKey(ModelType) ? Coordinates(keys, file) : ProjectionFile.Beside(path, file) is { } stated ? stated : Coordinates(keys, file));
    }

    private static RasterCoordinates Coordinates(Dictionary<int, double[]> keys, string file)
    {
        int Code(int key) => keys.TryGetValue(key, out var value) && value is [var code] ? (int)code : 0;
        double Number(params ReadOnlySpan<int> candidates)
        {
            foreach (var key in candidates) if (keys.TryGetValue(key, out var value) && value is [var number]) return number;
            return 0;
        }
        DataException Unknown(string system) => new(file,
            $"its coordinate system ({system}) is not known here. Known are longitude and latitude, Web Mercator, "
            + "UTM, and Albers' and Lambert's azimuthal equal-area projections, on WGS 84, CGCS2000, ETRS89 or NAD83. "
            + "Reproject it: gdalwarp -t_srs EPSG:4326 -r near in.tif out.tif.");
        var (model, geographic, projected) = (Code(ModelType), Code(GeographicSystem), Code(ProjectedSystem));
        if (model == 2)
            return (Geographic.Contains(geographic) || (geographic == UserDefined && Datums.Contains(Code(Datum)))) && Code(AngularUnit) is 0 or 9102
                ? RasterCoordinates.LongitudeLatitude : throw Unknown($"geographic, EPSG:{geographic}");
        if (model != 1) throw Unknown(model == 0 ? "none is stated" : $"model type {model}");
        if (Code(LinearUnit) is not (0 or 9001)) throw Unknown($"linear unit {Code(LinearUnit)}");
        if (projected == 3857) return RasterCoordinates.WebMercator;
        if (projected is > 32600 and <= 32660) return RasterCoordinates.Utm(projected - 32600, true);
        if (projected is > 32700 and <= 32760) return RasterCoordinates.Utm(projected - 32700, false);
        if (projected is >= 25828 and <= 25838) return RasterCoordinates.Utm(projected - 25800, true);
        if (projected == 3035) return RasterCoordinates.EqualArea(EqualAreaProjection.About(new(10, 52)), new(10, 52), 4_321_000, 3_210_000);
        if (projected != UserDefined || !(Geographic.Contains(geographic) || Datums.Contains(Code(Datum)))) throw Unknown($"EPSG:{projected}");
        var (x, y) = (Number(3082), Number(3083));
        // Natural origin or centre, as writers differ.
        GeoPoint origin = new(Number(3080, 3088), Number(3081, 3089));
        try
        {
            return Code(Method) switch
            {
                Albers => RasterCoordinates.EqualArea(new(origin.Longitude, Number(3078), Number(3079)), origin, x, y),
                LambertAzimuthal => RasterCoordinates.EqualArea(EqualAreaProjection.About(origin), origin, x, y),
                var method => throw Unknown($"method {method}"),
            };
        }
        catch (ArgumentOutOfRangeException wrong) { throw new DataException(file, $"its projection is damaged: {wrong.Message}", wrong); }
    }

    private static Dictionary<int, double[]> Keys(Tiff tiff, string file)
    {
        var (directory, numbers) = (Shorts(tiff, 34735), Doubles(tiff, 34736));
        var keys = new Dictionary<int, double[]>();
        for (var at = 4; at + 3 < directory.Length; at += 4)
        {
            var (key, place, count, value) = (directory[at], directory[at + 1], directory[at + 2], directory[at + 3]);
            if (place == 34736 && value + count > numbers.Length) throw new DataException(file, $"its GeoKey {key} points nowhere. Get the file again.");
            if (place == 34736) keys[key] = numbers[value..(value + count)];
            else if (place == 0) keys[key] = [value];
        }
        return keys;
    }

    private static double[] Doubles(Tiff tiff, int tag) => tiff.GetField((TiffTag)tag) is [.., var field] ? field.ToDoubleArray() ?? [] : [];

    private static int[] Shorts(Tiff tiff, int tag) => tiff.GetField((TiffTag)tag) is [.., var field]
        ? [.. (field.ToShortArray() ?? []).Select(s => (int)(ushort)s)] : [];

    private static string Text(FieldValue field) => field.Value is byte[] bytes ? Encoding.ASCII.GetString(bytes) : field.ToString();
}
