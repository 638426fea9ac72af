namespace CarbonComp.Charts;

// What a kernel lends to libraries that do not know it: functions that AppContext holds by agreed names.
internal static class Page
{
    // Shows representations by their MIME types. A kernel without this function shows nothing.
    public static void Show(IReadOnlyDictionary<string, string> representations)
    {
        if (AppContext.GetData("Notebook.Display") is Action<IReadOnlyDictionary<string, string>> show) show(representations);
    }

    // Shows representations, and returns what shows others in their place; null where the kernel lends no such function.
    public static Action<IReadOnlyDictionary<string, string>>? Place(IReadOnlyDictionary<string, string> representations) =>
        (AppContext.GetData("Notebook.Place") as Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>)
            ?.Invoke(representations);

    // Opens a line to the page (Jupyter's comm) and returns what sends JSON over it; null where nobody is at the page. What the page sends is received as
    // JSON, and null when it closes the line.
    public static Action<string>? Open(string id, string target, string data, string metadata, Action<string?> received) =>
        (AppContext.GetData("Notebook.OpenComm") as Func<string, string, string, string, Action<string?>, Action<string>?>)
            ?.Invoke(id, target, data, metadata, received);

    // The module in which the page has its widgets.
    public static string WidgetModule => (AppContext.GetData("Notebook.Widgets") as Func<string>)?.Invoke() ?? Widget.Module;
}
