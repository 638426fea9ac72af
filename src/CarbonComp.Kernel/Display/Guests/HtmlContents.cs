using System.Globalization;
using System.Text.Encodings.Web;

namespace CarbonComp.Kernel.Display.Guests;

/// <summary>HTML as ASP.NET's libraries hold it, <c>IHtmlContent</c>; .NET Interactive's <c>PocketView</c> is one.</summary>
internal static class HtmlContents
{
    private const string Contract = "Microsoft.AspNetCore.Html.IHtmlContent";

    /// <summary>How values of a type are shown, or <see langword="null"/> where they are not of this kind.</summary>
    public static Func<object, MimeBundle>? For(Type type)
    {
        if (type.GetInterface(Contract)?.GetMethod("WriteTo", [typeof(TextWriter), typeof(HtmlEncoder)]) is not { } write)
            return null;
        return value =>
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            write.Invoke(value, [writer, HtmlEncoder.Default]);
            var html = writer.ToString();
            return new MimeBundle("text/html", html).Add("text/plain", html);
        };
    }
}
