using System.Text;

namespace CarbonComp.Kernel.Display;

/// <summary>Pictures, recognized by their first bytes.</summary>
internal static class Images
{
    public static MimeBundle? TryBundle(ReadOnlySpan<byte> content)
    {
        var type = content switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
            [0xff, 0xd8, 0xff, ..] => "image/jpeg",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
            _ => null,
        };
        if (type is not null)
            return new MimeBundle(type, Convert.ToBase64String(content)).Add("text/plain", $"<{type}, {content.Length} bytes>");
        if (content.Length < 10_000_000 && content.IndexOf("<svg"u8) is >= 0 and < 1000)
            return Notebook.SVG(Encoding.UTF8.GetString(content));
        return null;
    }

    /// <summary>A drawing with its namespace: within a page it shows without, but exported pages carry it as a file, which then stays blank.</summary>
    public static string Standalone(string svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var start = svg.IndexOf("<svg", StringComparison.Ordinal);
        if (start < 0 || svg.IndexOf('>', start) is var end && end < 0)
            return svg;
        return svg[start..end].Contains("xmlns=", StringComparison.Ordinal) ? svg : svg.Insert(start + "<svg".Length, " xmlns=\"http://www.w3.org/2000/svg\"");
    }
}
