using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CarbonComp.Kernel.Engine;

/// <summary>Tells text that can run from text that goes on and from text that is wrong; by syntax alone.</summary>
internal static class Completeness
{
    /// <returns><c>complete</c>, <c>incomplete</c> with the next line's indent, or <c>invalid</c>.</returns>
    public static (string Status, string? Indent) Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(Magics.CellParts.CSharpOf(code), Submission.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return ("incomplete", Indent(code));
        return tree.GetDiagnostics().Any(each => each.Severity == DiagnosticSeverity.Error && each.Id != "CS7010") ? ("invalid", null) : ("complete", null);
    }

    private static string Indent(string code)
    {
        var lines = code.TrimEnd('\r', '\n').Split('\n');
        var last = lines[^1].TrimEnd('\r');
        var indent = last[..(last.Length - last.TrimStart().Length)];
        var end = last.TrimEnd();
        return end.EndsWith('{') || end.EndsWith('(') || end.EndsWith('[') ? indent + "    " : indent;
    }
}
