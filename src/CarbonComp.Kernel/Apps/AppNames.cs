using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Apps;

/// <summary>The names that cells declare. A notebook may declare a name again in a later cell or inside a block; the statements of a program may not.</summary>
internal sealed class AppNames
{
    private const string Arguments = "args";

    private readonly List<(string Name, string Cell)> variables = [];
    private readonly List<(string Name, string Cell)> inBlocks = [];

    /// <summary>Adds what a statement of a cell, or a variable's initial value, declares for the statements after it and inside its own blocks.</summary>
    public void Add(SyntaxNode statement, string cell)
    {
        foreach (var node in statement.DescendantNodesAndSelf(Opens))
            if (NameOf(node) is { } name)
                (IsInBlock(node, statement) ? inBlocks : variables).Add((name, cell));
    }

    /// <summary>Adds a method, whose own names are its business.</summary>
    public void Add(MethodDeclarationSyntax method, string cell) => variables.Add((method.Identifier.Text, cell));

    /// <summary>The names that stand in the way of one program, with the cells that declare them.</summary>
    public IEnumerable<string> Clashes()
    {
        foreach (var twice in variables.GroupBy(each => each.Name).Where(group => group.Count() > 1))
            yield return $"{twice.Key} is declared {twice.Count()} times, in {Listed(twice.Select(each => each.Cell))}. In a program a name is declared once: "
                + "give the later ones names of their own.";
        foreach (var (name, cell) in variables.Where(each => each.Name == Arguments))
            yield return $"{name}, which {cell} declares, is the name of a program's arguments. Give it another.";
        var known = variables.ToLookup(each => each.Name, each => each.Cell);
        foreach (var (name, cell) in inBlocks.Where(each => known.Contains(each.Name)).DistinctBy(each => each.Name))
            yield return $"{name} is declared in {known[name].First()}, and in a block of {cell}. In a program the two would be in each other's way: "
                + "give one of them another name.";
    }

    /// <summary>Functions inside a statement may declare what they like.</summary>
    private static bool Opens(SyntaxNode node) => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static string? NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        SingleVariableDesignationSyntax variable => variable.Identifier.Text,
        ForEachStatementSyntax each => each.Identifier.Text,
        CatchDeclarationSyntax { Identifier.Text: { Length: > 0 } name } => name,
        FromClauseSyntax range => range.Identifier.Text,
        LetClauseSyntax range => range.Identifier.Text,
        JoinClauseSyntax range => range.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        _ => null,
    };

    /// <summary>Whether a name is gone after the statement: declared in a block, a loop, a query, or a condition of its own scope.</summary>
    private static bool IsInBlock(SyntaxNode node, SyntaxNode statement)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at is BlockSyntax or QueryExpressionSyntax or CommonForEachStatementSyntax or ForStatementSyntax or UsingStatementSyntax or FixedStatementSyntax
                or CatchClauseSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax or WhileStatementSyntax)
                return true;
            if (at == statement)
                return false;
        }
        return false;
    }

    private static string Listed(IEnumerable<string> cells) => string.Join(", ", cells.Distinct());
}
