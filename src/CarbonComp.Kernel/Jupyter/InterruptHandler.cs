using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Stops the running cell.</summary>
internal sealed class InterruptHandler(KernelServer server) : IMessageHandler
{
    public string MessageType => "interrupt_request";

    public void Handle(JupyterMessage request)
    {
        server.Session.Interrupt();
        server.Reply(request, "interrupt_reply", new JsonObject { ["status"] = "ok" });
    }
}
