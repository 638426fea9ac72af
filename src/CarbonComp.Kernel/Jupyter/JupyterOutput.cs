using System.Text.Json.Nodes;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Sends a cell's output to the page, as the answer to the request that ran the cell, however late it comes.</summary>
internal sealed class JupyterOutput : ICellOutput, IDisposable
{
    private readonly KernelServer server;
    private readonly JupyterMessage request;
    private readonly int number;
    private readonly bool silent;
    private readonly bool canAsk;
    private readonly StreamBuffer streams;

    public JupyterOutput(KernelServer server, JupyterMessage request, int number, bool silent, bool canAsk)
    {
        this.server = server;
        this.request = request;
        this.number = number;
        this.silent = silent;
        this.canAsk = canAsk;
        streams = new StreamBuffer((name, text) => server.Publish("stream", new JsonObject { ["name"] = name, ["text"] = text }, request.RawHeader));
    }

    public void Stream(string name, string text) => streams.Write(name, text);

    public void Display(MimeBundle bundle, string displayId, bool update)
    {
        streams.Flush();
        server.Publish(update ? "update_display_data" : "display_data", new JsonObject
        {
            ["data"] = bundle.ToJson(),
            ["metadata"] = bundle.Metadata.DeepClone(),
            ["transient"] = new JsonObject { ["display_id"] = displayId },
        }, request.RawHeader);
    }

    /// <summary>The plain text of the cell's value, for the history.</summary>
    public string? ResultText { get; private set; }

    public void Result(MimeBundle bundle)
    {
        streams.Flush();
        ResultText = bundle["text/plain"]?.ToString();
        if (silent)
            return;
        server.Publish("execute_result", new JsonObject
        {
            ["execution_count"] = number,
            ["data"] = bundle.ToJson(),
            ["metadata"] = bundle.Metadata.DeepClone(),
        }, request.RawHeader);
    }

    public void Clear(bool wait)
    {
        streams.Flush();
        streams.Forget();
        server.Publish("clear_output", new JsonObject { ["wait"] = wait }, request.RawHeader);
    }

    public void SendComm(string messageType, JsonObject content, IReadOnlyList<byte[]> buffers)
    {
        streams.Flush();
        server.Publish(messageType, content, request.RawHeader, buffers: buffers);
    }

    public string ReadLine(string prompt, bool password, CancellationToken stop)
    {
        if (!canAsk)
            throw new InvalidOperationException("The cell asks for input, but whoever runs it does not answer questions (allow_stdin is off).");
        streams.Flush();
        return server.Input.Ask(request, prompt, password, stop);
    }

    /// <summary>Sends what is left; what is printed later still comes through.</summary>
    public void Finish() => streams.Finish();

    public void Dispose() => streams.Dispose();
}
