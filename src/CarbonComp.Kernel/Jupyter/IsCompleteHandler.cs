using System.Text.Json.Nodes;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Whether a console should run the text or wait for more of it.</summary>
internal sealed class IsCompleteHandler(KernelServer server) : IMessageHandler
{
    public string MessageType => "is_complete_request";

    public void Handle(JupyterMessage request)
    {
        var (status, indent) = Completeness.Of(request.Text("code") ?? "");
        var content = new JsonObject { ["status"] = status };
        if (indent is not null)
            content["indent"] = indent;
        server.Reply(request, "is_complete_reply", content);
    }
}
