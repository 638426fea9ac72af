using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CarbonComp.Kernel.Engine;

/// <summary>What works in a cell in place of what the scripts' dialect of C# forbids.</summary>
internal static partial class Dialect
{
    private const string Extension = "The classes of a cell are nested in it and cannot hold extensions. "
        + "Write the extension method by itself, outside of a class: static int Twice(this int n) => 2 * n;";

    private const string Block = "Variables of a cell outlive it, and this kind cannot. Put the lines that use it into a block { … } or into a method.";

    /// <summary>The advice for an error of the compiler; <see langword="null"/> where C# itself forbids the code, and not the dialect.</summary>
    public static string? Instead(Diagnostic error) => error.Id switch
    {
        "CS9283" or "CS1109" => Extension,
        "CS7021" => "Write the types without a namespace. Two types of one name can be told apart as members of two static classes.",
        "CS8345" => Block,
        "CS9054" => "Leave out the word file: types of a cell are seen by its notebook only.",
        "CS7020" => "Put it into a method that returns IEnumerable<T>, and call the method.",
        "CS7026" => "Attributes of an assembly have no place in a cell. Leave them out.",
        "CS0102" or "CS0111" when error.GetMessage(null).Contains("'Submission#", StringComparison.Ordinal) =>
            "A cell declares a name once. A later cell may declare it again.",
        "CS1002" or "CS1519" when UsingDeclaration().IsMatch(Line(error)) =>
            "Write using (var x = …) { … }, or put the using declaration into a block { … } or into a method.",
        "CS1003" when RefVariable().IsMatch(Line(error)) => Block,
        _ => null,
    };

    /// <summary>Whether an error only follows from others of the same cell.</summary>
    public static bool IsEcho(Diagnostic error) => error.Id == "CS1569";

    private static string Line(Diagnostic error)
    {
        if (error.Location.SourceTree?.GetText() is not { } text)
            return "";
        return text.Lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString();
    }

    [GeneratedRegex(@"(^|[;{}])\s*(await\s+)?using\s+(?!static\b)[\w.<>,\[\]?]+\s+\w+\s*=")]
    private static partial Regex UsingDeclaration();

    [GeneratedRegex(@"(^|[;{}])\s*ref\s+(readonly\s+)?[\w.<>,\[\]?]+\s+\w+\s*=")]
    private static partial Regex RefVariable();
}
