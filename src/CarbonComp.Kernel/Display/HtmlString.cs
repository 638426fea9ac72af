using System.Net;

namespace CarbonComp.Kernel.Display;

/// <summary>Text that is HTML already and is shown as such; any other text is encoded.</summary>
public sealed class HtmlString
{
    /// <summary>Wraps HTML.</summary>
    public HtmlString(string html) => Html = html ?? "";

    /// <summary>The HTML.</summary>
    public string Html { get; }

    /// <summary>The HTML.</summary>
    public override string ToString() => Html;

    internal static string Encode(string? text) => WebUtility.HtmlEncode(text) ?? "";
}
