namespace CarbonComp.Kernel.Display.Guests;

/// <summary>Deedle's <c>Frame</c> as a table: a row a row key, a column a column key, empty where a value is missing.</summary>
internal static class DeedleFrames
{
    /// <summary>How values of a type are shown, or <see langword="null"/> where they are not of this kind.</summary>
    public static Func<object, MimeBundle>? For(Type type) =>
        Reflected.Named(type, "Deedle.Frame`2") is { } frame ? value => Table(value, frame).ToBundle() : null;

    private static TableView Table(object value, Type frame)
    {
        var rowKeys = Reflected.First(value, frame, "RowKeys", TableView.MostRows);
        var columnKeys = Reflected.First(value, frame, "ColumnKeys", TableView.MostColumns);
        var columnAt = frame.GetMethod("GetColumnAt", [typeof(int)])!.MakeGenericMethod(typeof(object));
        var columns = columnKeys.Select((_, j) => DeedleSeries.Values(columnAt.Invoke(value, [j])!, rowKeys.Count)).ToList();
        return new TableView([.. columnKeys.Select(key => PlainText.Brief(key))],
            [.. rowKeys.Select((key, i) => (key, columns.Select(column => column[i]).ToArray()))],
            (int)Reflected.Get(value, frame, "RowCount")!, (int)Reflected.Get(value, frame, "ColumnCount")!);
    }
}
