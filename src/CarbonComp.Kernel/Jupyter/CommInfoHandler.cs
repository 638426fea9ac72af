using System.Text.Json.Nodes;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Lists the open comms.</summary>
internal sealed class CommInfoHandler(KernelServer server) : IMessageHandler
{
    public string MessageType => "comm_info_request";

    public void Handle(JupyterMessage request)
    {
        var target = request.Text("target_name");
        var comms = new JsonObject();
        foreach (var comm in Comms.Open)
            if (string.IsNullOrEmpty(target) || comm.Target == target)
                comms[comm.Id] = new JsonObject { ["target_name"] = comm.Target };
        server.Reply(request, "comm_info_reply", new JsonObject { ["status"] = "ok", ["comms"] = comms });
    }
}
