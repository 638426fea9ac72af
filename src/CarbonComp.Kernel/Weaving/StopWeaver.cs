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
    private const string EnterAsyncCall = Class + "EnterAsync();";

    private readonly EditedText text;
    private readonly bool values;
    private readonly Func<LambdaExpressionSyntax, LambdaForm>? forms;

    private StopWeaver(EditedText text, bool values, Func<LambdaExpressionSyntax, LambdaForm>? forms)
    {
        this.text = text;
        this.values = values;
        this.forms = forms;
    }

    /// <summary>The edits for a tree without syntax errors.</summary>
    /// <param name="values">Whether <c>x => x * 2</c> and what a field starts with are woven by their looks; an expression tree does not allow it.</param>
    /// <param name="forms">What the other lambdas with an expression for a body are; without it they stay as they are.</param>
    public static EditedText Weave(SyntaxNode root, string source, bool values, Func<LambdaExpressionSyntax, LambdaForm>? forms = null)
    {
        var text = new EditedText(source);
        new StopWeaver(text, values, forms).Visit(root);
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

    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        // A goto with a name leads to a label, which looks for itself; one from case to case has only itself to do it.
        var looks = !node.IsKind(SyntaxKind.GotoStatement);
        if (looks)
            text.Insert(node.SpanStart, "{" + PollCall);
        base.VisitGotoStatement(node);
        if (looks)
            text.Insert(node.Span.End, "}");
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
        Function(node.Body, node.ExpressionBody, Returns(node.ReturnType, node.Modifiers), node.Modifiers);
        base.VisitMethodDeclaration(node);
        Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        Function(node.Body, node.ExpressionBody, Returns(node.ReturnType, node.Modifiers), node.Modifiers);
        base.VisitLocalFunctionStatement(node);
        Close(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitRecordDeclaration(RecordDeclarationSyntax node)
    {
        // A partial record may have its ToString elsewhere.
        var woven = !node.Modifiers.Any(SyntaxKind.PartialKeyword) && !node.Members.OfType<MethodDeclarationSyntax>().Any(IsToString);
        if (woven && !node.OpenBraceToken.IsKind(SyntaxKind.None))
            text.Insert(node.OpenBraceToken.Span.End, RecordText(node));
        base.VisitRecordDeclaration(node);
        if (woven && node.OpenBraceToken.IsKind(SyntaxKind.None))
            text.Replace(node.SemicolonToken.SpanStart, node.SemicolonToken.Span.Length, "{" + RecordText(node) + "}");
    }

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        Function(node.Body, node.ExpressionBody, Returns(node.ReturnType, node.Modifiers), node.Modifiers);
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
        Initial(node.Initializer);
        base.VisitPropertyDeclaration(node);
        CloseInitial(node.Initializer);
        CloseGetter(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        // A field of a type; at the top level fields are the cell's variables, which no constructor repeats.
        var woven = node.Parent is TypeDeclarationSyntax && !node.Modifiers.Any(SyntaxKind.ConstKeyword);
        foreach (var variable in node.Declaration.Variables)
        {
            if (woven)
                Initial(variable.Initializer);
            VisitVariableDeclarator(variable);
            if (woven)
                CloseInitial(variable.Initializer);
        }
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        Getter(node.ExpressionBody);
        base.VisitIndexerDeclaration(node);
        CloseGetter(node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        var form = FormOf(node);
        Lambda(node, form);
        base.VisitSimpleLambdaExpression(node);
        CloseLambda(node, form);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        var form = FormOf(node);
        Lambda(node, form);
        base.VisitParenthesizedLambdaExpression(node);
        CloseLambda(node, form);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        text.Insert(node.Block.OpenBraceToken.Span.End, Call(node.Modifiers));
        base.VisitAnonymousMethodExpression(node);
    }

    private static bool IsToString(MethodDeclarationSyntax method) => method.Identifier.ValueText == "ToString" && method.ParameterList.Parameters.Count == 0;

    /// <summary>The ToString that the compiler gives a record, which never ends for one that contains itself, with the look at the stack.</summary>
    private static string RecordText(RecordDeclarationSyntax node) =>
        "[global::System.Runtime.CompilerServices.CompilerGenerated]public override string ToString(){" + EnterCall
        + "var text=new global::System.Text.StringBuilder(\"" + node.Identifier.ValueText + " { \");"
        + "if(PrintMembers(text))text.Append(' ');return text.Append('}').ToString();}";

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

    private void Function(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, bool returns, SyntaxTokenList modifiers = default)
    {
        if (body is not null)
            text.Insert(body.OpenBraceToken.Span.End, Call(modifiers));
        else if (arrow is not null)
            text.Replace(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{" + Call(modifiers) + Return(arrow, returns));
    }

    private static string Call(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.AsyncKeyword) ? EnterAsyncCall : EnterCall;

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

    private LambdaForm FormOf(LambdaExpressionSyntax node) =>
        node.ExpressionBody is { } body && forms is not null && !IsWovenValue(body) ? forms(node) : LambdaForm.AsWritten;

    private void Lambda(LambdaExpressionSyntax node, LambdaForm form)
    {
        if (node.Block is { } block)
            text.Insert(block.OpenBraceToken.Span.End, Call(node.Modifiers));
        else if (form != LambdaForm.AsWritten)
            text.Insert(node.Body.SpanStart, "{" + Call(node.Modifiers) + (form == LambdaForm.Value ? "return " : ""));
        else if (IsWovenValue(node.Body))
            Choose(node.Body);
    }

    private void CloseLambda(LambdaExpressionSyntax node, LambdaForm form)
    {
        if (form != LambdaForm.AsWritten)
            text.Insert(node.Body.Span.End, ";}");
        else if (IsWovenValue(node.Body))
            CloseChoice(node.Body);
    }

    private bool IsWovenValue(CSharpSyntaxNode body) => values && LambdaForms.IsValue(body);

    /// <summary>A type that starts with a new one of itself recurses without a function in sight.</summary>
    private void Initial(EqualsValueClauseSyntax? initial)
    {
        if (IsWovenInitial(initial))
            Choose(initial!.Value);
    }

    private void CloseInitial(EqualsValueClauseSyntax? initial)
    {
        if (IsWovenInitial(initial))
            CloseChoice(initial!.Value);
    }

    private bool IsWovenInitial(EqualsValueClauseSyntax? initial) => values && initial is { Value: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax };

    private void Choose(CSharpSyntaxNode expression) => text.Insert(expression.SpanStart, Class + "Enter()?(");

    private void CloseChoice(CSharpSyntaxNode expression) => text.Insert(expression.Span.End, "):throw " + Class + "Stopped()");

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
