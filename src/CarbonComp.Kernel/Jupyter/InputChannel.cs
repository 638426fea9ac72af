using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Questions to the person at the frontend whose request is running.</summary>
internal sealed class InputChannel(KernelServer server)
{
    private readonly BlockingCollection<string> answers = [];
    private readonly Lock asking = new();

    /// <summary>An answer came on the stdin channel.</summary>
    public void Receive(JupyterMessage message)
    {
        if (message.Type == "input_reply")
            answers.Add(message.Text("value") ?? "");
    }

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="OperationCanceledException">The cell was stopped while it waited.</exception>
    public string Ask(JupyterMessage request, string prompt, bool password, CancellationToken stop)
    {
        lock (asking)
        {
            // An answer to a question that was given up is nobody's.
            while (answers.TryTake(out _))
            {
            }
            server.Ask(request, "input_request", new JsonObject { ["prompt"] = prompt, ["password"] = password });
            return answers.Take(stop);
        }
    }
}
