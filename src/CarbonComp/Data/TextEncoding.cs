using System.Text;

namespace CarbonComp.Data;

/// <summary>Text files in a named encoding; bytes that the encoding does not have are refused, never replaced.</summary>
/// <remarks>UTF-8 unless another is named: <c>gb18030</c> and <c>gbk</c> for Chinese, <c>big5</c>, <c>shift_jis</c>, <c>windows-1252</c>, and
/// every other that .NET knows. An encoding is never guessed: two that both fit would give two names to one place.</remarks>
public static class TextEncoding
{
    /// <summary>The encoding of a file that says nothing else.</summary>
    public const string Default = "utf-8";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a name, such that wrong bytes throw.</summary>
    /// <param name="name">Its name at IANA, in any case: <c>utf-8</c>, <c>GB18030</c>.</param>
    /// <param name="place">The place that names it, for the message.</param>
    /// <exception cref="DataException">No such encoding.</exception>
    public static Encoding Named(string name, string place)
    {
        if (IsUtf8(name)) return Utf8;
        try { return Encoding.GetEncoding(name.Trim(), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback); }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            throw new DataException(place, $"the encoding \"{name}\" is not known. Name it as IANA does: utf-8, gb18030, gbk, big5, windows-1252, …", wrong);
        }
    }

    /// <summary>The text of a file's bytes, with or without a byte order mark.</summary>
    /// <exception cref="DataException">Bytes that are not in this encoding; the message names the line and what to do.</exception>
    public static string Text(ReadOnlySpan<byte> bytes, string shown, string name = Default)
    {
        var encoding = Named(name, shown);
        var content = bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes;
        if (IsUtf8(name) && content.StartsWith("\uFEFF"u8)) content = content[3..];
        try { return encoding.GetString(content) is var text && text.StartsWith('\uFEFF') ? text[1..] : text; }
        catch (DecoderFallbackException wrong)
        {
            var line = 1 + content[..Math.Clamp(wrong.Index, 0, content.Length)].Count((byte)'\n');
            throw new DataException(Invariant($"{shown}, line {line}"), IsUtf8(name)
                ? "the file is not UTF-8. Save it as UTF-8 (in Excel: \"CSV UTF-8\"), or name its encoding, such as gb18030."
                : $"the file is not in the encoding {name} that is named for it. Name the one it is in, or save it as UTF-8.", wrong);
        }
    }

    /// <summary>The text of a file, whole.</summary>
    /// <exception cref="DataException">A file that cannot be read, or is not in this encoding.</exception>
    public static string ReadFile(string path, string name = Default)
    {
        var shown = Path.GetFileName(path);
        return Text(PackageFile.Bytes(path, shown), shown, name);
    }

    internal static bool IsUtf8(string name) => name.Trim().ToUpperInvariant() is "UTF-8" or "UTF8" or "UTF-8-SIG" or "US-ASCII" or "ASCII";
}
