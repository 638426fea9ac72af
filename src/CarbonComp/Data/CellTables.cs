namespace CarbonComp.Data;

/// <summary>Tables from rows of cells that know where they stand, such as those of a spreadsheet.</summary>
public static class CellTables
{
    /// <summary>A table of cells, read and checked as the tables of a <see cref="DataPackage"/> are.</summary>
    /// <param name="name">Its name: <c>economy</c>.</param>
    /// <param name="title">Its title.</param>
    /// <param name="file">What it was read from, for messages: <c>region.xlsx, sheet economy</c>.</param>
    /// <param name="fields">Its columns; numbers have a unit and a status, of their own or in fields of these names.</param>
    /// <param name="key">The fields that together identify a row.</param>
    /// <param name="sources">The publications it is taken from.</param>
    /// <param name="rows">Its rows, with a cell for each field.</param>
    /// <exception cref="DataException">What cannot be read, all of the table together: numbers that are none, empty cells, rows with the same key.</exception>
    public static DataTable Of(string name, string title, string file, IReadOnlyList<Field> fields, IReadOnlyList<string> key,
        IReadOnlyList<DataSource> sources, IEnumerable<CellRow> rows)
    {
        var missing = new HashSet<string> { "" };
        var described = new ResourceDescriptor(name, title, [("", file)], null, null, fields, key, [], sources)
        {
            Forms = [.. fields.Select(field => new FieldForm(field, NumberForm.Plain, null, missing, ["true"], ["false"], "default"))],
            Dialect = TableDialect.Common,
        };
        var (reader, faults) = (new RowReader(described), new Faults(file));
        List<DataRow> read = [.. rows.Select(row => reader.Read(row.Number, [.. row.Cells], null, faults, row.Addresses))];
        return TableReader.Finished(described, read, faults).StatedIn("the headings");
    }

    /// <summary>The table with a row a number, where this one has a column for each of several classes: land by year and region, a column a class.</summary>
    /// <param name="table">The wide table.</param>
    /// <param name="kept">The fields that stay: <c>year</c>, <c>region</c>.</param>
    /// <param name="names">The field that says which column a number was in: <c>class</c>.</param>
    /// <param name="value">The field of the numbers.</param>
    /// <returns>All other fields of numbers, one below the other, each in its own unit and of its own status.</returns>
    /// <exception cref="DataException">No such field, or no field of numbers beside them.</exception>
    public static DataTable Gathered(this DataTable table, IReadOnlyList<string> kept, string names, string value)
    {
        int[] stay = [.. kept.Select(field => table.Fields.Index().First(f => f.Item == table[field]).Index)];
        (int Index, Field Item)[] gathered = [.. table.Fields.Index().Where(f => f.Item.IsNumeric && !stay.Contains(f.Index))];
        if (gathered.Length == 0)
            throw new DataException(table.File, $"there is no column of numbers beside {string.Join(", ", kept)}. Add one for each {names}.");
        T[] Row<T>(T[] from, T name, T number) => [.. stay.Select(i => from[i]), name, number];
        DataRow Of(DataRow row, (int Index, Field Item) field) => new(row.Line, Row(row.Texts, field.Item.Name, row.Texts[field.Index]),
            Row(row.Numbers, double.NaN, row.Numbers[field.Index]), Row(row.Units, null, row.Units[field.Index]),
            Row(row.Statuses, null, row.Statuses[field.Index]))
        {
            Part = row.Part,
            Addresses = row.Addresses is { } at ? Row([.. at], at[field.Index], at[field.Index]) : null,
        };
        var (shared, first) = (gathered.Select(f => f.Item.Unit).Distinct().ToArray(), gathered[0].Item);
        Field[] fields = [.. stay.Select(i => table.Fields[i]), new(names, FieldType.Text, null, null, names),
            new(value, FieldType.Number, shared.Length == 1 ? shared[0] : null, first.Status, table.Title)];
        return new DataTable(table.Name, table.Title, table.File, fields, [.. kept, names], table.Sources,
            [.. table.Rows.SelectMany(row => gathered.Where(f => !row.IsEmpty(f.Index)).Select(f => Of(row, f)))]).StatedIn(table.UnitsAreIn);
    }
}
