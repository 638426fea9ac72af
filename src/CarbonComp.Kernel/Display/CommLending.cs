using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Display;

/// <summary>Lets a library open a line to the page without knowing this kernel, as <see cref="Publishing"/> lets it show something.</summary>
internal static class CommLending
{
    /// <summary>The name of a function that opens a line: its id, the page's target, data and metadata as JSON, and what is called with each message
    /// of the page, null when the page closes the line. It returns what sends to the page, or null where no person is at the page.</summary>
    public const string Key = "Notebook.OpenComm";

    /// <summary>The name of a function that tells the module in which the page has its widgets; the two generations of ipywidgets differ in it.</summary>
    public const string WidgetsKey = "Notebook.Widgets";

    private const string VersionTarget = "jupyter.widget.version";
    private static volatile string module = "@jupyter-widgets/controls";

    public static void Install()
    {
        AppContext.SetData(Key, (Func<string, string, string, string, Action<string?>, Action<string>?>)Open);
        AppContext.SetData(WidgetsKey, (Func<string>)(() => module));
        // ipywidgets up to 6 opens this line from the page when it connects, and waits to be told the version that is wanted; later ones do not.
        Comms.RegisterTarget(VersionTarget, opened =>
        {
            module = "jupyter-js-widgets";
            opened.Comm.Send(new JsonObject { ["version"] = "*" });
        });
    }

    private static Action<string>? Open(string id, string target, string data, string metadata, Action<string?> received)
    {
        if (CellContext.Current is not { Output.IsAttended: true })
            return null;
        var comm = Comm.Open(target, id, JsonNode.Parse(data), JsonNode.Parse(metadata) as JsonObject, line =>
        {
            line.OnMessage = message => received(message.Data.GetRawText());
            line.OnClose = _ => received(null);
        });
        return text =>
        {
            if (comm.IsOpen)
                comm.Send(JsonNode.Parse(text));
        };
    }
}
