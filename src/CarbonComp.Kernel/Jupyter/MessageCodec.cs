using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Messages to frames and back. What is not a well-formed, signed, new message is refused without further ado.</summary>
internal sealed class MessageCodec(MessageSigner signer)
{
    public const string ProtocolVersion = "5.3";

    /// <summary>Larger frames than this are not looked at.</summary>
    public const int MostBytes = 256 * 1024 * 1024;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 128 };

    private readonly string session = Guid.NewGuid().ToString("N");
    private readonly string user = Environment.UserName is { Length: > 0 } name ? name : "kernel";

    /// <summary>The message in the frames, or <see langword="null"/> when it is to be refused.</summary>
    public JupyterMessage? Decode(Channel channel, IReadOnlyList<byte[]> frames)
    {
        var at = 0;
        while (at < frames.Count && !frames[at].AsSpan().SequenceEqual(Delimiter))
            at++;
        if (frames.Count - at < 6 || frames.Sum(frame => (long)frame.Length) > MostBytes)
            return null;
        var (signature, header, parent, metadata, content) = (frames[at + 1], frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5]);
        if (!signer.Accept(signature, header, parent, metadata, content))
            return null;
        try
        {
            var head = Parse(header);
            _ = Parse(parent);
            if (head.ValueKind != JsonValueKind.Object || !head.TryGetProperty("msg_type", out var type) || type.ValueKind != JsonValueKind.String
                || !head.TryGetProperty("msg_id", out var id) || id.ValueKind != JsonValueKind.String)
                return null;
            var (meta, body) = (Parse(metadata), Parse(content));
            if (body.ValueKind != JsonValueKind.Object)
                return null;
            return new JupyterMessage(channel, [.. frames.Take(at)], header, type.GetString()!, id.GetString()!, meta, body, [.. frames.Skip(at + 6)]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The frames of a message.</summary>
    /// <param name="routing">Identities for a reply, or the topic for a broadcast.</param>
    /// <param name="parent">The raw header of the message this answers; <see langword="null"/> for none.</param>
    public List<ReadOnlyMemory<byte>> Encode(string type, JsonObject content, byte[]? parent,
        IEnumerable<byte[]> routing, JsonObject? metadata = null, IReadOnlyList<byte[]>? buffers = null)
    {
        var header = Header(type);
        var parentHeader = parent ?? Empty;
        var meta = metadata is null ? Empty : Bytes(metadata);
        var body = Bytes(content);
        var frames = new List<ReadOnlyMemory<byte>>();
        foreach (var frame in routing)
            frames.Add(frame);
        frames.Add(Delimiter);
        frames.Add(signer.Sign(header, parentHeader, meta, body));
        frames.Add(header);
        frames.Add(parentHeader);
        frames.Add(meta);
        frames.Add(body);
        foreach (var buffer in buffers ?? [])
            frames.Add(buffer);
        return frames;
    }

    private static JsonElement Parse(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes, Reading);
        return document.RootElement.Clone();
    }

    private byte[] Header(string type)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("msg_id", Guid.NewGuid().ToString("N"));
            writer.WriteString("msg_type", type);
            writer.WriteString("session", session);
            writer.WriteString("username", user);
            writer.WriteString("date", DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
            writer.WriteString("version", ProtocolVersion);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Bytes(JsonObject json)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
            json.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Topic(string text) => Encoding.UTF8.GetBytes(text);
}
