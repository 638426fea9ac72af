using Microsoft.CodeAnalysis.CSharp;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>What forms the values of a notebook's parameters have, in words.</summary>
internal static class ParameterForms
{
    /// <summary>Begins the type of a parameter that is declared as a member of a type, whose name follows.</summary>
    public const string MemberOf = "member of ";

    /// <summary>The type whose member the parameter is; null for all others.</summary>
    public static string? Owner(string type) => type.StartsWith(MemberOf, StringComparison.Ordinal) ? type[MemberOf.Length..] : null;

    /// <summary>The member that a value names, with its type or without; a text where it can be no name.</summary>
    public static string? Member(string owner, string value)
    {
        var name = value.Trim();
        if (name.StartsWith(owner + ".", StringComparison.Ordinal))
            name = name[(owner.Length + 1)..];
        if (SyntaxFacts.IsValidIdentifier(name))
            return $"{owner}.{name}";
        // A constant text, as in Compensation.DefaultEstimator, is declared like a member of an enum. A number can be neither.
        return name.Any(char.IsLetter) && !char.IsAsciiDigit(name[0]) ? SymbolDisplay.FormatLiteral(name.Trim('"'), quote: true) : null;
    }

    /// <summary>A value in a sentence.</summary>
    public static string Said(string? value) => value is null ? "null" : string.IsNullOrWhiteSpace(value) ? "empty" : value;

    /// <summary>"a number", "a list of numbers".</summary>
    public static string Name(string type) => type switch
    {
        "int" or "long" or "uint" or "ulong" => "a whole number",
        "double" or "float" or "decimal" => "a number",
        "bool" => "true or false",
        "char" => "one character",
        "string" => "a text",
        _ when type.EndsWith('?') => Name(type[..^1]) + " or null",
        _ when type.EndsWith("[]", StringComparison.Ordinal) => type[..^2] switch
        {
            "int" or "long" or "uint" or "ulong" => "a list of whole numbers",
            "double" or "float" or "decimal" => "a list of numbers",
            "string" => "a list of texts",
            _ => $"a list of {type[..^2]}",
        },
        _ => Owner(type) is { } owner ? $"a value of {owner}" : $"a {type}",
    };

    /// <summary>How a value is written.</summary>
    public static string Example(string type) => type switch
    {
        "int" or "long" or "uint" or "ulong" => "digits only: 2020",
        "double" or "float" or "decimal" => "digits with a decimal point: 46.66, 1e6 for a million, 0.05 for 5 %",
        "bool" => "true or false",
        "char" => "one character",
        _ when type.EndsWith('?') => $"{Example(type[..^1])}; or null",
        _ when type.EndsWith("[]", StringComparison.Ordinal) => type[..^2] is "double" or "float" or "decimal" ? "numbers with commas between them: 0.5,1,1.5"
            : type[..^2] is "string" ? "a JSON list: [\"a\", \"b\"]" : "values with commas between them: 2015,2020",
        _ => Owner(type) is { } owner ? $"the name of one of the members of {owner}, or the text that one stands for" : "it as C#",
    };
}
