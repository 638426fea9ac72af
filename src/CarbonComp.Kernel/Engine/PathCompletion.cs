using System.Text.RegularExpressions;

namespace CarbonComp.Kernel.Engine;

/// <summary>Files and folders inside the quotes of <c>#r</c>, <c>#load</c> and <c>#i</c>.</summary>
internal static partial class PathCompletion
{
    public static CompletionResult? TryComplete(string code, int position)
    {
        var lineStart = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        if (Directive().Match(code[lineStart..position]) is not { Success: true } match)
            return null;
        var typed = match.Groups["path"].Value;
        if (typed.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            return new CompletionResult([], position, position);
        var slash = typed.LastIndexOf('/') + 1;
        var (folder, name) = (typed[..slash], typed[slash..]);
        var items = new List<CompletionItem>();
        try
        {
            var root = Path.GetFullPath(folder.Length == 0 ? "." : folder, Environment.CurrentDirectory);
            var pattern = match.Groups["kind"].Value switch { "r" => ".dll", "load" => ".cs", _ => "/" };
            foreach (var entry in Directory.EnumerateFileSystemEntries(root).Order(StringComparer.Ordinal).Take(5000))
            {
                var entryName = Path.GetFileName(entry);
                if (!entryName.StartsWith(name, StringComparison.OrdinalIgnoreCase) || (entryName[0] == '.' && name.Length == 0))
                    continue;
                if (Directory.Exists(entry))
                    items.Add(new CompletionItem(entryName + "/", "path", entry));
                else if (Path.GetExtension(entryName).StartsWith(pattern, StringComparison.OrdinalIgnoreCase))
                    items.Add(new CompletionItem(entryName, "path", entry));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new CompletionResult([], position, position);
        }
        return new CompletionResult(items, lineStart + match.Groups["path"].Index + slash, position);
    }

    [GeneratedRegex("""^\s*#(?<kind>r|load|i)\s+"(?<path>[^"]*)$""")]
    private static partial Regex Directive();
}
