using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CarbonComp.Formats;

/// <summary>Reads areas from a layer of a GeoPackage (OGC 12-128).</summary>
public static class GeoPackageMap
{
    /// <summary>Reads the areas of a layer.</summary>
    /// <remarks>The layer's coordinate system is followed. Outlines that cross themselves are mended, which <see cref="MapFeature.Note"/> says.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="layer">The layer, where the file has several.</param>
    /// <param name="name">The property that holds the names, where it is not one of the usual.</param>
    /// <param name="code">The property that holds the codes, likewise.</param>
    /// <exception cref="CarbonCompException">No such file, a damaged one, no such layer or property (the message lists those there are), a projection that
    /// is not known, or a coordinate that is not a place on the Earth.</exception>
    public static IReadOnlyList<MapFeature> Read(string path, string? layer = null, string? name = null, string? code = null)
    {
        if (!File.Exists(path)) throw new DataException(path, "there is no such file. Check the path of the boundaries.");
        var file = Path.GetFileName(path);
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling =
                false }.ToString());
            connection.Open();
            var (table, column, system) = Layer(connection, file, layer);
            var place = Place(connection, system, $"{file}, layer {table}");
            return OutlineFeatures.Read(file, Records(connection, table, column), place, name, code);
        }
        catch (Exception wrong) when (wrong is not (CarbonCompException or OutOfMemoryException))
        {
            throw new DataException(file, $"it is not a GeoPackage, or it is damaged ({wrong.Message}). Get the file again.", wrong);
        }
    }

    private static (string Table, string Column, long System) Layer(SqliteConnection connection, string file, string? wanted)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name";
        using var rows = command.ExecuteReader();
        var layers = new List<(string Table, string Column, long System)>();
        while (rows.Read()) layers.Add((rows.GetString(0), rows.GetString(1), rows.GetInt64(2)));
        var there = string.Join(", ", layers.Select(l => l.Table));
        if (layers.Count == 0) throw new DataException(file, "it has no layer of geometries.");
        if (wanted is null) return layers.Count == 1 ? layers[0]
            : throw new DataException(file, $"it has {layers.Count} layers: {there}. Name one: layer: \"{layers[0].Table}\".");
        return layers.FirstOrDefault(l => l.Table.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { Table: not null } found ? found
            : throw new DataException(file, $"it has no layer \"{wanted}\". There are: {there}.");
    }

    private static MapCoordinates Place(SqliteConnection connection, long system, string where)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = $id";
        command.Parameters.AddWithValue("$id", system);
        using var rows = command.ExecuteReader();
        if (!rows.Read()) throw new DataException(where, $"its coordinate system {system} is not stated in the file. {WktSystem.Remedy}");
        return (rows.GetString(0).Equals("EPSG", StringComparison.OrdinalIgnoreCase) ? MapCoordinates.OfCode((int)rows.GetInt64(1)) : null)
            ?? MapCoordinates.OfText(rows.GetString(2), where);
    }

    private static IEnumerable<(Func<Geometry?>, IReadOnlyList<KeyValuePair<string, object?>>)> Records(SqliteConnection connection, string table,
        string column)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        using var rows = command.ExecuteReader();
        var at = rows.GetOrdinal(column);
        var geometries = new GeoPackageGeoReader();
        while (rows.Read())
        {
            var blob = rows.IsDBNull(at) ? null : rows.GetFieldValue<byte[]>(at);
            yield return (() => blob is null ? null : geometries.Read(blob), [.. Enumerable.Range(0, rows.FieldCount).Where(i => i != at)
                .Select(i => KeyValuePair.Create(rows.GetName(i), (object?)rows.GetValue(i)))]);
        }
    }
}
