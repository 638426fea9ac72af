using System.Text;
using CarbonComp.Kernel.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Engine;

/// <summary>Describes the symbol at a place in a cell: signature, doc comment, and the value of a variable.</summary>
internal sealed class Inspection(CSharpSession session)
{
    /// <summary>A description, or <see langword="null"/> where nothing is known.</summary>
    /// <param name="full">With remarks, members and more of a value.</param>
    public string? Inspect(string code, int position, bool full, CancellationToken stop)
    {
        position = Math.Clamp(position, 0, code.Length);
        code = Magics.CellParts.CSharpOf(code);
        var compilation = session.Speculate(code, stop);
        var tree = compilation.SyntaxTrees[0];
        var root = tree.GetRoot(stop);
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in Candidates(root, position))
        {
            var info = model.GetSymbolInfo(node, stop);
            var symbols = info.Symbol is { } one ? [one] : info.CandidateSymbols;
            if (symbols.IsEmpty && model.GetDeclaredSymbol(node, stop) is { } declared)
                symbols = [declared];
            if (!symbols.IsEmpty)
                return Describe([.. symbols], full);
        }
        return null;
    }

    /// <summary>The name under the cursor, then the call whose arguments contain it.</summary>
    private static IEnumerable<SyntaxNode> Candidates(SyntaxNode root, int position)
    {
        foreach (var at in (int[])[position, position - 1])
        {
            if (at < 0 || at >= root.FullSpan.End)
                continue;
            var token = root.FindToken(at);
            if ((token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsPredefinedType(token.Kind()))
                && token.Span.IntersectsWith(position) && token.Parent is { } parent)
                yield return parent;
        }
        if (root.FullSpan.Length == 0)
            yield break;
        var around = root.FindToken(Math.Max(0, Math.Min(position, root.FullSpan.End) - 1)).Parent;
        foreach (var list in around?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>() ?? [])
        {
            if (list.SpanStart >= position)
                continue;
            if (list.Parent is InvocationExpressionSyntax call)
                yield return call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression;
            else if (list.Parent is ObjectCreationExpressionSyntax creation)
                yield return creation;
        }
    }

    private string Describe(List<ISymbol> symbols, bool full)
    {
        var text = new StringBuilder();
        var symbol = symbols[0];
        text.Append(SymbolText.Kind(symbol)).Append(": ").AppendLine(SymbolText.Signature(symbol));
        if (symbol is IMethodSymbol { ContainingType: { } type } method && symbols.Count == 1)
            symbols = [method, .. (method.ReducedFrom is null ? type.GetMembers(method.Name) : []).OfType<IMethodSymbol>()
                .Where(other => !SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, method.OriginalDefinition)
                    && other.DeclaredAccessibility == Accessibility.Public)];
        foreach (var overload in symbols.Skip(1).Take(full ? 50 : 5))
            text.Append("  ").AppendLine(SymbolText.Signature(overload));
        if (symbols.Count > 6 && !full)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  … {symbols.Count - 6} more overloads").AppendLine();
        if (Value(symbol, full) is { } value)
            text.AppendLine(value);
        var documented = symbol is IFieldSymbol { ContainingType.IsScriptClass: true, Type: { } fieldType } ? fieldType : symbol;
        if (SymbolText.Documentation(documented, full) is { Length: > 0 } documentation)
            text.AppendLine().AppendLine(documentation);
        if (full && (symbol as INamedTypeSymbol ?? (symbol as IFieldSymbol)?.Type as INamedTypeSymbol) is { } named && !named.IsTupleType)
            Members(text, named);
        return text.ToString().TrimEnd();
    }

    private static void Members(StringBuilder text, INamedTypeSymbol type)
    {
        var members = type.GetMembers()
            .Where(member => member.DeclaredAccessibility == Accessibility.Public
                && member.CanBeReferencedByName && !member.IsImplicitlyDeclared).Take(60).ToList();
        if (members.Count == 0)
            return;
        text.AppendLine().AppendLine("Members:");
        foreach (var member in members)
            text.Append("  ").AppendLine(SymbolText.Signature(member));
    }

    private string? Value(ISymbol symbol, bool full)
    {
        if (symbol is not IFieldSymbol { ContainingType.IsScriptClass: true } field || !Variables.TryRead(session, field, out var value))
            return null;
        var text = full ? PlainText.Of(value) : PlainText.Brief(value, most: 300);
        return "value: " + (text.Length > 5000 ? text[..5000] + "…" : text);
    }
}
