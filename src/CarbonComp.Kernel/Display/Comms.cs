using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Display;

/// <summary>The open comms, and the targets that the page may open one to.</summary>
public static class Comms
{
    private static readonly ConcurrentDictionary<string, Action<CommMessage>> Targets = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Comm> Lines = new(StringComparer.Ordinal);

    /// <summary>The open comms.</summary>
    public static IReadOnlyCollection<Comm> Open => [.. Lines.Values];

    /// <summary>Lets the page open comms to a target; the function is called with each one's opening message.</summary>
    public static void RegisterTarget(string target, Action<CommMessage> opened)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        ArgumentNullException.ThrowIfNull(opened);
        Targets[target] = opened;
    }

    /// <summary>Takes a target back.</summary>
    public static void UnregisterTarget(string target) => Targets.TryRemove(target, out _);

    internal static Action<CommMessage>? Target(string name) => Targets.GetValueOrDefault(name);

    internal static Comm? Find(string id) => Lines.GetValueOrDefault(id);

    internal static void Add(Comm comm) => Lines[comm.Id] = comm;

    internal static void Remove(Comm comm) => Lines.TryRemove(comm.Id, out _);

    internal static void Emit(string messageType, JsonObject content, IReadOnlyList<byte[]> buffers, JsonObject? metadata = null) =>
        CellContext.Current?.Output.SendComm(messageType, content, buffers, metadata);
}
