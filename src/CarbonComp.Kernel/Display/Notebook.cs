using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Display;

/// <summary>The functions every cell has without a using.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1708:Identifiers should differ by more than case",
    Justification = "display(x) and x.Display() are both what users of .NET Interactive write.")]
public static class Notebook
{
    /// <summary>Shows a value now, before the cell ends.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The representations wanted; all that the value has when none is named.</param>
    /// <returns>The place on the page, to be updated later.</returns>
#pragma warning disable IDE1006 // named as every notebook names it
    public static DisplayedValue display(object? value, params string[] mimeTypes) => Show(value, mimeTypes);

    /// <summary>Asks the person for a line.</summary>
    /// <param name="prompt">The text before the field.</param>
    public static string input(string prompt = "") => Ask(prompt, password: false);

    /// <summary>Asks the person for a line that is not shown while it is typed.</summary>
    /// <param name="prompt">The text before the field.</param>
    public static string password(string prompt = "Password: ") => Ask(prompt, password: true);

    /// <summary>Removes what the cell has shown so far.</summary>
    /// <param name="wait">Only when the next output comes, so that the page does not flicker.</param>
    public static void clear_output(bool wait = false) => Here.Clear(wait);
#pragma warning restore IDE1006

    /// <summary>Text that is HTML already.</summary>
    public static HtmlString HTML(string content) => new(content);

    /// <summary>A script for the page.</summary>
    public static MimeBundle Javascript(string content) => new("application/javascript", content);

    /// <summary>Markdown, rendered by the page.</summary>
    public static MimeBundle Markdown(string content) => new MimeBundle("text/markdown", content).Add("text/plain", content);

    /// <summary>A formula in LaTeX; dollar signs are added where there are none.</summary>
    public static MimeBundle Latex(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var formula = content.Contains('$', StringComparison.Ordinal)
            || content.Contains("\\begin", StringComparison.Ordinal) ? content : "$$" + content + "$$";
        return new MimeBundle("text/latex", formula).Add("text/plain", content);
    }

    /// <summary>A drawing in SVG.</summary>
    public static MimeBundle SVG(string content) => new MimeBundle("image/svg+xml", Images.Standalone(content)).Add("text/plain", "<svg>");

    /// <summary>JSON text as a tree the reader can unfold.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is not JSON.</exception>
    public static MimeBundle JSON(string content)
    {
        var node = JsonNode.Parse(content) ?? (JsonNode)"null";
        return new MimeBundle().Add("application/json", node).Add("text/plain", content);
    }

    /// <summary>A picture from its file's bytes (PNG, JPEG, GIF, WebP or SVG).</summary>
    /// <exception cref="ArgumentException">The bytes are none of these.</exception>
    public static MimeBundle Image(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Images.TryBundle(content) ?? throw new ArgumentException("These bytes are no PNG, JPEG, GIF, WebP or SVG picture.", nameof(content));
    }

    /// <summary>A picture from a file.</summary>
    public static MimeBundle Image(string path) => Image(File.ReadAllBytes(path));

    /// <summary>Shows this value now, before the cell ends.</summary>
    /// <returns>The place on the page, to be updated later.</returns>
    public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => Show(value, mimeTypes);

    /// <summary>Shows this text as a representation of the named type, such as <c>text/html</c>.</summary>
    /// <remarks>Generic, so that the compiler prefers .NET Interactive's method of that name where a cell refers to both.</remarks>
    public static DisplayedValue DisplayAs<T>(this T value, string mimeType)
        where T : IEnumerable<char> => Show(new MimeBundle(mimeType, value as string ?? string.Concat(value)), []);

    /// <summary>This value as text of a representation (<c>text/plain</c> or <c>text/html</c>).</summary>
    public static string ToDisplayString<T>(this T value, string mimeType = "text/plain") =>
        Formatter.Format(value, mimeType)[mimeType]?.ToString() ?? "";

    private static ICellOutput Here => CellContext.Current?.Output ?? throw new InvalidOperationException("There is no running cell.");

    private static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        var output = Here;
        var displayed = new DisplayedValue(output, Guid.NewGuid().ToString("N"), mimeTypes);
        output.Display(Formatter.Format(value, mimeTypes), displayed.DisplayId, update: false);
        return displayed;
    }

    private static string Ask(string prompt, bool password)
    {
        var cell = CellContext.Current ?? throw new InvalidOperationException("There is no running cell.");
        return cell.Output.ReadLine(prompt, password, cell.StopToken);
    }
}
