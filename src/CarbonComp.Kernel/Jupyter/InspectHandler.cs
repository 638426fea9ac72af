using System.Text.Json.Nodes;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Describes the symbol at the cursor.</summary>
internal sealed class InspectHandler(KernelServer server) : IMessageHandler
{
    private readonly Inspection inspection = new(server.Session);

    public string MessageType => "inspect_request";

    public void Handle(JupyterMessage request)
    {
        var code = request.Text("code") ?? "";
        var position = CodePoints.ToUtf16(code, request.Number("cursor_pos", 0));
        var text = inspection.Inspect(code, position, request.Number("detail_level", 0) > 0, CancellationToken.None);
        server.Reply(request, "inspect_reply", new JsonObject
        {
            ["status"] = "ok",
            ["found"] = text is not null,
            ["data"] = text is null ? [] : new JsonObject { ["text/plain"] = text },
            ["metadata"] = new JsonObject(),
        });
    }
}
