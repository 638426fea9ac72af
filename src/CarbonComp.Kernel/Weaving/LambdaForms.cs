using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Weaving;

/// <summary>Tells from the meaning of a cell, and of the files it loads, what their expression-bodied lambdas would be with braces.</summary>
/// <remarks><c>n => f(n)</c> looks the same whether it returns a value, returns nothing, or is data for a query: only the compiler knows.</remarks>
internal sealed class LambdaForms(CSharpCompilation compilation, CancellationToken stop)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];

    /// <summary>Whether the text has lambdas with an expression for a body.</summary>
    public static bool AreAny(SyntaxNode root) => root.DescendantNodes().OfType<LambdaExpressionSyntax>().Any(lambda => lambda.ExpressionBody is not null);

    /// <summary>Whether the text has lambdas whose form does not show, and that may call each other without end.</summary>
    public static bool AreNeeded(SyntaxNode root) =>
        root.DescendantNodes().OfType<LambdaExpressionSyntax>().Any(lambda => lambda.ExpressionBody is { } body && !IsValue(body) && Calls(body));

    /// <summary>Expressions that can only be values: what could also be a statement may have no value to choose between.</summary>
    public static bool IsValue(CSharpSyntaxNode body) => body is
        BinaryExpressionSyntax or ConditionalExpressionSyntax or ElementAccessExpressionSyntax
        or MemberAccessExpressionSyntax or TupleExpressionSyntax or ParenthesizedExpressionSyntax
        or AnonymousObjectCreationExpressionSyntax or InterpolatedStringExpressionSyntax or CastExpressionSyntax
        or SwitchExpressionSyntax or IsPatternExpressionSyntax or QueryExpressionSyntax
        or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression
            or (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.BitwiseNotExpression };

    /// <summary>Whether carrying an expression out calls something; what a lambda inside it would call does not count.</summary>
    public static bool Calls(ExpressionSyntax expression) => expression
        .DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax)
        .Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax);

    /// <summary>The tree of a loaded file as the compiler read it, when it still has that text.</summary>
    public SyntaxTree? Tree(string path, string text) =>
        compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == path) is { } tree && tree.GetText(stop).ToString() == text ? tree : null;

    /// <summary>The form of a lambda with an expression for a body.</summary>
    public LambdaForm Of(LambdaExpressionSyntax lambda)
    {
        if (!models.TryGetValue(lambda.SyntaxTree, out var model))
            models[lambda.SyntaxTree] = model = compilation.GetSemanticModel(lambda.SyntaxTree);
        if (lambda.ExpressionBody is null or RefExpressionSyntax or ThrowExpressionSyntax
            || model.GetTypeInfo(lambda, stop).ConvertedType is not { TypeKind: TypeKind.Delegate }
            || model.GetSymbolInfo(lambda, stop).Symbol is not IMethodSymbol method
            || method.ReturnType.TypeKind == TypeKind.Error)
            return LambdaForm.AsWritten;
        var hasValue = method.IsAsync ? method.ReturnType is INamedTypeSymbol { Arity: 1 } : !method.ReturnsVoid;
        return hasValue ? LambdaForm.Value : LambdaForm.Statement;
    }
}
