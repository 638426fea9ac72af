using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Gives cells that were run before.</summary>
internal sealed class HistoryHandler(KernelServer server) : IMessageHandler
{
    public string MessageType => "history_request";

    public void Handle(JupyterMessage request)
    {
        var withOutput = request.Flag("output", otherwise: false);
        var entries = request.Text("hist_access_type") switch
        {
            "range" => server.History.Range(request.Number("session", 0), request.Number("start", 1),
                request.Number("stop", int.MinValue) is var stop and > int.MinValue ? stop : null),
            "search" => server.History.Search(request.Text("pattern")
                ?? "*", request.Number("n", int.MinValue) is var most and > 0 ? most : null, request.Flag("unique", otherwise: false)),
            _ => server.History.Tail(Math.Max(0, request.Number("n", 10))),
        };
        server.Reply(request, "history_reply", new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. entries.Select(entry => (JsonNode)new JsonArray(entry.Session, entry.Line,
                withOutput ? new JsonArray(entry.Input, entry.Output) : JsonValue.Create(entry.Input)))]),
        });
    }
}
