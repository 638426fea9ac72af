using System.Globalization;
using CarbonComp.Kernel.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CarbonComp.Kernel.Apps;

/// <summary>Takes the C# of a cell apart: what a script allows anywhere goes where a program wants it.</summary>
/// <param name="source">The program.</param>
/// <param name="cell">The cell's name in messages.</param>
/// <param name="folder">The folder at which its paths begin.</param>
internal sealed class CellTranslation(AppSource source, string cell, string folder)
{
    private static readonly SyntaxKind[] OfLocalFunctions =
        [SyntaxKind.StaticKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.UnsafeKeyword, SyntaxKind.ExternKeyword];

    private readonly List<(TextSpan Span, string Text)> edits = [];

    /// <summary>Adds the text to the program.</summary>
    public void Add(string code)
    {
        code = WithoutFeeds(code.ReplaceLineEndings("\n"));
        var root = CSharpSyntaxTree.ParseText(code, Submission.ParseOptions).GetCompilationUnitRoot();
        var errors = root.GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            source.Faults.AddRange(errors.Take(1).Select(error => $"{cell} is not C#: {error.GetMessage(CultureInfo.InvariantCulture)}"));
            return;
        }
        foreach (var directive in root.GetReferenceDirectives().Where(each => each.IsActive))
        {
            Refer(directive.File.ValueText);
            edits.Add((directive.FullSpan, ""));
        }
        foreach (var directive in root.GetLoadDirectives().Where(each => each.IsActive))
        {
            Load(directive.File.ValueText);
            edits.Add((directive.FullSpan, ""));
        }
        foreach (var directive in root.Usings)
        {
            source.Add(directive);
            edits.Add((WholeLines(code, directive.Span), ""));
        }
        if (root.Externs.Count > 0)
            source.Faults.Add($"{cell} has an extern alias, which a program of one file cannot have.");
        foreach (var member in root.Members)
            Member(member, code);
        var statements = Edited(code).Trim();
        if (statements.Length > 0)
            source.Statements.Add(statements);
    }

    private void Member(MemberDeclarationSyntax member, string code)
    {
        switch (member)
        {
            case GlobalStatementSyntax { Statement: var statement }:
                Statement(statement);
                break;
            case FieldDeclarationSyntax field:
                Keep(field.Modifiers, [SyntaxKind.ConstKeyword]);
                // A variable of a notebook has a value from the beginning.
                foreach (var variable in field.Declaration.Variables.Where(variable => variable.Initializer is null))
                    edits.Add((new(variable.Identifier.Span.End, 0), " = default"));
                source.Names.Add(field.Declaration, cell);
                break;
            case MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } method when first.Modifiers.Any(SyntaxKind.ThisKeyword):
                Keep(method.Modifiers, OfLocalFunctions);
                edits.Add((new(method.SpanStart, 0), "internal "));
                Move(method, code, source.Extensions);
                break;
            case MethodDeclarationSyntax method:
                Keep(method.Modifiers, OfLocalFunctions);
                source.Names.Add(method, cell);
                break;
            case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                Keep(member.Modifiers, [.. Enum.GetValues<SyntaxKind>().Except([SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword])]);
                Move(member, code, source.Types);
                break;
            default:
                source.Faults.Add($"{cell} declares a {(member is PropertyDeclarationSyntax ? "property" : "member")}, which a program has in types only: "
                    + member.ToString().Split('\n')[0]);
                break;
        }
    }

    private void Statement(StatementSyntax statement)
    {
        // What only its own branches use stays inside, as in a cell that declares it again.
        if (statement is IfStatementSyntax condition && !IsUsedAfter(condition))
        {
            edits.Add((new(statement.SpanStart, 0), "{ "));
            edits.Add((new(statement.Span.End, 0), " }"));
            source.Names.Add(SyntaxFactory.Block(statement), cell);
        }
        else
            source.Names.Add(statement, cell);
        if (statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is ReturnStatementSyntax))
            source.Faults.Add($"{cell} returns, which would end the program. Leave the value as the last line of the cell, without return.");
        if (statement is not ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var value })
            return;
        // The call of a method without a value is told from the others by the compiler: only they fit a function that returns.
        var mayBeVoid = value is InvocationExpressionSyntax or ConditionalAccessExpressionSyntax
            && !value.DescendantNodes().Any(node => node is AwaitExpressionSyntax or SingleVariableDesignationSyntax);
        edits.Add((new(value.SpanStart, 0), mayBeVoid ? "Show(() => " : "display("));
        edits.Add((new(value.Span.End, 0), ");"));
    }

    /// <summary>Whether something that a condition declares is named in the rest of the cell; <see langword="true"/> too where it declares nothing.</summary>
    private static bool IsUsedAfter(IfStatementSyntax statement)
    {
        var names = statement.Condition.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(each => each.Identifier.Text).ToHashSet();
        var end = statement.Span.End;
        return names.Count == 0 || statement.SyntaxTree.GetRoot().DescendantNodes(TextSpan.FromBounds(end, statement.SyntaxTree.Length))
            .OfType<IdentifierNameSyntax>().Any(name => name.SpanStart >= end && names.Contains(name.Identifier.Text));
    }

    private void Refer(string reference)
    {
        if (reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            source.Add(PackageReference.Parse(reference));
            return;
        }
        var path = Path.GetFullPath(reference, folder);
        if (File.Exists(path))
        {
            if (!source.Assemblies.Contains(path))
                source.Assemblies.Add(path);
        }
        else if (reference.Contains('/', StringComparison.Ordinal) || reference.Contains('\\', StringComparison.Ordinal))
            source.Faults.Add($"{cell}: #r \"{reference}\": there is no file {path}. Has it been built?");
    }

    private void Load(string file)
    {
        var path = Path.GetFullPath(file, folder);
        if (!File.Exists(path))
            source.Faults.Add($"{cell}: #load \"{file}\": there is no file {path}.");
        else
            new CellTranslation(source, Path.GetFileName(path), Path.GetDirectoryName(path)!).Add(File.ReadAllText(path));
    }

    /// <summary>Takes out the lines of feeds, which are no C#.</summary>
    private string WithoutFeeds(string code)
    {
        if (!code.Contains("#i", StringComparison.Ordinal))
            return code;
        var lines = code.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].Trim() is ['#', 'i', ' ' or '"', ..] directive)
            {
                var feed = directive[2..].Trim().Trim('"');
                feed = feed.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? feed["nuget:".Length..].Trim() : feed;
                source.Feeds.Add(Path.Exists(Path.Combine(folder, feed)) ? Path.GetFullPath(feed, folder) : feed);
                lines[i] = "";
            }
        return string.Join('\n', lines);
    }

    private void Keep(SyntaxTokenList modifiers, IReadOnlyCollection<SyntaxKind> kinds)
    {
        foreach (var modifier in modifiers.Where(modifier => !kinds.Contains(modifier.Kind())))
            edits.Add((modifier.FullSpan with { }, modifier.LeadingTrivia.ToFullString()));
    }

    /// <summary>Moves a declaration, with the comments before it, to another part of the program.</summary>
    private void Move(MemberDeclarationSyntax member, string code, List<string> to)
    {
        var own = edits.Where(edit => member.FullSpan.Contains(edit.Span)).ToList();
        to.Add(Edited(code, member.FullSpan, own).Trim());
        edits.RemoveAll(own.Contains);
        edits.Add((member.FullSpan, ""));
    }

    private string Edited(string code) => Edited(code, new(0, code.Length), edits);

    private static string Edited(string code, TextSpan of, IEnumerable<(TextSpan Span, string Text)> edits)
    {
        var text = new System.Text.StringBuilder();
        var at = of.Start;
        foreach (var (span, replacement) in edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End))
        {
            if (span.Start > at)
                text.Append(code, at, span.Start - at);
            text.Append(replacement);
            at = Math.Max(at, span.End);
        }
        return text.Append(code, at, of.End - at).ToString();
    }

    private static TextSpan WholeLines(string code, TextSpan span) =>
        span.End < code.Length && code[span.End] == '\n' ? new(span.Start, span.Length + 1) : span;
}
