using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Ends the kernel; a restart is the client's to do.</summary>
internal sealed class ShutdownHandler(KernelServer server) : IMessageHandler
{
    public string MessageType => "shutdown_request";

    public void Handle(JupyterMessage request)
    {
        var restart = request.Flag("restart", otherwise: false);
        server.Session.Interrupt();
        JsonObject Content() => new() { ["status"] = "ok", ["restart"] = restart };
        server.Reply(request, "shutdown_reply", Content());
        // Other clients hear of it too.
        server.Publish("shutdown_reply", Content(), request.RawHeader);
        server.End();
    }
}
