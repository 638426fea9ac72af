using System.Text.Json.Nodes;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>Collects the outputs of a notebook's cells as its file keeps them, as a frontend would.</summary>
internal sealed class NotebookOutputs
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, JsonArray> cells = [];
    private readonly HashSet<int> clearing = [];
    // A later cell may update what an earlier one displayed.
    private readonly Dictionary<string, List<JsonObject>> displays = new(StringComparer.Ordinal);

    /// <summary>Begins a cell, whose outputs go into this array.</summary>
    public void Begin(int cell, JsonArray outputs)
    {
        lock (gate)
            cells[cell] = outputs;
    }

    /// <summary>Takes up what the process of cells tells of a cell's output.</summary>
    public void Take(JsonObject told)
    {
        var cell = CellEvent.Cell(told);
        lock (gate)
        {
            switch (CellEvent.Kind(told))
            {
                case CellEvent.Stream:
                    Stream(cell, told["name"]!.GetValue<string>(), told["text"]!.GetValue<string>());
                    break;
                case CellEvent.Output:
                    var output = told["output"]!.DeepClone().AsObject();
                    if (told["display"]?.GetValue<string>() is { } id)
                        (displays.TryGetValue(id, out var places) ? places : displays[id] = []).Add(output);
                    Add(cell, output);
                    break;
                case CellEvent.Update:
                    foreach (var shown in displays.GetValueOrDefault(told["display"]!.GetValue<string>()) ?? [])
                        (shown["data"], shown["metadata"]) = (told["output"]!["data"]!.DeepClone(), told["output"]!["metadata"]!.DeepClone());
                    break;
                case CellEvent.Clear when told["wait"]!.GetValue<bool>():
                    clearing.Add(cell);
                    break;
                case CellEvent.Clear:
                    cells[cell].Clear();
                    break;
            }
        }
    }

    /// <summary>The error that a cell ended with.</summary>
    public void Fail(int cell, CellError error)
    {
        lock (gate)
            Add(cell, new JsonObject
            {
                ["ename"] = error.Name,
                ["evalue"] = error.Message,
                ["output_type"] = "error",
                ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
            });
    }

    private void Stream(int cell, string name, string text)
    {
        // Pieces of one stream are one output, as a frontend joins them.
        if (!clearing.Contains(cell) && cells[cell].LastOrDefault() is JsonObject last
            && last["output_type"]!.GetValue<string>() == "stream" && last["name"]!.GetValue<string>() == name)
            last["text"] = NotebookFile.Lines(string.Concat(last["text"]!.AsArray().Select(line => line!.GetValue<string>())) + text);
        else
            Add(cell, new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = NotebookFile.Lines(text) });
    }

    private void Add(int cell, JsonObject output)
    {
        if (clearing.Remove(cell))
            cells[cell].Clear();
        cells[cell].Add(output);
    }
}
