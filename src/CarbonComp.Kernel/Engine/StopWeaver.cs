using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Engine;

/// <summary>Weaves calls to <see cref="Interruption"/> into a cell's loops, labels, functions and catch clauses.</summary>
/// <remarks>It works on the text, so that every place in the woven text leads back to the person's own line and column.</remarks>
internal sealed class StopWeaver : CSharpSyntaxWalker
{
    private const string Class = "global::CarbonComp.Kernel.Engine.Interruption.";
    private const string PollCall = Class + "Poll();";
    private const string EnterCall = Class + "Enter();";

    private readonly EditedText text;
    private readonly bool expressionLambdas;

    private StopWeaver(EditedText text, bool expressionLambdas)
    {
        this.text = text;
        this.expressionLambdas = expressionLambdas;
    }

    /// <summary>The edits for a tree without syntax errors.</summary>
    /// <param name="expressionLambdas">Whether <c>x => x * 2</c> is woven too; an expression tree does not allow it.</param>
    public static EditedText Weave(SyntaxNode root, string source, bool expressionLambdas)
    {
        var text = new EditedText(source);
        new StopWeaver(text, expressionLambdas).Visit(root);
        return text;
    }

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Loop(node.Statement);
        base.VisitWhileStatement(node);
        Close(node.Statement);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        Loop(node.Statement);
        base.VisitDoStatement(node);
        Close(node.Statement);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        Loop(node.Statement);
        base.VisitForStatement(node);
        Close(node.Statement);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        Loop(node.Statement);
        base.VisitForEachStatement(node);
        Close(node.Statement);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        Loop(node.Statement);
        base.VisitForEachVariableStatement(node);
        Close(node.Statement);
    }

    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        text.Insert(node.ColonToken.Span.End, PollCall);
        base.VisitLabeledStatement(node);
    }

    public override void VisitCatchClause(CatchClauseSyntax node)
    {
        if (node.Filter is { } filter)
        {
            text.Insert(filter.FilterExpression.SpanStart, "!" + Class + "Requested && (");
            base.VisitCatchClause(node);
            text.Insert(filter.FilterExpression.Span.End, ")");
            return;
        }
        text.Insert(node.Declaration?.Span.End ?? node.CatchKeyword.Span.End, " when (!" + Class + "Requested)");
        base.VisitCatchClause(node);
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, Returns(node.ReturnType, node.Modifiers));
        base.VisitMethodDeclaration(node);
        Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        Function(node.Body, node.ExpressionBody, Returns(node.ReturnType, node.Modifiers));
        base.VisitLocalFunctionStatement(node);
        Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, Returns(node.ReturnType, node.Modifiers));
        base.VisitOperatorDeclaration(node);
        Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, returns: true);
        base.VisitConversionOperatorDeclaration(node);
        Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, returns: false);
        base.VisitConstructorDeclaration(node);
        Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, node.IsKind(SyntaxKind.GetAccessorDeclaration));
        base.VisitAccessorDeclaration(node);
        Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        Getter(node.ExpressionBody);
        base.VisitPropertyDeclaration(node);
        CloseGetter(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        Getter(node.ExpressionBody);
        base.VisitIndexerDeclaration(node);
        CloseGetter(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        Lambda(node.Body);
        base.VisitSimpleLambdaExpression(node);
        CloseLambda(node.Body);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        Lambda(node.Body);
        base.VisitParenthesizedLambdaExpression(node);
        CloseLambda(node.Body);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        text.Insert(node.Block.OpenBraceToken.Span.End, EnterCall);
        base.VisitAnonymousMethodExpression(node);
    }

    private void Loop(StatementSyntax body)
    {
        if (body is BlockSyntax block)
            text.Insert(block.OpenBraceToken.Span.End, PollCall);
        else
            text.Insert(body.SpanStart, "{" + PollCall);
    }

    private void Close(StatementSyntax body)
    {
        if (body is not BlockSyntax)
            text.Insert(body.Span.End, "}");
    }

    private void Function(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, bool returns)
    {
        if (body is not null)
            text.Insert(body.OpenBraceToken.Span.End, EnterCall);
        else if (arrow is not null)
            text.Replace(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{" + EnterCall + Return(arrow, returns));
    }

    private void Close(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon)
    {
        if (arrow is not null)
            text.Insert(semicolon.Span.End, "}");
    }

    private void Getter(ArrowExpressionClauseSyntax? arrow)
    {
        if (arrow is not null)
            text.Replace(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{get{" + EnterCall + Return(arrow, returns: true));
    }

    private void CloseGetter(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon)
    {
        if (arrow is not null)
            text.Insert(semicolon.Span.End, "}}");
    }

    private void Lambda(CSharpSyntaxNode body)
    {
        if (body is BlockSyntax block)
            text.Insert(block.OpenBraceToken.Span.End, EnterCall);
        else if (IsWovenExpression(body))
            text.Insert(body.SpanStart, Class + "Enter()?(");
    }

    private void CloseLambda(CSharpSyntaxNode body)
    {
        if (IsWovenExpression(body))
            text.Insert(body.Span.End, "):throw " + Class + "Stopped()");
    }

    /// <summary>Expressions that can only be values: what could also be a statement may have no value to choose between.</summary>
    private bool IsWovenExpression(CSharpSyntaxNode body) => expressionLambdas && body is
        BinaryExpressionSyntax or ConditionalExpressionSyntax or ElementAccessExpressionSyntax
        or MemberAccessExpressionSyntax or TupleExpressionSyntax or ParenthesizedExpressionSyntax
        or AnonymousObjectCreationExpressionSyntax or InterpolatedStringExpressionSyntax or CastExpressionSyntax;

    private static string Return(ArrowExpressionClauseSyntax arrow, bool returns) =>
        returns && arrow.Expression is not ThrowExpressionSyntax ? "return " : " ";

    private static bool Returns(TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword })
            return false;
        var name = type switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax alias => alias.Name,
            _ => type,
        };
        return !(modifiers.Any(SyntaxKind.AsyncKeyword) && name is IdentifierNameSyntax);
    }
}
