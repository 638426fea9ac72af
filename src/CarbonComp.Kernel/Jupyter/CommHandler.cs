using System.Text.Json;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Brings <c>comm_open</c>, <c>comm_msg</c> and <c>comm_close</c> from the page to the code that registered for them.</summary>
internal sealed class CommHandler(KernelServer server, string messageType) : IMessageHandler
{
    public string MessageType => messageType;

    public void Handle(JupyterMessage request)
    {
        if (request.Text("comm_id") is not { Length: > 0 } id)
            return;
        var data = request.Content.TryGetProperty("data", out var sent) ? sent : JsonDocument.Parse("{}").RootElement;
        if (messageType == "comm_open")
        {
            var target = request.Text("target_name") ?? "";
            if (Comms.Target(target) is not { } opened)
            {
                // The protocol's answer to an unknown target.
                server.Publish("comm_close", new JsonObject { ["comm_id"] = id, ["data"] = new JsonObject() }, request.RawHeader);
                return;
            }
            var comm = new Comm(id, target);
            Comms.Add(comm);
            Call(request, opened, new CommMessage(comm, data, request.Buffers));
        }
        else if (Comms.Find(id) is { } comm)
        {
            if (messageType == "comm_close")
                comm.End();
            if ((messageType == "comm_close" ? comm.OnClose : comm.OnMessage) is { } called)
                Call(request, called, new CommMessage(comm, data, request.Buffers));
        }
    }

    private void Call(JupyterMessage request, Action<CommMessage> code, CommMessage message)
    {
        var output = new JupyterOutput(server, request, number: 0, silent: true, canAsk: false);
        var outcome = server.Session.Invoke(() => code(message), output);
        if (outcome.Error is { } error)
        {
            // A line that nobody could take up is closed again.
            if (messageType == "comm_open" && message.Comm.IsOpen)
            {
                message.Comm.End();
                output.SendComm("comm_close", new JsonObject { ["comm_id"] = message.Comm.Id, ["data"] = new JsonObject() }, []);
            }
            output.Stream("stderr", string.Join('\n', error.Traceback) + "\n");
        }
        output.Finish();
    }
}
