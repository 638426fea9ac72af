using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CarbonComp.Formats;

// Areas from the records of a boundary file: names and codes from their properties, outlines in longitude and latitude.
internal static class OutlineFeatures
{
    private static readonly string[] CodeKeys = ["adcode", "code", "id", "region", "pac", "gb"];
    private static readonly string[] NameKeys = ["name", "name_zh", "local_name", "mc", "nam"];

    public static IReadOnlyList<MapFeature> Read(string source, IEnumerable<(Func<Geometry?> Shape, IReadOnlyList<KeyValuePair<string,
        object?>> Properties)> records,
        MapCoordinates place, string? name, string? code)
    {
        var read = new List<MapFeature>();
        string[] properties = [];
        foreach (var (record, position) in records.Select((r, i) => (r, i + 1)))
        {
            if (position == 1)
            {
                properties = [.. record.Properties.Select(p => p.Key)];
                foreach (var asked in new[] { name, code })
                    if (asked is not null && !properties.Contains(asked, StringComparer.OrdinalIgnoreCase)) throw Without($"no property \"{asked}\"");
            }
            var known = Text(record.Properties, name is null ? NameKeys : [name]);
            var number = Text(record.Properties, code is null ? CodeKeys : [code]);
            var label = known.Length > 0 ? known : name is null ? number : "";
            if (label.Contains('\uFFFD')) throw new DataException(source, $"the name \"{label}\" of area {position} is in another encoding. "
                + "Name the file's encoding, such as encoding: \"gb18030\", or put a .cpg file beside it.");
            var where = $"{source}, area {position}" + (label.Length > 0 ? $" ({label})" : "");
            Geometry? shape;
            try { shape = record.Shape(); }
            catch (Exception wrong) when (wrong is not (CarbonCompException or OutOfMemoryException))
            {
                throw new DataException(where, $"the geometry cannot be read ({wrong.Message}). Get the file again.", wrong);
            }
            if (shape is not (Polygon or MultiPolygon) || shape.IsEmpty) continue;
            var (outline, mended) = Placed(shape, place, where);
            read.Add(new(label, number, outline, source) { Properties = properties, Note = mended });
        }
        if (read.Count == 0) throw new DataException(source, "it has no area. Boundaries are polygons.");
        return read.All(f => f.Name.Length == 0) ? throw Without($"no name in {string.Join(", ", name is null ? NameKeys : [name])}") : read;

        DataException Without(string what) => new(source, properties.Length == 0 ? $"its areas have {what}, and no other properties either. Give them names."
            : $"its areas have {what}. There are: {string.Join(", ", properties)}. Name the one that holds the names: name: \"{properties[0]}\".");
    }

    private static (Geometry Outline, string? Mended) Placed(Geometry shape, MapCoordinates place, string where)
    {
        var copy = shape.Copy();
        copy.Apply(new Placing(place));
        copy.GeometryChanged();
        foreach (var p in copy.Coordinates)
            if (!(Math.Abs(p.X) <= 180 + 1e-9 && Math.Abs(p.Y) <= 90 + 1e-9))
                throw new DataException(where, $"({p.X}, {p.Y}) is not longitude and latitude in degrees. State the file's coordinate system (.prj), or "
                    + $"bring it to "
                    + "WGS 84: ogr2ogr -t_srs EPSG:4326 out.shp in.shp.");
        string? mended = null;
        if (!copy.IsValid)
        {
            var before = copy.Area;
            copy = GeometryFixer.Fix(copy);
            mended = Invariant($"The outline of {where} crosses itself and was mended; its area changed by {(before > 0 ? copy.Area / before - 1 : 0):P2}.");
        }
        return copy.IsEmpty || !(copy.Area > 0) ? throw new DataException(where, "its outline covers no area.") : (copy, mended);
    }

    private static string Text(IReadOnlyList<KeyValuePair<string, object?>> properties, IEnumerable<string> keys) => keys.Select(key =>
        properties.FirstOrDefault(p => p.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value).Where(v => v is not null and not DBNull)
        .Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)!.Trim('\0', ' ')).FirstOrDefault(text => text.Length > 0) ?? "";

    private sealed class Placing(MapCoordinates place) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var at = place.Place(seq.GetX(i), seq.GetY(i));
            seq.SetX(i, at.X);
            seq.SetY(i, at.Y);
        }
    }
}
