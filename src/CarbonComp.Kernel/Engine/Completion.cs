using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Engine;

/// <summary>The symbols that are possible at a place in a cell, by the compiler's own look-up.</summary>
internal sealed class Completion(CSharpSession session)
{
    private const int MostItems = 1000;

    private static readonly ImmutableArray<string> Keywords = [.. SyntaxFacts.GetKeywordKinds()
        .Concat([SyntaxKind.VarKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.AwaitKeyword, SyntaxKind.RecordKeyword, SyntaxKind.WhenKeyword,
            SyntaxKind.WhereKeyword, SyntaxKind.SelectKeyword, SyntaxKind.FromKeyword, SyntaxKind.OrderByKeyword, SyntaxKind.GroupKeyword,
            SyntaxKind.YieldKeyword, SyntaxKind.NameOfKeyword, SyntaxKind.GetKeyword, SyntaxKind.SetKeyword, SyntaxKind.InitKeyword,
            SyntaxKind.PartialKeyword, SyntaxKind.WithKeyword, SyntaxKind.AndKeyword, SyntaxKind.OrKeyword, SyntaxKind.NotKeyword])
        .Select(SyntaxFacts.GetText).Where(text => text.Length > 1 && text.All(char.IsAsciiLetterLower) && !text.StartsWith("__", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The completions at a position (UTF-16).</summary>
    public CompletionResult Complete(string code, int position, CancellationToken stop)
    {
        position = Math.Clamp(position, 0, code.Length);
        if (PathCompletion.TryComplete(code, position) is { } paths)
            return paths;
        if (Magics.MagicCompletion.TryComplete(code, position) is { } magics)
            return magics;
        code = Magics.CellParts.CSharpOf(code);
        var start = position;
        while (start > 0 && (SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]) || code[start - 1] == '@'))
            start--;
        var end = position;
        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end]))
            end++;
        var word = code[start..position].TrimStart('@');
        if (word.Length > 0 && char.IsAsciiDigit(word[0]))
            return new CompletionResult([], position, position);

        var parsed = CSharpSyntaxTree.ParseText(code, Submission.ParseOptions, cancellationToken: stop).GetRoot(stop);
        if (IsInText(parsed, position))
            return new CompletionResult([], position, position);
        var isMember = Context(parsed, start) is not (Place.Name or Place.Using);
        var items = new Dictionary<string, CompletionItem>(StringComparer.Ordinal);
        var symbols = isMember ? MemberSymbols(code, start, stop) : NameSymbols(code, start, stop);
        foreach (var group in symbols.Where(symbol => Fits(symbol.Name, word)).Where(IsShown).GroupBy(symbol => symbol.Name, StringComparer.Ordinal))
            items.TryAdd(group.Key, Item(group.First(), group.Count(symbol => symbol is IMethodSymbol)));
        if (Context(parsed, start) is Place.Name or Place.Initializer)
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

    private enum Place { Name, Using, Member, Initializer }

    private static SyntaxToken TokenBefore(SyntaxNode root, int start)
    {
        var before = start == 0 ? default : root.FindToken(start - 1);
        while (before != default && before.SpanStart >= start)
            before = before.GetPreviousToken();
        return before;
    }

    private static bool IsInUsing(SyntaxToken before) =>
        !before.IsKind(SyntaxKind.SemicolonToken) && before.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null;

    private static Place Context(SyntaxNode root, int start)
    {
        var before = TokenBefore(root, start);
        return before.Parent switch
        {
            MemberAccessExpressionSyntax access when before == access.OperatorToken => Place.Member,
            MemberBindingExpressionSyntax binding when before == binding.OperatorToken => Place.Member,
            QualifiedNameSyntax name when before == name.DotToken => Place.Member,
            AliasQualifiedNameSyntax alias when before == alias.ColonColonToken => Place.Member,
            InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax } => Place.Initializer,
            _ when IsInUsing(before) => Place.Using,
            _ => Place.Name,
        };
    }

    /// <summary>Members after a dot, or settable ones in an initializer: the expression before the dot is understood with all earlier cells.</summary>
    private IEnumerable<ISymbol> MemberSymbols(string code, int start, CancellationToken stop)
    {
        var compilation = session.Speculate(code, stop);
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var before = TokenBefore(tree.GetRoot(stop), start);
        switch (before.Parent)
        {
            case MemberAccessExpressionSyntax access:
                return Members(model, access.Expression, start, stop);
            case MemberBindingExpressionSyntax binding:
                return binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression is { } receiver
                    ? Members(model, receiver, start, stop) : [];
            case QualifiedNameSyntax name:
                return Members(model, name.Left, start, stop);
            case AliasQualifiedNameSyntax:
                return model.LookupNamespacesAndTypes(start, compilation.GlobalNamespace);
            case InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } when model.GetTypeInfo(creation, stop).Type is { } created:
                return created.GetMembers().Where(member => member is IPropertySymbol { IsReadOnly: false } or IFieldSymbol { IsReadOnly: false })
                    .Concat(NameSymbols(code, start, stop));
            default:
                return NameSymbols(code, start, stop);
        }
    }

    /// <summary>Names in scope: the cell's own, those of earlier cells, and what the usings of all bring in.</summary>
    /// <remarks>The compiler's look-up through the chain asks every earlier cell's usings again; with hundreds of cells that takes seconds.</remarks>
    private IEnumerable<ISymbol> NameSymbols(string code, int start, CancellationToken stop)
    {
        var chain = session.Chain;
        var usings = string.Concat(chain.SelectMany(cell => cell.Compilation.SyntaxTrees)
            .SelectMany(tree => tree.GetCompilationUnitRoot(stop).Usings).Select(each => each.ToString())
                .Distinct(StringComparer.Ordinal).Select(each => each + "\n"));
        var compilation = session.SpeculateAlone(usings + code, stop);
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var place = start + usings.Length;
        if (IsInUsing(TokenBefore(tree.GetRoot(stop), place)))
            return model.LookupNamespacesAndTypes(place);
        IEnumerable<ISymbol> earlier = chain.Reverse().SelectMany(cell => cell.Compilation.ScriptClass?.GetMembers() ?? []).DistinctBy(symbol => symbol.Name);
        return model.LookupSymbols(place).Concat(earlier);
    }

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
        return symbol is IPropertySymbol or IFieldSymbol or ILocalSymbol && symbol.Name == type.Name
            ? members.Concat(model.LookupStaticMembers(position, type)) : members;
    }

    private static bool IsShown(ISymbol symbol)
    {
        if (!symbol.CanBeReferencedByName || symbol.IsImplicitlyDeclared
            && symbol is not (IPropertySymbol or IMethodSymbol) || symbol.Name.Length == 0 || symbol.Name[0] == '<')
            return false;
        if (symbol is INamedTypeSymbol { IsScriptClass: true })
            return false;
        if (symbol is IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension
            or MethodKind.LocalFunction or MethodKind.DelegateInvoke or MethodKind.DeclareMethod) })
            return false;
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass?.Name == "EditorBrowsableAttribute"
                && attribute.ConstructorArguments is [{ Value: (int)System.ComponentModel.EditorBrowsableState.Never }])
                return false;
        return true;
    }

    private static bool Fits(string name, string word) => name.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static CompletionItem Item(ISymbol symbol, int overloads)
    {
        var signature = SymbolText.Signature(symbol) + (overloads > 1 ? $" (+ {overloads - 1} overloads)" : "");
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
            || (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.CharacterLiteralToken)
                || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
                && (position < token.Span.End || token.ContainsDiagnostics));
    }
}
