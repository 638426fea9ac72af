using System.Globalization;

namespace CarbonComp;

/// <summary>The kind of quantity that a unit measures, as exponents of the base kinds.</summary>
/// <remarks>The base kinds are mass of CO2, mass of carbon, yuan, US dollar, length (an area is 2), person, energy (standard coal equivalent), time,
/// angle, mass of goods such as fuels and crops, and mass of methane, of nitrous oxide and of CO2 equivalents; other currencies are named by their
/// codes. Carbon and carbon dioxide are kinds of
/// their own: 1 t C is not 44/12 t CO2 until a function that says so converts it (docs/methods.md#units). Currencies are kinds of their own as well; a
/// tonne of CO2 equivalents (<c>t CO2e</c>) is no tonne of CO2, because it depends on the potentials behind it.</remarks>
public readonly record struct UnitDimension(int CarbonDioxide = 0, int Carbon = 0, int Yuan = 0, int Dollar = 0, int Length = 0,
    int Person = 0, int Energy = 0, int Time = 0, int Angle = 0, int Goods = 0, int Methane = 0, int NitrousOxide = 0, int Equivalent =
        0, string? Currencies = null)
{
    /// <summary>A pure number: shares, ratios, counts.</summary>
    public static UnitDimension None => default;

    /// <summary>An amount in one currency, whichever.</summary>
    public bool IsMoney => this == new UnitDimension(Yuan: 1) || this == new UnitDimension(Dollar: 1)
        || Currencies is { Length: 3 } && this == new UnitDimension(Currencies: Currencies);

    /// <summary>The kind of a product.</summary>
    public static UnitDimension operator *(UnitDimension a, UnitDimension b) => Add(a, b, 1);

    /// <summary>The kind of a quotient.</summary>
    public static UnitDimension operator /(UnitDimension a, UnitDimension b) => Add(a, b, -1);

    private static UnitDimension Add(UnitDimension a, UnitDimension b, int sign) => new(
        a.CarbonDioxide + sign * b.CarbonDioxide, a.Carbon + sign * b.Carbon, a.Yuan + sign * b.Yuan, a.Dollar + sign * b.Dollar,
        a.Length + sign * b.Length, a.Person + sign * b.Person, a.Energy + sign * b.Energy, a.Time + sign * b.Time, a.Angle + sign * b.Angle,
        a.Goods + sign * b.Goods, a.Methane + sign * b.Methane, a.NitrousOxide + sign * b.NitrousOxide, a.Equivalent + sign * b.Equivalent,
        Add(a.Currencies, b.Currencies, sign));

    // Codes with exponents, in order: "EUR", "EUR GBP^-1".
    private static string? Add(string? a, string? b, int sign)
    {
        if (a is null && b is null) return null;
        var powers = from part in Read(a, 1).Concat(Read(b, sign))
                     group part.Power by part.Code into currency
                     let power = currency.Sum()
                     where power != 0
                     orderby currency.Key
                     select power == 1 ? currency.Key : Invariant($"{currency.Key}^{power}");
        return string.Join(' ', powers) is { Length: > 0 } text ? text : null;
    }

    private static IEnumerable<(string Code, int Power)> Read(string? currencies, int sign) =>
        from currency in (currencies ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let parts = currency.Split('^')
        select (parts[0], sign * (parts.Length == 1 ? 1 : int.Parse(parts[1], CultureInfo.InvariantCulture)));
}
