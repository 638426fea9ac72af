namespace CarbonComp.Regions;

/// <summary>Shared parts of the arithmetic on vectors and matrices: names of results, checks of axes, divisors.</summary>
internal static class Operands
{
    /// <summary>The name of a result: <c>emissions − absorption</c>, <c>(imports − exports) ÷ GDP</c>.</summary>
    public static string Name(string left, char sign, string right) => sign switch
    {
        '+' => $"{left} + {right}",
        '−' => $"{left} − {(IsSum(right) ? $"({right})" : right)}",
        _ => $"{(IsSum(left) ? $"({left})" : left)} {sign} {(IsSum(right) || sign == '÷' && IsProduct(right) ? $"({right})" : right)}",
    };

    /// <summary>Refuses two axes with other labels or another order; the message names the first label that differs.</summary>
    public static void RequireSame(Axis a, string nameOfA, Axis b, string nameOfB)
    {
        if (a.Equals(b)) return;
        if (a.Kind != b.Kind)
            throw new AxisException($"{nameOfA} is along {a.Kinds}, {nameOfB} along {b.Kinds}. Only numbers along one axis can be combined.");
        var first = a.Codes.Zip(b.Codes).TakeWhile(c => string.Equals(c.First, c.Second, StringComparison.OrdinalIgnoreCase)).Count();
        throw new AxisException((first < a.Count && !Has(b, a.Codes[first]) ? $"{nameOfB} has no {a.Kind} \"{a.Labels[first]}\", which {nameOfA} has."
            : first < b.Count && !Has(a, b.Codes[first]) ? $"{nameOfA} has no {b.Kind} \"{b.Labels[first]}\", which {nameOfB} has."
            : first >= a.Count || first >= b.Count ? $"{nameOfA} has {a.Count} {a.Kinds}, {nameOfB} has {b.Count}."
            : $"The {a.Kinds} are in another order: position {first + 1} is \"{a.Labels[first]}\" in {nameOfA} and \"{b.Labels[first]}\" in {nameOfB}.")
            + $" Bring both to the same {a.Kinds} first: For(axis) picks them by code.");
    }

    /// <summary>The unit after a number: a space and its symbol, nothing for pure numbers.</summary>
    public static string Suffix(Unit unit) => unit.Symbol is "1" or "-" or "count" or "ratio" ? "" : $" {unit.Symbol}";

    /// <summary>The error of a division by zero.</summary>
    public static CarbonCompException DivisionByZero(string dividend, string divisor, string label) =>
        new($"{divisor} of {label} is 0, so {Name(dividend, '÷', divisor)} is not defined there. Leave it out of both.");

    private static bool Has(Axis axis, string code) => axis.Codes.Contains(code, StringComparer.OrdinalIgnoreCase);

    private static bool IsSum(string name) => name.Contains(" + ", StringComparison.Ordinal) || name.Contains(" − ", StringComparison.Ordinal);

    private static bool IsProduct(string name) => name.Contains(" × ", StringComparison.Ordinal) || name.Contains(" ÷ ", StringComparison.Ordinal);
}
