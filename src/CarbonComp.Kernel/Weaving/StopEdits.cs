using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Weaving;

/// <summary>The edits that <see cref="StopWeaver"/> makes: each kind of place with its call to <see cref="Interruption"/>.</summary>
/// <remarks>An edit that opens something is made before the node's parts are visited, its <c>Close…</c> after them.</remarks>
/// <param name="text">The text of the cell.</param>
/// <param name="values">Whether <c>x => x * 2</c> and what a field starts with are woven by their looks.</param>
internal sealed class StopEdits(EditedText text, bool values)
{
    private const string Class = "global::CarbonComp.Kernel.Weaving.Interruption.";
    private const string PollCall = Class + "Poll();";
    private const string EnterCall = Class + "Enter();";
    private const string EnterAsyncCall = Class + "EnterAsync();";

    /// <summary>A look behind a label.</summary>
    public void Poll(SyntaxToken colon) => text.Insert(colon.Span.End, PollCall);

    /// <summary>A look before a statement, in one block with it.</summary>
    public void Before(StatementSyntax statement) => text.Insert(statement.SpanStart, "{" + PollCall);

    public void After(StatementSyntax statement) => text.Insert(statement.Span.End, "}");

    /// <summary>A catch that lets the stop pass.</summary>
    public void Catch(CatchClauseSyntax node)
    {
        if (node.Filter is { } filter)
            text.Insert(filter.FilterExpression.SpanStart, "!" + Class + "Requested && (");
        else
            text.Insert(node.Declaration?.Span.End ?? node.CatchKeyword.Span.End, " when (!" + Class + "Requested)");
    }

    public void CloseCatch(CatchClauseSyntax node)
    {
        if (node.Filter is { } filter)
            text.Insert(filter.FilterExpression.Span.End, ")");
    }

    /// <summary>The ToString that the compiler gives a record, which never ends for one that contains itself, with the look at the stack.</summary>
    public void RecordText(RecordDeclarationSyntax node)
    {
        if (!node.OpenBraceToken.IsKind(SyntaxKind.None))
            text.Insert(node.OpenBraceToken.Span.End, ToStringOf(node));
    }

    public void CloseRecord(RecordDeclarationSyntax node)
    {
        if (node.OpenBraceToken.IsKind(SyntaxKind.None))
            text.Replace(node.SemicolonToken.SpanStart, node.SemicolonToken.Span.Length, "{" + ToStringOf(node) + "}");
    }

    /// <summary>A look at the start of a loop's body.</summary>
    public void Loop(StatementSyntax body)
    {
        if (body is BlockSyntax block)
            text.Insert(block.OpenBraceToken.Span.End, PollCall);
        else
            text.Insert(body.SpanStart, "{" + PollCall);
    }

    public void Close(StatementSyntax body)
    {
        if (body is not BlockSyntax)
            text.Insert(body.Span.End, "}");
    }

    /// <summary>A look at the entry of a function; an expression for a body becomes a block.</summary>
    public void Function(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, bool returns, SyntaxTokenList modifiers = default)
    {
        if (body is not null)
            text.Insert(body.OpenBraceToken.Span.End, Call(modifiers));
        else if (arrow is not null)
            text.Replace(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{" + Call(modifiers) + Return(arrow, returns));
    }

    private static string Call(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.AsyncKeyword) ? EnterAsyncCall : EnterCall;

    public void Close(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon)
    {
        if (arrow is not null)
            text.Insert(semicolon.Span.End, "}");
    }

    /// <summary>As for a function: a getter without braces.</summary>
    public void Getter(ArrowExpressionClauseSyntax? arrow)
    {
        if (arrow is not null)
            text.Replace(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{get{" + EnterCall + Return(arrow, returns: true));
    }

    public void CloseGetter(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon)
    {
        if (arrow is not null)
            text.Insert(semicolon.Span.End, "}}");
    }

    /// <summary>A look at the entry of a lambda, whose form says what its expression becomes.</summary>
    public void Lambda(LambdaExpressionSyntax node, LambdaForm form)
    {
        if (node.Block is { } block)
            text.Insert(block.OpenBraceToken.Span.End, Call(node.Modifiers));
        else if (form != LambdaForm.AsWritten)
            text.Insert(node.Body.SpanStart, "{" + Call(node.Modifiers) + (form == LambdaForm.Value ? "return " : ""));
        else if (IsWovenValue(node.Body))
            Choose(node.Body);
    }

    public void CloseLambda(LambdaExpressionSyntax node, LambdaForm form)
    {
        if (form != LambdaForm.AsWritten)
            text.Insert(node.Body.Span.End, ";}");
        else if (IsWovenValue(node.Body))
            CloseChoice(node.Body);
    }

    public bool IsWovenValue(CSharpSyntaxNode body) => values && LambdaForms.IsValue(body);

    /// <summary>A type that starts with a new one of itself recurses without a function in sight.</summary>
    public void Initial(EqualsValueClauseSyntax? initial)
    {
        if (IsWovenInitial(initial))
            Choose(initial!.Value);
    }

    public void CloseInitial(EqualsValueClauseSyntax? initial)
    {
        if (IsWovenInitial(initial))
            CloseChoice(initial!.Value);
    }

    private bool IsWovenInitial(EqualsValueClauseSyntax? initial) =>
        values && initial is { Value: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax };

    private void Choose(CSharpSyntaxNode expression) => text.Insert(expression.SpanStart, Class + "Enter()?(");

    private void CloseChoice(CSharpSyntaxNode expression) => text.Insert(expression.Span.End, "):throw " + Class + "Stopped()");

    private static string Return(ArrowExpressionClauseSyntax arrow, bool returns) =>
        returns && arrow.Expression is not ThrowExpressionSyntax ? "return " : " ";

    private static string ToStringOf(RecordDeclarationSyntax node) =>
        "[global::System.Runtime.CompilerServices.CompilerGenerated]public override string ToString(){" + EnterCall
        + "var text=new global::System.Text.StringBuilder(\"" + node.Identifier.ValueText + " { \");"
        + "if(PrintMembers(text))text.Append(' ');return text.Append('}').ToString();}";
}
