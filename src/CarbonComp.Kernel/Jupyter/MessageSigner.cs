using System.Security.Cryptography;
using System.Text;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Signs messages with the connection's key, and tells those that are signed from those that are not or were seen before.</summary>
internal sealed class MessageSigner
{
    private const int Remembered = 65536;

    private readonly byte[] key;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <exception cref="NotSupportedException">A scheme other than hmac-sha256.</exception>
    public MessageSigner(string scheme, string key)
    {
        if (scheme != "hmac-sha256")
            throw new NotSupportedException($"Signature scheme {scheme} is not supported; Jupyter's own is hmac-sha256.");
        this.key = Encoding.UTF8.GetBytes(key);
    }

    /// <summary>Whether messages are signed at all; an empty key says they are not.</summary>
    public bool IsActive => key.Length > 0;

    public byte[] Sign(ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content) =>
        IsActive ? Encoding.ASCII.GetBytes(Digest(header, parent, metadata, content)) : [];

    /// <summary>Whether the signature is right and new. One thread at a time.</summary>
    public bool Accept(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> header,
        ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        if (!IsActive)
            return true;
        var right = Digest(header, parent, metadata, content);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), signature))
            return false;
        if (!seen.Add(right))
            return false;
        order.Enqueue(right);
        if (order.Count > Remembered)
            seen.Remove(order.Dequeue());
        return true;
    }

    private string Digest(ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(header);
        hash.AppendData(parent);
        hash.AppendData(metadata);
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
