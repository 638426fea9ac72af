using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Display;

/// <summary>A line between code here and code on the page (Jupyter's comm), opened by either side.</summary>
public sealed class Comm
{
    internal Comm(string id, string target)
    {
        Id = id;
        Target = target;
    }

    /// <summary>Opens a line to a target that the page registered.</summary>
    /// <param name="target">The target's name.</param>
    /// <param name="data">The data; anything that converts to JSON.</param>
    public static Comm Open(string target, object? data = null) => Open(target, Guid.NewGuid().ToString("N"), data, metadata: null, _ => { });

    /// <summary>Opens a line under a name that its opener chose.</summary>
    /// <param name="prepare">Sets what is called; before the page hears of the line, so that no answer is missed.</param>
    internal static Comm Open(string target, string id, object? data, JsonObject? metadata, Action<Comm> prepare)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        var comm = new Comm(id, target);
        prepare(comm);
        Comms.Add(comm);
        Comms.Emit("comm_open", new JsonObject { ["comm_id"] = comm.Id, ["target_name"] = target, ["data"] = Json(data) }, [], metadata);
        return comm;
    }

    /// <summary>By which both sides know the line.</summary>
    public string Id { get; }

    /// <summary>The target's name.</summary>
    public string Target { get; }

    /// <summary>Whether the line is open.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Called with what the page sends.</summary>
    public Action<CommMessage>? OnMessage { get; set; }

    /// <summary>Called when the page closes the line.</summary>
    public Action<CommMessage>? OnClose { get; set; }

    /// <summary>Sends to the page.</summary>
    /// <param name="data">Anything that converts to JSON.</param>
    /// <param name="buffers">Binary parts.</param>
    /// <exception cref="InvalidOperationException">The line is closed.</exception>
    public void Send(object? data, params byte[][] buffers)
    {
        if (!IsOpen)
            throw new InvalidOperationException($"The comm to {Target} is closed.");
        Comms.Emit("comm_msg", new JsonObject { ["comm_id"] = Id, ["data"] = Json(data) }, buffers);
    }

    /// <summary>Closes the line; a second time does nothing.</summary>
    public void Close(object? data = null)
    {
        if (!IsOpen)
            return;
        End();
        Comms.Emit("comm_close", new JsonObject { ["comm_id"] = Id, ["data"] = Json(data) }, []);
    }

    internal void End()
    {
        IsOpen = false;
        Comms.Remove(this);
    }

    private static JsonNode Json(object? data) => data switch
    {
        null => new JsonObject(),
        JsonNode node => node.DeepClone(),
        _ => JsonSerializer.SerializeToNode(data) ?? new JsonObject(),
    };
}
