using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Engine;

/// <summary>Whether a cell declares anything that later cells could use. One that does not need not be remembered: a thousand calls of a function stay
/// a short chain.</summary>
internal static class Declarations
{
    public static bool Any(CSharpCompilation compilation) => compilation.SyntaxTrees.Any(tree => Any(tree.GetCompilationUnitRoot()));

    private static bool Any(CompilationUnitSyntax root)
    {
        if (root.Usings.Count > 0 || root.Externs.Count > 0)
            return true;
        foreach (var member in root.Members)
        {
            if (member is not GlobalStatementSyntax { Statement: var statement })
                return true;
            // out var, is T name, var (a, b): variables of the whole session at the top level.
            if (statement is LocalFunctionStatementSyntax or LocalDeclarationStatementSyntax
                || statement.DescendantNodes().OfType<VariableDesignationSyntax>().Any())
                return true;
        }
        return false;
    }
}
