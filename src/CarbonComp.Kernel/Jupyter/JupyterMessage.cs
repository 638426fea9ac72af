using System.Text.Json;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>A message that came in: who sent it, what it is, and its parts.</summary>
/// <param name="Identities">The routing frames, sent back with the reply.</param>
/// <param name="RawHeader">The header as it came; it becomes the parent header of all that answers it.</param>
internal sealed record JupyterMessage(Channel Channel, IReadOnlyList<byte[]> Identities, byte[] RawHeader,
    string Type, string Id, JsonElement Metadata, JsonElement Content, IReadOnlyList<byte[]> Buffers)
{
    /// <summary>Whether it is to be answered without being carried out.</summary>
    public bool IsAborted { get; set; }

    public string? Text(string name) => Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public bool Flag(string name, bool otherwise) => !Content.TryGetProperty(name, out var value) ? otherwise
        : value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => otherwise };

    public int Number(string name, int otherwise) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : otherwise;
}
