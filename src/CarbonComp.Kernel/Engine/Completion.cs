using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Engine;

/// <summary>What can stand at a place in a cell, by the compiler's own symbol look-up.</summary>
internal sealed class Completion(CSharpSession session)
{
    private const int MostItems = 1000;

    private static readonly ImmutableArray<string> Keywords = [.. SyntaxFacts.GetKeywordKinds()
        .Concat([SyntaxKind.VarKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.AwaitKeyword, SyntaxKind.RecordKeyword, SyntaxKind.WhenKeyword,
            SyntaxKind.WhereKeyword, SyntaxKind.SelectKeyword, SyntaxKind.FromKeyword, SyntaxKind.OrderByKeyword, SyntaxKind.GroupKeyword,
            SyntaxKind.YieldKeyword, SyntaxKind.NameOfKeyword, SyntaxKind.GetKeyword, SyntaxKind.SetKeyword, SyntaxKind.InitKeyword,
            SyntaxKind.PartialKeyword, SyntaxKind.WithKeyword, SyntaxKind.AndKeyword, SyntaxKind.OrKeyword, SyntaxKind.NotKeyword])
        .Select(SyntaxFacts.GetText).Where(text => text.Length > 1 && text.All(char.IsAsciiLetterLower) && !text.StartsWith("__", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The completions at a position (UTF-16).</summary>
    public CompletionResult Complete(string code, int position, CancellationToken stop)
    {
        position = Math.Clamp(position, 0, code.Length);
        if (PathCompletion.TryComplete(code, position) is { } paths)
            return paths;
        var start = position;
        while (start > 0 && (SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]) || code[start - 1] == '@'))
            start--;
        var end = position;
        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end]))
            end++;
        var word = code[start..position].TrimStart('@');
        if (word.Length > 0 && char.IsAsciiDigit(word[0]))
            return new CompletionResult([], position, position);

        var compilation = session.Speculate(code, stop);
        var tree = compilation.SyntaxTrees[0];
        var root = tree.GetRoot(stop);
        if (IsInText(root, position))
            return new CompletionResult([], position, position);
        var model = compilation.GetSemanticModel(tree);
        var symbols = Symbols(model, root, start, stop, out var isMember);
        var items = new Dictionary<string, CompletionItem>(StringComparer.Ordinal);
        foreach (var group in symbols.Where(IsShown).Where(symbol => Fits(symbol.Name, word)).GroupBy(symbol => symbol.Name, StringComparer.Ordinal))
            items.TryAdd(group.Key, Item(group.First(), group.Count(), model, start));
        if (!isMember)
            foreach (var keyword in Keywords)
                if (Fits(keyword, word))
                    items.TryAdd(keyword, new CompletionItem(keyword, "keyword", keyword));
        var ordered = items.Values
            .OrderByDescending(item => item.Text.StartsWith(word, StringComparison.Ordinal))
            .ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase)
            .ThenBy(item => item.Text, StringComparer.Ordinal)
            .Take(MostItems).ToList();
        return new CompletionResult(ordered, start, end);
    }

    private static IEnumerable<ISymbol> Symbols(SemanticModel model, SyntaxNode root, int start, CancellationToken stop, out bool isMember)
    {
        var before = start == 0 ? default : root.FindToken(start - 1);
        while (before != default && before.SpanStart >= start)
            before = before.GetPreviousToken();
        isMember = true;
        switch (before.Parent)
        {
            case MemberAccessExpressionSyntax access when before == access.OperatorToken:
                return Members(model, access.Expression, start, stop);
            case MemberBindingExpressionSyntax binding when before == binding.OperatorToken && Receiver(binding) is { } receiver:
                return Members(model, receiver, start, stop);
            case QualifiedNameSyntax name when before == name.DotToken:
                return Members(model, name.Left, start, stop);
            case AliasQualifiedNameSyntax alias when before == alias.ColonColonToken:
                return model.LookupNamespacesAndTypes(start, model.Compilation.GlobalNamespace);
        }
        isMember = false;
        if (before.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null)
            return model.LookupNamespacesAndTypes(start);
        IEnumerable<ISymbol> symbols = model.LookupSymbols(start);
        if (before.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } && model.GetTypeInfo(creation, stop).Type is { } created)
            symbols = created.GetMembers().Where(member => member is IPropertySymbol { IsReadOnly: false } or IFieldSymbol { IsReadOnly: false }).Concat(symbols);
        return symbols;
    }

    private static ExpressionSyntax? Receiver(MemberBindingExpressionSyntax binding) =>
        binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression;

    private static IEnumerable<ISymbol> Members(SemanticModel model, ExpressionSyntax left, int position, CancellationToken stop)
    {
        var info = model.GetSymbolInfo(left, stop);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is INamespaceSymbol space)
            return model.LookupNamespacesAndTypes(position, space);
        var type = model.GetTypeInfo(left, stop).Type ?? (symbol is IMethodSymbol method ? method.ReturnType : null);
        if (symbol is INamedTypeSymbol named)
            return model.LookupStaticMembers(position, named);
        if (type is null or IErrorTypeSymbol)
            return [];
        var members = model.LookupSymbols(position, type, includeReducedExtensionMethods: true)
            .Where(member => !member.IsStatic || member is IMethodSymbol { MethodKind: MethodKind.ReducedExtension })
            .Where(member => member is not INamedTypeSymbol);
        // A property named as its type (Color.Color) may mean either.
        return symbol is IPropertySymbol or IFieldSymbol or ILocalSymbol && symbol.Name == type.Name ? members.Concat(model.LookupStaticMembers(position, type)) : members;
    }

    private static bool IsShown(ISymbol symbol)
    {
        if (!symbol.CanBeReferencedByName || symbol.IsImplicitlyDeclared && symbol is not (IPropertySymbol or IMethodSymbol) || symbol.Name.Length == 0 || symbol.Name[0] == '<')
            return false;
        if (symbol is INamedTypeSymbol { IsScriptClass: true })
            return false;
        if (symbol is IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction or MethodKind.DelegateInvoke or MethodKind.DeclareMethod) })
            return false;
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: (int)System.ComponentModel.EditorBrowsableState.Never }])
                return false;
        return true;
    }

    private static bool Fits(string name, string word) => name.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static CompletionItem Item(ISymbol symbol, int overloads, SemanticModel model, int position)
    {
        var signature = SymbolText.Signature(symbol, model, position) + (overloads > 1 ? $" (+ {overloads - 1} overloads)" : "");
        var text = SyntaxFacts.GetKeywordKind(symbol.Name) != SyntaxKind.None ? "@" + symbol.Name : symbol.Name;
        return new CompletionItem(text, SymbolText.Kind(symbol), signature);
    }

    private static bool IsInText(SyntaxNode root, int position)
    {
        if (position == 0)
            return false;
        var trivia = root.FindTrivia(position - 1);
        if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            return true;
        var token = root.FindToken(position - 1);
        return token.Span.Start < position && (token.IsKind(SyntaxKind.InterpolatedStringTextToken)
            || (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.CharacterLiteralToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
                && (position < token.Span.End || token.ContainsDiagnostics));
    }
}
