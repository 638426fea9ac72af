namespace CarbonComp.Kernel.Engine.Magics;

/// <summary>Completes the name of a magic command.</summary>
internal static class MagicCompletion
{
    /// <summary>The names that fit the text between <c>#!</c> and the cursor; <see langword="null"/> elsewhere.</summary>
    public static CompletionResult? TryComplete(string code, int position)
    {
        var start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var line = code[start..position];
        var written = line.TrimStart();
        if (!written.StartsWith("#!", StringComparison.Ordinal))
            return null;
        if (written.Contains(' ', StringComparison.Ordinal))
            return new CompletionResult([], position, position);
        var items = MagicCommands.All.SelectMany(command => ((string[])[command.Name, .. command.Aliases])
            .Select(name => new CompletionItem("#!" + name, "magic", command.Summary)))
            .Where(item => item.Text.StartsWith(written, StringComparison.OrdinalIgnoreCase)).ToList();
        return new CompletionResult(items, start + line.Length - written.Length, position);
    }
}
