using System.Text.Json.Nodes;
using CarbonComp.Kernel.Display;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>Collects a cell's outputs as a notebook file keeps them, as a frontend would.</summary>
internal sealed class NotebookOutput : ICellOutput, IDisposable
{
    private readonly int number;
    private readonly Dictionary<string, List<JsonObject>> displays;
    private readonly CellOutput output;
    private bool clearing;

    /// <param name="displays">The displayed values of the whole notebook, by their ids: a later cell may update an earlier one's.</param>
    public NotebookOutput(int number, Dictionary<string, List<JsonObject>> displays)
    {
        this.number = number;
        this.displays = displays;
        output = new CellOutput(AddStream, Show);
    }

    public JsonArray Outputs { get; } = [];

    public void Stream(string name, string text) => output.Print(name, text);

    public void Display(MimeBundle bundle, string displayId, bool update)
    {
        if (update)
            output.Update(bundle, displayId);
        else
            output.Display(bundle, displayId);
    }

    public void Result(MimeBundle bundle) => output.Send(() =>
        Add(new JsonObject { ["data"] = Data(bundle), ["execution_count"] = number,
            ["metadata"] = bundle.Metadata.DeepClone(), ["output_type"] = "execute_result" }));

    public void Clear(bool wait)
    {
        output.Send(() => Empty(wait));
        output.Forget();
    }

    public void SendComm(string messageType, JsonObject content, IReadOnlyList<byte[]> buffers)
    {
        // There is no page at the other end.
    }

    public string ReadLine(string prompt, bool password, CancellationToken stop) =>
        throw new InvalidOperationException("The cell asks for input, and there is nobody to ask when a notebook runs by itself.");

    public void Fail(CellError error) => output.Send(() => Add(new JsonObject
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    }));

    public void Finish() => output.Finish();

    public void Dispose() => output.Dispose();

    // What cells left running puts out late meets here.
    private void AddStream(string name, string text)
    {
        lock (displays)
        {
            // Pieces of one stream are one output, as a frontend joins them.
            if (!clearing && Outputs.LastOrDefault() is JsonObject last
                && last["output_type"]!.GetValue<string>() == "stream" && last["name"]!.GetValue<string>() == name)
                last["text"] = NotebookFile.Lines(string.Concat(last["text"]!.AsArray().Select(line => line!.GetValue<string>())) + text);
            else
                Add(new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = NotebookFile.Lines(text) });
        }
    }

    private void Show(MimeBundle bundle, string displayId, bool update)
    {
        lock (displays)
        {
            if (update)
            {
                foreach (var shown in displays.GetValueOrDefault(displayId) ?? [])
                {
                    shown["data"] = Data(bundle);
                    shown["metadata"] = bundle.Metadata.DeepClone();
                }
                return;
            }
            var display = new JsonObject { ["data"] = Data(bundle), ["metadata"] = bundle.Metadata.DeepClone(), ["output_type"] = "display_data" };
            if (!displays.TryGetValue(displayId, out var places))
                displays[displayId] = places = [];
            places.Add(display);
            Add(display);
        }
    }

    private void Add(JsonObject output)
    {
        lock (displays)
        {
            if (clearing)
                Outputs.Clear();
            clearing = false;
            Outputs.Add(output);
        }
    }

    private void Empty(bool wait)
    {
        lock (displays)
        {
            clearing = wait;
            if (!wait)
                Outputs.Clear();
        }
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
