namespace CarbonComp;

/// <content>Reading tables along axes.</content>
public sealed partial record DataTable
{
    /// <summary>The numbers of a field along an axis: one row a label.</summary>
    /// <remarks>The key field is the one named after the axis (<c>region</c>, <c>land_class</c>), else <c>code</c>, else <c>name</c>.</remarks>
    /// <param name="field">A field of numbers.</param>
    /// <param name="axis">The labels, by code, name or local name.</param>
    /// <param name="keyField">The field of labels, where it has another name.</param>
    /// <exception cref="DataException">
    /// A label without a row, with two, or not on the axis; an empty cell; units that measure different things; no such field.
    /// </exception>
    public LabelledVector Vector(string field, Axis axis, string? keyField = null)
    {
        var (position, key) = (NumericPosition(field), KeyPosition(axis, keyField));
        var unit = UnitOf(field);
        var values = Vector<double>.Build.Dense(axis.Count);
        var first = new DataRow?[axis.Count];
        foreach (var row in rows)
        {
            var i = IndexOn(axis, row, key);
            if (first[i] is { } earlier) throw Twice(row, earlier, Fields[key].Name, axis.Labels[i]);
            (first[i], values[i]) = (row, In(unit, row, position));
        }
        var missing = Array.IndexOf(first, null);
        if (missing >= 0) throw Missing(field, $"{axis.Kind} {axis.Labels[missing]}");
        return new(Fields[position].Title, axis, values, unit, StatusOf(field));
    }

    /// <summary>The numbers of a field along two axes: one row a pair of labels.</summary>
    /// <param name="field">A field of numbers.</param>
    /// <param name="rowAxis">The labels of the rows.</param>
    /// <param name="columnAxis">The labels of the columns.</param>
    /// <param name="rowField">The field of row labels, where it is not named after its axis.</param>
    /// <param name="columnField">The field of column labels, where it is not named after its axis.</param>
    /// <exception cref="DataException">
    /// A pair without a row or with two, a label not on its axis, an empty cell, units that measure different things, no such field.
    /// </exception>
    public LabelledMatrix Matrix(string field, Axis rowAxis, Axis columnAxis, string? rowField = null, string? columnField = null)
    {
        var position = NumericPosition(field);
        var (rowKey, columnKey) = (KeyPosition(rowAxis, rowField), KeyPosition(columnAxis, columnField));
        if (rowKey == columnKey)
            throw new DataException(File, $"rows and columns would both be read from {Fields[rowKey].Name}. Name the fields: Matrix(\"{field}\", "
                + $"…, rowField: …, columnField: …).");
        var unit = UnitOf(field);
        var values = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(rowAxis.Count, columnAxis.Count);
        var first = new DataRow?[rowAxis.Count, columnAxis.Count];
        foreach (var row in rows)
        {
            var (i, j) = (IndexOn(rowAxis, row, rowKey), IndexOn(columnAxis, row, columnKey));
            if (first[i, j] is { } earlier)
                throw Twice(row, earlier, $"{Fields[rowKey].Name} and {Fields[columnKey].Name}", $"{rowAxis.Labels[i]}, {columnAxis.Labels[j]}");
            (first[i, j], values[i, j]) = (row, In(unit, row, position));
        }
        for (var i = 0; i < rowAxis.Count; i++)
            for (var j = 0; j < columnAxis.Count; j++)
                if (first[i, j] is null)
                    throw Missing(field, $"{rowAxis.Kind} {rowAxis.Labels[i]}, {columnAxis.Kind} {columnAxis.Labels[j]}");
        return new(Fields[position].Title, rowAxis, columnAxis, values, unit, StatusOf(field));
    }

    /// <summary>The regions this table lists, from its fields <c>code</c>, <c>name</c> and, where there is one, <c>local_name</c>.</summary>
    /// <exception cref="DataException">No such fields, no rows, or a duplicate region.</exception>
    public RegionAxis RegionAxis() => Listed(entries => new RegionAxis(entries.Select(e => new Region(e.Code, e.Name, e.LocalName))));

    /// <summary>The sectors this table lists, from its fields <c>code</c>, <c>name</c> and, where there is one, <c>local_name</c>.</summary>
    /// <exception cref="DataException">No such fields, no rows, or a duplicate sector.</exception>
    public SectorAxis SectorAxis() => Listed(entries => new SectorAxis(entries.Select(e => new Sector(e.Code, e.Name, e.LocalName))));

    /// <summary>The different texts of a field as an axis, in the order of their first occurrence.</summary>
    /// <param name="kind">What they are, in the singular: "land class".</param>
    /// <param name="field">The field; by default the kind with underscores.</param>
    /// <exception cref="DataException">No such field, or no rows.</exception>
    public CategoryAxis CategoryAxis(string kind, string? field = null)
    {
        var position = Position(field ?? FieldName(kind));
        try { return new(kind, rows.Select(row => row.Texts[position]).Distinct(StringComparer.Ordinal)); }
        catch (AxisException wrong) { throw new DataException(File, wrong.Message, wrong); }
    }

    private T Listed<T>(Func<IEnumerable<(string Code, string Name, string LocalName)>, T> make)
    {
        var (code, name) = (Position("code"), Position("name"));
        var local = Has("local_name") ? Position("local_name") : -1;
        try { return make(rows.Select(row => (row.Texts[code], row.Texts[name], local < 0 ? "" : row.Texts[local]))); }
        catch (AxisException wrong) { throw new DataException(File, wrong.Message, wrong); }
    }

    private int KeyPosition(Axis axis, string? keyField)
    {
        if (keyField is not null) return Position(keyField);
        foreach (var candidate in new[] { FieldName(axis.Kind), "code", "name" })
            if (positions.TryGetValue(candidate, out var position)) return position;
        throw new DataException(File, $"there is no field \"{FieldName(axis.Kind)}\" with the {axis.Kinds}. There are: "
            + $"{string.Join(", ", Fields.Select(f => f.Name))}. Name the one with the {axis.Kinds}.");
    }

    private int IndexOn(Axis axis, DataRow row, int key)
    {
        var label = row.Texts[key];
        return axis.Contains(label) ? axis.IndexOf(label) : throw new DataException(Place(row, Fields[key]),
            $"\"{label}\" is not among the {axis.Kinds} asked for: {Listing.Of(axis.Labels)}. Correct the label, or choose rows with "
            + $"Where(\"{Fields[key].Name}\", …).");
    }

    private DataException Twice(DataRow row, DataRow earlier, string fields, string labels) =>
        new(Place(row), $"{fields} {labels} stands twice, first in line {earlier.Line}. Remove one, or choose rows with Where.");

    private DataException Missing(string field, string label) =>
        new($"{File}, field {field}", $"there is no row for {label}. Add it to the file, or leave it out of the study.");

    private static string FieldName(string kind) => kind.Replace(' ', '_');
}
