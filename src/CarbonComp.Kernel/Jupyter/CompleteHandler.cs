using System.Text.Json.Nodes;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Completes the word at the cursor.</summary>
internal sealed class CompleteHandler(KernelServer server) : IMessageHandler
{
    private readonly Completion completion = new(server.Session);

    public string MessageType => "complete_request";

    public void Handle(JupyterMessage request)
    {
        var code = request.Text("code") ?? "";
        var position = CodePoints.ToUtf16(code, request.Number("cursor_pos", int.MaxValue));
        var result = completion.Complete(code, position, CancellationToken.None);
        var (start, end) = (CodePoints.FromUtf16(code, result.Start), CodePoints.FromUtf16(code, result.End));
        server.Reply(request, "complete_reply", new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. result.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. result.Items.Select(item => (JsonNode)new JsonObject
                {
                    ["start"] = start, ["end"] = end, ["text"] = item.Text, ["type"] = item.Kind, ["signature"] = item.Signature,
                })]),
            },
        });
    }
}
