using System.Text.Json.Nodes;
using CarbonComp.Kernel.Display;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Sends a cell's output to the page, as the answer to the request that ran the cell, however late it comes.</summary>
internal sealed class JupyterOutput : ICellOutput, IDisposable
{
    private readonly KernelServer server;
    private readonly JupyterMessage request;
    private readonly int number;
    private readonly bool silent;
    private readonly bool canAsk;
    private readonly CellOutput output;

    public JupyterOutput(KernelServer server, JupyterMessage request, int number, bool silent, bool canAsk)
    {
        this.server = server;
        this.request = request;
        this.number = number;
        this.silent = silent;
        this.canAsk = canAsk;
        output = new CellOutput((name, text) => server.Publish("stream", new JsonObject { ["name"] = name, ["text"] = text }, request.RawHeader),
            Show, server.Pace.Wait);
    }

    /// <summary>Ends the wait of code that puts out more than can be sent; it waits, not the kernel.</summary>
    private static CancellationToken Stop => CellContext.Current?.StopToken ?? CancellationToken.None;

    public void Stream(string name, string text) => output.Print(name, text, Stop);

    public void Display(MimeBundle bundle, string displayId, bool update)
    {
        if (update)
            output.Update(bundle, displayId);
        else
            output.Display(bundle, displayId, Stop);
    }

    /// <summary>The plain text of the cell's value, for the history.</summary>
    public string? ResultText { get; private set; }

    public void Result(MimeBundle bundle)
    {
        ResultText = bundle["text/plain"]?.ToString();
        if (silent)
            return;
        output.Send(() => server.Publish("execute_result", new JsonObject
        {
            ["execution_count"] = number,
            ["data"] = bundle.ToJson(),
            ["metadata"] = bundle.Metadata.DeepClone(),
        }, request.RawHeader), Stop);
    }

    public void Clear(bool wait)
    {
        output.Send(() => server.Publish("clear_output", new JsonObject { ["wait"] = wait }, request.RawHeader), Stop);
        output.Forget();
    }

    public void SendComm(string messageType, JsonObject content, IReadOnlyList<byte[]> buffers, JsonObject? metadata = null) =>
        output.Send(() => server.Publish(messageType, content, request.RawHeader, metadata, buffers), Stop);

    /// <summary>Pages with a person allow questions; programs that execute notebooks do not.</summary>
    public bool IsAttended => canAsk;

    public string ReadLine(string prompt, bool password, CancellationToken stop)
    {
        if (!canAsk)
            throw new InvalidOperationException("The cell asks for input, but whoever runs it does not answer questions (allow_stdin is off).");
        output.Flush(stop);
        return server.Input.Ask(request, prompt, password, stop);
    }

    /// <summary>Sends what is left; what is printed later still comes through.</summary>
    public void Finish() => output.Finish();

    public void Dispose() => output.Dispose();

    private void Show(MimeBundle bundle, string displayId, bool update) => server.Publish(update ? "update_display_data" : "display_data", new JsonObject
    {
        ["data"] = bundle.ToJson(),
        ["metadata"] = bundle.Metadata.DeepClone(),
        ["transient"] = new JsonObject { ["display_id"] = displayId },
    }, request.RawHeader);
}
