using System.Text;
using CarbonComp.Kernel.Weaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CarbonComp.Kernel.Engine;

/// <summary>A cell does not compile.</summary>
internal sealed class CellDiagnosticsException : Exception
{
    private readonly CellTexts texts;
    private readonly CSharpCompilation? compilation;

    /// <param name="compilation">Where the errors are from, so that they can be explained; null where they are of the text alone.</param>
    public CellDiagnosticsException(IEnumerable<Diagnostic> diagnostics, CellTexts texts, CSharpCompilation? compilation = null)
    {
        (this.texts, this.compilation) = (texts, compilation);
        var errors = diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error)
            .DistinctBy(each => (each.Id, each.Location.GetLineSpan().Span.Start, each.GetMessage(null)))
            .OrderBy(each => !each.Location.IsInSource).ThenBy(each => each.Location.GetLineSpan().Span.Start).ToList();
        if (!errors.TrueForAll(Dialect.IsEcho))
            errors.RemoveAll(Dialect.IsEcho);
        Errors = errors;
    }

    public IReadOnlyList<Diagnostic> Errors { get; }

    /// <summary>The first error in the compiler's usual form: <c>(2,5): error CS0103: The name 'x' does not exist…</c></summary>
    public override string Message => Errors.Count == 0 ? "The cell does not compile." : OneLine(Errors[0]);

    /// <summary>All that is wrong in words for somebody who has not written the cell; null where an error has only the compiler's.</summary>
    public string? Answer => Errors.Select(error => UnknownMember.Instead(error, compilation)).ToList() is { Count: > 0 } said && !said.Contains(null)
        ? string.Join(" ", said.Distinct()) : null;

    /// <summary>Each error with its line and a caret under the place.</summary>
    public IReadOnlyList<string> Report(int most = 20)
    {
        var lines = new List<string>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var error in Errors.Take(most))
        {
            lines.Add(OneLine(error));
            var span = error.Location.GetLineSpan();
            // Some errors have no place: they are about the cell as a whole.
            if (error.Location.IsInSource && texts.Line(span.Path, span.StartLinePosition.Line) is { } line)
                lines.AddRange(Caret(line, span));
            if ((Dialect.Instead(error) ?? UnknownMember.Instead(error, compilation)) is { } instead && told.Add(instead))
                lines.Add("  " + instead);
        }
        if (Errors.Count > most)
            lines.Add($"… and {Errors.Count - most} more errors.");
        return lines;
    }

    private static IEnumerable<string> Caret(string line, FileLinePositionSpan span)
    {
        const int Widest = 200;
        var number = (span.StartLinePosition.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var start = Math.Min(span.StartLinePosition.Character, line.Length);
        var end = span.EndLinePosition.Line == span.StartLinePosition.Line ? Math.Min(span.EndLinePosition.Character, line.Length) : line.Length;
        if (line.Length > Widest)
        {
            var cut = Math.Max(0, start - Widest / 2);
            line = line.Substring(cut, Math.Min(Widest, line.Length - cut));
            (start, end) = (start - cut, Math.Min(end - cut, line.Length));
        }
        yield return $"  {number} | {line}";
        var under = new StringBuilder(new string(' ', number.Length)).Append("   | ");
        foreach (var c in line.AsSpan(0, start))
            under.Append(c == '\t' ? '\t' : IsWide(c) ? '\u3000' : ' ');
        yield return under.Append('^', Math.Max(1, end - start)).ToString();
    }

    private static bool IsWide(char c) =>
        c is >= '\u1100' and <= '\u115f' or >= '\u2e80' and <= '\ua4cf' or >= '\uac00'
        and <= '\ud7a3' or >= '\uf900' and <= '\ufaff' or >= '\uff00' and <= '\uff60';

    private static string OneLine(Diagnostic error)
    {
        if (!error.Location.IsInSource)
            return $"error {error.Id}: {error.GetMessage(null)}";
        var span = error.Location.GetLineSpan();
        var file = Path.IsPathRooted(span.Path) ? span.Path : "";
        return FormattableString.Invariant($"{file}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): ")
            + $"error {error.Id}: {error.GetMessage(null)}";
    }
}
