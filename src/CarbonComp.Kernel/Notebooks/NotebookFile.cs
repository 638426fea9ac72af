using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>An <c>.ipynb</c> file of format 4. What the runner does not understand is kept as it was.</summary>
internal sealed class NotebookFile
{
    private static readonly JsonSerializerOptions Writing =
        new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Injected = "injected-parameters";

    private readonly JsonObject root;

    private NotebookFile(string path, JsonObject root)
    {
        Path = path;
        this.root = root;
    }

    public string Path { get; }

    public JsonArray Cells => root["cells"]!.AsArray();

    public IEnumerable<JsonObject> CodeCells => Cells.OfType<JsonObject>().Where(cell => cell["cell_type"]?.GetValue<string>() == "code");

    /// <exception cref="NotebookException">The file is no notebook of format 4, or of another language than C#.</exception>
    public static NotebookFile Read(string path)
    {
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path} cannot be read as a notebook: {e.Message}", e);
        }
        if (json is not JsonObject root || root["cells"] is not JsonArray || root["nbformat"]?.ToString() != "4")
            throw new NotebookException($"{path} is not a notebook of format 4. Open and save it in Jupyter to convert it.");
        var language = root["metadata"]?["language_info"]?["name"]?.ToString() ?? root["metadata"]?["kernelspec"]?["language"]?.ToString();
        if (language is not (null or "C#" or "csharp" or "polyglot-notebook"))
            throw new NotebookException($"{path} is a notebook in {language}, and only C# runs here.");
        return new NotebookFile(path, root);
    }

    public static string Source(JsonObject cell) => cell["source"] switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line?.GetValue<string>())),
        JsonValue text => text.GetValue<string>(),
        _ => "",
    };

    public static bool HasTag(JsonObject cell, string tag) =>
        cell["metadata"]?["tags"] is JsonArray tags && tags.Any(each => each?.ToString() == tag);

    /// <summary>Text as the format keeps it: a list of lines with their ends.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }
        return lines;
    }

    /// <summary>Whether a cell holds values that its reader gave from outside.</summary>
    public static bool IsInjected(JsonObject cell) => HasTag(cell, Injected);

    /// <summary>Puts a cell with these parameter values behind the one tagged <c>parameters</c>, in place of an earlier one.</summary>
    public void Inject(string code)
    {
        foreach (var earlier in CodeCells.Where(cell => IsInjected(cell)).ToList())
            Cells.Remove(earlier);
        var tagged = CodeCells.FirstOrDefault(cell => HasTag(cell, "parameters"));
        var injected = new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray(Injected) },
            ["outputs"] = new JsonArray(),
            ["source"] = Lines(code),
        };
        if (root["nbformat_minor"] is JsonValue minor && minor.TryGetValue<int>(out var number) && number >= 5)
            injected["id"] = Guid.NewGuid().ToString("N")[..8];
        Cells.Insert(tagged is null ? 0 : Cells.IndexOf(tagged) + 1, injected);
    }

    /// <summary>The language as a kernel would state it.</summary>
    public void StateLanguage()
    {
        if (root["metadata"] is not JsonObject metadata)
            root["metadata"] = metadata = [];
        metadata["language_info"] = new JsonObject
        {
            ["codemirror_mode"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "C#",
            ["nbconvert_exporter"] = "script",
            ["pygments_lexer"] = "csharp",
            ["version"] = "14.0",
        };
    }

    /// <summary>Sees, before anything is run, that a notebook can be written there.</summary>
    /// <exception cref="NotebookException">It cannot.</exception>
    public static void CheckWritable(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new IOException("It is a folder.");
            var (_, temporary) = Places(path);
            File.WriteAllText(temporary, "{}");
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path} cannot be written, so nothing was run: {e.Message}", e);
        }
    }

    /// <summary>Writes the notebook: whole or not at all.</summary>
    public void Write(string path)
    {
        var (full, temporary) = Places(path);
        try
        {
            File.WriteAllText(temporary, root.ToJsonString(Writing) + "\n", new UTF8Encoding(false));
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static (string Full, string Temporary) Places(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        return (full, full + "." + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".tmp");
    }
}
