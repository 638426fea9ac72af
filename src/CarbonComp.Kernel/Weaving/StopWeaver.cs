using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Weaving;

/// <summary>Weaves calls to <see cref="Interruption"/> into a cell's loops, labels, functions and catch clauses.</summary>
/// <remarks>It works on the text, so that every place in the woven text leads back to the person's own line and column.</remarks>
internal sealed class StopWeaver : CSharpSyntaxWalker
{
    private readonly StopEdits edits;
    private readonly Func<LambdaExpressionSyntax, LambdaForm>? forms;

    private StopWeaver(StopEdits edits, Func<LambdaExpressionSyntax, LambdaForm>? forms) => (this.edits, this.forms) = (edits, forms);

    /// <summary>The edits for a tree without syntax errors.</summary>
    /// <param name="values">Whether <c>x => x * 2</c> and what a field starts with are woven by their looks; an expression tree does not allow it.</param>
    /// <param name="forms">The forms of the other lambdas with an expression for a body; without it they stay as they are.</param>
    public static EditedText Weave(SyntaxNode root, string source, bool values, Func<LambdaExpressionSyntax, LambdaForm>? forms = null)
    {
        var text = new EditedText(source);
        new StopWeaver(new StopEdits(text, values), forms).Visit(root);
        return text;
    }

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        edits.Loop(node.Statement);
        base.VisitWhileStatement(node);
        edits.Close(node.Statement);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        edits.Loop(node.Statement);
        base.VisitDoStatement(node);
        edits.Close(node.Statement);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        edits.Loop(node.Statement);
        base.VisitForStatement(node);
        edits.Close(node.Statement);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        edits.Loop(node.Statement);
        base.VisitForEachStatement(node);
        edits.Close(node.Statement);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        edits.Loop(node.Statement);
        base.VisitForEachVariableStatement(node);
        edits.Close(node.Statement);
    }

    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        edits.Poll(node.ColonToken);
        base.VisitLabeledStatement(node);
    }

    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        // A goto with a name leads to a label, which looks for itself; one from case to case has only itself to do it.
        var looks = !node.IsKind(SyntaxKind.GotoStatement);
        if (looks)
            edits.Before(node);
        base.VisitGotoStatement(node);
        if (looks)
            edits.After(node);
    }

    public override void VisitCatchClause(CatchClauseSyntax node)
    {
        edits.Catch(node);
        base.VisitCatchClause(node);
        edits.CloseCatch(node);
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        edits.Function(node.Body, node.ExpressionBody, Returns(node.ReturnType, node.Modifiers), node.Modifiers);
        base.VisitMethodDeclaration(node);
        edits.Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        edits.Function(node.Body, node.ExpressionBody, Returns(node.ReturnType, node.Modifiers), node.Modifiers);
        base.VisitLocalFunctionStatement(node);
        edits.Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitRecordDeclaration(RecordDeclarationSyntax node)
    {
        // A partial record may have its ToString elsewhere.
        var woven = !node.Modifiers.Any(SyntaxKind.PartialKeyword) && !node.Members.OfType<MethodDeclarationSyntax>().Any(IsToString);
        if (woven)
            edits.RecordText(node);
        base.VisitRecordDeclaration(node);
        if (woven)
            edits.CloseRecord(node);
    }

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        edits.Function(node.Body, node.ExpressionBody, Returns(node.ReturnType, node.Modifiers), node.Modifiers);
        base.VisitOperatorDeclaration(node);
        edits.Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node)
    {
        edits.Function(node.Body, node.ExpressionBody, returns: true);
        base.VisitConversionOperatorDeclaration(node);
        edits.Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        edits.Function(node.Body, node.ExpressionBody, returns: false);
        base.VisitConstructorDeclaration(node);
        edits.Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        edits.Function(node.Body, node.ExpressionBody, node.IsKind(SyntaxKind.GetAccessorDeclaration));
        base.VisitAccessorDeclaration(node);
        edits.Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        edits.Getter(node.ExpressionBody);
        edits.Initial(node.Initializer);
        base.VisitPropertyDeclaration(node);
        edits.CloseInitial(node.Initializer);
        edits.CloseGetter(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        // A field of a type; at the top level fields are the cell's variables, which no constructor repeats.
        var woven = node.Parent is TypeDeclarationSyntax && !node.Modifiers.Any(SyntaxKind.ConstKeyword);
        foreach (var variable in node.Declaration.Variables)
        {
            if (woven)
                edits.Initial(variable.Initializer);
            VisitVariableDeclarator(variable);
            if (woven)
                edits.CloseInitial(variable.Initializer);
        }
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        edits.Getter(node.ExpressionBody);
        base.VisitIndexerDeclaration(node);
        edits.CloseGetter(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        var form = FormOf(node);
        edits.Lambda(node, form);
        base.VisitSimpleLambdaExpression(node);
        edits.CloseLambda(node, form);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        var form = FormOf(node);
        edits.Lambda(node, form);
        base.VisitParenthesizedLambdaExpression(node);
        edits.CloseLambda(node, form);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        edits.Function(node.Block, null, returns: false, node.Modifiers);
        base.VisitAnonymousMethodExpression(node);
    }

    private static bool IsToString(MethodDeclarationSyntax method) => method.Identifier.ValueText == "ToString" && method.ParameterList.Parameters.Count == 0;

    private LambdaForm FormOf(LambdaExpressionSyntax node) =>
        node.ExpressionBody is { } body && forms is not null && !edits.IsWovenValue(body) ? forms(node) : LambdaForm.AsWritten;

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
