using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Engine;

/// <summary>What a type has in place of a member that it does not have: the values of an enum, the constants of a class.</summary>
internal static class UnknownMember
{
    private const string NoSuchMember = "CS0117";

    /// <summary>The sentence for an error of the compiler; null where it is another error, or where the type has no values to choose from.</summary>
    public static string? Instead(Diagnostic error, CSharpCompilation? compilation)
    {
        if (error.Id != NoSuchMember || error.Location.SourceTree is not { } tree || compilation?.ContainsSyntaxTree(tree) != true)
            return null;
        if (tree.GetRoot().FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } access
            || compilation.GetSemanticModel(tree).GetSymbolInfo(access.Expression).Symbol is not INamedTypeSymbol type)
            return null;
        var values = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field is { IsConst: true, DeclaredAccessibility: Accessibility.Public }).Select(field => field.Name).ToList();
        return values.Count == 0 ? null
            : $"There is no {type.Name} \"{access.Name.Identifier.ValueText}\". "
                + (values.Count == 1 ? $"There is {values[0]}." : $"There are: {string.Join(", ", values[..^1])} and {values[^1]}.");
    }
}
