using System.Text.Json.Nodes;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>A cell's output in the process of cells: told to the runner as a notebook file keeps it.</summary>
internal sealed class CellsOutput : ICellOutput, IDisposable
{
    private const long Moment = 50;

    private readonly Action<JsonObject> tell;
    private readonly CellOutput output;
    private long printed;

    public CellsOutput(int number, Action<JsonObject> tell)
    {
        Number = number;
        this.tell = tell;
        output = new CellOutput(Print, Show);
    }

    /// <summary>The cell's number.</summary>
    public int Number { get; }

    public void Stream(string name, string text)
    {
        output.Print(name, text);
        // The first after a while goes at once: what comes next may end the process.
        var now = Environment.TickCount64;
        if (now - Interlocked.Exchange(ref printed, now) > Moment)
            output.Flush();
    }

    public void Display(MimeBundle bundle, string displayId, bool update)
    {
        if (bundle.Contains(Records.MimeType))
        {
            // What a notebook records is a result, and never cut.
            var kept = bundle.Copy();
            output.Send(() => Show(kept, displayId, update));
        }
        else if (update)
            output.Update(bundle, displayId);
        else
            output.Display(bundle, displayId);
    }

    public void Result(MimeBundle bundle) => output.Send(() => Tell(CellEvent.Output, told => told["output"] = new JsonObject
    {
        ["data"] = Data(bundle), ["execution_count"] = Number, ["metadata"] = bundle.Metadata.DeepClone(), ["output_type"] = "execute_result",
    }));

    public void Clear(bool wait)
    {
        output.Send(() => Tell(CellEvent.Clear, told => told["wait"] = wait));
        output.Forget();
    }

    public void SendComm(string messageType, JsonObject content, IReadOnlyList<byte[]> buffers, JsonObject? metadata = null)
    {
        // There is no page at the other end.
    }

    public bool IsAttended => false;

    public string ReadLine(string prompt, bool password, CancellationToken stop) =>
        throw new InvalidOperationException("The cell asks for input, and there is nobody to ask when a notebook runs by itself.");

    public void Flush() => output.Flush();

    public void Finish() => output.Finish();

    public void Dispose() => output.Dispose();

    private void Print(string name, string text) => Tell(CellEvent.Stream, told => (told["name"], told["text"]) = (name, text));

    private void Show(MimeBundle bundle, string displayId, bool update) => Tell(update ? CellEvent.Update : CellEvent.Output, told =>
    {
        told["display"] = displayId;
        told["output"] = new JsonObject { ["data"] = Data(bundle), ["metadata"] = bundle.Metadata.DeepClone(), ["output_type"] = "display_data" };
    });

    private void Tell(string kind, Action<JsonObject> fill)
    {
        var told = CellEvent.Of(kind, Number);
        fill(told);
        tell(told);
    }

    private static JsonObject Data(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var type in bundle.MimeTypes.Order(StringComparer.Ordinal))
        {
            var value = bundle[type]!;
            var isText = value is JsonValue text && text.TryGetValue<string>(out _)
                && !type.StartsWith("image/", StringComparison.Ordinal) | type == "image/svg+xml";
            data[type] = isText ? NotebookFile.Lines(value.GetValue<string>()) : value.DeepClone();
        }
        return data;
    }
}
