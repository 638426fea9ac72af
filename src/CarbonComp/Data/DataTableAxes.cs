namespace CarbonComp;

/// <summary>Reading a <see cref="DataTable"/> along axes.</summary>
/// <remarks>Labels may be codes, names or local names. They are in the field named after the axis (<c>region</c>, <c>land_class</c>), else in
/// <c>code</c>, else in <c>name</c>; where the field has another name, pass that.</remarks>
public static class DataTableAxes
{
    /// <summary>The numbers of a field along an axis: one row a label.</summary>
    /// <exception cref="DataException">A label without a row, with two, or not on the axis; an empty cell; units that measure different things; no
    /// such field.</exception>
    public static LabelledVector Vector(this DataTable table, string field, Axis axis, string? keyField = null)
    {
        var values = Numbers(table, field, (KeyField(table, axis, keyField), axis));
        return new(table[field].Title, axis, Vector<double>.Build.Dense(values), table.UnitOf(field), table.StatusOf(field));
    }

    /// <summary>The numbers of a field along two axes: one row a pair of labels.</summary>
    /// <exception cref="DataException">A pair without a row or with two, a label not on its axis, an empty cell, units that measure different things,
    /// no such field.</exception>
    public static LabelledMatrix Matrix(this DataTable table, string field, Axis rowAxis, Axis columnAxis, string? rowField = null, string? columnField = null)
    {
        var (rowKey, columnKey) = (KeyField(table, rowAxis, rowField), KeyField(table, columnAxis, columnField));
        if (rowKey == columnKey)
            throw new DataException(table.File, $"rows and columns would both be read from {rowKey}. Name the fields: Matrix(\"{field}\", "
                + $"…, rowField: …, columnField: …).");
        var values = Numbers(table, field, (rowKey, rowAxis), (columnKey, columnAxis));
        return new(table[field].Title, rowAxis, columnAxis, Matrix<double>.Build.DenseOfRowMajor(rowAxis.Count, columnAxis.Count, values), table.UnitOf(field),
            table.StatusOf(field));
    }

    /// <summary>The regions a table lists, from its fields <c>code</c>, <c>name</c> and, where there is one, <c>local_name</c>.</summary>
    /// <exception cref="DataException">No such fields, no rows, or a duplicate region.</exception>
    public static RegionAxis RegionAxis(this DataTable table) =>
        Listed(table, (code, name, local) => new Region(code, name, local), all => new RegionAxis(all));

    /// <summary>The sectors a table lists, from its fields <c>code</c>, <c>name</c> and, where there is one, <c>local_name</c>.</summary>
    /// <exception cref="DataException">No such fields, no rows, or a duplicate sector.</exception>
    public static SectorAxis SectorAxis(this DataTable table) =>
        Listed(table, (code, name, local) => new Sector(code, name, local), all => new SectorAxis(all));

    /// <summary>The different texts of a field as an axis, in the order of their first occurrence.</summary>
    /// <remarks>The kind names one of them: "land class". The field is named after it by default: <c>land_class</c>.</remarks>
    /// <exception cref="DataException">No such field, or no rows.</exception>
    public static CategoryAxis CategoryAxis(this DataTable table, string kind, string? field = null) =>
        DataException.At(table.File, () => new CategoryAxis(kind, table.Texts(field ?? FieldName(kind)).Distinct(StringComparer.Ordinal)));

    private static TAxis Listed<T, TAxis>(DataTable table, Func<string, string, string, T> entry, Func<IEnumerable<T>, TAxis> axis)
    {
        var (codes, names) = (table.Texts("code"), table.Texts("name"));
        var locals = table.Has("local_name") ? table.Texts("local_name") : null;
        return DataException.At(table.File, () => axis(codes.Select((code, i) => entry(code, names[i], locals?[i] ?? ""))));
    }

    // One number for each label, or for each pair of labels, row by row.
    private static double[] Numbers(DataTable table, string field, params (string Field, Axis Axis)[] keys)
    {
        var numbers = table.Numbers(field);
        var labels = Array.ConvertAll(keys, k => table.Texts(k.Field));
        var rowAt = new int[Places(keys)];
        Array.Fill(rowAt, -1);
        for (var row = 0; row < table.RowCount; row++)
        {
            var place = 0;
            for (var k = 0; k < keys.Length; k++)
                place = place * keys[k].Axis.Count + IndexOn(table, keys[k].Field, keys[k].Axis, labels[k][row], row);
            if (rowAt[place] >= 0)
                throw table.WrongAt(row, null, $"{string.Join(" and ", keys.Select(k => k.Field))} {Names(place, k => "")} appears twice, first in line "
                    + $"{table.LineOf(rowAt[place])}. Remove one, or choose rows with Where.");
            rowAt[place] = row;
        }
        if (Array.IndexOf(rowAt, -1) is var missing and >= 0)
            throw new DataException($"{table.File}, field {field}", $"there is no row for {Names(missing, axis => $"{axis.Kind} ")}. Add it to the file, or "
                + $"leave it out of the study.");
        return Array.ConvertAll(rowAt, row => numbers[row]);

        static int Places((string, Axis Axis)[] keys) => keys.Aggregate(1, (places, k) => places * k.Axis.Count);
        string Names(int place, Func<Axis, string> kind) => string.Join(", ",
            keys.Select((k, n) => kind(k.Axis) + k.Axis.Labels[place / Places(keys[(n + 1)..]) % k.Axis.Count]));
    }

    private static int IndexOn(DataTable table, string field, Axis axis, string label, int row) =>
        axis.Contains(label) ? axis.IndexOf(label) : throw table.WrongAt(row, field, $"\"{label}\" is not among the {axis.Kinds} asked for: "
            + $"{Listing.Of(axis.Labels)}. Correct the label, or choose rows with Where(\"{field}\", …).");

    private static string KeyField(DataTable table, Axis axis, string? keyField)
    {
        if (keyField is not null) return table[keyField].Name;
        return new[] { FieldName(axis.Kind), "code", "name" }.FirstOrDefault(table.Has)
            ?? throw new DataException(table.File, $"there is no field \"{FieldName(axis.Kind)}\" with the {axis.Kinds}. There are: "
            + $"{string.Join(", ", table.Fields.Select(f => f.Name))}. Name the one with the {axis.Kinds}.");
    }

    private static string FieldName(string kind) => kind.Replace(' ', '_');
}
