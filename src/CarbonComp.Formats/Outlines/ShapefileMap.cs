using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Shapefiles.Readers;

namespace CarbonComp.Formats;

/// <summary>Reads areas from a shapefile: <c>.shp</c> with <c>.dbf</c> beside it.</summary>
public static class ShapefileMap
{
    /// <summary>Reads the areas of a file.</summary>
    /// <remarks>A <c>.prj</c> file beside it is followed; without one, coordinates must be longitude and latitude. Outlines that cross themselves are mended,
    /// which <see cref="MapFeature.Note"/> says.</remarks>
    /// <param name="path">The <c>.shp</c> file.</param>
    /// <param name="name">The property that holds the names, where it is not one of the usual.</param>
    /// <param name="code">The property that holds the codes, likewise.</param>
    /// <param name="encoding">The encoding of the names, where neither a <c>.cpg</c> file nor the table says it: <c>gb18030</c>.</param>
    /// <exception cref="CarbonCompException">No such file, a damaged one, names of another encoding, a projection that is not known, no such property (the
    /// message lists those there are), or a coordinate that is not a place on the Earth.</exception>
    public static IReadOnlyList<MapFeature> Read(string path, string? name = null, string? code = null, string? encoding = null)
    {
        var file = Path.GetFileName(path);
        foreach (var part in new[] { path, Path.ChangeExtension(path, ".dbf") })
            if (!File.Exists(part)) throw new DataException(Path.GetFileName(part), "there is no such file. A shapefile is at least .shp and .dbf together.");
        ShapefileStructure.Require(path);
        var projection = Path.ChangeExtension(path, ".prj");
        var place = File.Exists(projection) ? MapCoordinates.OfText(File.ReadAllText(projection), Path.GetFileName(projection)) : MapCoordinates.Degrees;
        var stated = Path.ChangeExtension(path, ".cpg");
        var named = encoding ?? (File.Exists(stated) ? CodePage(File.ReadAllText(stated).Trim()) : null);
        // Where nothing is stated the library takes what the table says, and replaces what that does not have; such names are refused.
        var options = new ShapefileReaderOptions
        {
            Encoding = named is null ? null : TextEncoding.Named(named, encoding is null ? Path.GetFileName(stated) : file),
            GeometryBuilderMode = GeometryBuilderMode.IgnoreInvalidShapes,
        };
        try
        {
            using var reader = Shapefile.OpenRead(path, options);
            return OutlineFeatures.Read(file, Records(reader, file), place, name, code);
        }
        catch (Exception wrong) when (wrong is not (CarbonCompException or OutOfMemoryException or UnauthorizedAccessException))
        {
            throw new DataException(file, $"it is damaged, or its names are in another encoding ({wrong.Message}). Get the file again, or name the "
                + $"encoding.", wrong);
        }
    }

    private static IEnumerable<(Func<Geometry?>, IReadOnlyList<KeyValuePair<string, object?>>)> Records(
        ShapefileReader reader, string file)
    {
        var number = 0;
        while (reader.Read(out var deleted))
        {
            if (++number > 10_000_000) throw new DataException(file, "it has more than ten million areas. Get the file again.");
            if (deleted) continue;
            var shape = reader.Geometry;
            yield return (() => shape, [.. reader.Fields.Select(f => KeyValuePair.Create(f.Name, (object?)f.Value))]);
        }
    }

    // What .cpg files say beside the names of IANA: 936, UTF-8, ANSI 1252.
    private static string CodePage(string text) => text.Split(' ')[^1] is var last && int.TryParse(last, out var number)
        ? number switch { 936 => "gbk", 950 => "big5", 932 => "shift_jis", 65001 => "utf-8", 54936 => "gb18030", 1252 => "windows-1252", _ =>
            $"cp{number}" } : text;
}
