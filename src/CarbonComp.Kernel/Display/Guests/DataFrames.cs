using System.Collections;

namespace CarbonComp.Kernel.Display.Guests;

/// <summary>The data frame of Microsoft.Data.Analysis, and one of its columns, as tables.</summary>
internal static class DataFrames
{
    private const string Column = "Microsoft.Data.Analysis.DataFrameColumn";

    /// <summary>How values of a type are shown, or <see langword="null"/> where they are not of this kind.</summary>
    public static Func<object, MimeBundle>? For(Type type)
    {
        if (Reflected.Named(type, "Microsoft.Data.Analysis.DataFrame") is { } frame)
            return value => Table([.. ((IEnumerable)Reflected.Get(value, frame, "Columns")!).Cast<object>()]).ToBundle();
        return Reflected.Named(type, Column) is null ? null : value => Table([value]).ToBundle();
    }

    private static TableView Table(List<object> columns)
    {
        var shown = columns.Take(TableView.MostColumns).ToList();
        var all = shown.Count == 0 ? 0 : (long)Reflected.Get(shown[0], "Length")!;
        // The typed columns hide the member that gives a value as an object.
        var type = shown.Count == 0 ? null : Reflected.Named(shown[0].GetType(), Column)!;
        var rows = Enumerable.Range(0, (int)Math.Min(all, TableView.MostRows))
            .Select(i => ((object?)i, shown.Select(column => type!.GetMethod("get_Item", [typeof(long)])!.Invoke(column, [(long)i])).ToArray()));
        return new TableView([.. shown.Select(column => (string)Reflected.Get(column, type!, "Name")!)], [.. rows], all, columns.Count);
    }
}
