namespace CarbonComp.Kernel.Display.Guests;

/// <summary>Deedle's <c>Series</c> as a table of keys and values.</summary>
internal static class DeedleSeries
{
    private const string Name = "Deedle.Series`2";

    /// <summary>How values of a type are shown, or <see langword="null"/> where they are not of this kind.</summary>
    public static Func<object, MimeBundle>? For(Type type) =>
        Reflected.Named(type, Name) is { } series ? value => Table(value, series).ToBundle() : null;

    /// <summary>The first values of a series, <see langword="null"/> where one is missing.</summary>
    public static List<object?> Values(object series, int most)
    {
        var vector = Reflected.Get(series, Reflected.Named(series.GetType(), Name)!, "Vector")!;
        return [.. Reflected.First(vector, vector.GetType().GetInterface("Deedle.IVector")!, "ObjectSequence", most).Select(Present)];
    }

    private static TableView Table(object value, Type series)
    {
        var keys = Reflected.First(value, series, "Keys", TableView.MostRows);
        var values = Values(value, keys.Count);
        return new TableView(["value"], [.. keys.Select((key, i) => (key, new[] { values[i] }))], (int)Reflected.Get(value, series, "KeyCount")!, 1);
    }

    private static object? Present(object? optional) =>
        optional is not null && Reflected.Get(optional, "HasValue") is true ? Reflected.Get(optional, "Value") : null;
}
