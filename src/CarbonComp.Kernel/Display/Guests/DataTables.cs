using System.Data;

namespace CarbonComp.Kernel.Display.Guests;

/// <summary>The framework's <c>DataTable</c> and <c>DataView</c> as tables.</summary>
internal static class DataTables
{
    /// <summary>How values of a type are shown, or <see langword="null"/> where they are not of this kind.</summary>
    public static Func<object, MimeBundle>? For(Type type)
    {
        // By name first: the framework's data library is loaded for those who use it only.
        if (Reflected.Named(type, "System.Data.DataTable") is not null)
            return value => Table((DataTable)value).ToBundle();
        return Reflected.Named(type, "System.Data.DataView") is null ? null : value => View((DataView)value).ToBundle();
    }

    private static TableView Table(DataTable table)
    {
        var rows = table.Rows.Cast<DataRow>().Where(row => row.RowState != DataRowState.Deleted).ToList();
        return Table(table.Columns, rows.Take(TableView.MostRows).Select(row => row.ItemArray), rows.Count);
    }

    private static TableView View(DataView view) =>
        Table(view.Table?.Columns ?? new DataTable().Columns, view.Cast<DataRowView>().Take(TableView.MostRows).Select(row => row.Row.ItemArray), view.Count);

    private static TableView Table(DataColumnCollection columns, IEnumerable<object?[]> rows, int all) =>
        new([.. columns.Cast<DataColumn>().Take(TableView.MostColumns).Select(column => column.ColumnName)],
            [.. rows.Select((values, i) => ((object?)i, values.Take(TableView.MostColumns).Select(value => value is DBNull ? null : value).ToArray()))],
            all, columns.Count);
}
