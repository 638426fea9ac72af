using System.Text.RegularExpressions;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>A cell that is only <c>?name</c> or <c>name?</c>, as in IPython: what is this? Twice the mark asks for more.</summary>
internal static partial class Question
{
    /// <summary>The description, or <see langword="null"/> when the cell is no question.</summary>
    public static string? TryAnswer(string code, Inspection inspection)
    {
        // Hardly a cell is one, and regular expressions are long to load.
        if (!code.Contains('?') || Form().Match(code) is not { Success: true } match)
            return null;
        var name = match.Groups["name"].Value;
        return inspection.Inspect(name, name.Length, match.Groups["mark"].Value.Length > 1, CancellationToken.None) ?? $"Nothing is known of {name}.";
    }

    [GeneratedRegex(@"^\s*(?:(?<mark>\?{1,2})\s*(?<name>[\w.]+)|(?<name>[\w.]+)(?<mark>\?{1,2}))\s*$")]
    private static partial Regex Form();
}
