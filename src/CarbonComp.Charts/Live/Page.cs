namespace CarbonComp.Charts;

// What a kernel lends to libraries that do not know it: functions that AppContext holds by agreed names.
internal static class Page
{
    // Shows representations by their MIME types. A kernel without this function shows nothing.
    public static void Show(IReadOnlyDictionary<string, string> representations)
    {
        if (AppContext.GetData("Notebook.Display") is Action<IReadOnlyDictionary<string, string>> show) show(representations);
    }
}
