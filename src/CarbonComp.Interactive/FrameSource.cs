namespace CarbonComp.Interactive;

/// <summary>The columns that results and data become in a frame.</summary>
internal static class FrameSource
{
    /// <summary>The columns of any table; what it shows with a unit of the whole, as a matrix does, has it in every heading.</summary>
    public static IEnumerable<FrameSeries> Of(ITabular table) => table switch
    {
        DataTable data => Of(data),
        LabelledMatrix matrix => Wide(matrix),
        _ => table.ToColumns().All.Select(column => Of(column, table.Status)),
    };

    /// <summary>A column of row labels, then a column a column label.</summary>
    public static IEnumerable<FrameSeries> Wide(LabelledMatrix matrix) => matrix.Columns.Labels
        .Select((label, j) => new FrameSeries(new FrameHeading(label, matrix.Unit, matrix.Status).ToString(), matrix.Values.Column(j).ToArray()))
        .Prepend(new(matrix.Rows.Kind, matrix.Rows.Labels.ToArray()));

    /// <summary>A row a pair of labels, row by row; where rows and columns are of one kind, their columns are named from and to.</summary>
    public static IEnumerable<FrameSeries> Long(LabelledMatrix matrix)
    {
        var (rows, columns) = (matrix.Rows, matrix.Columns);
        var (rowKind, columnKind) = rows.Kind == columns.Kind ? ($"from {rows.Kind}", $"to {columns.Kind}") : (rows.Kind, columns.Kind);
        return
        [
            new(rowKind, rows.Labels.SelectMany(label => Enumerable.Repeat(label, columns.Count)).ToArray()),
            new(columnKind, Enumerable.Repeat(columns.Labels, rows.Count).SelectMany(labels => labels).ToArray()),
            new(new FrameHeading(matrix.Name, matrix.Unit, matrix.Status).ToString(), matrix.Values.ToRowMajorArray()),
        ];
    }

    /// <summary>
    /// A flow a row; zero flows are left out, but for output and the final use of the first sector and the last, which name all categories in order.
    /// </summary>
    public static IEnumerable<FrameSeries> Flows(MultiRegionalTable table)
    {
        var flows = new List<(string FromRegion, string FromSector, string ToRegion, string ToSector, double Value)>();
        var (n, s, c) = (table.Axis.Count, table.Sectors.Count, table.Categories.Count);
        string Region(int i) => table.Regions.Labels[i / s];
        string Sector(int i) => table.Sectors.Labels[i % s];
        void Add(string fromRegion, string fromSector, string toRegion, string toSector, double value, bool zeroToo = false)
        {
            if (value != 0 || zeroToo) flows.Add((fromRegion, fromSector, toRegion, toSector, value));
        }
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) Add(Region(i), Sector(i), Region(j), Sector(j), table.Intermediate[i, j]);
            for (var u = 0; u < table.Regions.Count * c; u++)
                Add(Region(i), Sector(i), table.Regions.Labels[u / c], FlowFields.UsePrefix + table.Categories.Labels[u % c], table.FinalUseByCategory[i, u],
                    zeroToo: i == 0 || i == n - 1);
            Add(Region(i), Sector(i), "", FlowFields.Exports, table.Exports[i]);
            Add(Region(i), Sector(i), "", FlowFields.CompetitiveImports, table.CompetitiveImports[i]);
            Add(Region(i), Sector(i), "", FlowFields.Error, table.Error[i]);
            Add(Region(i), Sector(i), "", FlowFields.Output, table.Output[i], zeroToo: true);
        }
        for (var j = 0; j < n; j++)
        {
            Add("", FlowFields.ImportedInputs, Region(j), Sector(j), table.ImportedInputs[j]);
            Add("", FlowFields.ValueAdded, Region(j), Sector(j), table.ValueAdded[j]);
        }
        return
        [
            new(FlowFields.FromRegion, flows.Select(f => f.FromRegion).ToArray()), new(FlowFields.FromSector, flows.Select(f => f.FromSector).ToArray()),
            new(FlowFields.ToRegion, flows.Select(f => f.ToRegion).ToArray()), new(FlowFields.ToSector, flows.Select(f => f.ToSector).ToArray()),
            new(new FrameHeading("value", table.Unit, table.Status).ToString(), flows.Select(f => f.Value).ToArray()),
        ];
    }

    /// <summary>Fields as they are described: years and whole numbers stay whole, an empty cell is missing.</summary>
    private static IEnumerable<FrameSeries> Of(DataTable data)
    {
        var columns = data.ToColumns().All;
        return data.Fields.Select((field, position) => field.Type switch
        {
            FieldType.Number => Of(columns[position], data.StatusOf(field.Name)),
            FieldType.Integer => new(Heading(columns[position], data.StatusOf(field.Name)), Whole((double[])columns[position].Values, value => (long)value)),
            FieldType.Year => new(field.Name, Whole((double[])columns[position].Values, value => (int)value)),
            FieldType.Boolean => new(field.Name, data.Texts(field.Name).Select(text => text.Length == 0 ? (bool?)null : text == "true").ToArray()),
            _ => new FrameSeries(field.Name, data.Texts(field.Name).Select(text => text.Length == 0 ? null : text).ToArray()),
        });
    }

    private static FrameSeries Of(Column column, ValueStatus status) => column.Values switch
    {
        double[] numbers => new(Heading(column, status), numbers),
        string?[] or int[] or long[] or bool[] => new(column.Name, column.Values),
        _ => new(column.Name, column.Values.Cast<object?>().Select(value => value?.ToString()).ToArray()),
    };

    private static string Heading(Column column, ValueStatus status) => new FrameHeading(column.Name, column.Unit, status).ToString();

    private static T?[] Whole<T>(double[] values, Func<double, T> convert) where T : struct =>
        Array.ConvertAll(values, value => double.IsNaN(value) ? (T?)null : convert(value));
}
