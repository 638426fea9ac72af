using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Charts;

// A control as ipywidgets has it: its state on the page, and what the page says of it. The protocol is that of ipywidgets' models; up to version 6 a message
// has another form and names the choice by its label.
internal sealed class Widget(string name, IReadOnlyList<string> labels, int start, ControlKind kind)
{
    public const string Module = "@jupyter-widgets/controls", OldModule = "jupyter-js-widgets", Target = "jupyter.widget";
    private const string ViewType = "application/vnd.jupyter.widget-view+json";

    private Action<string>? send;
    private string module = Module;

    public string Name => name;

    public IReadOnlyList<string> Labels => labels;

    // The place of the value that is chosen.
    public int Position { get; private set; } = start;

    // Opens the widget and shows it. False where no person is at the page, or the kernel lends no line to it.
    public bool TryShow(Action moved, Action refused)
    {
        module = Page.WidgetModule;
        var id = Guid.NewGuid().ToString("N");
        var data = module == OldModule ? State() : new JsonObject { ["state"] = State(), ["buffer_paths"] = new JsonArray() };
        send = Page.Open(id, Target, data.ToJsonString(), """{"version":"2.1.0"}""", text =>
        {
            if (text is null) refused();
            else if (Take(text)) moved();
        });
        if (send is null) return false;
        if (module == OldModule) send("""{"method":"display"}""");
        var view = new Dictionary<string, string>
        {
            [ViewType] = new JsonObject { ["model_id"] = id, ["version_major"] = 2, ["version_minor"] = 0 }.ToJsonString(),
        };
        // The old page would show the words too. A newer one shows them only where it has no widgets, and then closes the line.
        if (module != OldModule) (view["text/html"], view["text/plain"]) = (Without(id), $"{name}: {labels[Position]}");
        Page.Show(view);
        return true;
    }

    private string Without(string id) => $$$"""
        <p>{{{WebUtility.HtmlEncode(name)}}} cannot be moved here: this page has no ipywidgets.</p>
        <script>if (window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel)
        Jupyter.notebook.kernel.send_shell_message("comm_close", {"comm_id": "{{{id}}}", "data": {}});</script>
        """;

    // Whether the choice changed.
    private bool Take(string text)
    {
        if (JsonNode.Parse(text) is not JsonObject message) return false;
        if (message["method"]?.GetValueKind() == JsonValueKind.String && message["method"]!.GetValue<string>() == "request_state")
        {
            send?.Invoke(new JsonObject { ["method"] = "update", ["state"] = State(), ["buffer_paths"] = new JsonArray() }.ToJsonString());
            return false;
        }
        if ((message["state"] ?? message["sync_data"]) is not JsonObject state) return false;
        var before = Position;
        Position = Chosen(state) is { } chosen && chosen >= 0 && chosen < labels.Count ? chosen : Position;
        return Position != before;
    }

    private int? Chosen(JsonObject state) => (state["index"], state["value"]) switch
    {
        (JsonValue index, _) when index.TryGetValue(out int place) => place,
        (_, JsonValue value) when value.TryGetValue(out bool on) => on ? 1 : 0,
        (_, JsonValue value) when value.TryGetValue(out string? label) => labels.ToList().IndexOf(label),
        _ => null,
    };

    private JsonObject State()
    {
        var model = kind switch { ControlKind.Slider => "SelectionSlider", ControlKind.List => "Dropdown", _ => "Checkbox" };
        var state = new JsonObject
        {
            ["_model_module"] = module, ["_model_module_version"] = "*", ["_model_name"] = $"{model}Model",
            ["_view_module"] = module, ["_view_module_version"] = "*", ["_view_name"] = $"{model}View",
            ["description"] = name, ["disabled"] = false,
        };
        if (kind == ControlKind.Checkbox)
        {
            state["value"] = Position == 1;
            return state;
        }
        state["_options_labels"] = new JsonArray([.. labels.Select(label => (JsonNode)label)]);
        if (module == OldModule) state["value"] = labels[Position];
        else state["index"] = Position;
        if (kind == ControlKind.Slider) (state["continuous_update"], state["orientation"], state["readout"]) = (false, "horizontal", true);
        return state;
    }
}
